import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { won } from './failures.ts';
import { keys } from './keys.ts';
import type { Store } from './store.ts';

/**
 * Claims a wanted mail until `until`, so that of several deliveries of one message only one sends it. A sender
 * that dies leaves a claim that runs out; the mail is then sent again, with the same link.
 */
export const claimMail = (
  store: Store,
  caseId: string,
  mailId: string,
  now: string,
  until: string,
): Promise<boolean> =>
  won(
    store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: keys.mail(caseId, mailId),
        UpdateExpression: 'SET claimedUntil = :until',
        ConditionExpression:
          '#status = :wanted AND (attribute_not_exists(claimedUntil) OR claimedUntil < :now)',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':until': until, ':now': now, ':wanted': 'wanted' },
      }),
    ),
  );

export const markMailSent = async (
  store: Store,
  caseId: string,
  mailId: string,
  sent: { readonly at: string; readonly messageId: string },
): Promise<void> => {
  await store.client.send(
    new UpdateCommand({
      TableName: store.table,
      Key: keys.mail(caseId, mailId),
      UpdateExpression: 'SET #status = :sent, sentAt = :at, messageId = :id REMOVE claimedUntil',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':sent': 'sent', ':at': sent.at, ':id': sent.messageId },
    }),
  );
};
