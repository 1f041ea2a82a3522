import type { MachineStep, Step } from '../routine/question.ts';
import { type Asked, type BodyId, type CaseFacts, type QuestionFact, type Round, roundId } from './facts.ts';

/** The bodies that there is exactly one of; councils are many and are named by the screening. */
export const SOB_OFFICE: BodyId = 'sobOffice';
export const PPR: BodyId = 'ppr';

export const questionsOf = (facts: CaseFacts, round: Round): readonly QuestionFact[] =>
  facts.questions.filter((question) => roundId(question.round) === roundId(round));

/** How often a step has been asked so far; 0 before the first time. */
export const timesAsked = ({ questions }: Pick<CaseFacts, 'questions'>, step: Step): number =>
  Math.max(0, ...questions.filter(({ round }) => round.step === step).map(({ round }) => round.nth));

const isStepOf = (step: Step) => (question: QuestionFact) => question.round.step === step;

/** Who must answer a round before it is settled. The councils of a round that was asked again are those asked again. */
export const askedBodies = (round: Round, facts: CaseFacts): readonly Asked[] => {
  switch (round.step) {
    case 'screening':
    case 'decision':
    case 'councilChange':
      return [SOB_OFFICE];
    case 'pprPosition':
      return [PPR];
    case 'anchoring':
      return ['headOfOperations'];
    case 'supplement':
      return ['nominator'];
    case 'position':
      return round.nth < timesAsked(facts, 'position')
        ? questionsOf(facts, round)
            .filter(({ status }) => status === 'answered')
            .map(({ body }) => body)
        : facts.head.councilsAsked;
  }
};

/** The newest answered question of each council that the nomination is with, up to a round (R-c1). */
export const positionsOf = (facts: CaseFacts, upTo = Number.POSITIVE_INFINITY): readonly QuestionFact[] =>
  facts.head.councils.flatMap((council) => {
    const answered = facts.questions
      .filter(isStepOf('position'))
      .filter(({ body, status, round }) => body === council && status === 'answered' && round.nth <= upTo)
      .sort((a, b) => a.round.nth - b.round.nth);
    return answered.slice(-1);
  });

/** PPR's newest position; a deferral is none. */
export const pprPositionOf = (facts: CaseFacts): QuestionFact | undefined =>
  facts.questions
    .filter(isStepOf('pprPosition'))
    .filter(
      ({ told }) => told !== undefined && !['deferred', 'returnedToCouncil'].includes(String(told.outcome)),
    )
    .sort((a, b) => a.round.nth - b.round.nth)
    .at(-1);

/** R-c1, ROUTINE.md section 11 no. 4: one council's referral to PPR is enough, whatever the others answered. */
export const isReferred = (positions: readonly QuestionFact[]): boolean =>
  positions.some(({ told }) => told?.outcome === 'referToPpr');

const isAnswered = (questions: readonly QuestionFact[]): boolean =>
  questions.some(({ status }) => status === 'answered');

/** The outcome that a round's answers give, or `undefined` while the answer of somebody not released is missing. */
const outcomeOfAnswers = (round: Round, facts: CaseFacts): string | undefined => {
  const questions = questionsOf(facts, round);
  const isLetGo = (body: Asked): boolean =>
    questions.some((it) => it.body === body && (it.status === 'released' || it.status === 'closed'));
  if (round.step === 'pprPosition' && !isReferred(positionsOf(facts)) && !isAnswered(questions)) {
    return 'referralWithdrawn';
  }
  const answers = askedBodies(round, facts)
    .filter((body) => !isLetGo(body))
    .map((body) => questions.find((it) => it.body === body)?.told);
  if (answers.includes(undefined)) return undefined;
  if (round.step === 'position') {
    const positions = positionsOf(facts, round.nth);
    if (positions.length === 0) return undefined;
    return isReferred(positions) ? 'referToPpr' : 'noReferral';
  }
  return answers[0] && String(answers[0].outcome);
};

/**
 * The outcome of a round that everybody who was asked is let go from: a case that was decided without it, and then
 * reopened at a later step, goes on without it; whom it concerns after all is asked again.
 */
const outcomeWithoutAnswers = (round: Round, facts: CaseFacts): string | undefined => {
  const questions = questionsOf(facts, round);
  const asked = askedBodies(round, facts);
  if (questions.length === 0 || !asked.every((body) => questions.some((it) => it.body === body))) {
    return undefined;
  }
  if (questions.some(({ status }) => status === 'open' || status === 'answered')) return undefined;
  return questions.some(({ status }) => status === 'closed') ? 'skipped' : 'again';
};

/**
 * The outcome of a round of the machine, or `undefined` while it is not settled. A reopened round is asked again
 * whatever was answered; in a case that has ended nobody is waited for.
 */
export const roundOutcome = (round: Round, facts: CaseFacts): string | undefined => {
  const { askedAgain, phaseWanted, milestone } = facts.head;
  const outcome = askedAgain?.includes(roundId(round)) ? 'again' : outcomeOfAnswers(round, facts);
  if (outcome !== undefined) return outcome;
  if (phaseWanted) return outcomeWithoutAnswers(round, facts);
  return milestone === 'withdrawn' ? 'withdrawn' : 'skipped';
};

/** Whether a round has come to an outcome that the machine goes on with; one that is asked again has not. */
export const isSettled = (round: Round | undefined, facts: CaseFacts): boolean =>
  round !== undefined && !['again', undefined].includes(roundOutcome(round, facts));

/** The newest round of a machine step that has been asked. */
export const newestRound = (facts: CaseFacts, step: MachineStep): Round | undefined => {
  const nth = timesAsked(facts, step);
  return nth === 0 ? undefined : { phase: facts.head.phase, step, nth };
};

/** The questions that somebody still has to answer. */
export const openQuestions = (facts: CaseFacts): readonly QuestionFact[] =>
  facts.questions.filter(({ status }) => status === 'open');
