import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { applied } from '../case/apply.ts';
import type { Consequence, QuestionChange } from '../case/consequence.ts';
import type { CaseFacts, CaseHead, RelatedCase } from '../case/facts.ts';
import type { ProgrammeFact } from '../case/programme.ts';
import { type Act, chainAct, digestOf } from './acts.ts';
import { pendingChange } from './candidates.ts';
import { countChanges } from './counts.ts';
import { won } from './failures.ts';
import { type Key, keys } from './keys.ts';
import { putProgramme } from './programme-item.ts';
import { changeQuestion, putQuestion } from './questions.ts';
import { programmeChange } from './register.ts';
import { change, putNew, type Store } from './store.ts';

/** What another case, by its id, is told of this one, by its number. */
export interface Relation {
  readonly caseId: string;
  readonly number: string;
  readonly as: RelatedCase | 'noMore';
}

/** A human act with everything that it changes. */
export interface GivenAct {
  readonly kind: Act['kind'];
  readonly at: string;
  readonly by: Act['by'];
  /** The question that it answers, or is done to. */
  readonly question?: string;
  /** What was written in the form, whole, and who signed it. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly signedBy?: string;
  readonly consequence: Consequence;
  /** Other cases that are told of this one. */
  readonly relates?: readonly Relation[];
  /** What the act says of itself in the chain, beside the digest of what was written. */
  readonly what?: Act['what'];
  /** What is written with it, of items that follow from no consequence. */
  readonly writes?: NonNullable<TransactWriteCommandInput['TransactItems']>;
  readonly wake: string;
  readonly lookAgainAt: string;
}

/** The act as the chain tells of it. */
export const chained = (head: CaseHead, given: Omit<GivenAct, 'wake' | 'lookAgainAt'>) =>
  chainAct(head.id, head, {
    kind: given.kind,
    at: given.at,
    by: given.by,
    what: {
      ...(given.question !== undefined && { question: given.question }),
      ...(given.consequence.nomination && { nomination: head.nominationVersion + 1 }),
      ...given.what,
      digest: digestOf(given.answers),
    },
  });

/**
 * Records an act, with all that follows from it, in one conditional write. `false` when the case has moved since
 * `facts` were read: read again, and look.
 */
export const recordAct = async (store: Store, facts: CaseFacts, given: GivenAct): Promise<boolean> => {
  const { head } = facts;
  const { consequence } = given;
  const after = applied(facts, consequence);
  const act = chained(head, given);
  const marks = { version: act.version, chain: act.chain, wake: given.wake, lookAgainAt: given.lookAgainAt };
  // An attempt that somebody raised meanwhile would be taken for the one that this act asks for.
  const expected = {
    version: head.version,
    opened: head.opened,
    ...(consequence.head.attempt !== undefined && { attempt: head.attempt }),
  };
  const TransactItems = [
    change(store, keys.head(head.id), { ...consequence.head, ...marks, watch: 'case' }, expected),
    putNew(store, act.item),
    putNew(store, textItem(head.id, act.version, given)),
    ...Object.entries(consequence.questions).map(([id, it]) =>
      changeQuestion(store, head.id, id, endedAt(it, given.at)),
    ),
    ...consequence.asks.map((it) => putQuestion(store, head.id, it)),
    ...consequence.mailings.map((it) => putNew(store, { ...keys.mailing(head.id, it.id), ...it })),
    ...nextNomination(store, facts, given),
    ...relations(store, given),
    ...decidedItem(store, facts, given),
    ...pendingChange(store, head, after.head),
    ...(consequence.programme === undefined ? [] : await programmeItems(store, after, consequence.programme)),
    ...countChanges(store, head.id, facts, after),
    ...(given.writes ?? []),
  ];
  return won(() => store.client.send(new TransactWriteCommand({ TransactItems })));
};

/** The programme beside the head, and in the register that everybody reads. */
const programmeItems = async (store: Store, { head }: CaseFacts, programme: ProgrammeFact) => [
  putProgramme(store, head.id, programme),
  await programmeChange(store, head, programme),
];

const endedAt = (it: QuestionChange, at: string): QuestionChange =>
  it.status === 'released' || it.status === 'closed' ? { ...it, endedAt: at } : it;

/** What was written, whole, by the act of this number. */
export const textItem = (
  caseId: string,
  seq: number,
  { kind, question, answers, by, signedBy, at }: Omit<GivenAct, 'wake' | 'lookAgainAt'>,
): Key & Record<string, unknown> =>
  kind === 'answered' && question !== undefined
    ? { ...keys.answer(caseId, question), questionId: question, answers, answeredAt: at }
    : {
        ...keys.actText(caseId, seq),
        act: kind,
        ...(question !== undefined && { questionId: question }),
        answers,
        at,
        by: by.body ?? '',
        ...(signedBy !== undefined && { signedBy }),
      };

const nextNomination = (store: Store, { head }: CaseFacts, { consequence, at }: GivenAct) =>
  consequence.nomination === undefined
    ? []
    : [
        putNew(store, {
          ...keys.nomination(head.id, head.nominationVersion + 1),
          answers: consequence.nomination,
          submittedAt: at,
        }),
      ];

const relations = ({ table: TableName }: Store, { relates = [] }: GivenAct) =>
  relates.map(({ caseId, number, as }) => {
    const Key = keys.related(caseId, number);
    return as === 'noMore' ? { Delete: { TableName, Key } } : { Put: { TableName, Item: { ...Key, ...as } } };
  });

const DECIDED: readonly unknown[] = ['decided', 'declined'];

/** How long a case took from submission to decision, for the forecast of later ones. */
const decidedItem = (store: Store, { head }: CaseFacts, { consequence, at }: GivenAct) =>
  DECIDED.includes(consequence.head.milestone)
    ? [
        putNew(store, {
          ...keys.decided(at, head.id),
          minutes: Math.round((Date.parse(at) - Date.parse(head.submittedAt)) / 60_000),
        }),
      ]
    : [];
