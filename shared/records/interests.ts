import { GetCommand, paginateQuery, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { CaseHead } from '../case/facts.ts';
import { digestOf } from './acts.ts';
import { won } from './failures.ts';
import { casePk, INTEREST, INTERESTS, keys } from './keys.ts';
import { putNew, type Store } from './store.ts';

/** A unit that wants a programme, or what a nomination is about, as well, and whom to ask about it. */
export interface Interest {
  readonly unit: string;
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly need: string;
  /** ISO 8601. */
  readonly at: string;
}

/** One that is stored, by its own id within the case. */
export interface StoredInterest extends Interest {
  readonly id: string;
}

/** More than there are units that could want the same; the form is open to anyone. */
export const MOST_INTERESTS = 200;

/**
 * Stores that a unit wants it too. The same unit with the same address counts once, however often it is sent: `known`.
 * `full` where the case has had {@link MOST_INTERESTS}.
 */
export const putInterest = async (
  store: Store,
  { id, number }: Pick<CaseHead, 'id' | 'number'>,
  interest: Interest,
): Promise<'new' | 'known' | 'full'> => {
  const digest = digestOf([interest.unit, interest.email].map((it) => it.trim().toLowerCase()));
  const Key = keys.interest(id, digest);
  const isNew = await won(() =>
    store.client.send(
      new TransactWriteCommand({
        TransactItems: [
          putNew(store, { ...Key, ...interest }),
          putNew(store, { ...keys.interestAt(interest.at, id, digest), caseId: id, number }),
          countOne(store, id),
        ],
      }),
    ),
  );
  if (isNew) return 'new';
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key, ConsistentRead: true }),
  );
  return Item === undefined ? 'full' : 'known';
};

const countOne = ({ table }: Store, caseId: string) => ({
  Update: {
    TableName: table,
    Key: keys.interestCounter(caseId),
    UpdateExpression: 'ADD used :one',
    ConditionExpression: 'attribute_not_exists(used) OR used < :most',
    ExpressionAttributeValues: { ':one': 1, ':most': MOST_INTERESTS },
  },
});

/** Who wants what a case is about as well, the first first. */
export const readInterests = async (store: Store, caseId: string): Promise<readonly StoredInterest[]> => {
  const items = await queryAll(store, 'pk = :pk AND begins_with(sk, :interest)', {
    ':pk': casePk(caseId),
    ':interest': INTEREST,
  });
  return items
    .map(({ pk: _pk, sk, ...interest }) => ({
      ...(interest as unknown as Interest),
      id: String(sk).slice(INTEREST.length),
    }))
    .sort((a, b) => a.at.localeCompare(b.at));
};

/** How many units have wanted it too since a moment (ISO 8601), by case number. */
export const interestsSince = async (
  store: Store,
  since: string,
): Promise<Readonly<Record<string, number>>> => {
  const condition = 'pk = :pk AND sk >= :since';
  const items = await queryAll(store, condition, { ':pk': INTERESTS, ':since': since });
  const byCase = Map.groupBy(items, ({ number }) => String(number));
  return Object.fromEntries([...byCase].map(([number, { length }]) => [number, length]));
};

const queryAll = async (
  store: Store,
  KeyConditionExpression: string,
  ExpressionAttributeValues: Readonly<Record<string, string>>,
): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const items: Readonly<Record<string, unknown>>[] = [];
  const pages = paginateQuery(
    { client: store.client },
    { TableName: store.table, KeyConditionExpression, ExpressionAttributeValues, ConsistentRead: true },
  );
  for await (const { Items = [] } of pages) items.push(...Items);
  return items;
};
