import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import type { Store } from '../../../shared/records/store.ts';

/**
 * What the product relies on in any table, whoever's engine it is.
 * @param index a sparse index of it by `watch` and `lookAgainAt`
 */
export const tableBehaves = (store: () => Store, index: string): void => {
  const put = (pk: string, more: Record<string, unknown> = {}) =>
    store().client.send(new PutCommand({ TableName: store().table, Item: { pk, sk: 'head', ...more } }));

  const read = async (pk: string) => {
    const Key = { pk, sk: 'head' };
    const { Item } = await store().client.send(
      new GetCommand({ TableName: store().table, Key, ConsistentRead: true }),
    );
    return Item;
  };

  it('lets one of fifty writers win who all demand the same version', async () => {
    await put('race', { version: 1 });
    const writers = Array.from({ length: 50 }, (_, writer) =>
      store().client.send(
        new UpdateCommand({
          TableName: store().table,
          Key: { pk: 'race', sk: 'head' },
          UpdateExpression: 'SET version = version + :one, writer = :writer',
          ConditionExpression: 'version = :seen',
          ExpressionAttributeValues: { ':one': 1, ':seen': 1, ':writer': writer },
        }),
      ),
    );
    const results = await Promise.allSettled(writers);
    const lost = results.filter((result) => result.status === 'rejected');
    expect(lost).toHaveLength(49);
    for (const { reason } of lost) expect(reason).toBeInstanceOf(ConditionalCheckFailedException);
    expect(await read('race')).toMatchObject({ version: 2 });
  });

  it('writes nothing of a transaction in which one condition fails, and tells which', async () => {
    await put('taken');
    const item = (pk: string, condition?: string) => ({
      Put: { TableName: store().table, Item: { pk, sk: 'head' }, ConditionExpression: condition },
    });
    const transaction = store().client.send(
      new TransactWriteCommand({ TransactItems: [item('new'), item('taken', 'attribute_not_exists(pk)')] }),
    );
    const error = await transaction.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TransactionCanceledException);
    expect((error as TransactionCanceledException).CancellationReasons?.map(({ Code }) => Code)).toEqual([
      'None',
      'ConditionalCheckFailed',
    ]);
    expect(await read('new')).toBeUndefined();
  });

  it('lists in a sparse index only the items that have its keys', async () => {
    await put('watched', { watch: 'cases', lookAgainAt: '2026-11-01T00:00:00.000Z' });
    await put('unwatched', { lookAgainAt: '2026-11-01T00:00:00.000Z' });
    const { Items } = await store().client.send(
      new QueryCommand({
        TableName: store().table,
        IndexName: index,
        KeyConditionExpression: 'watch = :watch AND lookAgainAt < :now',
        ExpressionAttributeValues: { ':watch': 'cases', ':now': '2026-12-01T00:00:00.000Z' },
      }),
    );
    expect(Items?.map(({ pk }) => pk)).toEqual(['watched']);
  });
};
