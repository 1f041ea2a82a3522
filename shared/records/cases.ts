import { GetCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { CaseFacts, CaseHead, Mailing, QuestionFact, TokenFact } from '../case/facts.ts';
import { casePk, keys, PROCESS, TEXT } from './keys.ts';
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

/** Everything the rules need to know of a case, read consistently; `undefined` when there is no such case. */
export const readFacts = async (store: Store, caseId: string): Promise<CaseFacts | undefined> => {
  const items = await partOfCase(store, caseId, PROCESS);
  const [head] = withPrefix<CaseHead>(items, 'p#head');
  if (head === undefined) return undefined;
  return {
    head,
    questions: withPrefix<QuestionFact>(items, 'p#question#'),
    tokens: withPrefix<TokenFact>(items, 'p#token#'),
    mailings: withPrefix<Mailing>(items, 'p#mailing#'),
  };
};

/** An answer as it was given, whole. */
export interface StoredAnswer {
  readonly questionId: string;
  readonly version: number;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly answeredAt: string;
}

export interface CaseTexts {
  readonly nomination: Readonly<Record<string, unknown>>;
  readonly answers: readonly StoredAnswer[];
}

/** What people wrote in a case: the newest version of the nomination, and every answer. */
export const readTexts = async (store: Store, caseId: string): Promise<CaseTexts> => {
  const items = await partOfCase(store, caseId, TEXT);
  const nominations = withPrefix<{ answers: CaseTexts['nomination'] }>(items, 't#nomination#');
  return {
    nomination: nominations.at(-1)?.answers ?? {},
    answers: withPrefix<StoredAnswer>(items, 't#answer#'),
  };
};

export const readHead = async (store: Store, caseId: string): Promise<CaseHead | undefined> => {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: keys.head(caseId), ConsistentRead: true }),
  );
  return Item as CaseHead | undefined;
};
