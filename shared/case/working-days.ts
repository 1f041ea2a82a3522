import holidays from 'swedish-holidays';
import { Temporal } from 'temporal-polyfill';

/** Days as dates, `YYYY-MM-DD`: they have no time zone, so no change of clocks moves them. */

const { midsummerEve, christmasEve, newYearsEve } = holidays.language;

/** Eves that the law counts as Sundays beside the public holidays (Semesterlagen 3 a §). */
const FREE_EVES: readonly string[] = [midsummerEve, christmasEve, newYearsEve];

/** The library counts Easter right in UTC, the time zone of every Lambda, but not west of it. */
export const isWorkingDay = (date: string): boolean => {
  const { year, month, day, dayOfWeek } = Temporal.PlainDate.from(date);
  const holiday = holidays.getHolidays(year).find((it) => it.month === month && it.day === day);
  const free = holiday !== undefined && (holiday.isPublicHoliday || FREE_EVES.includes(holiday.name));
  return dayOfWeek < 6 && !free;
};

/** The day itself where it is a Swedish working day, otherwise the next one. */
export const workingDayFrom = (date: string): string =>
  isWorkingDay(date) ? date : workingDayFrom(daysAfter(date, 1));

export const daysAfter = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** Days from one date to another; negative where the second is the earlier. */
export const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(to).days;

/** The ISO week of a date, for example `2026-W53`. */
export const weekOf = (date: string): string => {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(date);
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
};
