import * as z from 'zod';
import type { RowFilter, RowOrder } from '../case/row-filter.ts';
import { MOST_SOUGHT } from '../case/search.ts';
import { MOST_ROWS } from '../records/rows.ts';
import type { FieldProblem } from '../routine/check.ts';
import { MILESTONES } from '../routine/question.ts';
import type { Words } from '../routine/words.ts';

/** What a request asks of the list of nominations. */
export interface NominationsQuery {
  readonly filter: RowFilter;
  /** Words to search for; none where there are none. */
  readonly q?: string;
  readonly order?: RowOrder;
  readonly cursor?: string;
  readonly limit: number;
}

const KINDS = ['treatment', 'support', 'unsure'] as const;
const STATES = ['open', 'ended'] as const;
const ORDERS = ['newest', 'oldest', 'target'] as const satisfies readonly RowOrder[];

/** As the register has them, or a role of those whom a case names. */
const who = z.string().regex(/^[a-z][A-Za-z0-9-]{0,59}$/u);

/** What the query may hold, as the HTTP API gives it: texts. */
export const parameters = {
  milestone: z.enum(MILESTONES),
  council: who,
  kind: z.enum(KINDS),
  year: z.string().regex(/^2\d{3}$/u),
  overdue: z.enum(['true', 'false']).transform((it) => (it === 'true' ? (true as const) : undefined)),
  waitingFor: who,
  state: z.enum(STATES),
  order: z.enum(ORDERS),
  q: z.string().regex(/\S/u).max(MOST_SOUGHT).trim(),
  cursor: z.string().min(1).max(1000),
  limit: z
    .string()
    .regex(/^\d{1,3}$/u)
    .transform(Number)
    .pipe(z.int().min(1).max(MOST_ROWS)),
};

type Name = keyof typeof parameters;

const oneOf = (values: readonly string[]): Words => ({
  sv: `Ange ett av ${values.join(', ')}.`,
  en: `State one of ${values.join(', ')}.`,
});

const A_BODY: Words = {
  sv: 'Ange ett id från /api/bodies, eller en roll som nominator.',
  en: 'State an id from /api/bodies, or a role such as nominator.',
};

/** What each parameter may be, for people. */
export const MAY_BE: Readonly<Record<Name, Words>> = {
  milestone: oneOf(MILESTONES),
  council: { sv: 'Ange ett råds id från /api/bodies.', en: 'State a council’s id from /api/bodies.' },
  kind: oneOf(KINDS),
  year: { sv: 'Ange ett år med fyra siffror.', en: 'State a year with four digits.' },
  overdue: oneOf(['true', 'false']),
  waitingFor: A_BODY,
  state: oneOf(STATES),
  order: oneOf(ORDERS),
  q: { sv: `Ange 1–${MOST_SOUGHT} tecken.`, en: `State 1–${MOST_SOUGHT} characters.` },
  cursor: {
    sv: 'Använd cursor som den kom i förra svaret, med samma övriga parametrar.',
    en: 'Use cursor as it came in the answer before, with the same other parameters.',
  },
  limit: { sv: `Ange ett tal från 1 till ${MOST_ROWS}.`, en: `State a number from 1 to ${MOST_ROWS}.` },
};

const UNKNOWN: Words = {
  sv: `Parametern finns inte. De som finns är ${Object.keys(parameters).join(', ')}.`,
  en: `There is no such parameter. There are ${Object.keys(parameters).join(', ')}.`,
};

export const BAD_CURSOR: FieldProblem = { field: 'cursor', message: MAY_BE.cursor };

const isName = (name: string): name is Name => Object.hasOwn(parameters, name);

/** The query of a request, or everything that is wrong with it. */
export const readQuery = (
  sent: Readonly<Record<string, string | undefined>>,
): NominationsQuery | { readonly problems: readonly FieldProblem[] } => {
  const problems = Object.entries(sent).flatMap(([name, value]): readonly FieldProblem[] => {
    if (!isName(name)) return [{ field: name, message: UNKNOWN }];
    return parameters[name].safeParse(value).success ? [] : [{ field: name, message: MAY_BE[name] }];
  });
  if (problems.length > 0) return { problems };
  const { q, order, cursor, limit = MOST_ROWS, ...filter } = z.object(parameters).partial().parse(sent);
  return { filter: stated(filter), limit, ...stated({ q, order, cursor }) };
};

type Stated<T> = { [K in keyof T]: Exclude<T[K], undefined> };

const stated = <T extends object>(given: T): Stated<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Stated<T>;
