import { Temporal } from 'temporal-polyfill';

/** After the January holidays (ROUTINE.md "Uppföljning (yearly)"). */
const FIRST = '01-07';
const JANUARY = '01';

/**
 * The year whose report the office is to be reminded of in this week's account: of the year before, each week of January
 * and then once a month, in the week whose Monday is among the first seven days of the month, until the next year's is due.
 * @param today `YYYY-MM-DD`
 */
export const reportDue = (today: string): number | undefined => {
  const [year, day] = [Number(today.slice(0, 'YYYY'.length)), today.slice('YYYY-'.length)];
  if (day.startsWith(JANUARY)) return day < FIRST ? undefined : year - 1;
  const date = Temporal.PlainDate.from(today);
  return date.subtract({ days: date.dayOfWeek - 1 }).day <= date.daysInWeek ? year - 1 : undefined;
};
