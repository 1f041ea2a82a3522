import { isDeepStrictEqual } from 'node:util';
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { CaseFacts } from '../case/facts.ts';
import { type CaseRow, rowOf } from '../case/row.ts';
import { wordsOf } from '../case/row-words.ts';
import { textDigest } from './acts.ts';
import { type CaseSummary, listCaseSummaries, readCaseSummary } from './candidates.ts';
import { readFacts } from './cases.ts';
import { won } from './failures.ts';
import type { Key } from './keys.ts';
import { mainKey, rowFrom, rowItems } from './row-items.ts';
import { replaceWords } from './row-words.ts';
import type { Store } from './store.ts';

/**
 * The row of a case is kept by that in the list of all: it says from which facts it was made (`s`), by which words the case
 * is found (`h`), and, from before the first to after the last write in other lists, what is to be removed from them (`left`).
 * So whoever comes after one that was cut off does the rest; what is newer is never replaced by what is older.
 */
interface Kept {
  readonly row: CaseRow;
  readonly s: number;
  readonly h?: string;
  readonly left?: readonly Key[];
}

/** A row as it is to be. */
interface Wanted {
  readonly row: CaseRow;
  readonly stamp: number;
  readonly words: readonly string[];
}

/** Tries at most this often when somebody else keeps the same row at the same moment. */
const MOST_TRIES = 8;

/**
 * Brings a case's row and words to what its facts say, in all the lists that it is in. Where they say so already nothing is
 * written, nor where they have been made from newer facts. (So a writer that is held up may still put there what was so
 * in between, where the case has come back to where it was: the next look, at most a day later, mends that.)
 * @param again write it all, whatever is there
 */
export const refreshRow = async (store: Store, facts: CaseFacts, { again = false } = {}): Promise<void> => {
  const summary = await readCaseSummary(store, facts.head.number, { isNewest: true });
  if (summary === undefined) return;
  const wanted = wantedOf(facts, summary);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const kept = await readKept(store, wanted.row);
    if (kept !== undefined && (kept.s > wanted.stamp || (!again && isDone(kept, wanted)))) return;
    if (await begin(store, wanted, kept)) return carryOut(store, wanted, kept);
  }
  throw new Error(`The row of ${facts.head.number} kept changing`);
};

const wantedOf = (facts: CaseFacts, summary: CaseSummary): Wanted => {
  const row = rowOf(facts, summary);
  const texts = [summary.workingTitle, summary.nominatingUnit, facts.programme?.name, row.registrationNumber];
  return {
    row,
    // Each act raises the one, each opening the other: of two readings, the later has the greater sum.
    stamp: facts.head.version + facts.head.opened,
    words: wordsOf([row.number, ...texts.filter((text) => text !== undefined)]),
  };
};

const readKept = async ({ client, table }: Store, row: CaseRow): Promise<Kept | undefined> => {
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: mainKey(row), ConsistentRead: true }),
  );
  return Item === undefined ? undefined : { row: rowFrom(Item), s: Item.s, h: Item.h, left: Item.left };
};

const isDone = ({ row, h, left }: Kept, wanted: Wanted): boolean =>
  left === undefined && h === digestOf(wanted.words) && isDeepStrictEqual(row, wanted.row);

const digestOf = (words: readonly string[]): string => textDigest(words.join(' ')).slice(0, 8);

const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });
const isSame = (a: Key) => (b: Key) => a.pk === b.pk && a.sk === b.sk;

/** What was written of a row, or was to be removed, and is no longer wanted. */
const leftBy = (kept: Kept | undefined, items: readonly Key[]): readonly Key[] =>
  kept === undefined
    ? []
    : [...rowItems(kept.row, kept.s), ...(kept.left ?? [])]
        .map(keyOf)
        .filter((key) => !items.some(isSame(key)));

