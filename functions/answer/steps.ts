import type { CaseFacts } from '../../shared/case/facts.ts';
import { newestRound, roundOutcome } from '../../shared/case/rounds.ts';
import type { PhaseSteps, StepState } from '../../shared/pages/pages.ts';
import {
  MACHINE_STEPS,
  type MachineStep,
  PHASES,
  type Phase,
  STEPS_OF,
} from '../../shared/routine/question.ts';

/** How far each step has come, by phase: up to the one that the case is in, and of each the newest time. */
export const stepsOf = (facts: CaseFacts): readonly PhaseSteps[] =>
  PHASES.slice(0, PHASES.indexOf(facts.head.phase) + 1)
    .map((phase) => ({
      phase,
      steps: STEPS_OF[phase]
        .filter((step) => isShown(facts, step, phase))
        .map((step) => ({ step, state: stateOf(facts, step, phase) })),
    }))
    .filter(
      ({ phase, steps }) => phase === facts.head.phase || steps.some(({ step }) => isAsked(facts, step)),
    );

const isAsked = (facts: CaseFacts, step: MachineStep): boolean => newestRound(facts, step) !== undefined;

/** A revision needs no new assignment; what leads to an inactivation is shown once it is proposed. */
const isShown = (facts: CaseFacts, step: MachineStep, phase: Phase): boolean => {
  if (isAsked(facts, step)) return true;
  const { occasion, phaseWanted } = facts.head;
  if (step === 'projectAssignment') return phase === facts.head.phase && occasion === 'decided';
  if (phase !== 'review') return true;
  if (step === 'followUp') return occasion === 'yearly';
  return phaseWanted && (occasion === 'proposal' || isAsked(facts, 'inactivationPosition'));
};

const stateOf = (facts: CaseFacts, step: MachineStep, phase: Phase): StepState => {
  const round = newestRound(facts, step);
  if (round === undefined) return isPast(facts, step, phase) ? 'skipped' : 'left';
  const outcome = roundOutcome(round, facts);
  return outcome === undefined ? 'now' : (NOT_DONE[outcome] ?? 'done');
};

/** Outcomes that leave a step undone, or to be done again. */
const NOT_DONE: Readonly<Record<string, StepState>> = {
  skipped: 'skipped',
  withdrawn: 'skipped',
  referralWithdrawn: 'skipped',
  withoutReview: 'leftOut',
  withoutTest: 'leftOut',
  notApproved: 'redone',
  failed: 'redone',
  again: 'redone',
};

const isPast = (facts: CaseFacts, step: MachineStep, phase: Phase): boolean =>
  !facts.head.phaseWanted ||
  facts.head.phase !== phase ||
  STEPS_OF[phase].some((it) => placeOf(it) > placeOf(step) && isAsked(facts, it));

/** Of g, h and i none comes before another. */
const placeOf = (step: MachineStep): number =>
  MACHINE_STEPS.indexOf(SIDE_BY_SIDE.includes(step) ? 'test' : step);

const SIDE_BY_SIDE: readonly MachineStep[] = ['productionChecklist', 'contentReview', 'test'];
