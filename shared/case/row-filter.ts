import type { Milestone } from '../routine/question.ts';
import type { Asked, BodyId, CaseHead } from './facts.ts';
import type { CaseRow } from './row.ts';
import { daysAfter } from './working-days.ts';

/** Which cases a list shows: those that all stated conditions hold for. */
export interface RowFilter {
  readonly milestone?: Milestone;
  /** The nomination is with this council. */
  readonly council?: BodyId;
  readonly kind?: CaseHead['programmeKind'];
  /** `YYYY`, of the submission. */
  readonly year?: string;
  /** Somebody is asked whose answer was wished for before today. */
  readonly overdue?: true;
  /** A body's id, or a role of those whom the case names. */
  readonly waitingFor?: Asked;
  readonly state?: 'open' | 'ended';
}

/**
 * By submission, or by the day that an answer is wished for. What is open, overdue or waits for somebody is listed by that
 * day whatever is asked for.
 */
export type RowOrder = 'newest' | 'oldest' | 'target';

/** A list that is kept, and the day that it has a case at. */
export interface Place {
  readonly list: string;
  readonly day: string;
}

export const ALL = 'all';
const OPEN = 'open';
const ofMilestone = (milestone: string): string => `milestone#${milestone}`;
const ofCouncil = (council: string): string => `council#${council}`;
const thatWaitFor = (who: string): string => `waiting#${who}`;

/** After every day: nobody has said when an answer is wished for. */
const NO_TARGET = '9999-12-31';

/** The lists that a case is in. Those by submission come first; in the others it stands at its target day. */
export const placesOf = (row: CaseRow): readonly Place[] => {
  const { submittedOn, targetOn = NO_TARGET } = row;
  const bySubmission = [ALL, ofMilestone(row.milestone), ...row.councils.map(ofCouncil)];
  const byTarget = row.isOpen ? [OPEN, ...row.waitingFor.map(thatWaitFor)] : [];
  return [
    ...bySubmission.map((list) => ({ list, day: submittedOn })),
    ...byTarget.map((list) => ({ list, day: targetOn })),
  ];
};

/** The list to read for a filter, and where in it: from the one day to the other, both among them. */
export interface Reading {
  readonly list: string;
  readonly from: string;
  readonly to: string;
  readonly order: RowOrder;
  /** Whatever stands there is what the filter asks for. */
  readonly tellsAll: boolean;
}

const FIRST_DAY = '0000-01-01';

/** The list that tells most of what a filter asks for; what it does not tell is left to `fits`. */
export const readingOf = (filter: RowFilter, wanted: RowOrder | undefined, today: string): Reading => {
  const { waitingFor, overdue, state } = filter;
  return waitingFor !== undefined || overdue || state === 'open' || wanted === 'target'
    ? byTarget(filter, today)
    : bySubmission(filter, wanted ?? 'newest');
};

const byTarget = (filter: RowFilter, today: string): Reading => {
  const { waitingFor, overdue } = filter;
  return {
    list: waitingFor === undefined ? OPEN : thatWaitFor(waitingFor),
    from: FIRST_DAY,
    to: overdue ? daysAfter(today, -1) : NO_TARGET,
    order: 'target',
    tellsAll: asksOnlyFor(filter, [
      'waitingFor',
      'overdue',
      ...(filter.state === 'open' ? (['state'] as const) : []),
    ]),
  };
};

const bySubmission = (filter: RowFilter, order: RowOrder): Reading => {
  const { council, milestone, year } = filter;
  const of = council === undefined ? 'milestone' : 'council';
  const list =
    council !== undefined ? ofCouncil(council) : milestone !== undefined ? ofMilestone(milestone) : ALL;
  return {
    list,
    from: year === undefined ? FIRST_DAY : `${year}-01-01`,
    to: year === undefined ? NO_TARGET : `${year}-12-31`,
    order,
    tellsAll: asksOnlyFor(filter, [of, 'year']),
  };
};

const asksOnlyFor = (filter: RowFilter, told: readonly (keyof RowFilter)[]): boolean =>
  Object.entries(filter).every(
    ([name, value]) => value === undefined || told.includes(name as keyof RowFilter),
  );

/** Whether a filter has a case, whatever list it was read from. */
export const fits = (row: CaseRow, filter: RowFilter, today: string): boolean => {
  const { milestone, council, kind, year, overdue, waitingFor, state } = filter;
  return (
    (milestone === undefined || row.milestone === milestone) &&
    (council === undefined || row.councils.includes(council)) &&
    (kind === undefined || row.kind === kind) &&
    (year === undefined || row.submittedOn.startsWith(year)) &&
    (!overdue || isOverdue(row, today)) &&
    (waitingFor === undefined || row.waitingFor.includes(waitingFor)) &&
    (state === undefined || row.isOpen === (state === 'open'))
  );
};

/** Somebody is asked whose answer was wished for before today. */
export const isOverdue = ({ targetOn }: Pick<CaseRow, 'targetOn'>, today: string): boolean =>
  targetOn !== undefined && targetOn < today;
