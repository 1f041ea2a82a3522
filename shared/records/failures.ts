import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import retry from 'p-retry';

/** Whether a write was refused because the record is no longer as the writer took it to be. */
const conditionFailed = (error: unknown): boolean =>
  error instanceof ConditionalCheckFailedException || reasons(error).includes('ConditionalCheckFailed');

/** Whether a write met another one at the same item, which says nothing of what it found there. */
const conflicted = (error: unknown): boolean =>
  (error as Error).name === 'TransactionConflictException' || reasons(error).includes('TransactionConflict');

const reasons = (error: unknown): readonly (string | undefined)[] =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).map(({ Code }) => Code)
    : [];

/** Tries after the first; the SDK does not retry conflicts by itself. */
const RETRIES = 6;

/** Runs a conditional write, again where it met another; `false` when its condition did not hold. */
export const won = async (write: () => Promise<unknown>): Promise<boolean> => {
  try {
    const again = (error: Error) => !conditionFailed(error) && conflicted(error);
    await retry(write, {
      retries: RETRIES,
      minTimeout: 25,
      randomize: true,
      shouldRetry: ({ error }) => again(error),
    });
    return true;
  } catch (error) {
    if (conditionFailed(error)) return false;
    throw error;
  }
};
