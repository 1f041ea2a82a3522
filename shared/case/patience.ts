import type { CaseHead } from './facts.ts';

/** Minutes until a case that waits for people is looked at again, in case something was lost without a trace. */
export const DAY_MINUTES = 24 * 60;

/**
 * Minutes that a phase may take, from an attempt's start, to ask people: what fails the same way each time it is started
 * is started ever more seldom, at last once a day, until an operator acts.
 */
export const minutesForAttempt = (
  attempt: number,
  { firstAttempt = 1 }: Pick<CaseHead, 'firstAttempt'>,
  patienceMinutes: number,
): number => Math.min(patienceMinutes * 4 ** (attempt - firstAttempt), DAY_MINUTES);
