import type { ActAnswers, StepAnswers } from '../../shared/case/answers.ts';
import type { CaseFacts, QuestionFact, Round } from '../../shared/case/facts.ts';
import { phaseOf } from '../../shared/case/phases.ts';
import type { ProgrammeFact, User } from '../../shared/case/programme.ts';
import type { Step } from '../../shared/routine/question.ts';
import { aQuestion, facts } from './case.ts';

/** Builders of programmes, from the decision on. */

export const roundOf = (step: Step, nth = 1): Round => ({ phase: phaseOf(step) ?? 'review', step, nth });

/** What a body has answered; an open question where nothing is said. */
export const asked = (step: Step, body: string, told?: QuestionFact['told'], nth = 1): QuestionFact =>
  aQuestion(step, body, { round: roundOf(step, nth), ...(told !== undefined && { told }) });

export const aUser = (given: Partial<User> = {}): User => ({
  id: 'unit-1',
  kind: 'unit',
  name: 'Exempelmottagningen',
  mailbox: 'mottagning@example.se',
  riskAnalysisOn: '2026-09-01',
  startedOn: '2026-10-01',
  ...given,
});

export const aProgramme = (given: Partial<ProgrammeFact> = {}): ProgrammeFact => ({
  name: 'Sov bättre',
  kind: 'treatment',
  origin: 'create',
  version: 1,
  publishedOn: '2026-09-15',
  versionOn: '2026-09-15',
  council: 'adult',
  owner: 'Exempelkliniken',
  operationalResponsibility: 'Exempelkliniken rättar fel.',
  medicalDevice: 'notDevice',
  users: [aUser()],
  followUps: [],
  nextReviewOn: '2027-10-01',
  ...given,
});

const CONTACTS = {
  nominator: 'nominator@example.se',
  programmeOwner: 'agare@example.se',
} as const;

/** A programme in use about which nothing is asked. */
export const inUse = (
  programme: Partial<ProgrammeFact> = {},
  given: Parameters<typeof facts>[0] = {},
): CaseFacts =>
  facts({
    questions: [asked('decision', 'sobOffice', { outcome: 'create' })],
    ...given,
    programme: aProgramme(programme),
    head: {
      milestone: 'inUse',
      phase: 'production',
      phaseWanted: false,
      councils: ['adult', 'primary'],
      contacts: CONTACTS,
      ...given.head,
    },
  });

/** A programme that is produced and ready to be published, or differs from that in what its checklist says. */
export const produced = (
  checklist: QuestionFact['told'] = {},
  given: Parameters<typeof facts>[0] = {},
): CaseFacts =>
  facts({
    ...given,
    questions: given.questions ?? [
      asked('decision', 'sobOffice', { outcome: 'create' }),
      asked('productionChecklist', 'projectManager', {
        outcome: 'done',
        medicalDevice: 'classI',
        accessibility: 'ok',
        ...checklist,
      }),
      asked('contentReview', 'independentReviewer', { outcome: 'approved' }),
      asked('test', 'projectManager', { outcome: 'passed' }),
      asked('introduction', 'sobOffice'),
    ],
    head: {
      milestone: 'projectStarted',
      phase: 'production',
      occasion: 'decided',
      councils: ['adult', 'primary'],
      contacts: { nominator: CONTACTS.nominator, projectManager: 'projekt@example.se' },
      ...given.head,
    },
  });

export const anIntroduction = (
  given: Partial<StepAnswers['introduction']> = {},
): StepAnswers['introduction'] => ({
  publicName: 'Sov bättre',
  publishedOn: '2026-11-20',
  responsibleCouncil: 'adult',
  programmeOwner: 'Exempelkliniken',
  operationalResponsibility: 'Exempelkliniken rättar fel.',
  evaluationPlan: 'Enkät och skattning, varje år.',
  experienceMeasure: 'Enkät efter programmet.',
  outcomeMeasure: 'Skattning före och efter.',
  ...given,
});

export const aUnit = (given: Partial<ActAnswers['addUnit']> = {}): ActAnswers['addUnit'] => ({
  unit: 'Exempelmottagningen',
  unitConnectedToSob: true,
  ...given,
});

export const anInactivation = (
  given: Partial<StepAnswers['inactivation']> = {},
): StepAnswers['inactivation'] => ({
  lastStartOn: '2026-11-20',
  ongoingPatients: 'letFinish',
  inactivatedOn: '2026-11-23',
  unpublishOn: '2027-05-01',
  ...given,
});
