import { createHash } from 'node:crypto';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Round } from '../case/facts.ts';
import { won } from './failures.ts';
import { keys } from './keys.ts';
import type { Store } from './store.ts';

export interface TokenToKeep {
  readonly round: Round;
  readonly attempt: number;
  readonly taskToken: string;
}

/** Keeps a waiting task's token, once however often it is delivered. A driven token stays driven. */
export const keepToken = (store: Store, caseId: string, token: TokenToKeep): Promise<boolean> => {
  const id = createHash('sha256').update(token.taskToken).digest('base64url');
  return won(() =>
    store.client.send(
      new PutCommand({
        TableName: store.table,
        Item: { ...keys.token(caseId, id), id, ...token },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    ),
  );
};

/** Marks a token as used, and forgets it: nothing can be done with it any more. */
export const markDriven = (store: Store, caseId: string, tokenId: string, at: string): Promise<boolean> =>
  won(() =>
    store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: keys.token(caseId, tokenId),
        UpdateExpression: 'SET drivenAt = :at REMOVE taskToken',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(drivenAt)',
        ExpressionAttributeValues: { ':at': at },
      }),
    ),
  );
