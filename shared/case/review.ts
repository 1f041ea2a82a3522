import { Temporal } from 'temporal-polyfill';
import type { FieldProblem } from '../routine/check.ts';
import { dateInWords, type Words } from '../routine/words.ts';
import { type Consequence, NO_CONSEQUENCE } from './consequence.ts';
import type { CaseFacts } from './facts.ts';
import { sideQuestion } from './opening.ts';
import { begin } from './phases.ts';
import { at } from './problems.ts';
import { reviewed } from './put-off.ts';
import { dateInSweden } from './sweden.ts';
import { daysAfter } from './working-days.ts';

/** The day of the yearly lists, the same for all councils: autumn's first meetings are over, and what is found can still be done in the year. */
const LIST_DAY = '10-01';
/** The owner has this long to give the year's figures before the council's list comes. */
const DAYS_FOR_FIGURES = 30;
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

/** a follow-up is put off to one of the next two yearly lists at the latest. */
export const tooLateForLists = (nextReviewOn: string | undefined, today: string): FieldProblem | false => {
  const last = nextListDay(nextListDay(today));
  return nextReviewOn !== undefined && nextReviewOn > last && at('nextReviewOn', tooFarAhead(last));
};

const tooFarAhead = (last: string): Words => ({
  sv: `Ett program följs upp varje år. Välj en dag senast den ${dateInWords(last, 'sv')}, eller lämna tomt.`,
  en: `A programme is followed up every year. Choose a day no later than ${dateInWords(last, 'en')}, or leave empty.`,
});

/** The day on which a review begins, so that its owner has been asked for the figures when its council is asked. */
export const reviewBeginsOn = (nextReviewOn: string): string => daysAfter(nextReviewOn, -DAYS_FOR_FIGURES);

/**
 * What begins the review of a programme that is due: its owner is asked for the year's figures, and its council, by a
 * machine of its own, on the day of its list. Nothing where it is not due, is inactivated, or a phase is under way that it
 * waits for.
 */
export const beginReview = (facts: CaseFacts, now: Date): Consequence | undefined => {
  const { head, programme } = facts;
  const isDue =
    programme?.nextReviewOn !== undefined &&
    reviewBeginsOn(programme.nextReviewOn) <= dateInSweden(now) &&
    programme.inactivatedOn === undefined &&
    !head.phaseWanted;
  if (!isDue) return undefined;
  const asked = { ...facts, head: { ...head, phase: 'review' as const } };
  return {
    ...NO_CONSEQUENCE,
    head: {
      ...begin(facts, 'review', 'yearly'),
      ...reviewed(facts, 'followUp', programme.nextReviewOn),
    },
    asks:
      head.contacts.programmeOwner === undefined
        ? []
        : [sideQuestion(asked, 'figures', 'programmeOwner', now)],
    programme: { ...programme, nextReviewOn: undefined },
  };
};
