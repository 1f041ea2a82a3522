import { ACTS } from '../routine/acts.ts';
import type { ActName, Step } from '../routine/question.ts';
import { actConsequence } from './acts.ts';
import { consequence } from './answer.ts';
import type { ActAnswers, Signatory, StepAnswers } from './answers.ts';
import { applied } from './apply.ts';
import { type Consequence, NO_CONSEQUENCE } from './consequence.ts';
import type { CaseFacts, CaseHead, QuestionFact } from './facts.ts';
import { missingQuestions, newQuestion } from './opening.ts';
import { beginReview } from './review.ts';
import { SOB_OFFICE } from './rounds.ts';
import { moveToSuccessor } from './successor.ts';

/** An act as the chain and the texts tell of it. */
export interface DoneAct {
  /** From 2: the first act is the one that the case began with. */
  readonly seq: number;
  readonly kind: string;
  readonly at: string;
  readonly by: Readonly<Record<string, string>>;
  /** The question that it answered, or was done to. */
  readonly question?: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly signatory: Signatory;
}

/** Where the record is not what people's acts make of it. */
export interface Difference {
  /** The act that it is to be looked for at: the one that decided the field last. */
  readonly act: number;
  readonly field: string;
  readonly why: string;
}

/** What the acts of a case come to. */
export interface Replayed {
  readonly facts: CaseFacts;
  /** The versions of the nomination that they made, with the act that made each. */
  readonly versions: readonly { readonly act: number; readonly answers: Readonly<Record<string, unknown>> }[];
  /** The act that decided each field last. */
  readonly decidedBy: ReadonlyMap<string, number>;
}

/**
 * Does all that people did in a case once more, by the same rules, each act at its own time. Of what machines do it
 * takes from `record` only that a round was waited for and when a question was opened: that it was to be asked, of whom
 * and with which target day, the rules have to find themselves.
 * @param begun the case as its first act made it
 */
export const replayed = (
  begun: CaseFacts,
  acts: readonly DoneAct[],
  record: CaseFacts,
): Replayed | Difference => {
  const versions: { act: number; answers: Readonly<Record<string, unknown>> }[] = [];
  const decidedBy = new Map([...decidedFields(begun).keys()].map((field) => [field, 1]));
  let facts: CaseFacts = begun;
  let latest = begun.head.submittedAt;
  for (const act of acts) {
    latest = act.at > latest ? act.at : latest;
    facts = withOpened(facts, record, ({ id, openedAt }) => openedAt < latest || id === act.question);
    const follows = followsOf(facts, act, record);
    if (typeof follows === 'string') return { act: act.seq, field: 'what', why: follows };
    const twice = follows.asks.find(({ id }) => facts.questions.some((it) => it.id === id));
    if (twice !== undefined) return { act: act.seq, field: `question ${twice.id}`, why: 'is asked twice' };
    if (follows.nomination !== undefined) versions.push({ act: act.seq, answers: follows.nomination });
    const before = decidedFields(facts);
    facts = ended(applied(facts, follows), follows, act.at);
    for (const field of changedFields(before, decidedFields(facts))) decidedBy.set(field, act.seq);
  }
  return { facts: withOpened(facts, record, () => true), versions, decidedBy };
};

/** The facts with those questions of the record that machines have opened by now, as far as rules want them asked. */
const withOpened = (
  facts: CaseFacts,
  record: CaseFacts,
  isOpened: (question: QuestionFact) => boolean,
): CaseFacts => {
  const waiting = record.tokens.map(({ round }) => ({ id: '', round, attempt: 0 }));
  let now = facts;
  const missing = record.questions
    .filter((it) => isOpened(it) && !facts.questions.some(({ id }) => id === it.id))
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  for (const { id, openedAt } of now.head.phaseWanted ? missing : []) {
    const tokens = waiting.map((it) => ({ ...it, attempt: now.head.attempt }));
    const opened = missingQuestions({ ...now, tokens }, new Date(openedAt)).find((it) => it.id === id);
    if (opened !== undefined) now = { ...now, questions: [...now.questions, opened] };
  }
  return now;
};

