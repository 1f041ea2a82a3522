import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { keys, OPERATIONS } from './keys.ts';
import type { Store } from './store.ts';

/** Somebody who runs Nominera: the name they sign with, and who they are to AWS. */
export interface Operator {
  readonly name: string;
  readonly arn: string;
}

/** What an operator had done: kept before it is begun, and once more with what came of it. */
export interface Operation {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly by: Operator;
  readonly command: string;
  readonly given: readonly string[];
  readonly why?: string;
  /** Absent of what was cut off, or failed. */
  readonly done?: { readonly at: string; readonly result: string };
}

/** Keeps an operation, in the place of what was kept of it before. */
export const putOperation = async ({ client, table }: Store, operation: Operation): Promise<void> => {
  const { at, id } = operation;
  await client.send(new PutCommand({ TableName: table, Item: { ...keys.operation(at, id), ...operation } }));
};

/** The latest operations, the newest first. */
export const readOperations = async (
  { client, table }: Store,
  limit: number,
): Promise<readonly Operation[]> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': OPERATIONS },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: limit,
    }),
  );
  return Items.map(({ pk: _pk, sk: _sk, ...operation }) => operation as Operation);
};
