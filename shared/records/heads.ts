import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { CaseHead } from '../case/facts.ts';
import { leftWake } from '../case/moves.ts';
import { won } from './failures.ts';
import { keys, LOOK_AGAIN_INDEX } from './keys.ts';
import type { Store } from './store.ts';

/**
 * The marks that machines leave on a case's head. None of them is a human act, so none touches its version; each
 * is one conditional update, and losing it means that somebody else already did what was wanted.
 */

const update = (
  store: Store,
  caseId: string,
  expression: string,
  condition: string,
  values: Record<string, unknown>,
) =>
  won(() =>
    store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: keys.head(caseId),
        UpdateExpression: expression,
        ConditionExpression: condition,
        ExpressionAttributeValues: values,
      }),
    ),
  );

/** Asks `drive`, through the stream, to look at the case. */
export const wakeCase = (store: Store, caseId: string, wake: string): Promise<boolean> =>
  update(store, caseId, 'SET wake = :wake', 'attribute_exists(pk)', { ':wake': wake });

/**
 * Asks `drive` to look also at what Step Functions has of the case. It is due again at `lookAgainAt` whatever comes
 * of this look, so that cases that cannot be helped do not stand in the way of others.
 */
export const wakeToLook = (
  store: Store,
  caseId: string,
  wake: string,
  lookAgainAt: string,
): Promise<boolean> =>
  update(
    store,
    caseId,
    'SET wake = :wake, lookDeeper = :yes, lookAgainAt = :at',
    'attribute_exists(lookAgainAt)',
    { ':wake': wake, ':yes': true, ':at': lookAgainAt },
  );

/** Takes the wake mark away, unless somebody has set a newer one meanwhile. */
export const settleWake = (store: Store, caseId: string, wake: string): Promise<boolean> =>
  update(store, caseId, 'REMOVE wake, lookDeeper', 'wake = :wake', { ':wake': wake });

/**
 * Notes that the execution of the head's attempt has been started, and when. The wake mark goes in the same write, or the
 * stream would tell of this one too, unless somebody has set a newer one meanwhile.
 */
export const markStarted = async (
  store: Store,
  head: Pick<CaseHead, 'id' | 'attempt' | 'wake' | 'lookDeeper'>,
  at: string,
): Promise<boolean> => {
  const wake = leftWake(head);
  const started = { ':attempt': head.attempt, ':at': at };
  const mark = (more: string, and: string, values: Record<string, unknown>) =>
    update(
      store,
      head.id,
      `SET startedAttempt = :attempt, startedAt = :at${more}`,
      `startedAttempt < :attempt${and}`,
      values,
    );
  const isSettled =
    wake !== undefined && (await mark(' REMOVE wake', ' AND wake = :wake', { ...started, ':wake': wake }));
  return isSettled || mark('', '', started);
};

/**
 * Asks for the phase to be started anew after `attempt`; asking twice restarts once. The new attempt gets its own
 * time until someone looks again: a case that stayed due would be restarted for as long as it is not yet waiting.
 */
export const restartPhase = (
  store: Store,
  caseId: string,
  attempt: number,
  wake: string,
  lookAgainAt: string,
): Promise<boolean> =>
  update(
    store,
    caseId,
    'SET attempt = :next, wake = :wake, lookAgainAt = :at',
    'attempt = :attempt AND startedAttempt = :attempt AND phaseWanted = :yes',
    { ':attempt': attempt, ':next': attempt + 1, ':wake': wake, ':at': lookAgainAt, ':yes': true },
  );

/**
 * When to look at the case again if nothing happens before. With the `version` that was read, it gives way to an
 * act that came meanwhile and wants to be looked at sooner.
 */
export const lookAgain = (store: Store, caseId: string, at: string, version?: number): Promise<boolean> =>
  update(
    store,
    caseId,
    'SET lookAgainAt = :at, watch = :watch',
    version === undefined ? 'attribute_exists(pk)' : 'version = :version',
    { ':at': at, ':watch': 'case', ...(version !== undefined && { ':version': version }) },
  );

/** Nothing more can be lost in this case. */
export const lookNoMore = (store: Store, caseId: string): Promise<boolean> =>
  update(store, caseId, 'REMOVE lookAgainAt, watch', 'phaseWanted = :no', { ':no': false });

/** The ids of at most `limit` cases that should have been looked at by `now`, the oldest first. */
export const casesToLookAt = async (store: Store, now: string, limit: number): Promise<readonly string[]> => {
  const { Items } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      IndexName: LOOK_AGAIN_INDEX,
      KeyConditionExpression: 'watch = :watch AND lookAgainAt <= :now',
      ExpressionAttributeValues: { ':watch': 'case', ':now': now },
      Limit: limit,
    }),
  );
  return (Items ?? []).map((item) => String(item.pk).slice('case#'.length));
};