const ended = (facts: CaseFacts, { questions }: Consequence, endedAt: string): CaseFacts => ({
  ...facts,
  questions: facts.questions.map((it) => {
    const { status } = questions[it.id] ?? {};
    return status === 'released' || status === 'closed' ? { ...it, endedAt } : it;
  }),
});

/** What follows from an act, or why nothing can. */
const followsOf = (facts: CaseFacts, act: DoneAct, record: CaseFacts): Consequence | string => {
  const { kind, question, answers } = act;
  const now = new Date(act.at);
  if (kind === 'bodyMoved')
    return moveToSuccessor(facts, String(answers.from), String(answers.to), now) ?? 'nothing is to be moved';
  // What an operator does is to machines: of what people decide it changes nothing.
  if (kind === 'operated') return NO_CONSEQUENCE;
  if (kind === 'reviewBegun') return beginReview(facts, now) ?? 'no follow-up is due';
  const on = facts.questions.find(({ id }) => id === question);
  if (kind === 'answered') {
    const asked = on ?? askedEarly(act, record);
    return asked === undefined ? `${question} was never asked` : answerFollows(facts, asked, act);
  }
  if (!(kind in ACTS)) return `there is no act ${kind}`;
  if (question !== undefined && on === undefined) return `${question} was never asked`;
  // What follows from an act is the same whoever may do it.
  return actConsequence(kind as ActName, answers as ActAnswers[ActName], { facts, on, now, by: 'asked' });
};

/** The office records answers also to what is not asked yet (ROUTINE.md section 0 no. 2). */
const askedEarly = ({ question, by, at }: DoneAct, record: CaseFacts): QuestionFact | undefined => {
  const stored = record.questions.find(({ id }) => id === question);
  const isByOffice = by.recordedBy === SOB_OFFICE || stored?.body === SOB_OFFICE;
  return stored && isByOffice ? newQuestion(stored.round, stored.body, new Date(at)) : undefined;
};

const answerFollows = (
  facts: CaseFacts,
  asked: QuestionFact,
  { at, by, answers, signatory }: DoneAct,
): Consequence | string => {
  if (asked.status !== 'open') return `${asked.id} is ${asked.status}, and answered all the same`;
  const { step } = asked.round;
  return consequence<Step>(step, answers as unknown as StepAnswers[Step], {
    ...{ facts, asked, answeredBy: signatory, now: new Date(at) },
    recordedByOffice: by.recordedBy !== undefined,
  });
};

/** What people's acts decide of a case. Links, attempts, reminders and mails are machines' marks, and not compared. */
const DECIDED_OF_HEAD: readonly (keyof CaseHead)[] = [
  ...(['milestone', 'phase', 'occasion', 'phaseWanted', 'askedBefore', 'askedAgain', 'reviewOn'] as const),
  ...(['councils', 'councilsAsked', 'nominationType', 'programmeKind', 'forChildren'] as const),
  ...(['anchoring', 'contacts', 'replaced', 'nominationVersion', 'relatedCases'] as const),
  ...(['registrationNumber', 'mergedInto', 'assignmentVersion', 'inactivationProposedOn'] as const),
  ...(['submittedAt', 'version'] as const),
];

const DECIDED_OF_QUESTION: readonly (keyof QuestionFact)[] = [
  ...(['round', 'body', 'status', 'told', 'receivedOn', 'targetOn', 'meetingOn', 'waits', 'cause'] as const),
  ...(['answeredAt', 'answeredBy', 'endedAt', 'givenOn', 'recordedByOffice'] as const),
];

/** Those fields with their values: `head.milestone`, `question nomination/decision/1/sobOffice status`, `programme.council`. */
export const decidedFields = ({ head, questions, programme }: CaseFacts): ReadonlyMap<string, unknown> =>
  new Map(
    [
      ...DECIDED_OF_HEAD.map((name) => [`head.${name}`, head[name]] as const),
      ...questions.flatMap((it) =>
        DECIDED_OF_QUESTION.map((name) => [`question ${it.id} ${name}`, it[name]] as const),
      ),
      ...Object.entries(programme ?? {}).map(([name, value]) => [`programme.${name}`, value] as const),
    ].filter(([, value]) => value !== undefined),
  );

const changedFields = (before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>) =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (field) => JSON.stringify(before.get(field)) !== JSON.stringify(after.get(field)),
  );
