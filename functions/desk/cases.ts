import * as z from 'zod';
import type { Asked } from '../../shared/case/facts.ts';
import type { CaseRow } from '../../shared/case/row.ts';
import { isOverdue, type RowFilter, type RowOrder } from '../../shared/case/row-filter.ts';
import { MOST_SOUGHT } from '../../shared/case/search.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { daysBetween } from '../../shared/case/working-days.ts';
import {
  type CasesAsked,
  type DeskCasesView,
  deskCasesPage,
  KINDS,
  type ListedCase,
  STANDING,
  usualOrder,
} from '../../shared/pages/pages.ts';
import type { Body } from '../../shared/records/bodies.ts';
import { MOST_FOUND } from '../../shared/records/row-words.ts';
import { MOST_ROWS, type RowPage } from '../../shared/records/rows.ts';
import { ROLE_NAMES } from '../../shared/routine/routine.ts';
import type { Words } from '../../shared/routine/words.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import type { Visitor } from '../../shared/web/desk-door.ts';
import { language, page } from '../../shared/web/request.ts';

interface Paging {
  /** Of the page before. */
  readonly cursor?: string;
  readonly today: string;
}

export interface CasesDeps {
  readonly record: {
    bodies(): Promise<readonly Body[]>;
    rows(filter: RowFilter, paging: Paging & { readonly order: RowOrder }): Promise<RowPage | 'badCursor'>;
    /** Those that all the words find. */
    search(words: string, filter: RowFilter, paging: Paging): Promise<RowPage | 'badCursor'>;
  };
  now(): Date;
}

/** `GET /desk`: the cases that the address asks for; what it asks for and nobody knows does not count. */
export const showCases = async (
  deps: CasesDeps,
  event: HttpEvent,
  { desk }: Visitor,
): Promise<HttpResult> => {
  const bodies = await deps.record.bodies();
  const today = dateInSweden(deps.now());
  const { asked, place, isIgnored, isReordered } = read(event, bodies);
  const found = await find(deps, asked, today, place.after);
  const isLost = found === 'badCursor';
  const { rows, cursor } = isLost ? await first(deps, asked, today) : found;
  const view: DeskCasesView = {
    lang: language(event),
    desk,
    asked,
    choices: choicesOf(bodies, today),
    isIgnored: isIgnored || isLost,
    isReordered,
    cases: rows.map((row) => listed(row, bodies, today)),
    first: isLost ? 1 : place.first,
    ...(cursor !== undefined && { next: cursor, isCutShort: rows.length < fullPage(asked) }),
  };
  return page(200, deskCasesPage(view));
};

/** A page with fewer cases than this, and more to come, was cut short. */
const fullPage = ({ q }: CasesAsked): number => (q === '' ? MOST_ROWS : MOST_FOUND);

const find = (
  { record }: CasesDeps,
  { q, state, order, ...filter }: CasesAsked,
  today: string,
  cursor?: string,
): Promise<RowPage | 'badCursor'> => {
  const among: RowFilter = { ...filter, ...(state !== 'all' && { state }) };
  const paging = { today, ...(cursor !== undefined && { cursor }) };
  return q === '' ? record.rows(among, { ...paging, order }) : record.search(q, among, paging);
};

const first = async (deps: CasesDeps, asked: CasesAsked, today: string): Promise<RowPage> => {
  const found = await find(deps, asked, today);
  if (found === 'badCursor') throw new Error('A list without a cursor has a bad one');
  return found;
};

interface ReadQuery {
  readonly asked: CasesAsked;
  readonly place: z.infer<typeof place>;
  readonly isIgnored: boolean;
  readonly isReordered: boolean;
}

const ORDERS = ['target', 'newest', 'oldest'] as const;
const MILESTONES = Object.keys(STANDING) as (keyof typeof STANDING)[];

const place = z.object({
  after: z.string().max(1000).optional().catch(undefined),
  first: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});

