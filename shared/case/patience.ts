/** Minutes until a case that waits for people is looked at again, in case something was lost without a trace. */
export const DAY_MINUTES = 24 * 60;

/**
 * Minutes that a phase may take, from its nth start, to ask people: what fails the same way each time it is started
 * is started ever more seldom, at last once a day, until an operator acts.
 */
export const minutesForAttempt = (attempt: number, patienceMinutes: number): number =>
  Math.min(patienceMinutes * 4 ** (attempt - 1), DAY_MINUTES);
