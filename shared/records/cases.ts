import { GetCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { isLaidOut } from '../case/earlier.ts';
import type { CaseFacts, CaseHead, Mailing, QuestionFact, RelatedCase, TokenFact } from '../case/facts.ts';
import type { ProgrammeFact } from '../case/programme.ts';
import type { Nomination } from '../case/submit.ts';
import { ACTS } from '../routine/acts.ts';
import type { ActName } from '../routine/question.ts';
import { layOut } from './earlier.ts';
import { casePk, keys, LOOK_AGAIN_INDEX, PROCESS, TEXT } from './keys.ts';
import { summaryOf } from './nominations.ts';
import type { Store } from './store.ts';

type Item = Record<string, unknown> & { readonly sk: string };

const queryAll = async (
  store: Store,
  input: Omit<QueryCommandInput, 'TableName'>,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let from: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await store.client.send(
      new QueryCommand({ ...input, TableName: store.table, ConsistentRead: true, ExclusiveStartKey: from }),
    );
    items.push(...((page.Items ?? []) as Item[]));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return items;
};

const partOfCase = (store: Store, caseId: string, part: string): Promise<readonly Item[]> =>
  queryAll(store, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :part)',
    ExpressionAttributeValues: { ':pk': casePk(caseId), ':part': part },
  });

const withPrefix = <T>(items: readonly Item[], prefix: string): readonly T[] =>
  items.filter((item) => item.sk.startsWith(prefix)).map((item) => item as unknown as T);

/**
 * Everything the rules need to know of a case, read consistently; `undefined` when there is no such case. A case that
 * earlier code stored is brought up to this code's layout first.
 */
export const readFacts = async (store: Store, caseId: string): Promise<CaseFacts | undefined> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const facts = await storedFacts(store, caseId);
    if (facts === undefined || isLaidOut(facts)) return facts;
    const [first] = (await readTexts(store, caseId)).versions;
    const nomination = first?.answers ?? {};
    await layOut(store, facts, summaryOf({ head: facts.head, nomination }), nomination as Nomination);
  }
  throw new Error(`The case ${caseId} kept changing`);
};

/** Tries at most this often when somebody else brings the same case up to date, or acts in it. */
const MOST_TRIES = 8;

const storedFacts = async (store: Store, caseId: string): Promise<CaseFacts | undefined> => {
  const items = await partOfCase(store, caseId, PROCESS);
  const [head] = withPrefix<CaseHead>(items, 'p#head');
  if (head === undefined) return undefined;
  const [programme] = withPrefix<Item & ProgrammeFact>(items, 'p#programme').map(asFact);
  return {
    head,
    questions: withPrefix<QuestionFact>(items, 'p#question#'),
    tokens: withPrefix<TokenFact>(items, 'p#token#'),
    mailings: withPrefix<Mailing>(items, 'p#mailing#'),
    related: withPrefix<RelatedCase>(items, 'p#related#'),
    ...(programme !== undefined && { programme }),
  };
};

/** The programme without what the index finds it by. */
const asFact = ({ pk: _p, sk: _s, watch: _w, lookAgainAt: _l, ...programme }: Item & ProgrammeFact) =>
  programme as ProgrammeFact;

/** An answer as it was given, whole. */
export interface StoredAnswer {
  readonly questionId: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly answeredAt: string;
}

/** A version of the nomination, and when it was sent in. */
export interface NominationVersion {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly submittedAt: string;
}

/** An act beside the answers, with what was written. */
export interface StoredAct {
  /** The version of the case that it made. */
  readonly seq: number;
  readonly act: ActName;
  readonly questionId?: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly at: string;
  /** The body, or who of the nomination's contacts, did it; empty where it came over the API. */
  readonly by: string;
  readonly signedBy?: string;
}

export interface CaseTexts {
  /** The newest version, with contacts that were changed since. */
  readonly nomination: Readonly<Record<string, unknown>>;
  /** Every version, the first first. */
  readonly versions: readonly NominationVersion[];
  readonly answers: readonly StoredAnswer[];
  readonly acts: readonly StoredAct[];
}

const ACT = 't#act#';

/** What people wrote in a case: every version of the nomination, every answer and every act. */
export const readTexts = async (store: Store, caseId: string): Promise<CaseTexts> => {
  const items = await partOfCase(store, caseId, TEXT);
  const versions = withPrefix<NominationVersion>(items, 't#nomination#');
  const acts = withPrefix<Item & StoredAct>(items, ACT)
    .filter(({ act }) => act in ACTS)
    .map((act) => ({ ...act, seq: Number(act.sk.slice(ACT.length)) }));
  const newest = versions.at(-1) ?? { answers: {}, submittedAt: '' };
  const contacts = acts.filter(({ act, at }) => act === 'changeContacts' && at > newest.submittedAt);
  return {
    nomination: contacts.reduce(withContacts, newest.answers),
    versions,
    answers: withPrefix<StoredAnswer>(items, 't#answer#'),
    acts,
  };
};

export const readHead = async (store: Store, caseId: string): Promise<CaseHead | undefined> => {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: keys.head(caseId), ConsistentRead: true }),
  );
  return Item as CaseHead | undefined;
};

/** The id of the case with a number. */
export const caseByNumber = async (store: Store, number: string): Promise<string | undefined> => {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: keys.caseSummary(number) }),
  );
  return Item?.caseId;
};

/** The nomination with the contacts of an act in place of its own; one that the act leaves out is gone. */
const withContacts = (
  nomination: CaseTexts['nomination'],
  { answers }: StoredAct,
): CaseTexts['nomination'] => {
  const others = Object.entries(nomination).filter(([name]) => !(name in ACTS.changeContacts.form));
  return { ...Object.fromEntries(others), ...answers };
};

/** Minutes that the latest decided cases took from submission to decision, at most `limit` of them. */
export const minutesToDecision = async (store: Store, limit: number): Promise<readonly number[]> => {
  const { Items } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': keys.decided('', '').pk },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return (Items ?? []).map((item) => Number(item.minutes));
};

/** How many open questions a body has; they are counted where they lie, and not read. */
export const countQuestionsOf = async (store: Store, body: string): Promise<number> => {
  const { Count = 0 } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      IndexName: LOOK_AGAIN_INDEX,
      KeyConditionExpression: 'watch = :watch',
      ExpressionAttributeValues: { ':watch': `body#${body}` },
      Select: 'COUNT',
    }),
  );
  return Count;
};

/** The ids of the cases that a body is asked in, those asked longest ago first. */
export const casesWaitingFor = async (store: Store, body: string): Promise<readonly string[]> => {
  const { Items } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      IndexName: LOOK_AGAIN_INDEX,
      KeyConditionExpression: 'watch = :watch',
      ExpressionAttributeValues: { ':watch': `body#${body}` },
    }),
  );
  return [...new Set((Items ?? []).map((item) => String(item.pk).slice('case#'.length)))];
};
