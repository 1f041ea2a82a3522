import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Key } from './keys.ts';

/** The table, and the client that reaches it. */
export interface Store {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
}

export const openStore = (table: string): Store => ({
  table,
  client: DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  }),
});

/** A transaction's write of an item that must not be there yet. */
export const putNew = ({ table }: Store, item: Readonly<Record<string, unknown>>) => ({
  Put: { TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
});

/**
 * A transaction's write of some attributes of an item, which must still have the `expected` ones. What is `undefined` is
 * removed, or expected to be absent.
 */
export const change = (
  { table }: Store,
  key: Key,
  attributes: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
) => {
  const clause = (names: readonly string[], prefix: string) =>
    names.map((name) => `#${name} = :${prefix}${name}`);
  const values = (from: Readonly<Record<string, unknown>>, prefix: string) =>
    Object.entries(from).map(([name, value]) => [`:${prefix}${name}`, value]);
  const isRemoved = (name: string): boolean => attributes[name] === undefined;
  const [changed, kept] = [Object.keys(attributes), Object.keys(expected)];
  const removed = changed.filter(isRemoved).map((name) => `#${name}`);
  const set = changed.filter((name) => !isRemoved(name));
  const isAbsent = (name: string): boolean => expected[name] === undefined;
  const conditions = [
    ...clause(
      kept.filter((name) => !isAbsent(name)),
      'old_',
    ),
    ...kept.filter(isAbsent).map((name) => `attribute_not_exists(#${name})`),
  ];
  // DynamoDB refuses a clause without anything in it.
  const clauses = [
    ...(set.length > 0 ? [`SET ${clause(set, 'new_').join(', ')}`] : []),
    ...(removed.length > 0 ? [`REMOVE ${removed.join(', ')}`] : []),
  ];
  return {
    Update: {
      TableName: table,
      Key: key,
      UpdateExpression: clauses.join(' '),
      ConditionExpression: conditions.join(' AND '),
      ExpressionAttributeNames: Object.fromEntries([...changed, ...kept].map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries([
        ...[...values(attributes, 'new_'), ...values(expected, 'old_')].filter(
          ([, value]) => value !== undefined,
        ),
      ]),
    },
  };
};
