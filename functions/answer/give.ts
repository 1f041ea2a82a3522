import { isDeepStrictEqual } from 'node:util';
import { consequence } from '../../shared/case/answer.ts';
import type { Answering } from '../../shared/case/answering.ts';
import { type StepAnswers, signature } from '../../shared/case/answers.ts';
import type { QuestionFact } from '../../shared/case/facts.ts';
import { refusals } from '../../shared/case/refusals.ts';
import type { Reading } from '../../shared/pages/posted.ts';
import { digestOf } from '../../shared/records/acts.ts';
import type { CaseTexts } from '../../shared/records/cases.ts';
import type { FieldProblem } from '../../shared/routine/check.ts';
import { isRecordedByOffice, type Opened, openAgain, subjectOf } from './opened.ts';
import { publicNameProblems } from './public-name.ts';
import type { AnswerDeps } from './record.ts';
import { namedCaseProblems, relationsOf } from './relations.ts';
import type { Signed } from './signed.ts';
import { type Taken, takeForm } from './taking.ts';

/** Another answer was first, and counts; or none is wanted any more. */
interface Late {
  readonly kind: 'late';
  readonly opened: Opened;
}

/**
 * Takes an answer. The first valid one counts; whoever sends the same twice is told that it is given.
 * @throws when the case keeps moving under every try, which leaves the answer to be sent again
 */
export const giveAnswer = (
  deps: AnswerDeps,
  first: Opened,
  reading: Pick<Reading, 'raw' | 'intent'>,
): Promise<Taken | Late> =>
  takeForm<Opened, Taken | Late>(first.question, first, reading, {
    ended: async (opened, mine) => {
      if (opened.asked.status === 'open') return undefined;
      const isMine = mine !== undefined && (await isAnsweredWith(deps, opened, mine));
      return isMine ? { kind: 'given' } : { kind: 'late', opened };
    },
    problems: (opened, mine) => problemsWith(deps, opened, mine),
    store: (opened, mine) => store(deps, opened, mine),
    again: (opened) => again(deps, opened),
  });

const again = async (deps: AnswerDeps, { asked, question, ...opened }: Opened): Promise<Opened> => {
  const now = await openAgain(deps, opened);
  return { ...now, question, asked: now.facts.questions.find(({ id }) => id === asked.id) ?? asked };
};

const problemsWith = async (
  deps: AnswerDeps,
  opened: Opened,
  mine: Signed,
): Promise<readonly FieldProblem[]> => {
  const texts = await deps.record.texts(opened.facts.head.id);
  return [
    ...refusals(opened.question.step, mine.answers, answeringOf(deps, opened, mine), texts),
    ...(await namedCaseProblems(deps, opened.facts, mine.answers)),
    ...(await publicNameProblems(deps, opened.facts, mine.answers)),
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
      ...subjectOf(opened),
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
