import {
  type AttributeValue,
  BatchWriteItemCommand,
  DynamoDBClient,
  paginateScan,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { chunks, MOST_WRITTEN, untilDone } from './batches.ts';
import { keys } from './keys.ts';

/** An item as DynamoDB itself writes it, in its exports to S3 as well. */
export type StoredItem = Readonly<Record<string, AttributeValue>>;

const keyOf = ({ pk, sk }: StoredItem): Record<string, AttributeValue> => ({
  pk: pk as AttributeValue,
  sk: sk as AttributeValue,
});

/** An item's key as one text. */
export const keyText = ({ pk, sk }: StoredItem): string => `${pk?.S}|${sk?.S}`;

const HEAD = keys.head('').sk;

/** Whether it is the head of a case, which has the functions look at the case. */
export const isHead = ({ sk }: StoredItem): boolean => sk?.S === HEAD;

/** Every item of a table, each as it is when it is read: a table that is written to meanwhile is not copied as of one moment. */
export async function* itemsOf(table: string): AsyncGenerator<StoredItem> {
  const client = new DynamoDBClient({});
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table, ConsistentRead: true }))
    yield* Items;
}

/** Puts items, each whole in place of what is there, or deletes those with their keys. Not one transaction. */
export const writeItems = async (
  table: string,
  items: readonly StoredItem[],
  how: 'put' | 'delete',
): Promise<void> => {
  const client = new DynamoDBClient({});
  const requests = items.map(
    (item): WriteRequest =>
      how === 'put' ? { PutRequest: { Item: { ...item } } } : { DeleteRequest: { Key: keyOf(item) } },
  );
  for (const chunk of chunks(requests, MOST_WRITTEN))
    await untilDone(chunk, async (left) => {
      const call = new BatchWriteItemCommand({ RequestItems: { [table]: [...left] } });
      return (await client.send(call)).UnprocessedItems?.[table] ?? [];
    });
};
