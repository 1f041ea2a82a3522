import { agreements } from './assignment/agreements.ts';
import { document } from './assignment/document.ts';
import { economy } from './assignment/economy.ts';
import { frame } from './assignment/frame.ts';
import { group } from './assignment/group.ts';
import { outcome } from './assignment/outcome.ts';
import { people } from './assignment/people.ts';
import { form, section } from './form.ts';
import { question } from './question.ts';

/** f) The project assignment on one page, or why there is none (form f, ROUTINE.md section 0 no. 15). */
export const projectAssignment = question({
  step: 'projectAssignment',
  phase: 'production',
  letter: 'f',
  stateName: 'Nominerande verksamhet: projektuppdrag',
  title: { sv: 'Projektuppdrag', en: 'Project assignment' },
  asks: { sv: 'Lämna projektuppdraget', en: 'Give the project assignment' },
  lead: {
    sv: 'Beslutet är fattat. Skriv ett kort uppdrag: mål, ramar, vilka som gör arbetet och vad det kostar. Den regionala SoB-förvaltningen och SoB-kontaktpersonen hjälper till.',
    en: 'The decision is made. Write a short assignment: the goal, the frame, who does the work and what it costs. The regional SoB office and the SoB contact person help.',
  },
  next: {
    sv: 'Startar arbetet får projektägaren och projektledaren var sitt mejl för att godkänna uppdraget. När båda har godkänt börjar produktionen. Ska ett befintligt program användas behövs inget godkännande: då publiceras det för er. Är det uppskjutet får ni frågan igen den dag ni har angett. Går det inte att genomföra lämnas ärendet till ett nytt beslut.',
    en: 'If the work starts, the project owner and the project manager are each sent a mail to approve the assignment. Once both have, production begins. If an existing programme is to be used no approval is needed: it is then published for you. If it is put off, you are asked again on the day you stated. If it is not feasible, the case goes to a new decision.',
  },
  answeredBy: 'nominator',
  rules: [
    'R-f1',
    'R-f2',
    'R-f3',
    'R-f4',
    'R-f5',
    'P-01',
    'P-02',
    'P-05',
    'P-06',
    'P-17',
    'P-21',
    'P-22',
    'G5',
  ],
  form: form({ ...outcome, ...frame, ...people, ...group, ...economy, ...agreements, ...document }),
  sections: [
    section('outcome', 'Kan arbetet starta?', 'Can the work start?', outcome),
    section('frame', 'Mål och ramar', 'Goal and frame', frame),
    section('people', 'Roller', 'Roles', people),
    section('group', 'Projektgrupp', 'Project group', group),
    section('economy', 'Kostnader och finansiering', 'Costs and financing', economy),
    section('agreements', 'Avtal och samverkan', 'Agreements and collaboration', agreements),
    section('document', 'Handlingen', 'The document', document),
  ],
  outcomes: ['started', 'accessArranged', 'putOff', 'notFeasible'],
  tells: [],
});
