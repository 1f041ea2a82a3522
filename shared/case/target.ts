import { Temporal } from 'temporal-polyfill';

/**
 * The day an answer is wished for: the same day `months` later, the month's last day where that day is missing,
 * moved to the next weekday (R-b3, ROUTINE.md section 6). A target, never a deadline.
 */
export const targetDate = (from: string, months: number): string => {
  let day = Temporal.PlainDate.from(from).add({ months });
  while (day.dayOfWeek > 5) day = day.add({ days: 1 });
  return day.toString();
};
