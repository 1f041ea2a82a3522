import type { MachineStep, Milestone, Notice } from '../routine/question.ts';
import { applied } from './apply.ts';
import type { Consequence, QuestionChange } from './consequence.ts';
import {
  type CaseFacts,
  type MailFact,
  type Mailing,
  type QuestionFact,
  type QuestionStatus,
  roundId,
} from './facts.ts';
import { noticeMailing, recipientOf } from './notices.ts';
import {
  answerThatCounts,
  isReferred,
  isSettled,
  newestRound,
  openQuestions,
  positionsOf,
  roundOutcome,
  SOB_OFFICE,
} from './rounds.ts';

/** An act's consequence with what follows from the case as a whole once it is stored. */
export const completed = (facts: CaseFacts, consequence: Consequence): Consequence => {
  const after = applied(facts, consequence);
  const questions = {
    ...approvalsNotNeeded(after),
    ...leftBehind(facts, consequence),
    ...consequence.questions,
    ...pprNotNeeded(after),
  };
  const milestone = milestoneReached(after);
  return {
    ...consequence,
    head: { ...consequence.head, ...(milestone !== undefined && { milestone }) },
    questions,
    mailings: [
      ...consequence.mailings,
      ...releasedTold(facts, questions, consequence.mailings),
      ...(milestone === 'projectStarted'
        ? noticeMailing([PROJECT_STARTED], after, {
            cause: `started/${after.head.version}`,
            outcome:
              answerThatCounts(after, 'projectAssignment')?.told?.outcome === 'started' ? 'group' : 'access',
          })
        : []),
    ],
  };
};

/** N-11: the project is under way; its manager has the questions of the production. */
const PROJECT_STARTED: Notice = {
  id: 'N-11',
  to: ['projectOwner', 'nominator', 'headOfOperations', 'sobOffice'],
};

/** The milestone that a case has come to because a round of it is settled. */
const milestoneReached = (after: CaseFacts): Milestone | undefined => {
  const isDone = (step: MachineStep): boolean => isSettled(newestRound(after, step), after);
  const { milestone, phase, occasion } = after.head;
  if (milestone === 'forwardedToCouncil' && isDone('position')) return 'positionGiven';
  const isProject = milestone === 'decided' && phase === 'production' && occasion === 'decided';
  const assignment = isProject ? newestRound(after, 'projectAssignment') : undefined;
  const outcome = assignment && roundOutcome(assignment, after);
  return outcome === 'started' || outcome === 'accessArranged' ? 'projectStarted' : undefined;
};

/** What was asked in a phase that the case leaves needs no answer any more. */
const leftBehind = (
  { head, questions }: CaseFacts,
  { head: { phase = head.phase } }: Consequence,
): Readonly<Record<string, QuestionChange>> =>
  Object.fromEntries(
    questions
      .filter(({ status, round }) => phase !== head.phase && status === 'open' && round.phase === head.phase)
      .map(({ id }) => [id, { status: 'closed' as const }]),
  );

/**
 * Whoever need not answer any more is told so, unless the act tells them something already. The office sees it where it
 * acts.
 */
const releasedTold = (
  { head, questions }: CaseFacts,
  changes: Consequence['questions'],
  told: readonly Mailing[],
): readonly Mailing[] => {
  const others = new Set(told.flatMap(({ mails }) => mails.map(({ to }) => JSON.stringify(to))));
  const left = questions
    .filter(({ id, linked }) => isLeft(changes[id]?.status) && linked > 0)
    .map(({ body }) => body)
    .filter((body) => body !== SOB_OFFICE);
  const mails = [...new Set(left)]
    .map(
      (body): MailFact => ({
        id: `released/${body}`,
        about: { notice: 'released' },
        to: recipientOf(body),
      }),
    )
    .filter(({ to }) => !others.has(JSON.stringify(to)));
  return mails.length === 0 ? [] : [{ id: `released/${head.version + 1}`, mails, sent: {} }];
};

const isLeft = (status: QuestionStatus | undefined): boolean => status === 'released' || status === 'closed';

/** PPR need not answer what no council refers any more (R-c1). */
const pprNotNeeded = (facts: CaseFacts): Readonly<Record<string, QuestionChange>> => {
  const open = openQuestions(facts).filter(({ round }) => round.step === 'pprPosition');
  return isReferred(positionsOf(facts))
    ? {}
    : Object.fromEntries(open.map(({ id }) => [id, { status: 'released' as const }]));
};

/** Nobody approves an assignment that is to be given anew (P-02). */
const approvalsNotNeeded = (facts: CaseFacts): Readonly<Record<string, QuestionChange>> => {
  const isAskedAgain = ({ id, round }: QuestionFact, cause: string | undefined): boolean =>
    id === cause && facts.head.askedAgain?.includes(roundId(round)) === true;
  return Object.fromEntries(
    openQuestions(facts)
      .filter(({ round }) => round.step === 'assignmentApproval')
      .filter(({ cause }) => facts.questions.some((it) => isAskedAgain(it, cause)))
      .map(({ id }) => [id, { status: 'released' as const }]),
  );
};
