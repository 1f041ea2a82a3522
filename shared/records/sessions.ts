import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DeskRole } from '../case/desk-people.ts';
import { keys } from './keys.ts';
import { readRole } from './people.ts';
import type { Store } from './store.ts';

export type { DeskRole } from '../case/desk-people.ts';

/** Somebody who is logged in at the desk. Times are ISO 8601 in UTC. */
export interface Session {
  /** Who it is, as the identity provider names them. */
  readonly subject: string;
  readonly name: string;
  readonly email?: string;
  /** Absent for whoever the provider knows and the desk does not. */
  readonly role?: DeskRole;
  readonly startedAt: string;
  /** From then on it is as if it were not there; the table's time to live takes it away some time later. */
  readonly endsAt: string;
}

/** Keeps a session behind the digest of its cookie's secret. The role is not kept: see {@link readSession}. */
export const putSession = async (
  store: Store,
  digest: string,
  session: Omit<Session, 'role'>,
): Promise<void> => {
  const expiresAt = Math.ceil(Date.parse(session.endsAt) / 1000);
  await store.client.send(
    new PutCommand({ TableName: store.table, Item: { ...keys.session(digest), ...session, expiresAt } }),
  );
};

/**
 * The session behind a digest, unless it has ended by `now`. Its role is read from the desk's people each time: so who is
 * taken away is out at the next request, in every session, and a login that runs at that moment cannot bring the role back.
 */
export const readSession = async (store: Store, digest: string, now: Date): Promise<Session | undefined> => {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: keys.session(digest), ConsistentRead: true }),
  );
  if (Item === undefined) return undefined;
  const { pk: _p, sk: _s, expiresAt: _e, ...kept } = Item;
  const session = kept as Omit<Session, 'role'>;
  if (Date.parse(session.endsAt) <= now.getTime()) return undefined;
  const role = await readRole(store, session.subject);
  return { ...session, ...(role && { role }) };
};

export const endSession = async (store: Store, digest: string): Promise<void> => {
  await store.client.send(new DeleteCommand({ TableName: store.table, Key: keys.session(digest) }));
};
