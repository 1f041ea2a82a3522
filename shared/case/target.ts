import holidays from 'swedish-holidays';
import { Temporal } from 'temporal-polyfill';

/**
 * The day an answer is wished for: the same day `months` later, the month's last day where that day is missing,
 * moved to the next Swedish working day (R-b3, ROUTINE.md section 6). A target, never a deadline.
 * @param from a date, `YYYY-MM-DD`
 */
export const targetDate = (from: string, months: number): string => {
  let day = Temporal.PlainDate.from(from).add({ months });
  while (!isWorkingDay(day)) day = day.add({ days: 1 });
  return day.toString();
};

const { midsummerEve, christmasEve, newYearsEve } = holidays.language;

/** Eves that the law counts as Sundays beside the public holidays (Semesterlagen 3 a §). */
const FREE_EVES: readonly string[] = [midsummerEve, christmasEve, newYearsEve];

/** The library counts Easter right in UTC, the time zone of every Lambda, but not west of it. */
const isWorkingDay = ({ year, month, day, dayOfWeek }: Temporal.PlainDate): boolean => {
  const holiday = holidays.getHolidays(year).find((it) => it.month === month && it.day === day);
  const free = holiday !== undefined && (holiday.isPublicHoliday || FREE_EVES.includes(holiday.name));
  return dayOfWeek < 6 && !free;
};
