import { createHash } from 'node:crypto';
import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { CaseFacts } from '../case/facts.ts';
import { type Tally, tallyChange } from '../case/tally.ts';
import { keys, REPORTS } from './keys.ts';
import type { Store } from './store.ts';

/** A year has this many items: with one, all transactions of a busy hour would meet there, and be tried again. */
const SHARDS = 8;

/** A case always counts in the same shard, so that what it added is taken away where it was added. */
export const shardOf = (caseId: string): number =>
  (createHash('sha256').update(caseId).digest()[0] as number) % SHARDS;

/**
 * A transaction's writes of what a change of a case adds to the yearly figures; none where it adds nothing. The
 * transaction must demand that the case is still as it was `before`, which is nothing for a case that comes to be.
 */
export const countChanges = (
  { table }: Store,
  caseId: string,
  before: CaseFacts | undefined,
  after: CaseFacts,
) => {
  const byYear = Map.groupBy(Object.entries(tallyChange(before, after)), ([key]) => key.slice(0, YEAR));
  return [...byYear].map(([year, changes]) => ({
    Update: {
      TableName: table,
      Key: keys.counts(year, shardOf(caseId)),
      UpdateExpression: `ADD ${changes.map((_, i) => `#c${i} :c${i}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(
        changes.map(([key], i) => [`#c${i}`, key.slice(YEAR + '/'.length)]),
      ),
      ExpressionAttributeValues: Object.fromEntries(changes.map(([, by], i) => [`:c${i}`, by])),
    },
  }));
};

const YEAR = 'YYYY'.length;

/** The sums over all cases, of a year and all years before it: the figures of its last day need them. */
export const readCounts = async ({ client, table }: Store, year: number): Promise<Tally> => {
  const counts: Record<string, number> = {};
  const pages = paginateQuery(
    { client },
    {
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':pk': REPORTS, ':first': 'counts#', ':last': `counts#${year}#~` },
      ConsistentRead: true,
    },
  );
  for await (const { Items = [] } of pages)
    for (const { pk: _pk, sk, ...shard } of Items) {
      const [, of] = String(sk).split('#');
      for (const [name, count] of Object.entries(shard))
        counts[`${of}/${name}`] = (counts[`${of}/${name}`] ?? 0) + Number(count);
    }
  return counts;
};
