/** What DynamoDB's API says and is told, in its own JSON. */

export type Json = Record<string, unknown>;

/** An answer other than 200, with `__type` and what else it says. */
export class Refused extends Error {
  readonly body: Json;
  constructor(body: Json) {
    super(String(body.__type));
    this.body = body;
  }
}

/** What was written, as `pk sk`. */
export type Written = string;

export const firstLower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

export const keyOf = ({ Key, Item }: Json): Json => {
  const { pk, sk } = (Key ?? Item) as Json;
  return { pk, sk };
};

export const writtenAt = (key: Json): Written => {
  const { pk, sk } = key as Record<'pk' | 'sk', { S: string }>;
  return `${pk.S} ${sk.S}`;
};

export const writtenBy = (name: string, given: Json): readonly Written[] => {
  if (['putItem', 'updateItem', 'deleteItem'].includes(name)) return [writtenAt(keyOf(given))];
  if (name !== 'batchWriteItem') return [];
  const requests = Object.values(given.RequestItems as Record<string, Record<string, Json>[]>).flat();
  return requests.flatMap((it) => Object.values(it).map((write) => writtenAt(keyOf(write))));
};

export const refusing = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw asRefused(error);
  }
};

export const asRefused = (error: unknown): unknown =>
  error instanceof Error && 'body' in error ? new Refused(error.body as Json) : error;

export const invalid = (message: string): Refused =>
  new Refused({ __type: 'com.amazon.coral.validate#ValidationException', message });

export const cancelled = (CancellationReasons: readonly { Code: string }[], cause?: unknown): Refused =>
  new Refused({
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    message: `Transaction cancelled ${cause instanceof Error ? cause.message : ''}`,
    CancellationReasons,
  });
