import { type MachineStep, type Milestone, type Phase, STEPS_OF } from '../routine/question.ts';
import type { HeadChange } from './consequence.ts';
import { type CaseFacts, type Round, roundId } from './facts.ts';
import { phaseOf } from './phases.ts';
import { newestRound, questionsOf } from './rounds.ts';

/** The milestone that a case is back at when a step is asked again. */
const MILESTONE_BEFORE: Readonly<Partial<Record<MachineStep, Milestone>>> = {
  screening: 'submitted',
  position: 'forwardedToCouncil',
  pprPosition: 'positionGiven',
  decision: 'positionGiven',
  projectAssignment: 'decided',
};

/** The answers that end a case, by the step that they answer. */
const endsCase: Readonly<Partial<Record<MachineStep, (outcome: string) => boolean>>> = {
  screening: (outcome) => outcome !== 'forwardToCouncils',
  decision: (outcome) => outcome !== 'defer',
};

/**
 * The steps whose newest round is asked again when one of them is: that step, the one whose answer had ended the case,
 * and those that the case's end left without any answer. Steps before it that a decided case had gone on without are
 * not made up for; in a case that was withdrawn, nobody had gone on without them.
 */
const stepsAskedAgain = (facts: CaseFacts, step: MachineStep): readonly MachineStep[] => {
  const steps: readonly MachineStep[] = STEPS_OF[phaseOf(step) ?? 'nomination'];
  if (phaseOf(step) !== 'nomination') return [step];
  return steps.filter((it) => {
    const round = newestRound(facts, it);
    if (it === step || round === undefined) return it === step;
    const isLater = steps.indexOf(it) > steps.indexOf(step);
    const mayBeLeft = isLater || facts.head.milestone === 'withdrawn';
    return hasEndedCase(facts, round) || (mayBeLeft && isLeftOpen(facts, round));
  });
};

const hasEndedCase = (facts: CaseFacts, round: Round): boolean =>
  questionsOf(facts, round).some(
    ({ told }) => told !== undefined && endsCase[round.step as MachineStep]?.(String(told.outcome)) === true,
  );

const isLeftOpen = (facts: CaseFacts, round: Round): boolean => {
  const questions = questionsOf(facts, round);
  return (
    questions.some(({ status }) => status === 'closed') &&
    !questions.some(({ status }) => status === 'answered')
  );
};

/** The newest round of a step is asked again, whatever was answered, by a phase that starts anew: the one that asks it. */
export const again = (facts: CaseFacts, step: MachineStep): HeadChange => {
  const rounds = stepsAskedAgain(facts, step).flatMap((it) => newestRound(facts, it) ?? []);
  return {
    ...roundsAskedAgain(facts, rounds),
    ...reviewsOf(facts, phaseOf(step)),
    phase: phaseOf(step) ?? 'nomination',
    attempt: facts.head.attempt + 1,
    firstAttempt: facts.head.attempt + 1,
  };
};

/** What was put off in a phase that the case leaves is not looked at again. */
const reviewsOf = ({ head: { reviewOn } }: CaseFacts, phase: Phase | undefined): HeadChange =>
  reviewOn === undefined
    ? {}
    : {
        reviewOn: Object.fromEntries(
          Object.entries(reviewOn).filter(([step]) => phaseOf(step as MachineStep) === phase),
        ),
      };

/** Rounds that count as asked again, whatever was answered. */
export const roundsAskedAgain = ({ head }: CaseFacts, rounds: readonly Round[]): HeadChange => ({
  askedAgain: [...new Set([...(head.askedAgain ?? []), ...rounds.map(roundId)])],
});

const UNDER_WAY: readonly Milestone[] = ['submitted', 'forwardedToCouncil', 'positionGiven'];

/** Where a case is back at when a step is reopened: never further than it is while an earlier step is done again. */
export const milestoneBefore = (facts: CaseFacts, step: MachineStep): Milestone => {
  const before = MILESTONE_BEFORE[stepsAskedAgain(facts, step)[0] ?? step];
  if (before === undefined || before === 'decided') return before ?? facts.head.milestone;
  return UNDER_WAY.find((it) => it === before || it === facts.head.milestone) ?? before;
};
