import { GetCommand, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { yearAndNth } from '../case/case-number.ts';
import { tallyOf } from '../case/tally.ts';
import { allFacts } from './all-facts.ts';
import { listCaseSummaries } from './candidates.ts';
import { shardOf } from './counts.ts';
import { won } from './failures.ts';
import { type Key, keys, REPORTS } from './keys.ts';
import type { Store } from './store.ts';

/** A count of the yearly reports that is not what the cases come to. */
export interface WrongCount {
  readonly year: string;
  readonly shard: number;
  readonly name: string;
  /** Absent where nothing stands. */
  readonly stored: number | undefined;
  readonly counted: number;
}

/** A year whose next case number has been given already. */
export interface WrongCounter {
  readonly year: string;
  readonly used: number;
  readonly highest: number;
}

type Counts = Map<string, number>;

const nameOf = (year: string, shard: number, name: string): string => `${year}#${shard}#${name}`;

/**
 * The counts that are not what the cases come to. Reads every case: what is stored is read first, so that a case that
 * changes meanwhile makes `correctCounts` refuse, and never count it twice.
 */
export const wrongCounts = async (store: Store): Promise<readonly WrongCount[]> => {
  const stored = await storedCounts(store);
  const counted: Counts = new Map();
  const ids = (await listCaseSummaries(store)).map(({ caseId }) => caseId);
  for await (const facts of allFacts(store, ids))
    for (const [key, count] of Object.entries(tallyOf(facts))) {
      const [year = '', ...rest] = key.split('/');
      const name = nameOf(year, shardOf(facts.head.id), rest.join('/'));
      counted.set(name, (counted.get(name) ?? 0) + count);
    }
  return [...new Set([...stored.keys(), ...counted.keys()])]
    .filter((name) => (stored.get(name) ?? 0) !== (counted.get(name) ?? 0))
    .sort()
    .map((key) => {
      const [year = '', shard, name = ''] = key.split('#');
      return { year, shard: Number(shard), name, stored: stored.get(key), counted: counted.get(key) ?? 0 };
    });
};

const storedCounts = async ({ client, table }: Store): Promise<Counts> => {
  const counts: Counts = new Map();
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :counts)',
      ExpressionAttributeValues: { ':pk': REPORTS, ':counts': 'counts#' },
      ConsistentRead: true,
    },
  );
  for await (const { Items = [] } of pages)
    for (const { pk: _pk, sk, ...shard } of Items) {
      const [, year = '', nth] = String(sk).split('#');
      for (const [name, count] of Object.entries(shard))
        counts.set(nameOf(year, Number(nth), name), Number(count));
    }
  return counts;
};

/** Puts one count right; `false` when a case has changed it since it was read: read again. */
export const correctCount = (
  { client, table }: Store,
  { year, shard, name, stored, counted }: WrongCount,
): Promise<boolean> =>
  won(() =>
    client.send(
      new UpdateCommand({
        TableName: table,
        Key: keys.counts(year, shard),
        UpdateExpression: 'SET #count = :counted',
        ConditionExpression: stored === undefined ? 'attribute_not_exists(#count)' : '#count = :stored',
        ExpressionAttributeNames: { '#count': name },
        ExpressionAttributeValues: {
          ':counted': counted,
          ...(stored !== undefined && { ':stored': stored }),
        },
      }),
    ),
  );

/** The years whose counter of case numbers is behind the cases: after a restore, numbers would be given twice. */
export const wrongCounters = async (store: Store): Promise<readonly WrongCounter[]> => {
  const highest = new Map<string, number>();
  for (const { number } of await listCaseSummaries(store)) {
    const ours = yearAndNth(number);
    if (ours !== undefined) highest.set(ours.year, Math.max(highest.get(ours.year) ?? 0, ours.nth));
  }
  const counters = await Promise.all(
    [...highest].map(async ([year, top]) => ({ year, highest: top, used: await usedIn(store, year) })),
  );
  return counters.filter(({ used, highest }) => used < highest);
};

const usedIn = async ({ client, table }: Store, year: string): Promise<number> => {
  const Key: Key = keys.caseCounter(year);
  const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  return Number(Item?.used ?? 0);
};

/** Has a year's numbers go on after the highest; `false` when they do already. */
export const correctCounter = ({ client, table }: Store, { year, highest }: WrongCounter): Promise<boolean> =>
  won(() =>
    client.send(
      new UpdateCommand({
        TableName: table,
        Key: keys.caseCounter(year),
        UpdateExpression: 'SET used = :highest',
        ConditionExpression: 'attribute_not_exists(used) OR used < :highest',
        ExpressionAttributeValues: { ':highest': highest },
      }),
    ),
  );
