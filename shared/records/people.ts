import { GetCommand, paginateQuery, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type ChangedPerson, type DeskPerson, type DeskRole, subjectId } from '../case/desk-people.ts';
import { won } from './failures.ts';
import { keys, PEOPLE, PEOPLE_LOG } from './keys.ts';
import { putNew, type Store } from './store.ts';

/** The people of the desk, and the number of changes that they have come by. */
export interface People {
  readonly people: readonly DeskPerson[];
  readonly version: number;
}

/** A change of the desk's people, as it is kept for ever. */
export interface LoggedChange {
  /** ISO 8601. */
  readonly at: string;
  /** Whoever did it. */
  readonly by: { readonly subject: string; readonly name: string };
  /** The person's id, and the name or address they were known by. */
  readonly id: string;
  readonly who: string;
  /** Absent before they were let in. */
  readonly before?: DeskRole;
  /** Absent of whoever was taken away. */
  readonly after?: DeskRole;
}

/** All whom the desk lets in or once did: some tens of items. */
export const readPeople = async (store: Store): Promise<People> => {
  const items = await queryAll<DeskPerson & { readonly version?: number }>(store, PEOPLE);
  const version = items.find(({ id }) => id === undefined)?.version ?? 0;
  return { version, people: items.filter(({ id }) => id !== undefined) };
};

/** What somebody may do at the desk at this moment. */
export const readRole = async (store: Store, subject: string): Promise<DeskRole | undefined> => {
  const Key = keys.person(subjectId(subject));
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key, ConsistentRead: true }),
  );
  return Item?.role;
};

/**
 * Writes a person as they become, and who made them so; a login that changes no role is not logged. `false` where the
 * people have changed since `version`: two officers who take each other away must not both succeed.
 */
export const writePerson = (
  store: Store,
  { version }: People,
  { before, after }: ChangedPerson,
  { at, by }: Pick<LoggedChange, 'at' | 'by'>,
): Promise<boolean> => {
  const isMoved = before !== undefined && before.id !== after.id;
  const logged: LoggedChange = {
    ...{ at, by, id: after.id, who: after.name ?? after.email ?? after.subject ?? after.id },
    ...(before?.role && { before: before.role }),
    ...(after.role && { after: after.role }),
  };
  return won(() =>
    store.client.send(
      new TransactWriteCommand({
        TransactItems: [
          nextVersion(store, version),
          { Put: { TableName: store.table, Item: { ...keys.person(after.id), ...after } } },
          ...(isMoved ? [{ Delete: { TableName: store.table, Key: keys.person(before.id) } }] : []),
          ...(logged.before === logged.after
            ? []
            : [putNew(store, { ...keys.peopleLog(at, version + 1), ...logged })]),
        ],
      }),
    ),
  );
};

/** The changes of the desk's people, the latest first. */
export const readPeopleLog = async (store: Store): Promise<readonly LoggedChange[]> =>
  (await queryAll<LoggedChange>(store, PEOPLE_LOG)).toReversed();

const nextVersion = ({ table }: Store, version: number) => ({
  Update: {
    TableName: table,
    Key: keys.peopleVersion(),
    UpdateExpression: 'SET version = :next',
    ConditionExpression: version === 0 ? 'attribute_not_exists(pk)' : 'version = :version',
    ExpressionAttributeValues: { ':next': version + 1, ...(version > 0 && { ':version': version }) },
  },
});

const queryAll = async <T>(store: Store, pk: string): Promise<readonly T[]> => {
  const items: T[] = [];
  const pages = paginateQuery(
    { client: store.client },
    {
      TableName: store.table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    },
  );
  for await (const { Items = [] } of pages)
    items.push(...Items.map(({ pk: _p, sk: _s, ...item }) => item as T));
  return items;
};
