import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Mailing, QuestionFact } from '../case/facts.ts';
import { recipientOf } from '../case/notices.ts';
import { won } from './failures.ts';
import { wakeCase } from './heads.ts';
import { keys } from './keys.ts';
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
): Promise<void> => {
  await store.client.send(
    new UpdateCommand({
      TableName: store.table,
      Key: keys.mailing(caseId, mailingId),
      UpdateExpression: 'SET sent.#mail = :id',
      ExpressionAttributeNames: { '#mail': mailId },
      ExpressionAttributeValues: { ':id': messageId },
    }),
  );
};

/** Has a question mailed again to whoever it is for, with the link that it has; once an hour at most. */
export const mailQuestion = async (
  store: Store,
  caseId: string,
  { id, body }: QuestionFact,
  now: Date,
  wake: string,
): Promise<void> => {
  const mailing: Mailing = {
    id: `${id}/again-${now.toISOString().slice(0, 'YYYY-MM-DDTHH'.length)}`,
    mails: [{ id, about: { question: id }, to: recipientOf(body) }],
    sent: {},
  };
  const put = new PutCommand({
    TableName: store.table,
    Item: { ...keys.mailing(caseId, mailing.id), ...mailing },
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  if (await won(() => store.client.send(put))) await wakeCase(store, caseId, wake);
};
