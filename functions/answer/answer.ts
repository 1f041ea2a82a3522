import { isDeepStrictEqual } from 'node:util';
import { type Consequence, consequence, refusals, type StepAnswers } from '../../shared/case/answer.ts';
import type { CaseFacts, Mailing, QuestionFact } from '../../shared/case/facts.ts';
import { noticeMailing } from '../../shared/case/notices.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { linkDigest } from '../../shared/links/links.ts';
import type { Reading } from '../../shared/pages/posted.ts';
import type { Body } from '../../shared/records/bodies.ts';
import type { CaseTexts } from '../../shared/records/cases.ts';
import { type GivenAnswer, type LinkTarget, signature } from '../../shared/records/questions.ts';
import { type answerer, wholeForm } from '../../shared/routine/answerer.ts';
import { checkAnswers, type FieldProblem, type Known } from '../../shared/routine/check.ts';
import type { Answers } from '../../shared/routine/form.ts';
import type { Question } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';

export interface AnswerRecord {
  link(digest: string): Promise<LinkTarget | undefined>;
  facts(caseId: string): Promise<CaseFacts | undefined>;
  texts(caseId: string): Promise<CaseTexts>;
  bodies(): Promise<readonly Body[]>;
  /** `false` when the question is answered, or the case has moved since `facts` were read. */
  record(facts: CaseFacts, given: Omit<GivenAnswer, 'wake' | 'lookAgainAt'>): Promise<boolean>;
}

export interface AnswerDeps {
  readonly record: AnswerRecord;
  readonly now: () => Date;
}

/** What a link opens: the question as it stands now, with what its page shows. */
export interface Opened {
  readonly facts: CaseFacts;
  readonly asked: QuestionFact;
  readonly question: Question;
  readonly bodies: readonly Body[];
  readonly known: Known;
}

/** The question behind a link's secret, or `undefined` for a stranger's guess. Reads only. */
export const openLink = async ({ record, now }: AnswerDeps, secret: string): Promise<Opened | undefined> => {
  const digest = linkDigest(secret);
  const target = digest && (await record.link(digest));
  if (!target) return undefined;
  const [facts, bodies] = await Promise.all([record.facts(target.caseId), record.bodies()]);
  const asked = facts?.questions.find(
    (it) => it.id === target.questionId && it.linkVersion === target.linkVersion,
  );
  if (facts === undefined || asked === undefined) return undefined;
  const { nominationType, programmeKind } = facts.head;
  const known: Known = {
    today: dateInSweden(now()),
    facts: { nominationType, programmeKind },
    registers: {
      councils: bodies
        .filter(({ role }) => role === 'coordinationCouncil')
        .map(({ id, name }) => ({ value: id, label: name })),
    },
  };
  return { facts, asked, question: QUESTIONS[asked.round.step], bodies, known };
};

export type Given =
  | { readonly kind: 'given' }
  /** Nothing was sent in: the form is wanted again. */
  | { readonly kind: 'editing' }
  | { readonly kind: 'wrong'; readonly problems: readonly FieldProblem[] }
  /** All is right, and is to be read through before it counts. */
  | {
      readonly kind: 'review';
      readonly answers: Readonly<Record<string, unknown>>;
      readonly missing: readonly string[];
    }
  /** Another answer was first, and counts. */
  | { readonly kind: 'late'; readonly opened: Opened };

/** Tries at most this often when other people act in the same case at the same moment. */
const MOST_TRIES = 8;

/**
 * Takes an answer. The first valid one counts; whoever sends the same twice is told that it is given.
 * @throws when the case keeps moving under every try, which leaves the answer to be sent again
 */
export const giveAnswer = async (
  deps: AnswerDeps,
  secret: string,
  opened: Opened,
  { raw, intent }: Pick<Reading, 'raw' | 'intent'>,
): Promise<Given> => {
  const { question, known } = opened;
  const checked = checkAnswers(wholeForm(question), raw, known);
  let current: Opened | undefined = opened;
  for (let tries = 0; tries < MOST_TRIES && current !== undefined; tries += 1) {
    if (current.asked.status !== 'open') {
      const isMine = checked.ok && (await isAnsweredWith(deps, current, signed(checked.answers)));
      return isMine ? { kind: 'given' } : { kind: 'late', opened: current };
    }
    if (intent === 'edit') return { kind: 'editing' };
    if (!checked.ok) return { kind: 'wrong', problems: checked.problems };
    const mine = signed(checked.answers);
    const refused = refusals(question.step, mine.answers, current.facts);
    if (refused.length > 0) return { kind: 'wrong', problems: refused };
    if (question.reviewedBeforeSending && intent !== 'confirm') {
      return {
        kind: 'review',
        answers: checked.answers,
        missing: checked.warnings.map(({ field }) => field),
      };
    }
    if (await deps.record.record(current.facts, given(deps, current, mine))) return { kind: 'given' };
    current = await openLink(deps, secret);
  }
  throw new Error(`The case of ${opened.asked.id} kept changing`);
};

type Signed = Pick<GivenAnswer, 'answers' | 'answeredBy'>;

const signed = (whole: Readonly<Record<string, unknown>>): Signed => {
  const { answeredByName, answeredByRole, ...answers } = whole as Answers<typeof answerer>;
  return { answers, answeredBy: { name: answeredByName, role: answeredByRole } };
};

/** Whether the answer that counts is this one, from the same person: then it was only sent twice. */
const isAnsweredWith = async (
  { record }: AnswerDeps,
  { facts, asked }: Opened,
  mine: Signed,
): Promise<boolean> => {
  if (asked.answeredBy !== signature(mine.answeredBy)) return false;
  const { answers } = await record.texts(facts.head.id);
  const counts = answers.find(({ questionId }) => questionId === asked.id);
  return isDeepStrictEqual(counts?.answers, mine.answers);
};

const given = (
  { now }: AnswerDeps,
  { facts, asked, question }: Opened,
  { answers, answeredBy }: Signed,
): Omit<GivenAnswer, 'wake' | 'lookAgainAt'> => {
  const follows = consequence(
    question.step,
    answers as unknown as StepAnswers[typeof question.step],
    facts,
    asked,
  );
  return {
    question: asked,
    answers,
    answeredBy,
    consequence: follows,
    mailings: notices(facts, asked, question, follows),
    at: now().toISOString(),
  };
};

const notices = (
  facts: CaseFacts,
  asked: QuestionFact,
  question: Question,
  { told }: Consequence,
): readonly Mailing[] => noticeMailing(question.tells, asked.id, facts, String(told.outcome));
