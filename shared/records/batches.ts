import { BatchGetCommand, BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import retry from 'p-retry';
import type { Key } from './keys.ts';
import type { Store } from './store.ts';

type Item = Readonly<Record<string, unknown>>;

/** What DynamoDB takes in one call. */
export const MOST_WRITTEN = 25;
const MOST_READ = 100;

/** Tries after the first for what DynamoDB gives back as not processed; the SDK does not retry that by itself. */
const RETRIES = 8;

export const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** Calls until nothing is left; `call` gives back what DynamoDB has not processed. */
export const untilDone = async <T>(
  all: readonly T[],
  call: (left: readonly T[]) => Promise<readonly T[]>,
) => {
  let left = all;
  await retry(
    async () => {
      left = await call(left);
      if (left.length > 0) throw new Error(`DynamoDB has left ${left.length} of ${all.length} unprocessed`);
    },
    { retries: RETRIES, minTimeout: 50, randomize: true },
  );
};

/** Puts items, each whole in place of what is there; their keys must differ. Not one transaction. */
export const putAll = async ({ client, table }: Store, items: readonly Item[]): Promise<void> => {
  const puts = items.map((item) => ({ PutRequest: { Item: item } }));
  for (const chunk of chunks(puts, MOST_WRITTEN))
    await untilDone(chunk, async (left) => {
      const call = new BatchWriteCommand({ RequestItems: { [table]: [...left] } });
      const { UnprocessedItems } = await client.send(call);
      return (UnprocessedItems?.[table] ?? []) as typeof chunk;
    });
};

/** Reads these attributes of items, in any order, without those that are not there. */
export const getAll = async (
  { client, table }: Store,
  keys: readonly Key[],
  attributes: readonly string[],
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  const named = Object.fromEntries(attributes.map((name) => [`#${name}`, name]));
  const projection = { ProjectionExpression: Object.keys(named).join(', '), ExpressionAttributeNames: named };
  for (const chunk of chunks(keys, MOST_READ))
    await untilDone(chunk, async (left) => {
      const call = new BatchGetCommand({ RequestItems: { [table]: { Keys: [...left], ...projection } } });
      const { Responses, UnprocessedKeys } = await client.send(call);
      items.push(...(Responses?.[table] ?? []));
      return (UnprocessedKeys?.[table]?.Keys ?? []).map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
    });
  return items;
};
