import {
  type MachineStep,
  type Occasion,
  PHASES,
  type Phase,
  STEPS_OF,
  type Step,
} from '../routine/question.ts';
import type { HeadChange } from './consequence.ts';
import type { AskedBefore, CaseFacts, CaseHead } from './facts.ts';

/** The phase whose machine asks a step; none for what is asked beside the machines. */
export const phaseOf = (step: Step): Phase | undefined =>
  PHASES.find((phase) => (STEPS_OF[phase] as readonly Step[]).includes(step));

/** How often a step has been asked so far; 0 before the first time. */
export const timesAsked = ({ questions }: Pick<CaseFacts, 'questions'>, step: Step): number =>
  Math.max(0, ...questions.filter(({ round }) => round.step === step).map(({ round }) => round.nth));

/** The number of rounds that a step had had when its phase was begun for the newest time. */
export const askedBefore = (
  { askedBefore: before = {} }: Pick<CaseHead, 'askedBefore'>,
  step: Step,
): number => {
  const phase = phaseOf(step);
  return phase === undefined ? 0 : (before[phase]?.[step as MachineStep] ?? 0);
};

/** Begins a phase anew: its machine counts on from the rounds that there are, so that none of them answers for the new ones. */
export const begin = (
  facts: CaseFacts,
  phase: Exclude<Phase, 'nomination'>,
  occasion: Occasion,
): HeadChange => {
  const counts: AskedBefore = Object.fromEntries(
    STEPS_OF[phase].map((step) => [step, timesAsked(facts, step)]),
  );
  return {
    phase,
    occasion,
    phaseWanted: true,
    attempt: facts.head.attempt + 1,
    firstAttempt: facts.head.attempt + 1,
    askedBefore: { ...facts.head.askedBefore, [phase]: counts },
  };
};