/** Says what will be done, in the place of exactly what was read. */
const begin = (
  { client, table }: Store,
  { row, stamp }: Wanted,
  kept: Kept | undefined,
): Promise<boolean> => {
  const [main, ...others] = rowItems(row, stamp);
  const left = leftBy(kept, [...(main ? [main] : []), ...others]);
  return won(() =>
    client.send(
      new PutCommand({
        TableName: table,
        Item: { ...main, left, ...(kept?.h !== undefined && { h: kept.h }) },
        ...(kept === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : { ConditionExpression: 's = :before', ExpressionAttributeValues: { ':before': kept.s } }),
      }),
    ),
  );
};

const carryOut = async (store: Store, wanted: Wanted, kept: Kept | undefined): Promise<void> => {
  const { row, stamp, words } = wanted;
  const [, ...others] = rowItems(row, stamp);
  const removed = leftBy(kept, rowItems(row, stamp));
  const written = kept?.h !== digestOf(words);
  await Promise.all([
    ...others.map((item) => putUnlessNewer(store, item, stamp)),
    ...removed.map((key) => removeUnlessNewer(store, key, stamp)),
    ...(written ? [replaceWords(store, row, words)] : []),
  ]);
  if (!(await finish(store, wanted))) await giveWay(store, wanted);
};

const NOT_NEWER = 'attribute_not_exists(pk) OR s <= :s';

const putUnlessNewer = ({ client, table }: Store, item: Key, stamp: number): Promise<boolean> =>
  won(() =>
    client.send(
      new PutCommand({
        TableName: table,
        Item: item,
        ConditionExpression: NOT_NEWER,
        ExpressionAttributeValues: { ':s': stamp },
      }),
    ),
  );

const removeUnlessNewer = ({ client, table }: Store, key: Key, stamp: number): Promise<boolean> =>
  won(() =>
    client.send(
      new DeleteCommand({
        TableName: table,
        Key: key,
        ConditionExpression: NOT_NEWER,
        ExpressionAttributeValues: { ':s': stamp },
      }),
    ),
  );

const finish = ({ client, table }: Store, { row, stamp, words }: Wanted): Promise<boolean> =>
  won(() =>
    client.send(
      new UpdateCommand({
        TableName: table,
        Key: mainKey(row),
        UpdateExpression: 'SET h = :h REMOVE #left',
        ConditionExpression: 's = :s',
        ExpressionAttributeNames: { '#left': 'left' },
        ExpressionAttributeValues: { ':h': digestOf(words), ':s': stamp },
      }),
    ),
  );

/**
 * Somebody with newer facts has begun before this was finished, and may have removed what was then put: it is taken away
 * again, unless it is theirs. Words hold no stamp: they are written anew with the next look.
 */
const giveWay = async (store: Store, { row, stamp }: Wanted): Promise<void> => {
  const newer = await readKept(store, row);
  if (newer === undefined) return;
  const theirs = rowItems(newer.row, newer.s);
  const mine = rowItems(row, stamp)
    .map(keyOf)
    .filter((key) => !theirs.some(isSame(key)));
  await Promise.all(mine.map((key) => removeUnlessNewer(store, key, stamp)));
  await won(() =>
    store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: mainKey(row),
        UpdateExpression: 'REMOVE h',
        ConditionExpression: 'attribute_exists(pk)',
      }),
    ),
  );
};

/** Cases that are read and written at a time. */
const AT_ONCE = 8;

/**
 * Writes the row and words of the case with a number anew, or those of all cases; how many there are. For an operator: it
 * reads each of them whole.
 */
export const rebuildRows = async (store: Store, number?: string): Promise<number> => {
  const summaries =
    number === undefined
      ? await listCaseSummaries(store)
      : [await readCaseSummary(store, number)].filter((it) => it !== undefined);
  for (let from = 0; from < summaries.length; from += AT_ONCE)
    await Promise.all(
      summaries.slice(from, from + AT_ONCE).map(async ({ caseId }) => {
        const facts = await readFacts(store, caseId);
        if (facts !== undefined) await refreshRow(store, facts, { again: true });
      }),
    );
  return summaries.length;
};
