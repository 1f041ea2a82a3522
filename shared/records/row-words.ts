import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { CaseRow } from '../case/row.ts';
import { fits, type RowFilter } from '../case/row-filter.ts';
import { hasAll, soughtWords } from '../case/row-words.ts';
import { dateInSweden } from '../case/sweden.ts';
import { getAll, putAll } from './batches.ts';
import { readCaseSummary } from './candidates.ts';
import { countedUp, keys, words as partOf } from './keys.ts';
import { cursorOf, placeIn } from './row-cursor.ts';
import { mainKey, ROW_ATTRIBUTES, rowFrom } from './row-items.ts';
import { readStrip, type Stretch } from './row-reading.ts';
import type { Paging, RowPage } from './rows.ts';
import type { Store } from './store.ts';

type Found = Pick<CaseRow, 'id' | 'number' | 'submittedOn'>;

/** The index's entries of a case: one for each of its words, with all of them. */
export const wordItems = (row: Pick<Found, 'number' | 'submittedOn'>, words: readonly string[]) =>
  words.map((word) => ({ ...keys.word(word, row.submittedOn, row.number), w: words.join(' ') }));

/** Has a case be found by these words and no others. Cut off anywhere, it is done again whole. */
export const replaceWords = async (store: Store, row: Found, words: readonly string[]): Promise<void> => {
  const Key = keys.caseWords(row.id);
  const { client, table: TableName } = store;
  const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  const before = ((Item?.words ?? []) as string[]).filter((word) => !words.includes(word));
  const keep = (all: readonly string[]) =>
    client.send(new PutCommand({ TableName, Item: { ...Key, words: all } }));
  await keep([...words, ...before]);
  await putAll(store, wordItems(row, words));
  for (const word of before)
    await client.send(new DeleteCommand({ TableName, Key: keys.word(word, row.submittedOn, row.number) }));
  if (before.length > 0) await keep(words);
};

/** Rows of a page of what was searched for, at most: each costs half a read unit, to be shown as it is now. */
export const MOST_FOUND = 12;

/** Read units for finding them, of which each word's first look may take its part; and bytes of an entry. */
const FINDING = { units: 3.5, bytesOfOne: 220 };
const LOOK = { ...FINDING, units: 0.5 };

/** Words that are looked at before one of them is followed. */
const MOST_LOOKS = 3;

/** An entry comes before all whose word goes on. */
const LAST = '\u{10ffff}';

/**
 * The cases that have all of the words' beginnings in their title, unit or numbers, in the order of the word that tells
 * most and the latest of them first; or the one case with a number. `badCursor` where the cursor is not of these words.
 */
export const searchRows = async (
  store: Store,
  text: string,
  { filter = {}, cursor, limit = MOST_FOUND, today }: Paging & { readonly filter?: RowFilter },
): Promise<RowPage | 'badCursor'> => {
  const byNumber = cursor === undefined ? await numbered(store, text.trim()) : NOTHING;
  if (byNumber.rows.length > 0) return onlyFitting(byNumber, filter, today);
  const sought = soughtWords(text);
  const wanted = { sought, filter, most: Math.min(limit, MOST_FOUND) };
  const found = cursor === undefined ? await begun(store, wanted) : await goneOn(store, wanted, cursor);
  if (found === undefined) return 'badCursor';
  const { word, items, units, after } = found;
  const page = await onlyFitting(await rowsAt(store, items.map(placeOf)), filter, today);
  return {
    ...page,
    units: byNumber.units + units + page.units,
    ...(after !== undefined && { cursor: cursorOf(word, after) }),
  };
};

const NOTHING: RowPage = { rows: [], units: 0 };

const onlyFitting = ({ rows, units }: RowPage, filter: RowFilter, today: string): RowPage => ({
  rows: rows.filter((row) => fits(row, filter, today)),
  units,
});

const UNITS_OF_ROW = 0.5;

/** The rows as they are now, in the order of their places. */
const rowsAt = async (store: Store, places: readonly Omit<Found, 'id'>[]): Promise<RowPage> => {
  const items = await getAll(store, places.map(mainKey), ROW_ATTRIBUTES);
  const rows = new Map(items.map(rowFrom).map((row) => [row.number, row]));
  return {
    rows: places.flatMap(({ number }) => rows.get(number) ?? []),
    units: places.length * UNITS_OF_ROW,
  };
};

/** `N-2026-0001`, or a number that the case brought with it: not a word. */
const NUMBER = /^(?=.*\d)[A-Z0-9]+(-[A-Z0-9]+)*$/u;

const numbered = async (store: Store, text: string): Promise<RowPage> => {
  const number = text.toUpperCase();
  if (!NUMBER.test(number)) return NOTHING;
  const summary = await readCaseSummary(store, number);
  if (summary === undefined) return { ...NOTHING, units: UNITS_OF_ROW };
  const submittedOn = dateInSweden(new Date(summary.submittedAt));
  const { rows, units } = await rowsAt(store, [{ number, submittedOn }]);
  return { rows, units: UNITS_OF_ROW + units };
};

interface Wanted {
  readonly sought: readonly string[];
  readonly filter: RowFilter;
  readonly most: number;
}

/** What was found by following one of the words. */
interface Followed extends Stretch {
  readonly word: string;
}

/** Follows the word that fewest cases have, as far as a first look at each tells; or else the longest. */
const begun = async (store: Store, wanted: Wanted): Promise<Followed> => {
  const [longest, ...others] = wanted.sought.slice(0, MOST_LOOKS);
  if (longest === undefined) return { word: '', items: [], units: 0 };
  if (others.length === 0) return follow(store, wanted, longest, FINDING.units);
  const looks = await Promise.all(
    [longest, ...others].map(async (word) => ({
      word,
      ...(await readStrip(store, stripOf(word), LOOK, { most: Infinity, isWanted: () => true })),
    })),
  );
  const units = looks.reduce((sum, look) => sum + look.units, 0);
  const [rarest] = looks
    .filter(({ after }) => after === undefined)
    .toSorted((a, b) => a.items.length - b.items.length);
  const followed = await follow(store, wanted, rarest?.word ?? longest, FINDING.units - units);
  return { ...followed, units: units + followed.units };
};

const goneOn = async (store: Store, wanted: Wanted, cursor: string): Promise<Followed | undefined> => {
  for (const word of wanted.sought) {
    const after = placeIn(cursor, word);
    if (after?.startsWith(word)) return follow(store, wanted, word, FINDING.units, after);
  }
  return undefined;
};

const stripOf = (word: string) => ({ ...partOf(word), from: word, to: `${word}${LAST}` });

const follow = async (
  store: Store,
  { sought, filter: { year }, most }: Wanted,
  word: string,
  units: number,
  after?: string,
): Promise<Followed> => {
  const isWanted = (item: Readonly<Record<string, unknown>>): boolean => {
    const { of, submittedOn } = placeOf(item);
    const words = String(item.w).split(' ');
    // A case is given once, by the first of its words that begin so.
    const isFirst = words.find((it) => it.startsWith(word)) === of;
    return isFirst && hasAll(words, sought) && (year === undefined || submittedOn.startsWith(year));
  };
  const isEach = sought.length === 1 && year === undefined;
  const strip = { ...stripOf(word), ...(after !== undefined && { after }) };
  return { word, ...(await readStrip(store, strip, { ...FINDING, units }, { most, isWanted, isEach })) };
};

/** What an entry's key says. */
const placeOf = ({ sk }: Readonly<Record<string, unknown>>) => {
  const [of = '', down = '', number = ''] = String(sk).split('#');
  return { of, number, submittedOn: countedUp(down) };
};
