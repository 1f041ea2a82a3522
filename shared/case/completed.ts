import { applied } from './apply.ts';
import type { Consequence, QuestionChange } from './consequence.ts';
import type { CaseFacts, MailFact, Mailing } from './facts.ts';
import { recipientOf } from './notices.ts';
import { isReferred, isSettled, newestRound, openQuestions, positionsOf } from './rounds.ts';

/** An act's consequence with what follows from the case as a whole once it is stored. */
export const completed = (facts: CaseFacts, consequence: Consequence): Consequence => {
  const after = applied(facts, consequence);
  const { milestone } = after.head;
  const questions = { ...consequence.questions, ...pprNotNeeded(after) };
  return {
    ...consequence,
    head: {
      ...consequence.head,
      ...(milestone === 'forwardedToCouncil' &&
        isSettled(newestRound(after, 'position'), after) && { milestone: 'positionGiven' as const }),
    },
    questions,
    mailings: [...consequence.mailings, ...releasedTold(facts, questions, consequence.mailings)],
  };
};

/** Bodies that need not answer any more are told so, unless the act tells them something already. */
const releasedTold = (
  { head, questions }: CaseFacts,
  changes: Consequence['questions'],
  told: readonly Mailing[],
): readonly Mailing[] => {
  const others = new Set(told.flatMap(({ mails }) => mails.map(({ to }) => JSON.stringify(to))));
  const mails = questions
    .filter(({ id, linked }) => changes[id]?.status === 'released' && linked > 0)
    .map(
      ({ body }): MailFact => ({
        id: `released/${body}`,
        about: { notice: 'released' },
        to: recipientOf(body),
      }),
    )
    .filter(({ to }) => !others.has(JSON.stringify(to)));
  return mails.length === 0 ? [] : [{ id: `released/${head.version + 1}`, mails, sent: {} }];
};

/** PPR need not answer what no council refers any more (R-c1). */
const pprNotNeeded = (facts: CaseFacts): Readonly<Record<string, QuestionChange>> => {
  const open = openQuestions(facts).filter(({ round }) => round.step === 'pprPosition');
  return isReferred(positionsOf(facts))
    ? {}
    : Object.fromEntries(open.map(({ id }) => [id, { status: 'released' as const }]));
};
