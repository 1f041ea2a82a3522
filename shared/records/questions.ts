import { GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { QuestionChange } from '../case/consequence.ts';
import type { BodyId, CaseHead, Mailing, QuestionFact } from '../case/facts.ts';
import { leftWake } from '../case/moves.ts';
import type { CaseReader } from '../routine/question.ts';
import { putAll } from './batches.ts';
import { won } from './failures.ts';
import { keys } from './keys.ts';
import { change, putNew, type Store } from './store.ts';

/** An open question is found by its body, in the order that questions were opened. */
export const seenBy = ({ body, openedAt }: QuestionFact) => ({
  watch: `body#${body}`,
  lookAgainAt: openedAt,
});
const SEEN_NO_MORE = { watch: undefined, lookAgainAt: undefined };

/** How a change of status is seen in the index; one that is opened again is found as from when it was received. */
const seenAfter = (id: string, { status, receivedOn }: QuestionChange) => {
  if (status === undefined) return {};
  if (status !== 'open') return SEEN_NO_MORE;
  return { watch: `body#${id.split('/').at(-1)}`, lookAgainAt: receivedOn };
};

/** A transaction's write of a question that must not be there yet. */
export const putQuestion = (store: Store, caseId: string, question: QuestionFact) =>
  putNew(store, {
    ...keys.question(caseId, question.id),
    ...question,
    ...(question.status === 'open' && seenBy(question)),
  });

/** A transaction's write of what changes in a question. */
export const changeQuestion = (store: Store, caseId: string, id: string, it: QuestionChange) =>
  change(store, keys.question(caseId, id), { ...it, ...seenAfter(id, it) }, { id });

/** A question with the digest of the link that was made for it. */
export interface Linked {
  readonly question: QuestionFact;
  readonly linkDigest: string;
}

export interface Opened {
  /** Questions that come to be; those among `linked` with their link. */
  readonly fresh: readonly QuestionFact[];
  readonly linked: readonly Linked[];
  /** What asks them; absent where none of them is to be asked yet. */
  readonly mailing?: Mailing;
}

/**
 * Opens questions with the mailing that asks them, and takes the wake mark that `drive` left, all or none; their links are
 * made before. `false` when the case has moved since it was read: an act and an opening never go by each other.
 */
export const openQuestions = async (
  store: Store,
  head: Pick<CaseHead, 'id' | 'version' | 'opened' | 'wake' | 'lookDeeper'>,
  { fresh, linked, mailing }: Opened,
): Promise<boolean> => {
  const { id: caseId, version, opened } = head;
  const isFresh = (id: string): boolean => fresh.some((question) => question.id === id);
  const [settled, asRead] =
    leftWake(head) === undefined ? [{}, {}] : [{ wake: undefined }, { wake: head.wake }];
  const TransactItems = [
    change(store, keys.head(caseId), { opened: opened + 1, ...settled }, { version, opened, ...asRead }),
    ...fresh.map((question) => putQuestion(store, caseId, question)),
    ...linked
      .filter(({ question }) => !isFresh(question.id))
      .map(({ question: { id, linked: made, linkKeyId, linkVersion } }) =>
        change(
          store,
          keys.question(caseId, id),
          { linked: made, linkKeyId, restsUntil: undefined },
          { status: 'open', linkVersion },
        ),
      ),
    ...(mailing === undefined ? [] : [putNew(store, { ...keys.mailing(caseId, mailing.id), ...mailing })]),
  ];
  // Whoever could follow a link that is there before its question has not been mailed it: in the transaction it would cost twice.
  await putAll(store, linked.map(linkItem(caseId)));
  return won(() => store.client.send(new TransactWriteCommand({ TransactItems })));
};

const linkItem =
  (caseId: string) =>
  ({ question: { id: questionId, linkVersion }, linkDigest }: Linked) => ({
    ...keys.link(linkDigest),
    caseId,
    questionId,
    linkVersion,
  });

/**
 * What a link leads to: a question, or the page of a case for one of its readers, or of what waits for a body, or of a
 * year's report that the office is to approve, or a nomination that is being written.
 */
export type LinkTarget =
  | { readonly caseId: string; readonly questionId: string; readonly linkVersion: number }
  | CasePageTarget
  | { readonly agenda: BodyId; readonly since: string }
  | { readonly draft: string }
  | { readonly report: number; readonly since: string };

interface CasePageTarget {
  readonly caseId: string;
  readonly reader: CaseReader;
  readonly linkVersion: number;
  /** Of the office's: since when it has the mailbox that the link was made for. */
  readonly since?: string;
}

/** What a link leads to, by the digest of its secret. */
export const readLink = async (store: Store, linkDigest: string): Promise<LinkTarget | undefined> => {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: keys.link(linkDigest), ConsistentRead: true }),
  );
  return Item as LinkTarget | undefined;
};

/** Keeps a link; made twice it is the same. */
export const putLink = async (store: Store, linkDigest: string, target: LinkTarget): Promise<void> => {
  await store.client.send(
    new PutCommand({ TableName: store.table, Item: { ...keys.link(linkDigest), ...target } }),
  );
};

/** Keeps a link that many mails carry: to read whether it is there costs a tenth of writing it again. */
export const keepLink = async (store: Store, linkDigest: string, target: LinkTarget): Promise<void> => {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: keys.link(linkDigest) }),
  );
  if (Item === undefined) await putLink(store, linkDigest, target);
};

/** Notes that the link of a case's page is there, unless a newer one has become wanted meanwhile. */
export const markCaseLinked = (
  store: Store,
  caseId: string,
  reader: CaseReader,
  version: number,
  keyId: string,
): Promise<boolean> =>
  won(() =>
    store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: keys.head(caseId),
        UpdateExpression: 'SET caseLinks.#reader.linked = :version, caseLinks.#reader.keyId = :key',
        ConditionExpression: 'caseLinks.#reader.version = :version',
        ExpressionAttributeNames: { '#reader': reader },
        ExpressionAttributeValues: { ':version': version, ':key': keyId },
      }),
    ),
  );