/** What the address asks for. A form sends what is not chosen as nothing. */
const read = (event: HttpEvent, bodies: readonly Body[]): ReadQuery => {
  const sent = Object.fromEntries(
    Object.entries(event.queryStringParameters ?? {}).filter(([, value]) => value !== ''),
  );
  let isIgnored = false;
  const oneOf = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    if (sent[name] === undefined) return undefined;
    const { success, data } = schema.safeParse(sent[name]);
    if (!success) isIgnored = true;
    return data;
  };
  const filter = {
    milestone: oneOf('milestone', z.enum(MILESTONES)),
    council: oneOf('council', z.enum(councilsIn(bodies).map(({ id }) => id))),
    kind: oneOf('kind', z.enum(['treatment', 'support', 'unsure'])),
    year: oneOf('year', z.string().regex(/^2\d{3}$/u)),
    overdue: oneOf(
      'overdue',
      z.literal('1').transform(() => true as const),
    ),
    waitingFor: oneOf('waitingFor', z.enum(Object.keys(waitedFor(bodies)))) as Asked | undefined,
  };
  const state = oneOf('state', z.enum(['open', 'ended', 'all'])) ?? 'open';
  const wanted = oneOf('order', z.enum(ORDERS));
  const q = (sent.q ?? '').trim().slice(0, MOST_SOUGHT);
  const byTarget = state === 'open' || filter.overdue === true || filter.waitingFor !== undefined;
  // What words find has an order of its own.
  const order = (q === '' ? orderOf(byTarget, wanted) : undefined) ?? usualOrder({ state });
  const stated = Object.entries(filter).filter(([, value]) => value !== undefined);
  return {
    asked: { q, state, order, ...Object.fromEntries(stated) },
    place: place.parse(sent),
    isIgnored,
    isReordered: byTarget && q === '' && wanted !== undefined && wanted !== order,
  };
};

/** By the target date where it is for somebody to answer, and only there. */
const orderOf = (byTarget: boolean, wanted: RowOrder | undefined): RowOrder | undefined => {
  if (byTarget) return 'target';
  return wanted === 'target' ? undefined : wanted;
};

const councilsIn = (bodies: readonly Body[]): readonly Body[] =>
  bodies.filter(({ role }) => role === 'coordinationCouncil');

/** Those whom the case names, of whom it has one each. */
const NAMED = [
  ...(['nominator', 'headOfOperations', 'projectOwner', 'projectManager'] as const),
  ...(['steeringGroup', 'independentReviewer', 'programmeOwner'] as const),
];

/** Whoever a case can wait for. */
const waitedFor = (bodies: readonly Body[]): Readonly<Record<string, Words>> =>
  Object.fromEntries([
    ...bodies.map(({ id, name }) => [id, name]),
    ...NAMED.map((role) => [role, ROLE_NAMES[role]]),
  ]);

/** Years back that can be chosen. */
const MOST_YEARS = 10;

const choicesOf = (bodies: readonly Body[], today: string): DeskCasesView['choices'] => {
  const thisYear = Number(today.slice(0, 'YYYY'.length));
  return {
    council: Object.fromEntries(councilsIn(bodies).map(({ id, name }) => [id, name])),
    waitingFor: waitedFor(bodies),
    years: Array.from({ length: MOST_YEARS }, (_, ago) => String(thisYear - ago)),
  };
};

const listed = (row: CaseRow, bodies: readonly Body[], today: string): ListedCase => {
  const { number, title, unit, milestone, targetOn, restsUntil, registrationNumber } = row;
  const names = waitedFor(bodies);
  return {
    ...{ number, title, unit, milestone },
    kind: KINDS[row.kind],
    waitingFor: row.waitingFor.map((it) => names[it] ?? { sv: it, en: it }),
    ...(row.waitingSince !== undefined && { waitingDays: daysBetween(row.waitingSince, today) }),
    ...(targetOn !== undefined && { targetOn }),
    ...(targetOn !== undefined && isOverdue(row, today) && { overdueDays: daysBetween(targetOn, today) }),
    ...(restsUntil !== undefined && { restsUntil }),
    ...(registrationNumber !== undefined && { registrationNumber }),
    ageDays: daysBetween(row.submittedOn, today),
  };
};
