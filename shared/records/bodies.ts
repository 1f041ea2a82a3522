import {
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { BodyId } from '../case/facts.ts';
import { SOB_OFFICE } from '../case/rounds.ts';
import type { Role } from '../routine/question.ts';
import type { Language, Words } from '../routine/words.ts';
import { won } from './failures.ts';
import { keys } from './keys.ts';
import type { Store } from './store.ts';

/** Someone the routine asks: the office, a council, PPR. */
export interface Body {
  readonly id: BodyId;
  readonly role: Role;
  readonly name: Words;
  readonly mailbox: string;
  readonly language: Language;
  /** Asked too when the mailbox is silent, away or cannot be reached. */
  readonly deputy?: string;
  /** Told when the deputy is silent too; the office where nothing stands here. */
  readonly escalation?: string;
  /** Days when nobody reads the mailbox, first and last, `YYYY-MM-DD`. */
  readonly absences?: readonly { readonly from: string; readonly to: string }[];
  /** The same days each summer, `MM-DD`, first and last. */
  readonly summerPause?: { readonly from: string; readonly to: string };
  /** The body that has taken over everything of this one. */
  readonly successor?: BodyId;
}

/** A body as the record has it. */
export interface StoredBody extends Body {
  /** Raised by each change. */
  readonly version: number;
  /** Questions that were opened before this moment may have been mailed to another mailbox than the body has now. */
  readonly movedAt?: string;
}

/** A change of a body, as it is kept for ever. */
export interface BodyChange {
  /** ISO 8601. */
  readonly at: string;
  /** A client of the API by its id, or an officer of the desk. */
  readonly by: { readonly client: string } | { readonly subject: string; readonly name: string };
  /** Absent of a body that was not there. */
  readonly before?: Body;
  readonly after: Body;
}

/** Since when a body has its mailbox: a link that was made before leads nowhere. */
export const mailboxSince = ({ movedAt = 'never' }: Body & Pick<StoredBody, 'movedAt'>): string => movedAt;

const bodyOf = ({ pk: _pk, sk: _sk, ...body }: Record<string, unknown>): StoredBody =>
  body as unknown as StoredBody;

/** Puts a body there as if it had never changed. */
export const putBody = async (store: Store, body: Body): Promise<void> => {
  await store.client.send(
    new PutCommand({ TableName: store.table, Item: { ...keys.body(body.id), ...body, version: 1 } }),
  );
};

/**
 * Stores a body in the place of the version before, or as a new one with version 1, and keeps who did it. Its successor,
 * where it gets one, must be there and have none itself. `false` when either is no longer so.
 */
export const replaceBody = (
  store: Store,
  body: StoredBody,
  change: BodyChange,
  newSuccessor?: BodyId,
): Promise<boolean> => {
  const { version } = body;
  const replaced = {
    Put: {
      TableName: store.table,
      Item: { ...keys.body(body.id), ...body },
      ...(version === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'version = :before',
            ExpressionAttributeValues: { ':before': version - 1 },
          }),
    },
  };
  const successorStands = (id: BodyId) => ({
    ConditionCheck: {
      TableName: store.table,
      Key: keys.body(id),
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(successor)',
    },
  });
  const TransactItems = [
    replaced,
    { Put: { TableName: store.table, Item: { ...keys.bodyChange(body.id, version), ...change } } },
    ...(newSuccessor === undefined ? [] : [successorStands(newSuccessor)]),
  ];
  return won(() => store.client.send(new TransactWriteCommand({ TransactItems })));
};

/** The latest changes of a body, the newest first. */
export const readBodyChanges = async (
  store: Store,
  id: BodyId,
  limit: number,
): Promise<readonly BodyChange[]> => {
  const { Items = [] } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': keys.bodyChange(id, 0).pk },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return Items.map(({ pk: _pk, sk: _sk, ...change }) => change as BodyChange);
};

/** A body as it is now: a link must never go to a mailbox that it has left. */
export const readBody = async (store: Store, id: BodyId): Promise<StoredBody | undefined> => {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: keys.body(id), ConsistentRead: true }),
  );
  return Item && bodyOf(Item);
};

/** The body that acts for this one now: itself, or the last of its successors. */
export const readActingBody = async (store: Store, id: BodyId): Promise<StoredBody | undefined> => {
  const body = await readBody(store, id);
  return body?.successor === undefined ? body : readActingBody(store, body.successor);
};

export const listBodies = async (store: Store): Promise<readonly StoredBody[]> => {
  const { Items = [] } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'bodies' },
    }),
  );
  return Items.map(bodyOf);
};

/**
 * Ends the link to an open question whose body got another mailbox at `movedAt`: `ask` makes the next one. `false` when
 * it was ended for that before, the question was opened since, or it is no longer open.
 */
export const endLink = (
  store: Store,
  caseId: string,
  questionId: string,
  movedAt: string,
): Promise<boolean> =>
  won(() =>
    store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: keys.question(caseId, questionId),
        UpdateExpression: 'SET linkVersion = linkVersion + :one, movedAt = :at',
        ConditionExpression:
          '#status = :open AND openedAt < :at AND (attribute_not_exists(movedAt) OR movedAt < :at)',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':one': 1, ':at': movedAt, ':open': 'open' },
      }),
    ),
  );

/**
 * Ends the office's link to the page of a case when it got another mailbox at `movedAt`: `ask` makes the next one. An act
 * that was weighed before is weighed again, since it might put the old link back. `false` when it was ended for that
 * before, or the case was submitted since.
 */
export const endOfficeLink = (store: Store, caseId: string, movedAt: string): Promise<boolean> =>
  won(() =>
    store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: keys.head(caseId),
        UpdateExpression:
          'SET caseLinks.#office.version = caseLinks.#office.version + :one, caseLinks.#office.movedAt = :at, opened = opened + :one',
        ConditionExpression:
          'submittedAt < :at AND (attribute_not_exists(caseLinks.#office.movedAt) OR caseLinks.#office.movedAt < :at)',
        ExpressionAttributeNames: { '#office': SOB_OFFICE },
        ExpressionAttributeValues: { ':one': 1, ':at': movedAt },
      }),
    ),
  );
