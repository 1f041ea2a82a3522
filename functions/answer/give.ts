import { isDeepStrictEqual } from 'node:util';
import { consequence } from '../../shared/case/answer.ts';
import { type StepAnswers, signature } from '../../shared/case/answers.ts';
import type { QuestionFact } from '../../shared/case/facts.ts';
import { type Answering, refusals } from '../../shared/case/refusals.ts';
import type { Reading } from '../../shared/pages/posted.ts';
import { digestOf } from '../../shared/records/acts.ts';
import type { CaseTexts } from '../../shared/records/cases.ts';
import { wholeForm } from '../../shared/routine/answerer.ts';
import { checkAnswers, type FieldProblem } from '../../shared/routine/check.ts';
import { isRecordedByOffice, type Opened, openAgain, questionIn } from './opened.ts';
import type { AnswerDeps } from './record.ts';
import { namedCaseProblems, relationsOf } from './relations.ts';
import { type Signed, signed } from './signed.ts';

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
  /** Another answer was first, and counts; or none is wanted any more. */
  | { readonly kind: 'late'; readonly opened: Opened };

/** Tries at most this often when other people act in the same case at the same moment. */
export const MOST_TRIES = 8;

/**
 * Takes an answer. The first valid one counts; whoever sends the same twice is told that it is given.
 * @throws when the case keeps moving under every try, which leaves the answer to be sent again
 */
export const giveAnswer = async (
  deps: AnswerDeps,
  first: Opened,
  { raw, intent }: Pick<Reading, 'raw' | 'intent'>,
): Promise<Given> => {
  const { question, known } = first;
  const checked = checkAnswers(wholeForm(question), raw, known);
  let opened = first;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (opened.asked.status !== 'open') {
      const isMine = checked.ok && (await isAnsweredWith(deps, opened, signed(checked.answers)));
      return isMine ? { kind: 'given' } : { kind: 'late', opened };
    }
    if (intent === 'edit') return { kind: 'editing' };
    if (!checked.ok) return { kind: 'wrong', problems: checked.problems };
    const mine = signed(checked.answers);
    const problems = await problemsWith(deps, opened, mine);
    if (problems.length > 0) return { kind: 'wrong', problems };
    if (question.reviewedBeforeSending && intent !== 'confirm') {
      const missing = checked.warnings.map(({ field }) => field);
      return { kind: 'review', answers: checked.answers, missing };
    }
    if (await store(deps, opened, mine)) return { kind: 'given' };
    opened = await again(deps, opened);
  }
  throw new Error(`The case of ${first.asked.id} kept changing`);
};

const again = async (deps: AnswerDeps, opened: Opened): Promise<Opened> => {
  const now = questionIn(await openAgain(deps, opened), opened.asked.id, deps.now());
  if (now === undefined) throw new Error(`The question ${opened.asked.id} is gone`);
  return now;
};

const problemsWith = async (
  deps: AnswerDeps,
  opened: Opened,
  mine: Signed,
): Promise<readonly FieldProblem[]> => {
  const texts = await deps.record.texts(opened.facts.head.id);
  return [
    ...refusals(opened.question.step, mine.answers, answeringOf(deps, opened, mine), texts),
    ...(await namedCaseProblems(deps, mine.answers)),
  ];
};

const answeringOf = (deps: AnswerDeps, opened: Opened, { answeredBy }: Signed): Answering => ({
  facts: opened.facts,
  asked: opened.asked,
  answeredBy,
  recordedByOffice: isRecordedByOffice(opened),
  now: deps.now(),
});

const store = async (deps: AnswerDeps, opened: Opened, mine: Signed): Promise<boolean> => {
  const { facts, asked, question } = opened;
  const { answers, answeredBy } = mine;
  const follows = consequence(
    question.step,
    answers as unknown as StepAnswers[typeof question.step],
    answeringOf(deps, opened, mine),
  );
  return deps.record.record(facts, {
    kind: 'answered',
    at: deps.now().toISOString(),
    by: {
      body: asked.body,
      answeredBy: digestOf(answeredBy),
      ...(isRecordedByOffice(opened) && { recordedBy: 'sobOffice' }),
    },
    question: asked.id,
    answers,
    consequence: follows,
    relates: await relationsOf(deps, facts, follows),
  });
};

/** Whether the answer that counts is this one, from the same person: then it was only sent twice. */
const isAnsweredWith = async (
  { record }: AnswerDeps,
  { facts, asked }: Opened,
  mine: Signed,
): Promise<boolean> => {
  if (asked.answeredBy !== signature(mine.answeredBy)) return false;
  return isDeepStrictEqual(answerTo(await record.texts(facts.head.id), asked), mine.answers);
};

/** The answer that a question was given, whole. */
export const answerTo = (
  { answers }: CaseTexts,
  { id }: QuestionFact,
): Readonly<Record<string, unknown>> | undefined =>
  answers.find(({ questionId }) => questionId === id)?.answers;
