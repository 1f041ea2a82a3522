import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseRow } from '../../shared/case/row.ts';
import type { RowFilter, RowOrder } from '../../shared/case/row-filter.ts';
import { putAll } from '../../shared/records/batches.ts';
import { caseSummaryItem } from '../../shared/records/candidates.ts';
import { rowItems } from '../../shared/records/row-items.ts';
import { searchRows, wordItems } from '../../shared/records/row-words.ts';
import { listRows, type RowPage } from '../../shared/records/rows.ts';
import { COUNCILS, manyRows, wordsOfRow } from '../builders/rows.ts';
import { metered } from '../harness/read-meter.ts';
import { store } from '../harness/record.ts';

/** Lists and search among ten thousand cases (decision 8): what they find, and what a page costs in read units. */

const TODAY = '2026-01-15';
const rows = manyRows(10_000);
/** A table of their own, with the keys of the deployed one: other tests look through that as a whole. */
const own = { ...store(), table: `lists-${randomUUID()}` };
const table = metered(own);
const printed = new Map<string, number>();

/** What these tests read, and look for: an item of another list, or of another word, would only take time to put there. */
const LISTS = ['all', 'open', 'milestone#projectStarted', `council#${COUNCILS[3]}`, `waiting#${COUNCILS[3]}`];
const isRead = ({ pk }: { readonly pk: string }): boolean =>
  LISTS.includes(pk.slice('rows#'.length)) || /^rows#waiting#(sobOffice|nominator)$/u.test(pk);
const SOUGHT =
  'ätstörning åmål höft borås förlossningsrädsla gravida skövde kbt insomni lidköping n-2020 ångest stress';
const COMMON = 'vuxna vårdcentralen stöd alingsås';
const isSought = ({ sk }: { readonly sk: string }): boolean =>
  `${SOUGHT} ${COMMON}`.split(' ').some((word) => sk.startsWith(word));

