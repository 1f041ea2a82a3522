import { GetCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type CaseFile, NOMINATOR } from '../case/attachments.ts';
import { caseNumber } from '../case/case-number.ts';
import type { Draft } from '../case/draft.ts';
import type { CaseFacts, CaseHead, Mailing, QuestionFact } from '../case/facts.ts';
import { CHAIN_START, chainAct, digestOf } from './acts.ts';
import { type CaseSummary, caseSummaryItem } from './candidates.ts';
import { countChanges } from './counts.ts';
import { draftIsSent } from './drafts.ts';
import { won } from './failures.ts';
import { putFile } from './files.ts';
import { keys } from './keys.ts';
import { putQuestion } from './questions.ts';
import { putNew, type Store } from './store.ts';

/** The next case number of a year, `N-2026-0001`. A submission that fails afterwards leaves a gap. */
export const nextCaseNumber = async (store: Store, year: string): Promise<string> => {
  const { Attributes } = await store.client.send(
    new UpdateCommand({
      TableName: store.table,
      Key: keys.caseCounter(year),
      UpdateExpression: 'ADD used :one',
      ExpressionAttributeValues: { ':one': 1 },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return caseNumber(year, Number(Attributes?.used));
};

export interface Submission {
  readonly head: Omit<CaseHead, 'version' | 'chain'>;
  readonly nomination: Readonly<Record<string, unknown>>;
  readonly questions: readonly QuestionFact[];
  readonly mailings: readonly Mailing[];
  readonly submittedBy: Readonly<Record<string, string>>;
  readonly idempotency?: IdempotencyKey;
  /** What it was written as: it becomes this case if nobody has changed it since, or nothing is stored. */
  readonly draft?: Pick<Draft, 'id' | 'version' | 'attachments'>;
}

/** A key that the client chose for its request, and the digest of what it sent with it. */
export interface IdempotencyKey {
  readonly client: string;
  readonly key: string;
  readonly requestDigest: string;
}

/** Days an idempotency key is remembered. */
const IDEMPOTENCY_DAYS = 7;

/**
 * Stores a nomination as a new case, whole or not at all; `false` when its idempotency key was already used, or its draft
 * has changed or was sent.
 */
export const submitNomination = (store: Store, submission: Submission): Promise<boolean> => {
  const { head, nomination, idempotency } = submission;
  const act = chainAct(
    head.id,
    { version: 0, chain: CHAIN_START },
    {
      kind: 'submitted',
      at: head.submittedAt,
      by: submission.submittedBy,
      what: { nomination: 1, digest: digestOf(nomination) },
    },
  );
  const expiresAt = Math.floor(Date.parse(head.submittedAt) / 1000) + IDEMPOTENCY_DAYS * 24 * 3600;
  const remembered =
    idempotency === undefined
      ? []
      : [
          putNew(store, {
            ...keys.idempotency(digestOf([idempotency.client, idempotency.key])),
            caseId: head.id,
            requestDigest: idempotency.requestDigest,
            expiresAt,
          }),
        ];
  return won(() =>
    store.client.send(
      new TransactWriteCommand({
        TransactItems: [
          putNew(store, {
            ...keys.head(head.id),
            ...head,
            version: act.version,
            chain: act.chain,
            watch: 'case',
          }),
          putNew(store, {
            ...keys.nomination(head.id, 1),
            answers: nomination,
            submittedAt: head.submittedAt,
          }),
          putNew(store, act.item),
          ...submission.questions.map((question) => putQuestion(store, head.id, question)),
          ...submission.mailings.map((mailing) =>
            putNew(store, { ...keys.mailing(head.id, mailing.id), ...mailing }),
          ),
          putNew(store, caseSummaryItem(summaryOf(submission))),
          ...countChanges(store, head.id, undefined, factsOf(submission)),
          ...remembered,
          ...(submission.draft === undefined ? [] : [draftIsSent(store, submission.draft, head)]),
          ...filesOf(submission).map((file) => putFile(store, head.id, file)),
        ],
      }),
    ),
  );
};

const filesOf = ({ draft }: Submission): readonly CaseFile[] =>
  (draft?.attachments ?? []).map(({ title: _t, confidential: _c, ...file }) => ({
    ...file,
    addedBy: NOMINATOR,
  }));

const factsOf = ({ head, questions, mailings }: Submission): CaseFacts => ({
  head: { ...head, version: 1, chain: '' },
  questions,
  mailings,
  tokens: [],
  related: [],
});

/** The case that an idempotency key already made, with the digest of the request that made it. */
export const readIdempotency = async (
  store: Store,
  client: string,
  key: string,
): Promise<{ readonly caseId: string; readonly requestDigest: string } | undefined> => {
  const { Item } = await store.client.send(
    new GetCommand({
      TableName: store.table,
      Key: keys.idempotency(digestOf([client, key])),
      ConsistentRead: true,
    }),
  );
  return Item as { caseId: string; requestDigest: string } | undefined;
};

/** What the search for similar cases needs of a case that comes to be. */
export const summaryOf = ({ head, nomination }: Pick<Submission, 'head' | 'nomination'>): CaseSummary => ({
  number: head.number,
  caseId: head.id,
  workingTitle: String(nomination.workingTitle ?? ''),
  clinicalAreas: Array.isArray(nomination.clinicalAreas) ? nomination.clinicalAreas : [],
  targetGroup: String(nomination.targetGroup ?? ''),
  summary: String(nomination.summary ?? ''),
  nominatingUnit: String(nomination.nominatingUnit ?? ''),
  submittedAt: head.submittedAt,
});
