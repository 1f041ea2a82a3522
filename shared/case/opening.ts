import type { CaseReader, MachineStep, Step } from '../routine/question.ts';
import { QUESTIONS } from '../routine/routine.ts';
import type { Asked, CaseFacts, CaseHead, CaseLink, QuestionFact, Round } from './facts.ts';
import { roundId } from './facts.ts';
import { timesAsked } from './phases.ts';
import {
  askedBodies,
  isDoneWell,
  isWorkedOn,
  newestRound,
  PUT_OFF,
  questionsOf,
  roundOutcome,
} from './rounds.ts';
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
const roundsWaitedFor = (facts: CaseFacts): readonly Round[] =>
  facts.tokens
    .filter(({ drivenAt, attempt }) => drivenAt === undefined && attempt === facts.head.attempt)
    .map(({ round }) => round)
    .filter((round) => roundOutcome(round, facts) === undefined);

/** Questions that are waited for and that are not there yet. A step that was deferred rests until its day. */
export const missingQuestions = (facts: CaseFacts, now: Date): readonly QuestionFact[] =>
  [...roundsWaitedFor(facts), ...roundsAskedBeside(facts)].flatMap((round) => {
    const there = new Set(questionsOf(facts, round).map(({ body }) => body));
    return askedBodies(round, facts)
      .filter((body) => !there.has(body))
      .map((body) => ({ ...newQuestion(round, body, now), ...restOf(facts, round, now) }));
  });

/**
 * The review (h) and the test (i), which are asked together with the production (g) and in any order. The next one
 * is asked for once g has been worked on anew; one that was reopened at once. Where whoever was asked has left the
 * project, somebody else is.
 */
const roundsAskedBeside = (facts: CaseFacts): readonly Round[] => {
  const isProducing = roundsWaitedFor(facts).some(({ step }) => step === 'productionChecklist');
  if (!isProducing) return [];
  return (['contentReview', 'test'] as const).flatMap((step): readonly Round[] => {
    const newest = newestRound(facts, step);
    const next = { phase: facts.head.phase, step, nth: timesAsked(facts, step) + 1 };
    if (newest === undefined) return [next];
    const outcome = roundOutcome(newest, facts);
    if (outcome === undefined) return [newest];
    if (isDoneWell(step, outcome)) return [];
    return outcome === 'again' || isWorkedOn(facts) ? [next] : [];
  });
};

/** Steps that are asked on a day which was set before. */
const HAS_ITS_DAY: readonly Step[] = ['followUp', 'unpublishing'];

/** What rests is received on the day that it is taken up. */
const restOf = (
  facts: CaseFacts,
  round: Round,
  now: Date,
): Pick<QuestionFact, 'restsUntil'> & Partial<Pick<QuestionFact, 'receivedOn'>> => {
  const before = questionsOf(facts, { ...round, nth: round.nth - 1 });
  const restsUntil = facts.head.reviewOn?.[round.step as MachineStep];
  const isPutOff =
    HAS_ITS_DAY.includes(round.step) || before.some(({ told }) => PUT_OFF.includes(String(told?.outcome)));
  const rests = isPutOff && restsUntil !== undefined && restsUntil > dateInSweden(now);
  return rests ? { restsUntil, receivedOn: restsUntil } : {};
};

/** Whether `ask` should make a question's link and mail it: it is open, does not rest, and its link is not made. */
export const wantsLink = (
  { status, linked, linkVersion, restsUntil }: QuestionFact,
  today: string,
): boolean => status === 'open' && linked < linkVersion && (restsUntil === undefined || restsUntil <= today);

/** The readers whose link to the case's page is not made. */
export const unlinkedReaders = ({ caseLinks }: CaseHead): readonly CaseReader[] =>
  (Object.entries(caseLinks) as [CaseReader, CaseLink][])
    .filter(([, { linked, version }]) => linked < version)
    .map(([reader]) => reader);

/** The link of a reader's page, which may be still to be made. */
export const caseLinkOf = ({ caseLinks }: CaseHead, reader: CaseReader): CaseLink =>
  caseLinks[reader] ?? NO_LINK_YET;

/** A link that `ask` is to make. */
export const NO_LINK_YET: CaseLink = { version: 1, linked: 0 };

/** Whether there is something for `ask` to open or link, beside the mails. */
export const askingIsWanted = (facts: CaseFacts, now: Date): boolean =>
  unlinkedReaders(facts.head).length > 0 ||
  (facts.head.phaseWanted &&
    (missingQuestions(facts, now).length > 0 ||
      facts.questions.some((question) => wantsLink(question, dateInSweden(now)))));
