import { Temporal } from 'temporal-polyfill';

/** A month's report is due on this day of the next month (P-28). */
const DUE_ON = 10;

/**
 * P-28: the months, `YYYY-MM`, whose report was due and is not there. Missing reports are shown and stop nothing.
 * @param given.from the day that the project began, `YYYY-MM-DD`, as `today`
 * @param given.reported the months that there are reports of
 */
export const missingMonths = ({
  from,
  today,
  reported,
}: {
  readonly from: string;
  readonly today: string;
  readonly reported: readonly string[];
}): readonly string[] => {
  const first = Temporal.PlainDate.from(from).toPlainYearMonth();
  const months = first.until(Temporal.PlainDate.from(today).toPlainYearMonth(), {
    largestUnit: 'months',
  }).months;
  return Array.from({ length: Math.max(0, months) }, (_, n) => first.add({ months: n }))
    .filter((month) => month.add({ months: 1 }).toPlainDate({ day: DUE_ON }).toString() < today)
    .map(String)
    .filter((month) => !reported.includes(month));
};
