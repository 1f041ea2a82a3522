import { createHash } from 'node:crypto';
import { GetCommand, paginateQuery, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { CaseFacts, QuestionFact } from '../case/facts.ts';
import type { Matter, MorningMail, Reason } from '../case/morning.ts';
import { daysAfter } from '../case/working-days.ts';
import { won } from './failures.ts';
import { keys, MORNINGS } from './keys.ts';
import { putNew, type Store } from './store.ts';

/** A morning's mail to a mailbox, as it was decided on: sent once, and no other is made for the mailbox that day. */
export interface StoredMorning extends MorningMail {
  /** `{date}#{digest of the mailbox}`. */
  readonly id: string;
  readonly date: string;
  readonly sentAt?: string;
}

/** A transaction takes a hundred items; the mail itself and its week are two. What is left over waits a day. */
const MOST_MATTERS = 90;

/** Days for which a mail that could not be sent is tried again. */
const TRIED_DAYS = 14;

/** Days that a morning's mail is kept, for whoever asks what was sent; it is not part of the record of a case. */
const KEPT_DAYS = 90;

const MARKS = {
  list: 'remindedOn',
  reminder: 'remindedOn',
  deputy: 'deputyAskedOn',
  escalation: 'escalatedOn',
} as const satisfies Record<Reason, keyof QuestionFact>;

const morningId = (date: string, mailbox: string): string =>
  `${date}#${createHash('sha256').update(mailbox.toLowerCase()).digest('base64url')}`;

/**
 * Decides on a morning's mail, and marks its questions so that they are not due again: all or nothing. `false` when
 * the mailbox has its mail for that day, the week is told, or a question has changed since `cases` were read.
 */
export const putMorning = (
  store: Store,
  mail: MorningMail,
  date: string,
  cases: readonly CaseFacts[],
): Promise<boolean> => {
  const matters = mail.matters.slice(0, MOST_MATTERS);
  const TransactItems = [
    putMail(store, { ...mail, matters }, morningId(date, mail.mailbox), date),
    ...(mail.week === undefined
      ? []
      : [putNew(store, { ...keys.toldWeek(mail.week), date, expiresAt: expiryOf(date) })]),
    ...[...Map.groupBy(matters, ({ questionId, caseId }) => `${caseId}/${questionId}`).values()].map(
      (ofQuestion) => marked(store, ofQuestion, date, cases),
    ),
  ];
  return won(() => store.client.send(new TransactWriteCommand({ TransactItems })));
};

const expiryOf = (date: string): number => Date.parse(daysAfter(date, KEPT_DAYS)) / 1000;

const putMail = (store: Store, mail: MorningMail, id: string, date: string) =>
  putNew(store, { ...keys.morning(id), ...mail, id, date, expiresAt: expiryOf(date) });

/** A transaction's write of a mail about a year's report, which the next morning sends beside the mailbox's other mail. */
export const putReportMail = (
  store: Store,
  mail: MorningMail & Required<Pick<MorningMail, 'report'>>,
  date: string,
) => putMail(store, mail, `${date}#report-${mail.report.year}-${mail.report.version}`, date);

/** The question with its marks, if it is still open and nobody else has set them since it was read. */
const marked = (store: Store, matters: readonly Matter[], date: string, cases: readonly CaseFacts[]) => {
  const [{ caseId, questionId }] = matters as [Matter];
  const facts = cases.find(({ head }) => head.id === caseId);
  const question = facts?.questions.find(({ id }) => id === questionId);
  const marks = matters.map(({ reason }) => MARKS[reason]);
  const before = marks.flatMap((mark) => {
    const value = question?.[mark];
    return value === undefined ? [] : [[mark, value] as const];
  });
  const asRead = marks.map((mark) =>
    question?.[mark] === undefined ? `attribute_not_exists(${mark})` : `${mark} = :${mark}`,
  );
  return {
    Update: {
      TableName: store.table,
      Key: keys.question(caseId, questionId),
      UpdateExpression: `SET ${marks.map((mark) => `${mark} = :date`).join(', ')}`,
      ConditionExpression: ['#status = :open', ...asRead].join(' AND '),
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: {
        ':date': date,
        ':open': 'open',
        ...Object.fromEntries(before.map(([mark, value]) => [`:${mark}`, value])),
      },
    },
  };
};

/** The mails decided on for a day and the fortnight before it: all that may have to be sent, and were not to be made anew. */
export const recentMornings = async (store: Store, date: string): Promise<readonly StoredMorning[]> => {
  const found: StoredMorning[] = [];
  const pages = paginateQuery(
    { client: store.client },
    {
      TableName: store.table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':pk': MORNINGS,
        ':first': daysAfter(date, -TRIED_DAYS),
        ':last': daysAfter(date, 1),
      },
    },
  );
  for await (const { Items = [] } of pages) found.push(...(Items as StoredMorning[]));
  return found;
};

/** A morning's mail by its id, which is also what its bounces name. */
export const readMorning = async (store: Store, id: string): Promise<StoredMorning | undefined> => {
  const { Item } = await store.client.send(new GetCommand({ TableName: store.table, Key: keys.morning(id) }));
  return Item as StoredMorning | undefined;
};

const update = (
  store: Store,
  id: string,
  expression: string,
  condition: string,
  values: Record<string, string>,
) =>
  won(() =>
    store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: keys.morning(id),
        UpdateExpression: expression,
        ConditionExpression: condition,
        ExpressionAttributeValues: values,
      }),
    ),
  );

/** Claims a mail until `until`, so that of two runs at once one sends it; a sender that dies leaves it to a later run. */
export const claimMorning = (store: Store, id: string, now: string, until: string): Promise<boolean> =>
  update(
    store,
    id,
    'SET claimedUntil = :until',
    'attribute_exists(pk) AND attribute_not_exists(sentAt) AND (attribute_not_exists(claimedUntil) OR claimedUntil < :now)',
    { ':until': until, ':now': now },
  );

/** Gives a mail back that could not be sent. */
export const releaseMorning = (store: Store, id: string, until: string): Promise<boolean> =>
  update(store, id, 'REMOVE claimedUntil', 'claimedUntil = :until', { ':until': until });

export const markMorningSent = (store: Store, id: string, at: string): Promise<boolean> =>
  update(store, id, 'SET sentAt = :at REMOVE claimedUntil', 'attribute_exists(pk)', { ':at': at });
