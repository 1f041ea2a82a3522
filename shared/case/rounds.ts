import type { MachineStep, Step } from '../routine/question.ts';
import { type Asked, type BodyId, type CaseFacts, type QuestionFact, type Round, roundId } from './facts.ts';
import { askedBefore, phaseOf, timesAsked } from './phases.ts';

/** The bodies that there is exactly one of; councils are many and are named by the screening. */
export const SOB_OFFICE: BodyId = 'sobOffice';
export const PPR: BodyId = 'ppr';

export const questionsOf = (facts: CaseFacts, round: Round): readonly QuestionFact[] =>
  facts.questions.filter((question) => roundId(question.round) === roundId(round));

const isStepOf = (step: Step) => (question: QuestionFact) => question.round.step === step;

/** Who must answer a round before it is settled. The councils of a round that was asked again are those asked again. */
export const askedBodies = (round: Round, facts: CaseFacts): readonly Asked[] => {
  switch (round.step) {
    case 'screening':
    case 'decision':
    case 'councilChange':
    case 'introduction':
    case 'inactivation':
    case 'unpublishing':
      return [SOB_OFFICE];
    case 'pprPosition':
      return [PPR];
    case 'anchoring':
      return ['headOfOperations'];
    case 'supplement':
    case 'projectAssignment':
      return ['nominator'];
    case 'position':
      return round.nth < timesAsked(facts, 'position')
        ? questionsOf(facts, round)
            .filter(({ status }) => status === 'answered')
            .map(({ body }) => body)
        : facts.head.councilsAsked;
    case 'productionChecklist':
    case 'contentReview':
    case 'test':
      return doersOf(round, facts);
    case 'followUp':
    case 'inactivationPosition':
      return doersOf(round, facts, closedTo(round, facts) ?? facts.programme?.council);
    case 'figures':
      return ['programmeOwner'];
    case 'assignmentApproval':
    case 'deviationApproval':
      return questionsOf(facts, round).map(({ body }) => body);
  }
};

/** R-k4: a follow-up that gave way to an urgent stop is not asked of another council that takes over. */
const closedTo = (round: Round, facts: CaseFacts): Asked | undefined =>
  questionsOf(facts, round).find(({ status }) => status === 'closed')?.body;

/**
 * Whoever has been asked a round, or is to be: the council of the programme, the independent reviewer for the review, the
 * project's manager; the office where nobody is named. Who is named later does not take a question over.
 */
const doersOf = (round: Round, facts: CaseFacts, council?: BodyId): readonly Asked[] => {
  const there = questionsOf(facts, round)
    .filter(({ status }) => status === 'open' || status === 'answered')
    .map(({ body }) => body);
  if (there.length > 0) return there;
  if (council !== undefined) return [council];
  const { independentReviewer, projectManager } = facts.head.contacts;
  if (round.step === 'contentReview' && independentReviewer !== undefined) return ['independentReviewer'];
  return [projectManager === undefined ? SOB_OFFICE : 'projectManager'];
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

/** Those that settle a round. An earlier round is what it was, also where a council has given way to another since. */
const positionsAt = ({ nth }: Round, facts: CaseFacts): readonly QuestionFact[] => {
  if (nth >= timesAsked(facts, 'position')) return positionsOf(facts, nth);
  const councils = new Set(facts.questions.filter(isStepOf('position')).map(({ body }) => body));
  return positionsOf({ ...facts, head: { ...facts.head, councils: [...councils] } }, nth);
};

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
    const positions = positionsAt(round, facts);
    if (positions.length === 0) return undefined;
    return isReferred(positions) ? 'referToPpr' : 'noReferral';
  }
  const outcome = answers[0] && String(answers[0].outcome);
  return outcome !== undefined && isHeld(round, outcome, facts) ? undefined : outcome;
};

/**
 * Whether an answer is not yet the outcome of its round: a project starts once its owner and manager have approved the
 * assignment (P-02); the production is done once review and test are (R-g2, R-h1, R-i1).
 */
const isHeld = (round: Round, outcome: string, facts: CaseFacts): boolean => {
  if (round.step === 'projectAssignment') {
    const causes = questionsOf(facts, round).map(({ id }) => id);
    return openQuestions(facts).some(
      ({ round: { step }, cause }) => step === 'assignmentApproval' && causes.includes(cause ?? ''),
    );
  }
  return round.step === 'productionChecklist' && outcome === 'done' && !areApproved(facts);
};

/** What a review or a test may come to for the production to go on. */
const GOOD: Readonly<Record<'contentReview' | 'test', readonly string[]>> = {
  contentReview: ['approved', 'approvedWithChanges', 'withoutReview'],
  test: ['passed', 'passedWithIssues', 'withoutTest'],
};

/** Whether a review or a test came out so that the production can go on. */
export const isDoneWell = (step: keyof typeof GOOD, outcome: string): boolean => GOOD[step].includes(outcome);

/** Whether the newest review and the newest test of this production are done well, or skipped with a reason (gate G6). */
export const areApproved = (facts: CaseFacts): boolean =>
  (['contentReview', 'test'] as const).every((step) => {
    const round = newestRound(facts, step);
    const outcome = round && roundOutcome(round, facts);
    return outcome !== undefined && isDoneWell(step, outcome);
  });

/** Whether g is answered in this production, and not to be answered anew. */
export const isWorkedOn = (facts: CaseFacts): boolean => {
  const production = newestRound(facts, 'productionChecklist');
  return (
    production !== undefined &&
    facts.head.askedAgain?.includes(roundId(production)) !== true &&
    questionsOf(facts, production).some(({ status }) => status === 'answered')
  );
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
 * whatever was answered; in a case that has ended, or has left the phase, nobody is waited for. Only a nomination can be
 * withdrawn: what a phase before had left open was skipped.
 */
export const roundOutcome = (round: Round, facts: CaseFacts): string | undefined => {
  const { askedAgain, phase, phaseWanted, milestone } = facts.head;
  const outcome = askedAgain?.includes(roundId(round)) ? 'again' : outcomeOfAnswers(round, facts);
  if (outcome !== undefined) return outcome;
  if (phaseWanted && round.phase === phase) return outcomeWithoutAnswers(round, facts);
  return round.phase === 'nomination' && milestone === 'withdrawn' ? 'withdrawn' : 'skipped';
};

/** Whether a round has come to an outcome that the machine goes on with; one that is asked again has not. */
export const isSettled = (round: Round | undefined, facts: CaseFacts): boolean =>
  round !== undefined && !['again', undefined].includes(roundOutcome(round, facts));

/** The newest round of a machine step that has been asked since its phase was begun. */
export const newestRound = (facts: CaseFacts, step: MachineStep): Round | undefined => {
  const nth = timesAsked(facts, step);
  const phase = phaseOf(step);
  return nth === askedBefore(facts.head, step) || phase === undefined ? undefined : { phase, step, nth };
};

/** The answer that counts of a step: the newest of those that put nothing off. */
export const answerThatCounts = (facts: CaseFacts, step: MachineStep): QuestionFact | undefined =>
  facts.questions
    .filter(isStepOf(step))
    .filter(({ status, told }) => status === 'answered' && !PUT_OFF.includes(String(told?.outcome)))
    .sort((a, b) => a.round.nth - b.round.nth)
    .at(-1);

/** Outcomes of answers that put the matter off. */
export const PUT_OFF: readonly string[] = ['deferred', 'defer', 'putOff'];

/** The questions that somebody still has to answer. */
export const openQuestions = (facts: CaseFacts): readonly QuestionFact[] =>
  facts.questions.filter(({ status }) => status === 'open');
