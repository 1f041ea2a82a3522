import { Temporal } from 'temporal-polyfill';
import { type Consequence, NO_CONSEQUENCE } from './consequence.ts';
import type { CaseFacts } from './facts.ts';
import { sideQuestion } from './opening.ts';
import { begin } from './phases.ts';
import { dateInSweden } from './sweden.ts';

/** The day of the yearly lists, the same for all councils: autumn's first meetings are over, and the year's figures can still be used in it. */
const LIST_DAY = '10-01';
/** What was published or gone through less than half a year before is not asked about again so soon. */
const MONTHS_IN_PEACE = 6;

/**
 * The day of the next yearly list that a programme is in: the first 1 October at least six months after a day (ROUTINE.md
 * section 0 no. 10: one list per council and year).
 * @param after a date, `YYYY-MM-DD`
 */
export const nextListDay = (after: string): string => {
  const earliest = Temporal.PlainDate.from(after).add({ months: MONTHS_IN_PEACE });
  const ofYear = `${earliest.year}-${LIST_DAY}`;
  return earliest.toString() <= ofYear ? ofYear : `${earliest.year + 1}-${LIST_DAY}`;
};

/**
 * What begins the review of a programme that is due: its council is asked by a machine of its own, its owner for the
 * year's figures beside it. Nothing where it is not due, is inactivated, or a phase is under way that it waits for.
 */
export const beginReview = (facts: CaseFacts, now: Date): Consequence | undefined => {
  const { head, programme } = facts;
  const isDue =
    programme?.nextReviewOn !== undefined &&
    programme.nextReviewOn <= dateInSweden(now) &&
    programme.inactivatedOn === undefined &&
    !head.phaseWanted;
  if (!isDue) return undefined;
  const asked = { ...facts, head: { ...head, phase: 'review' as const } };
  return {
    ...NO_CONSEQUENCE,
    head: begin(facts, 'review', 'yearly'),
    asks:
      head.contacts.programmeOwner === undefined
        ? []
        : [sideQuestion(asked, 'figures', 'programmeOwner', now)],
    programme: { ...programme, nextReviewOn: undefined },
  };
};
