import type { Words } from '../routine/words.ts';
import type { RefusalsOf } from './answering.ts';
import type { StepAnswers } from './answers.ts';
import type { CaseFacts } from './facts.ts';
import { g5, gateProblems } from './gates.ts';
import { at, OWNER_IS_MANAGER } from './problems.ts';
import type { ProductionAnswered } from './production-answers.ts';
import { isOwnManager } from './project.ts';
import { notLater } from './put-off.ts';
import { answerThatCounts } from './rounds.ts';

type Assignment = StepAnswers['projectAssignment'];

/** Reasons why an otherwise complete answer of f–i may not be given. */
export const productionRefusals: RefusalsOf<ProductionAnswered> = {
  projectAssignment: (answers, { facts, now }) => [
    notLater(answers.reviewOn, now),
    ...(answers.projectOutcome === 'started' ? gateProblems(g5(facts), undefined) : []),
    isOwnManager(answers) && at('projectManagerEmail', OWNER_IS_MANAGER),
    !addUp(answers) && at('weightBudget', WEIGHTS_DO_NOT_ADD_UP),
    endsBeforeItBegins(answers) && at('timeTo', ENDS_BEFORE_IT_BEGINS),
    !isComplete(answers, facts) && at('projectMembers', GROUP_INCOMPLETE),
  ],
  contentReview: ({ reviewOutcome, findings = [] }) => [
    reviewOutcome !== 'notApproved' &&
      findings.some(({ severity, resolution }) => severity === 'mustFix' && resolution === undefined) &&
      at('reviewOutcome', NOT_YET_FIXED),
  ],
};

/** P-17: the three weights are parts of a whole. */
const addUp = ({ weightQuality, weightSchedule, weightBudget }: Assignment): boolean => {
  const weights = [weightQuality, weightSchedule, weightBudget].flatMap((it) => it ?? []);
  return weights.length === 0 || weights.reduce((sum, it) => sum + it, 0) === 100;
};

const endsBeforeItBegins = ({ timeFrom, timeTo }: Assignment): boolean =>
  timeFrom !== undefined && timeTo !== undefined && timeTo < timeFrom;

/** R-f2: whoever makes a programme has people who answer for content, design and pedagogy. */
const isComplete = ({ projectOutcome, projectMembers = [] }: Assignment, facts: CaseFacts): boolean => {
  const decided = answerThatCounts(facts, 'decision')?.told?.outcome;
  if (projectOutcome !== 'started' || (decided !== 'create' && decided !== 'collaborate')) return true;
  const held = projectMembers.flatMap(({ responsibility }) => responsibility);
  return (['content', 'design', 'pedagogy'] as const).every((it) => held.includes(it));
};

const WEIGHTS_DO_NOT_ADD_UP: Words = {
  sv: 'De tre vikterna ska tillsammans bli 100. Ändra någon av dem.',
  en: 'The three weights must add up to 100. Change one of them.',
};
const ENDS_BEFORE_IT_BEGINS: Words = {
  sv: 'Projektet kan inte vara klart innan det börjar. Ändra någon av månaderna.',
  en: 'The project cannot be done before it begins. Change one of the months.',
};
const GROUP_INCOMPLETE: Words = {
  sv: 'Någon i projektgruppen ska ansvara för innehåll, någon för design och någon för pedagogik. Lägg till det som saknas; en person kan ha flera ansvar.',
  en: 'Someone in the project group must answer for content, someone for design and someone for pedagogy. Add what is missing; one person may hold several.',
};
const NOT_YET_FIXED: Words = {
  sv: 'Det finns en synpunkt som måste åtgärdas och som inte har någon åtgärd. Skriv åtgärden, eller svara att innehållet inte godkänns.',
  en: 'There is a finding that must be fixed and has no resolution. State the resolution, or answer that the content is not approved.',
};
