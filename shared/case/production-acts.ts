import type { FieldProblem } from '../routine/check.ts';
import type { Words } from '../routine/words.ts';
import type { ActFollowsOf, ActRefusalsOf } from './acting.ts';
import { moved } from './amending.ts';
import type { ActAnswers } from './answers.ts';
import type { Asked, CaseFacts } from './facts.ts';
import { sideQuestion } from './opening.ts';
import { at, OWNER_IS_MANAGER } from './problems.ts';
import { heaviestNow, isOwnManager, withProject } from './project.ts';
import { answerThatCounts, openQuestions, SOB_OFFICE } from './rounds.ts';
import { dateInSweden } from './sweden.ts';

/** Acts of a project. */
export type ProductionAct =
  | 'reportDeviation'
  | 'reportMonth'
  | 'changeProjectContacts'
  | 'setRegistrationNumber';

/** What follows from the acts of a project (P-12, P-13, P-28, ROUTINE.md section 0 nos. 12 and 15). */
export const productionActFollows: ActFollowsOf<ProductionAct> = {
  reportDeviation: ({ affectsFrame }, { facts, now }) => ({
    asks: deciders(facts).map((who) => ({
      ...sideQuestion(facts, 'deviationApproval', who, now),
      told: { deviation: String(facts.head.version + 1), affectsFrame },
    })),
  }),
  reportMonth: () => ({}),
  setRegistrationNumber: () => ({}),
  changeProjectContacts: (answers, { facts, now }) => moved(withProject(facts, answers), facts, now),
};

/** P-05: whether there is an assignment that can be registered. */
export const isAssigned = (facts: CaseFacts): boolean =>
  answerThatCounts(facts, 'projectAssignment')?.told?.outcome === 'started';

/** P-13: the owner and the steering group; the office where no owner is named. */
const deciders = ({ head: { contacts } }: CaseFacts): readonly Asked[] => [
  contacts.projectOwner === undefined ? SOB_OFFICE : 'projectOwner',
  ...(contacts.steeringGroup === undefined ? [] : (['steeringGroup'] as const)),
];

/** Reasons why a completely filled in act of a project may not be done. */
export const productionActRefusals: ActRefusalsOf<ProductionAct> = {
  reportDeviation: (answers, { facts }) => [
    answers.givesWayIn === heaviestNow(facts) &&
      answers.givesWayReason === undefined &&
      at('givesWayReason', HEAVIEST_UNEXPLAINED),
    answers.affectsFrame && facts.head.assignmentVersion === undefined && at('affectsFrame', NO_FRAME_YET),
    answers.affectsFrame && !changesFrame(answers) && at('newGoal', NOTHING_CHANGED),
  ],
  reportMonth: ({ month }, { now }) => [
    month > dateInSweden(now).slice(0, 'YYYY-MM'.length) && at('month', MONTH_TO_COME),
  ],
  setRegistrationNumber: (_, { facts }) => [!isAssigned(facts) && at('$', NO_ASSIGNMENT)],
  changeProjectContacts: (answers, { facts, by }) => [
    isOwnManager(answers) && at('projectManagerEmail', OWNER_IS_MANAGER),
    isLeftOut('projectManager', answers, facts) && at('projectManagerEmail', NOBODY_LEFT),
    ...(by === 'projectManager' ? officeOnly(answers, facts) : leftOut(answers, facts)),
  ],
};

type ProjectContacts = ActAnswers['changeProjectContacts'];

/** P-21, P-22: a project that is under way keeps those that it has. */
const isLeftOut = (
  who: 'projectOwner' | 'projectManager',
  answers: ProjectContacts,
  { head: { phase, phaseWanted, contacts } }: CaseFacts,
): boolean =>
  phase === 'production' &&
  phaseWanted &&
  contacts[who] !== undefined &&
  answers[`${who}Email`] === undefined;

const leftOut = (answers: ProjectContacts, facts: CaseFacts): readonly (FieldProblem | false)[] => [
  isLeftOut('projectOwner', answers, facts) && at('projectOwnerEmail', NOBODY_LEFT),
  answers.steeringGroupEmail === undefined &&
    openQuestions(facts).some(({ body }) => body === 'steeringGroup') &&
    at('steeringGroupEmail', STEERING_GROUP_ASKED),
];

/** The people that a project manager cannot replace: the owner is whom the manager answers to, the others are the office's. */
const officeOnly = (answers: ProjectContacts, { head }: CaseFacts): readonly (FieldProblem | false)[] =>
  (['projectOwner', 'steeringGroup', 'programmeOwner'] as const).map(
    (who) => answers[`${who}Email`] !== head.contacts[who] && at(`${who}Email`, OFFICE_ONLY),
  );

const changesFrame = ({ newGoal, newTimeTo, newBudgetSek }: ActAnswers['reportDeviation']): boolean =>
  [newGoal, newTimeTo, newBudgetSek].some((it) => it !== undefined);

const HEAVIEST_UNEXPLAINED: Words = {
  sv: 'Förslaget ger vika i det som väger tyngst i projektuppdraget. Skriv varför.',
  en: 'The proposal gives way in what weighs most in the project assignment. Say why.',
};
const NO_FRAME_YET: Words = {
  sv: 'Det finns inget godkänt projektuppdrag, och därför inga ramar att ändra. Svara nej här, eller vänta tills uppdraget är godkänt.',
  en: 'There is no approved project assignment, and so no frame to change. Answer no here, or wait until the assignment is approved.',
};
const NOTHING_CHANGED: Words = {
  sv: 'Skriv vad som ändras: målet, sista månaden eller den ekonomiska ramen.',
  en: 'Say what changes: the goal, the last month or the budget frame.',
};
const MONTH_TO_COME: Words = {
  sv: 'Månaden har inte börjat än. Välj en annan månad.',
  en: 'The month has not begun yet. Choose another month.',
};
const NO_ASSIGNMENT: Words = {
  sv: 'Det finns inget projektuppdrag än. Ange numret när uppdraget är lämnat.',
  en: 'There is no project assignment yet. State the number once it is given.',
};
const OFFICE_ONLY: Words = {
  sv: 'Bara den regionala SoB-förvaltningen kan ändra den här adressen. Skriv till förvaltningen, och låt adressen stå som den var.',
  en: 'Only the regional SoB office can change this address. Write to the office, and leave the address as it was.',
};
const NOBODY_LEFT: Words = {
  sv: 'Så länge projektet pågår behövs både en projektägare och en projektledare. Ange en adress.',
  en: 'As long as the project is under way it needs both a project owner and a project manager. State an address.',
};
const STEERING_GROUP_ASKED: Words = {
  sv: 'Styrgruppen har en avvikelse att ta ställning till. Vänta på svaret, eller ange en ny adress.',
  en: 'The steering group has a deviation to take a position on. Wait for the answer, or state a new address.',
};