/** Rows and words as the real code stores them, in as few calls as there can be. */
beforeAll(async () => {
  const items = rows.flatMap((row) => rowItems(row, 1)).filter(isRead);
  const words = rows.flatMap((row) => wordItems(row, wordsOfRow(row))).filter(isSought);
  await own.client.send(
    new CreateTableCommand({
      TableName: own.table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  await putAll(own, [...items, ...words, ...rows.slice(-1).map(summaryOf)]);
}, 240_000);

const summaryOf = ({ id, number, title, unit, submittedOn }: CaseRow) =>
  caseSummaryItem({
    ...{
      number,
      caseId: id,
      workingTitle: title,
      nominatingUnit: unit,
      submittedAt: `${submittedOn}T12:00:00Z`,
    },
    ...{ clinicalAreas: [], targetGroup: '', summary: '' },
  });

afterAll(async () => {
  await own.client.send(new DeleteTableCommand({ TableName: own.table }));
  console.log([...printed].map(([what, units]) => `${what}: ${units} read units`).join('\n'));
});

const rowsOf = (page: RowPage | 'badCursor'): readonly CaseRow[] => (page === 'badCursor' ? [] : page.rows);

type Read = (paging: { readonly today: string; readonly cursor?: string }) => Promise<RowPage | 'badCursor'>;

interface Pages {
  readonly found: readonly CaseRow[];
  readonly isEnd: boolean;
}

/** Pages that are read of one list: the engine looks through all of it for each. */
const MOST_PAGES = 6;

/** Reads pages, each within what it may cost; `isEnd` where nothing is left. */
const pages = async (what: string, most: number, read: Read): Promise<Pages> => {
  const found: CaseRow[] = [];
  let cursor: string | undefined;
  for (let n = 0; n < MOST_PAGES; n += 1) {
    table.taken();
    const page = await read({ today: TODAY, ...(cursor !== undefined && { cursor }) });
    if (page === 'badCursor') throw new Error(`${what}: its own cursor is not taken`);
    const units = table.taken();
    printed.set(what, Math.max(units, printed.get(what) ?? 0));
    expect(units).toBeLessThanOrEqual(most);
    expect(page.units).toBeGreaterThanOrEqual(units);
    found.push(...page.rows);
    cursor = page.cursor;
    if (cursor === undefined) break;
  }
  return { found, isEnd: cursor === undefined };
};

/** What was read is how what is expected begins, and all of it where nothing is left. */
const expectPages = ({ found, isEnd }: Pages, expected: readonly CaseRow[]): void => {
  expect(found.length).toBeGreaterThan(3);
  expect(numbers(found)).toEqual(numbers(expected.slice(0, found.length)));
  if (isEnd) expect(found).toHaveLength(expected.length);
};

/** The same where the order is that of the words: in order of their numbers. */
const expectFound = ({ found, isEnd }: Pages, expected: readonly CaseRow[]): void => {
  const those = isEnd
    ? expected
    : expected.filter((row) => found.some(({ number }) => number === row.number));
  expect(found.length).toBeGreaterThan(3);
  expect(numbers(found).toSorted()).toEqual(numbers(those).toSorted());
};

const numbers = (all: readonly CaseRow[]): readonly string[] => all.map(({ number }) => number);

const by = (order: RowOrder) => (a: CaseRow, b: CaseRow) => {
  const keyOf = ({ submittedOn, targetOn = '9999', number }: CaseRow) =>
    `${order === 'target' ? targetOn : submittedOn}#${number}`;
  const older = keyOf(a) < keyOf(b) ? -1 : 1;
  return order === 'newest' ? -older : older;
};

const MOST_OF_LIST = 3;
const council = String(COUNCILS[3]);

describe('a list of ten thousand cases', () => {
  const lists: readonly [RowFilter, RowOrder, (row: CaseRow) => boolean][] = [
    [{ council }, 'newest', ({ councils }) => councils.includes(council)],
    [
      { council, year: '2020' },
      'oldest',
      (it) => it.councils.includes(council) && it.number.includes('-2020-'),
    ],
    [{ milestone: 'projectStarted' }, 'newest', ({ milestone }) => milestone === 'projectStarted'],
    [{ overdue: true }, 'target', ({ targetOn = '9999' }) => targetOn < TODAY],
    [{ waitingFor: 'sobOffice' }, 'target', ({ waitingFor }) => waitingFor.includes('sobOffice')],
    [
      { waitingFor: council, overdue: true },
      'target',
      (it) => it.waitingFor.includes(council) && (it.targetOn ?? '9999') < TODAY,
    ],
    [
      { council, milestone: 'inUse', kind: 'support' },
      'newest',
      (it) => it.councils.includes(council) && it.milestone === 'inUse' && it.kind === 'support',
    ],
    [{ state: 'open', kind: 'unsure' }, 'target', ({ isOpen, kind }) => isOpen && kind === 'unsure'],
  ];

  it.each(lists)(
    '%j by %s: every case once, in order, and no page costs more than three',
    async (filter, order, has) => {
      const read: Read = (paging) => listRows(table, filter, { order, ...paging });
      const found = await pages(JSON.stringify(filter), MOST_OF_LIST, read);
      expectPages(found, rows.filter(has).toSorted(by(order)));
    },
  );

  it('all of them: a page of fifty, and the next, for less than two', async () => {
    const newest = rows.toSorted(by('newest'));
    expectPages(await pages('all', 2, (paging) => listRows(table, {}, paging)), newest);
    const year = await pages('a year', 2, (paging) => listRows(table, { year: '2019' }, paging));
    expectPages(
      year,
      newest.filter(({ number }) => number.includes('-2019-')),
    );
  });

  it('a page has as many as are asked for, and says whether there are more', async () => {
    const few = { waitingFor: 'nominator' } as const;
    const exact = (await listRows(table, few, { limit: 7, today: TODAY })) as RowPage;
    expect([exact.rows.length, exact.cursor !== undefined]).toEqual([7, true]);
    const read = await pages('a page of 7', 1, (paging) => listRows(table, few, { limit: 7, ...paging }));
    const waiting = rows.filter(({ waitingFor }) => waitingFor.includes('nominator'));
    expectPages(read, waiting.toSorted(by('target')));
  });

  it('a cursor that is not of this list is refused', async () => {
    const { cursor = '' } = (await listRows(table, { council }, { today: TODAY })) as RowPage;
    for (const [filter, its] of [
      [{}, cursor],
      [{ council, year: '1999' }, cursor],
      [{ council }, 'x'],
    ] as const)
      expect(await listRows(table, filter, { cursor: its, today: TODAY })).toBe('badCursor');
  });
});

const MOST_OF_SEARCH = 10;

/** Apart from how the code looks for words: every word of the text, by its beginning. */
const finds = (query: string) => {
  const sought = query.toLowerCase().split(' ');
  return ({ title, unit, number, registrationNumber = '' }: CaseRow): boolean => {
    const there = `${title} ${unit} ${number} ${registrationNumber}`.toLowerCase().split(' ');
    return sought.every((word) => there.some((it) => it.startsWith(word)));
  };
};

/** Those of a day by their numbers. */
const latest = (a: CaseRow, b: CaseRow): number =>
  b.submittedOn.localeCompare(a.submittedOn) || a.number.localeCompare(b.number);

describe('a search among ten thousand cases', () => {
  it.each([
    'ätstörning åmål',
    'höft borås',
    'förlossningsrädsla gravida skövde',
    'kbt insomni lidköping',
    'n-2020-012',
  ])('“%s”: every case once, and no page costs more than ten', async (words) => {
    const found = await pages(`“${words}”`, MOST_OF_SEARCH, (paging) => searchRows(table, words, paging));
    expectFound(found, rows.filter(finds(words)));
  });

  it('the words that most cases have cost no more', async () => {
    for (const words of ['vuxna', 'vårdcentralen', 'kbt vuxna vårdcentralen', 'stöd stress alingsås'])
      await pages(`“${words}”`, MOST_OF_SEARCH, (paging) => searchRows(table, words, paging));
  });

  it('å, ä and ö are letters of their own, also where they are written in two parts', async () => {
    const search = async (words: string) => numbers(rowsOf(await searchRows(table, words, { today: TODAY })));
    expect(await search('angest')).toEqual([]);
    expect((await search('Ångest')).length).toBeGreaterThan(5);
    expect(await search('ÅNGEST'.normalize('NFD'))).toEqual(await search('ångest'));
  });

  it('the latest come first, as they are now, and others are left out by the filter', async () => {
    const found = rowsOf(await searchRows(table, 'ångest', { today: TODAY }));
    expect(found).toEqual(rows.filter(finds('ångest')).toSorted(latest).slice(0, found.length));
    const filter = { year: '2018', kind: 'support' } as const;
    const filtered = await pages('“ångest” with a filter', MOST_OF_SEARCH, (paging) =>
      searchRows(table, 'ångest', { filter, ...paging }),
    );
    const isOf = ({ number, kind }: CaseRow): boolean => number.includes('-2018-') && kind === 'support';
    expectFound(
      filtered,
      rows.filter((it) => finds('ångest')(it) && isOf(it)),
    );
  });

  it('a case number finds its case alone', async () => {
    const last = rows.at(-1) as CaseRow;
    const { found } = await pages('a case number', 2, (paging) =>
      searchRows(table, ` ${last.number.toLowerCase()}`, paging),
    );
    expect(found).toEqual([last]);
  });

  it('nothing is found by nothing, and a cursor of other words is refused', async () => {
    expect(await searchRows(table, ' ö ', { today: TODAY })).toMatchObject({ rows: [] });
    const { cursor = '' } = (await searchRows(table, 'ångest', { today: TODAY })) as RowPage;
    expect(await searchRows(table, 'stress', { cursor, today: TODAY })).toBe('badCursor');
  });
});
