import { form, section } from './form.ts';
import { consequences } from './position/consequences.ts';
import { knowledge } from './position/knowledge.ts';
import { minutes } from './position/minutes.ts';
import { plans } from './position/plans.ts';
import { receipt } from './position/receipt.ts';
import { similarProgramme } from './position/similar.ts';
import { stand } from './position/stand.ts';
import { question } from './question.ts';

/** Form b: the council's assessment. */
export const assessmentForm = form({ ...receipt, ...knowledge, ...similarProgramme, ...plans });

/** Form c: the council's position. */
export const standForm = form({ ...stand, ...consequences, ...minutes });

/** b–c) A coordination council's assessment and position. */
export const position = question({
  step: 'position',
  phase: 'nomination',
  letter: 'b–c',
  stateName: 'Samordningsråd: inventering och ställningstagande',
  title: { sv: 'Inventering och ställningstagande', en: 'Assessment and position' },
  asks: { sv: 'Ta ställning till nomineringen', en: 'Take a position on the nomination' },
  lead: {
    sv: 'Bedöm behov, befintliga alternativ och kunskapsläge. Ta sedan ställning till nomineringen och om den ska vidare till Program- och prioriteringsrådet (PPR). Det som står i protokollet behöver ni inte skriva här: hänvisa till det.',
    en: 'Assess the need, existing alternatives and the state of knowledge. Then take a position on the nomination and on whether it should go to the Programme and Prioritisation Council (PPR). What the minutes say need not be written here: refer to them.',
  },
  next: {
    sv: 'Den regionala SoB-förvaltningen får veta rådets ställningstagande. När alla råd har svarat går ärendet vidare, till PPR om något råd har lyft det dit och annars till beslut.',
    en: 'The regional SoB office is told of the council’s position. When every council has answered, the case goes on: to PPR if a council referred it, otherwise to the decision.',
  },
  answeredBy: 'coordinationCouncil',
  rules: [
    ...['R-b1', 'R-b2', 'R-b3', 'R-b4', 'R-b5', 'R-b6', 'R-b7', 'R-b8', 'R-b9', 'R-b10', 'R-b11'],
    ...['R-c1', 'R-c2', 'R-c3', 'R-c4', 'R-c5', 'R-c6'],
  ],
  form: form({ ...assessmentForm, ...standForm }),
  sections: [
    section('receipt', 'Mottagande och jäv', 'Receipt and conflicts of interest', receipt),
    section('knowledge', 'Behov och kunskapsläge', 'Need and state of knowledge', knowledge),
    section('similar', 'Liknande program', 'Similar programmes', similarProgramme),
    section('plans', 'Forskning och uppföljning', 'Research and follow-up', plans),
    section('stand', 'Ställningstagande', 'Position', stand),
    section('consequences', 'Konsekvenser och PPR', 'Consequences and PPR', consequences),
    section('minutes', 'Datum och protokoll', 'Date and minutes', minutes),
  ],
  reviewedBeforeSending: true,
  outcomes: ['referToPpr', 'noReferral'],
  tells: [{ id: 'N-7', to: ['sobOffice', 'nominator'] }],
  targetMonths: 1,
});
