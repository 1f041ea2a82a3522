import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Consequence } from '../case/answer.ts';
import type { CaseFacts, Mailing, QuestionFact } from '../case/facts.ts';
import { chainAct, digestOf } from './acts.ts';
import { won } from './failures.ts';
import { keys } from './keys.ts';
import { change, putNew, type Store } from './store.ts';

export interface NewQuestions {
  readonly questions: readonly (QuestionFact & { readonly linkDigest: string })[];
  readonly mailing: Mailing;
}

/** Opens questions with their links and their mailing, all or none; `false` when some were already there. */
export const openQuestions = (
  store: Store,
  caseId: string,
  { questions, mailing }: NewQuestions,
): Promise<boolean> => {
  const opened = questions.flatMap(({ linkDigest, ...question }) => [
    putNew(store, { ...keys.question(caseId, question.id), ...question }),
    putNew(store, {
      ...keys.link(linkDigest),
      caseId,
      questionId: question.id,
      linkVersion: question.linkVersion,
    }),
  ]);
  const TransactItems = [...opened, putNew(store, { ...keys.mailing(caseId, mailing.id), ...mailing })];
  return won(() => store.client.send(new TransactWriteCommand({ TransactItems })));
};

export interface LinkTarget {
  readonly caseId: string;
  readonly questionId: string;
  readonly linkVersion: number;
}

/** What a link leads to, by the digest of its secret. */
export const readLink = async (store: Store, linkDigest: string): Promise<LinkTarget | undefined> => {
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key: keys.link(linkDigest), ConsistentRead: true }),
  );
  return Item as LinkTarget | undefined;
};

export interface GivenAnswer {
  readonly question: QuestionFact;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly answeredBy: { readonly name: string; readonly role: string };
  readonly consequence: Consequence;
  readonly mailings: readonly Mailing[];
  readonly at: string;
  readonly wake: string;
  readonly lookAgainAt: string;
}

/** Who answered, as it is kept with the question and shown. */
export const signature = ({ name, role }: GivenAnswer['answeredBy']): string => `${name}, ${role}`;

/**
 * Records an answer, with all that follows from it, in one conditional write. `false` when the question is no
 * longer open or the case has moved since `facts` were read: read again, and look.
 */
export const recordAnswer = (store: Store, facts: CaseFacts, given: GivenAnswer): Promise<boolean> => {
  const { head } = facts;
  const { question, answers, answeredBy, at, wake, lookAgainAt } = given;
  const act = chainAct(head.id, head, {
    kind: 'answered',
    at,
    by: { body: question.body, answeredBy: digestOf(answeredBy) },
    what: { question: question.id, version: 1, digest: digestOf(answers) },
  });
  const moved = { version: act.version, chain: act.chain, wake, lookAgainAt, watch: 'case' };
  const answered = {
    status: 'answered',
    told: given.consequence.told,
    answeredAt: at,
    answeredBy: signature(answeredBy),
  };
  const TransactItems = [
    change(store, keys.question(head.id, question.id), answered, { status: 'open' }),
    putNew(store, {
      ...keys.answer(head.id, question.id, 1),
      questionId: question.id,
      version: 1,
      answers,
      answeredAt: at,
    }),
    putNew(store, act.item),
    change(store, keys.head(head.id), { ...given.consequence.head, ...moved }, { version: head.version }),
    ...given.mailings.map((mailing) => putNew(store, { ...keys.mailing(head.id, mailing.id), ...mailing })),
  ];
  return won(() => store.client.send(new TransactWriteCommand({ TransactItems })));
};
