import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { MailFact, Mailing } from '../case/facts.ts';
import { won } from './failures.ts';
import { wakeCase } from './heads.ts';
import { type Key, keys } from './keys.ts';
import type { Store } from './store.ts';

/** A claim of mailings until a moment, and whose it is: it can be told from one that somebody else makes at the same moment. */
export const newClaim = (until: string): string => `${until}/${crypto.randomUUID().slice(0, 8)}`;

/**
 * Claims a mailing, so that of several deliveries of one message only one sends its mails. A sender that dies leaves a
 * claim that runs out; what it had not sent is then sent, with the same links. The claim is lost to whoever has sent a
 * mail since this mailing was read. Claimed twice by the same claim, it is the same.
 */
export const claimMailing = (
  store: Store,
  caseId: string,
  mailing: Mailing,
  now: string,
  claim: string,
): Promise<boolean> =>
  won(() =>
    store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: keys.mailing(caseId, mailing.id),
        UpdateExpression: 'SET claimedUntil = :claim',
        ConditionExpression:
          'size(sent) = :seen AND (attribute_not_exists(claimedUntil) OR claimedUntil < :now OR claimedUntil = :claim)',
        ExpressionAttributeValues: {
          ':claim': claim,
          ':now': now,
          ':seen': Object.keys(mailing.sent).length,
        },
      }),
    ),
  );

/**
 * Notes mails of a mailing that were sent, in one write.
 * @param sent message ids by mail
 */
export const markMailsSent = async (
  store: Store,
  caseId: string,
  mailingId: string,
  sent: Mailing['sent'],
  at: string,
): Promise<void> => {
  const mails = Object.entries(sent);
  await store.client.send(
    new UpdateCommand({
      TableName: store.table,
      Key: keys.mailing(caseId, mailingId),
      UpdateExpression: `SET ${mails.map((_, n) => `sent.#mail${n} = :id${n}`).join(', ')}, sentAt = :at`,
      ExpressionAttributeNames: Object.fromEntries(mails.map(([mail], n) => [`#mail${n}`, mail])),
      ExpressionAttributeValues: {
        ...Object.fromEntries(mails.map(([, id], n) => [`:id${n}`, id])),
        ':at': at,
      },
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
