import { ACTS } from '../../routine/acts.ts';
import { QUESTIONS, ROLE_NAMES } from '../../routine/routine.ts';
import type { Words } from '../../routine/words.ts';
import type { Cause, QuestionView } from '../views.ts';
import { answersTo, COUNCIL, NOMINATOR, OFFICE } from './a-case.ts';
import {
  DEVIATING,
  DEVIATION,
  laterAnswers,
  laterKnown,
  lived,
  PROGRAMME,
  PROPOSED,
  produced,
  retired,
} from './a-programme.ts';
import type { AskedQuestion } from './questions.ts';

const DECIDED = {
  question: QUESTIONS.decision,
  bodyName: OFFICE,
  answers: answersTo.decision,
  answeredBy: 'Eva Ek, handläggare',
  answeredOn: '2027-01-25',
};

const cause = (act: Cause['act'], bodyName: Words, on: string, answers: Cause['answers']): Cause => ({
  act,
  bodyName,
  on,
  answers,
});

const PROPOSAL = cause(ACTS.proposeInactivation, ROLE_NAMES.programmeOwner, '2030-09-12', {
  ground: 'replaced',
  replacedBy: 'Sova gott',
  proposalReason: 'Det nationella programmet underhålls av flera regioner.',
});

export const LACKING: readonly Words[] = [
  {
    sv: 'Granskning och test är inte klara, och ingen har skrivit varför de hoppas över.',
    en: 'Review and test are not done, and nobody has said why they are skipped.',
  },
];

const manager = ROLE_NAMES.projectManager;

const of = (
  step: keyof typeof laterAnswers,
  bodyName: Words,
  answeredOn: string,
  more: Partial<QuestionView>,
): AskedQuestion => ({
  question: QUESTIONS[step],
  bodyName,
  answers: laterAnswers[step],
  answeredOn,
  more: { known: laterKnown, earlier: [], ...more },
});

/** Every question of production and review, with an answer and with what its reader sees. */
export const laterQuestions: readonly AskedQuestion[] = [
  of('projectAssignment', NOMINATOR, '2027-02-24', { earlier: [DECIDED] }),
  of('assignmentApproval', ROLE_NAMES.projectOwner, '2027-03-01', { project: PROPOSED, earlier: [DECIDED] }),
  of('deviationApproval', ROLE_NAMES.steeringGroup, '2027-09-01', {
    project: DEVIATING,
    cause: cause(ACTS.reportDeviation, manager, '2027-08-23', DEVIATION),
  }),
  of('productionChecklist', manager, '2027-09-03', { earlier: produced.slice(1) }),
  of('contentReview', ROLE_NAMES.independentReviewer, '2027-09-20', { earlier: produced.slice(0, 1) }),
  of('test', manager, '2027-09-28', { earlier: produced.slice(0, 1) }),
  of('introduction', OFFICE, '2027-12-01', { earlier: [DECIDED, ...produced], lacking: LACKING }),
  of('figures', ROLE_NAMES.programmeOwner, '2030-09-20', { programme: PROGRAMME, earlier: lived }),
  of('followUp', COUNCIL, '2030-10-01', { programme: PROGRAMME, earlier: lived, cause: PROPOSAL }),
  of('inactivationPosition', COUNCIL, '2030-10-02', {
    programme: { ...PROGRAMME, startsStoppedOn: '2030-09-13' },
    earlier: [...lived.slice(1), ...retired.slice(0, 1)],
    cause: PROPOSAL,
  }),
  of('inactivation', OFFICE, '2030-10-02', {
    programme: PROGRAMME,
    earlier: retired.slice(1, 2),
    told: { reached: ['Vårdcentral Ekdungen', 'Region Exempel'], others: ['Vårdcentral Björken'] },
  }),
  of('unpublishing', OFFICE, '2030-10-07', {
    programme: { ...PROGRAMME, inactivatedOn: '2030-10-02', startsStoppedOn: '2030-10-02' },
    earlier: retired.slice(2),
  }),
];
