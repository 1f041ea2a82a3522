import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { keys } from './keys.ts';
import type { Store } from './store.ts';

/** A login that has begun and waits for the identity provider's answer. */
export interface LoginAttempt {
  /** The digest of the secret in the cookie of the browser where it began. */
  readonly browser: string;
  /** Of PKCE, and what the provider must repeat: worth nothing without the code that belongs to them. */
  readonly verifier: string;
  readonly nonce: string;
  /** The page of the desk to go on to, from where our paths begin. */
  readonly next: string;
  /** ISO 8601. */
  readonly endsAt: string;
}

/** Keeps an attempt behind the digest of its state. */
export const putLogin = async (store: Store, digest: string, attempt: LoginAttempt): Promise<void> => {
  const expiresAt = Math.ceil(Date.parse(attempt.endsAt) / 1000);
  await store.client.send(
    new PutCommand({ TableName: store.table, Item: { ...keys.login(digest), ...attempt, expiresAt } }),
  );
};

/**
 * Takes an attempt away and gives it, so that it is used once. `undefined` where there is none, it began in another browser
 * (which then keeps it), or it has ended by `now`.
 */
export const takeLogin = async (
  store: Store,
  digest: string,
  browser: string,
  now: Date,
): Promise<LoginAttempt | undefined> => {
  const attempt = await taken(store, digest, browser);
  return attempt !== undefined && Date.parse(attempt.endsAt) > now.getTime() ? attempt : undefined;
};

const taken = async (store: Store, digest: string, browser: string): Promise<LoginAttempt | undefined> => {
  try {
    const { Attributes } = await store.client.send(
      new DeleteCommand({
        TableName: store.table,
        Key: keys.login(digest),
        ConditionExpression: 'browser = :browser',
        ExpressionAttributeValues: { ':browser': browser },
        ReturnValues: 'ALL_OLD',
      }),
    );
    return Attributes as LoginAttempt | undefined;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
};
