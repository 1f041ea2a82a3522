import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { BodyId } from '../case/facts.ts';
import type { Role } from '../routine/question.ts';
import type { Language, Words } from '../routine/words.ts';
import { keys } from './keys.ts';
import type { Store } from './store.ts';

/** Someone the routine asks: the office, a council, PPR. */
export interface Body {
  readonly id: BodyId;
  readonly role: Role;
  readonly name: Words;
  readonly mailbox: string;
  readonly language: Language;
}

export const putBody = async (store: Store, body: Body): Promise<void> => {
  await store.client.send(
    new PutCommand({ TableName: store.table, Item: { ...keys.body(body.id), ...body } }),
  );
};

export const readBody = async (store: Store, id: BodyId): Promise<Body | undefined> => {
  const { Item } = await store.client.send(new GetCommand({ TableName: store.table, Key: keys.body(id) }));
  return Item as Body | undefined;
};

export const listBodies = async (store: Store): Promise<readonly Body[]> => {
  const { Items } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'bodies' },
    }),
  );
  return (Items ?? []) as Body[];
};
