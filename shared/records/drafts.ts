import {
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Draft } from '../case/draft.ts';
import { won } from './failures.ts';
import { CALLS, keys } from './keys.ts';
import { change, putNew, type Store } from './store.ts';

/** Days that a draft is kept after it was last saved, and a call after it was asked for. */
const KEPT_DAYS = 365;
/** Days that it is known which mails were sent. */
const MAIL_DAYS = 90;

const DAY_SECONDS = 24 * 3600;

const daysAfter = (at: string, days: number): number =>
  Math.floor(Date.parse(at) / 1000) + days * DAY_SECONDS;

/** A mail that a draft wants: its link to its mailbox, or that somebody wants to be called to the office. */
export interface DraftMail {
  /** One of a kind is sent once. */
  readonly id: string;
  readonly kind: 'link' | 'call';
}

/** Somebody who wants to be called, as the desk lists them. Their words are in the draft too until it is sent. */
export interface Call {
  readonly draftId: string;
  readonly askedAt: string;
  readonly said: Readonly<Record<string, string>>;
  readonly dealtWith?: { readonly by: string; readonly at: string };
}

export const readDraft = async (store: Store, id: string): Promise<Draft | undefined> => {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: keys.draft(id), ConsistentRead: true }),
  );
  if (Item === undefined) return undefined;
  const { pk: _p, sk: _s, expiresAt: _e, ...draft } = Item;
  return draft as Draft;
};

const itemOf = (draft: Draft) => ({
  ...keys.draft(draft.id),
  ...draft,
  expiresAt: daysAfter(draft.savedAt, KEPT_DAYS),
});

const mailItem = (draft: Pick<Draft, 'id'>, mail: DraftMail, at: string, wake: string) => ({
  ...keys.draftMail(draft.id, mail.id),
  ...mail,
  wake,
  expiresAt: daysAfter(at, MAIL_DAYS),
});

/** Stores a new draft with the mails that it wants; `false` when it is there already. */
export const putDraft = (
  store: Store,
  draft: Draft,
  mails: readonly DraftMail[],
  wake: string,
): Promise<boolean> => {
  const { id, callMe, createdAt } = draft;
  const call: readonly Call[] =
    callMe === undefined ? [] : [{ draftId: id, askedAt: createdAt, said: callMe }];
  return won(() =>
    store.client.send(
      new TransactWriteCommand({
        TransactItems: [
          putNew(store, itemOf(draft)),
          ...mails.map((mail) => putNew(store, mailItem(draft, mail, createdAt, wake))),
          ...call.map((it) =>
            putNew(store, {
              ...keys.call(createdAt, id),
              ...it,
              expiresAt: daysAfter(createdAt, KEPT_DAYS),
            }),
          ),
        ],
      }),
    ),
  );
};

/** Stores a draft that was read as its `before`; `false` when somebody has saved it or sent it since. */
export const saveDraft = (store: Store, draft: Draft, before: Pick<Draft, 'version'>): Promise<boolean> =>
  won(() =>
    store.client.send(
      new PutCommand({
        TableName: store.table,
        Item: itemOf(draft),
        ConditionExpression: '#version = :before AND attribute_not_exists(sent)',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':before': before.version },
      }),
    ),
  );

/** A transaction's write of a draft that becomes a case, where its answers are from then on. */
export const draftIsSent = (
  store: Store,
  { id, version }: Pick<Draft, 'id' | 'version'>,
  { id: caseId, number: caseNumber, submittedAt: at }: { id: string; number: string; submittedAt: string },
) =>
  change(
    store,
    keys.draft(id),
    { sent: { caseId, caseNumber, at }, answers: {}, attachments: undefined, callMe: undefined },
    { version, sent: undefined },
  );

/** Has a draft's mail sent; `false` when one with its id is wanted already. */
export const wantDraftMail = (
  store: Store,
  draft: Pick<Draft, 'id'>,
  mail: DraftMail,
  at: string,
  wake: string,
): Promise<boolean> => {
  const put = new PutCommand({
    TableName: store.table,
    Item: mailItem(draft, mail, at, wake),
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  return won(() => store.client.send(put));
};

const updateMail = (
  store: Store,
  draftId: string,
  mailId: string,
  expression: string,
  condition: string,
  values?: Readonly<Record<string, string>>,
) =>
  store.client.send(
    new UpdateCommand({
      TableName: store.table,
      Key: keys.draftMail(draftId, mailId),
      UpdateExpression: expression,
      ConditionExpression: condition,
      ...(values && { ExpressionAttributeValues: values }),
      ReturnValues: 'ALL_NEW',
    }),
  );

/**
 * Claims a mail until `until`, so that of several deliveries of one message only one sends it; a sender that dies leaves
 * it to the message's next delivery. `undefined` when it is claimed or sent.
 */
export const claimDraftMail = async (
  store: Store,
  draftId: string,
  mailId: string,
  now: string,
  until: string,
): Promise<DraftMail | undefined> => {
  let claimed: DraftMail | undefined;
  await won(async () => {
    const { Attributes } = await updateMail(
      store,
      draftId,
      mailId,
      'SET claimedUntil = :until REMOVE wake',
      'attribute_exists(pk) AND attribute_not_exists(sentAt) AND (attribute_not_exists(claimedUntil) OR claimedUntil < :now)',
      { ':until': until, ':now': now },
    );
    claimed = { id: mailId, kind: Attributes?.kind };
  });
  return claimed;
};

export const markDraftMailSent = async (
  store: Store,
  draftId: string,
  mailId: string,
  at: string,
): Promise<void> => {
  await updateMail(store, draftId, mailId, 'SET sentAt = :at', 'attribute_exists(pk)', { ':at': at });
};

/** Gives a mail back that could not be sent, by whoever has claimed it. */
export const releaseDraftMail = async (store: Store, draftId: string, mailId: string): Promise<void> => {
  await updateMail(store, draftId, mailId, 'REMOVE claimedUntil', 'attribute_exists(pk)');
};

/** Counts a try within the hour of `at`; `false` when there were `most` before it. */
export const countTry = (store: Store, what: string, at: string, most: number): Promise<boolean> =>
  won(() =>
    store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: keys.tries(at.slice(0, 'YYYY-MM-DDTHH'.length), what),
        UpdateExpression: 'ADD used :one SET expiresAt = :end',
        ConditionExpression: 'attribute_not_exists(used) OR used < :most',
        ExpressionAttributeValues: { ':one': 1, ':most': most, ':end': daysAfter(at, 1) },
      }),
    ),
  );

/** Calls that the desk's list shows: more than a year brings. */
const MOST_CALLS = 200;

export const listCalls = async (store: Store): Promise<readonly Call[]> => {
  const { Items = [] } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': CALLS },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: MOST_CALLS,
    }),
  );
  return Items.map(({ pk: _p, sk: _s, expiresAt: _e, ...call }) => call as Call);
};

/** Notes that somebody of the office has dealt with a call; the first who did stands. */
export const dealWithCall = (
  store: Store,
  { askedAt, draftId }: Pick<Call, 'askedAt' | 'draftId'>,
  dealtWith: NonNullable<Call['dealtWith']>,
): Promise<boolean> =>
  won(() =>
    store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: keys.call(askedAt, draftId),
        UpdateExpression: 'SET dealtWith = :done',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(dealtWith)',
        ExpressionAttributeValues: { ':done': dealtWith },
      }),
    ),
  );
