import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import type { RowFilter } from '../shared/case/row-filter.ts';
import { putAll } from '../shared/records/batches.ts';
import { rowItems } from '../shared/records/row-items.ts';
import { searchRows, wordItems } from '../shared/records/row-words.ts';
import { listRows, MOST_ROWS, type RowPage } from '../shared/records/rows.ts';
import type { Store } from '../shared/records/store.ts';
import { COUNCILS, manyRows, wordsOfRow } from '../test/builders/rows.ts';
import { metered } from '../test/harness/read-meter.ts';
import { median } from './statistics.ts';

/** A page of a list or a search among so many cases. */
export interface PageCost {
  readonly what: string;
  readonly kind: 'list' | 'search';
  readonly cases: number;
  readonly rows: number;
  /** The dearest of the first pages, in read units. */
  readonly units: number;
  /** Of the first whole pages, in read units: one page's are rounded to halves. */
  readonly mean: number;
  /** The median of the first pages. Of the engine, which looks through the whole partition: not of DynamoDB. */
  readonly milliseconds: number;
}

export const SIZES = [1_000, 10_000, 100_000] as const;

const TODAY = '2026-01-15';
const council = String(COUNCILS[3]);

const LISTS: Readonly<Record<string, RowFilter>> = {
  all: {},
  'a year': { year: '2019' },
  open: { state: 'open' },
  'of a council': { council },
  'of a milestone': { milestone: 'projectStarted' },
  overdue: { overdue: true },
  'waits for the office': { waitingFor: 'sobOffice' },
  'council, milestone and kind': { council, milestone: 'inUse', kind: 'support' },
};

/** Rare words and common ones. */
const SEARCHES = ['ätstörning åmål', 'kbt insomni lidköping', 'vuxna', 'stöd stress alingsås'];

/** Pages that are read of a list or a search, the first ones. */
const PAGES = 10;

/** Pages among so many cases, on a table of their own that is gone afterwards. */
export const measureLists = async (store: Store, cases: number): Promise<readonly PageCost[]> => {
  const own = { ...store, table: `bench-${randomUUID()}` };
  await createTable(own);
  try {
    await fill(own, cases);
    const costs: PageCost[] = [];
    for (const [what, filter] of Object.entries(LISTS))
      costs.push({
        ...{ what, kind: 'list', cases },
        ...(await costOf(own, (table, paging) => listRows(table, filter, { today: TODAY, ...paging }))),
      });
    for (const words of SEARCHES)
      costs.push({
        ...{ what: `“${words}”`, kind: 'search', cases },
        ...(await costOf(own, (table, paging) => searchRows(table, words, { today: TODAY, ...paging }))),
      });
    return costs;
  } finally {
    await store.client.send(new DeleteTableCommand({ TableName: own.table }));
  }
};

const createTable = ({ client, table: TableName }: Store) =>
  client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );

/** Partitions that are read here; an item of another would take time to put there and change no page. */
const READ = new Set(
  ['all', 'open', 'milestone#projectStarted', `council#${council}`, 'waiting#sobOffice'].map(
    (list) => `rows#${list}`,
  ),
);

/** Puts in what is read, as the product stores it: of each list and of each word's partition all that it would hold. */
const fill = async (store: Store, cases: number): Promise<void> => {
  const parts = new Set(
    SEARCHES.flatMap((words) => words.split(' ')).map((word) => [...word].slice(0, 2).join('')),
  );
  const items = manyRows(cases).flatMap((row) => [
    ...rowItems(row, 1).filter(({ pk }) => READ.has(pk)),
    ...wordItems(row, wordsOfRow(row)).filter(({ pk }) => parts.has(pk.slice('word#'.length))),
  ]);
  await inLanes(items, (lane) => putAll(store, lane));
};

/** Calls to the engine at once. */
const LANES = 4;

const inLanes = async <T>(all: readonly T[], work: (lane: readonly T[]) => Promise<void>): Promise<void> => {
  const length = Math.ceil(all.length / LANES);
  await Promise.all(Array.from({ length: LANES }, (_, n) => work(all.slice(n * length, (n + 1) * length))));
};

type Read = (table: Store, paging: { readonly cursor?: string }) => Promise<RowPage | 'badCursor'>;

const costOf = async (store: Store, read: Read) => {
  const table = metered(store);
  const pages: { rows: number; units: number; milliseconds: number }[] = [];
  let cursor: string | undefined;
  for (let n = 0; n < PAGES; n += 1) {
    const since = performance.now();
    const page = await read(table, { ...(cursor !== undefined && { cursor }) });
    if (page === 'badCursor') throw new Error('A list does not take its own cursor.');
    const milliseconds = performance.now() - since;
    pages.push({ rows: page.rows.length, units: table.taken(), milliseconds });
    cursor = page.cursor;
    if (cursor === undefined) break;
  }
  const rows = Math.max(...pages.map((it) => it.rows));
  const whole = pages.filter((it) => it.rows === rows);
  return {
    rows,
    units: Math.max(...pages.map((it) => it.units)),
    mean: whole.reduce((sum, it) => sum + it.units, 0) / whole.length,
    milliseconds: median(pages.map((it) => it.milliseconds)),
  };
};

/** Growth of a page of fifty from the fewest cases to the most, where there are fifty among the fewest as well. */
export const growthOf = (
  pages: readonly PageCost[],
): readonly (readonly [what: string, growth: number])[] => {
  const [fewest, most] = [Math.min(...pages.map((it) => it.cases)), Math.max(...pages.map((it) => it.cases))];
  return pages
    .filter((it) => it.kind === 'list' && it.cases === fewest && it.rows === MOST_ROWS)
    .flatMap(({ what, mean }) => {
      const grown = pages.find((it) => it.what === what && it.cases === most);
      return grown === undefined ? [] : [[what, grown.mean / mean] as const];
    });
};
