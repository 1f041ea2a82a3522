import type { MachineStep, Step } from '../routine/question.ts';
import { QUESTIONS } from '../routine/routine.ts';
import type { Asked, CaseFacts, CaseHead, CaseReader, QuestionFact, Round } from './facts.ts';
import { roundId } from './facts.ts';
import { askedBodies, questionsOf, roundOutcome, timesAsked } from './rounds.ts';
import { dateInSweden } from './sweden.ts';
import { targetDate } from './target.ts';

/** A question that nobody has a link to yet. Its month, where it has one, counts from today (R-b3). */
export const newQuestion = (round: Round, body: Asked, now: Date): QuestionFact => {
  const receivedOn = dateInSweden(now);
  return {
    id: `${roundId(round)}/${body}`,
    round,
    body,
    status: 'open',
    linkVersion: 1,
    linked: 0,
    openedAt: now.toISOString(),
    receivedOn,
    ...targetFrom(round.step, receivedOn),
  };
};

/** The target of a question that was received on a day; none where the routine states no time. */
export const targetFrom = (step: Step, receivedOn: string): Pick<QuestionFact, 'targetOn'> => {
  const { targetMonths } = QUESTIONS[step];
  return targetMonths === undefined ? {} : { targetOn: targetDate(receivedOn, targetMonths) };
};

/** The next question of a step that is asked beside the machine. */
export const sideQuestion = (
  facts: Pick<CaseFacts, 'head' | 'questions'>,
  step: Step,
  body: Asked,
  now: Date,
  cause?: QuestionFact,
): QuestionFact => ({
  ...newQuestion({ phase: facts.head.phase, step, nth: timesAsked(facts, step) + 1 }, body, now),
  ...(cause !== undefined && { cause: cause.id }),
});

/** The rounds that the running attempt of the machine waits for. */
export const roundsWaitedFor = (facts: CaseFacts): readonly Round[] =>
  facts.tokens
    .filter(({ drivenAt, attempt }) => drivenAt === undefined && attempt === facts.head.attempt)
    .map(({ round }) => round)
    .filter((round) => roundOutcome(round, facts) === undefined);

/** Questions that the machine waits for and that are not there yet. A step that was deferred rests until its day. */
export const missingQuestions = (facts: CaseFacts, now: Date): readonly QuestionFact[] =>
  roundsWaitedFor(facts).flatMap((round) => {
    const there = new Set(questionsOf(facts, round).map(({ body }) => body));
    return askedBodies(round, facts)
      .filter((body) => !there.has(body))
      .map((body) => ({ ...newQuestion(round, body, now), ...restOf(facts, round, now) }));
  });

const PUT_OFF: readonly unknown[] = ['deferred', 'defer'];

const restOf = (facts: CaseFacts, round: Round, now: Date): Pick<QuestionFact, 'restsUntil'> => {
  const before = questionsOf(facts, { ...round, nth: round.nth - 1 });
  const restsUntil = facts.head.reviewOn?.[round.step as MachineStep];
  const rests =
    before.some(({ told }) => PUT_OFF.includes(told?.outcome)) &&
    restsUntil !== undefined &&
    restsUntil > dateInSweden(now);
  return rests ? { restsUntil } : {};
};

/** Whether `ask` should make a question's link and mail it: it is open, does not rest, and its link is not made. */
export const wantsLink = (
  { status, linked, linkVersion, restsUntil }: QuestionFact,
  today: string,
): boolean => status === 'open' && linked < linkVersion && (restsUntil === undefined || restsUntil <= today);

/** The readers whose link to the case's page is not made. */
export const unlinkedReaders = ({ caseLinks }: CaseHead): readonly CaseReader[] =>
  (Object.keys(caseLinks) as CaseReader[]).filter((it) => caseLinks[it].linked < caseLinks[it].version);

/** Whether there is something for `ask` to open or link, beside the mails. */
export const askingIsWanted = (facts: CaseFacts, now: Date): boolean =>
  unlinkedReaders(facts.head).length > 0 ||
  (facts.head.phaseWanted &&
    (missingQuestions(facts, now).length > 0 ||
      facts.questions.some((question) => wantsLink(question, dateInSweden(now)))));
