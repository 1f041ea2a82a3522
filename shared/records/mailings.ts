import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { MailFact, Mailing } from '../case/facts.ts';
import { won } from './failures.ts';
import { wakeCase } from './heads.ts';
import { type Key, keys } from './keys.ts';
import type { Store } from './store.ts';

/**
 * Claims a mailing until `until`, so that of several deliveries of one message only one sends its mails. A sender
 * that dies leaves a claim that runs out; what it had not sent is then sent, with the same links. The claim is lost
 * to whoever has sent a mail since this mailing was read.
 */
export const claimMailing = (
  store: Store,
  caseId: string,
  mailing: Mailing,
  now: string,
  until: string,
): Promise<boolean> =>
  won(() =>
    store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: keys.mailing(caseId, mailing.id),
        UpdateExpression: 'SET claimedUntil = :until',
        ConditionExpression:
          'size(sent) = :seen AND (attribute_not_exists(claimedUntil) OR claimedUntil < :now)',
        ExpressionAttributeValues: {
          ':until': until,
          ':now': now,
          ':seen': Object.keys(mailing.sent).length,
        },
      }),
    ),
  );

export const markMailSent = async (
  store: Store,
  caseId: string,
  mailingId: string,
  mailId: string,
  messageId: string,
  at: string,
): Promise<void> => {
  await store.client.send(
    new UpdateCommand({
      TableName: store.table,
      Key: keys.mailing(caseId, mailingId),
      UpdateExpression: 'SET sent.#mail = :id, sentAt = :at',
      ExpressionAttributeNames: { '#mail': mailId },
      ExpressionAttributeValues: { ':id': messageId, ':at': at },
    }),
  );
};

/** Has one mail of a case sent again, to whoever it is for as they are now; once an hour at most. */
export const mailAgain = async (
  store: Store,
  caseId: string,
  mail: MailFact,
  now: Date,
  wake: string,
): Promise<void> => {
  const id = `again/${now.toISOString().slice(0, 'YYYY-MM-DDTHH'.length)}/${mail.id}`;
  const put = new PutCommand({
    TableName: store.table,
    Item: { ...keys.mailing(caseId, id), id, mails: [mail], sent: {} } satisfies Mailing & Key,
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  if (await won(() => store.client.send(put))) await wakeCase(store, caseId, wake);
};
