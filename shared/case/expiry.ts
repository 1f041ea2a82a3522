import { Temporal } from 'temporal-polyfill';
import { ROUTINE_VALID_TO } from '../routine/rules.ts';

/** How long the routine still holds. */
export interface Expiry {
  /** The last day, `YYYY-MM-DD`. */
  readonly validTo: string;
  /** Whole calendar months left; 0 in the last one, and once it has expired. */
  readonly monthsLeft: number;
  readonly expired: boolean;
}

/** From how many months before the end it is shown: an addition to the routine. */
const SHOWN_MONTHS_BEFORE = 6;

/**
 * that the routine is about to expire, or has; `undefined` while more than half a year is left.
 * @param today a date in Sweden, `YYYY-MM-DD`
 */
export const routineExpiry = (today: string): Expiry | undefined => {
  const day = Temporal.PlainDate.from(today);
  const end = Temporal.PlainDate.from(ROUTINE_VALID_TO);
  if (Temporal.PlainDate.compare(day, end.subtract({ months: SHOWN_MONTHS_BEFORE })) < 0) return undefined;
  return {
    validTo: ROUTINE_VALID_TO,
    monthsLeft: Math.max(0, day.until(end, { largestUnit: 'months' }).months),
    expired: Temporal.PlainDate.compare(day, end) > 0,
  };
};
