import { Temporal } from 'temporal-polyfill';
import { workingDayFrom } from './working-days.ts';

/**
 * The day an answer is wished for: the same day `months` later, the month's last day where that day is missing,
 * moved to the next Swedish working day (R-b3, ROUTINE.md section 6). A target, never a deadline.
 * @param from a date, `YYYY-MM-DD`
 */
export const targetDate = (from: string, months: number): string =>
  workingDayFrom(Temporal.PlainDate.from(from).add({ months }).toString());
