import { QUESTIONS } from '../routine/routine.ts';
import type { BodyId, CaseFacts, Mailing, QuestionFact, Round } from './facts.ts';
import { questionsOf, roundId } from './facts.ts';
import { askedBodies } from './rounds.ts';
import { dateInSweden } from './sweden.ts';
import { targetDate } from './target.ts';

/** Questions that are opened together, with the mailing that asks them. */
export interface Opening {
  readonly questions: readonly QuestionFact[];
  readonly mailing: Mailing;
}

/** The questions of a round that are not open yet; `undefined` when there are none, or the phase has ended. */
export const opening = (
  round: Round,
  facts: CaseFacts,
  linkKeyId: string,
  now: Date,
): Opening | undefined => {
  if (!facts.head.phaseWanted) return undefined;
  const there = new Set(questionsOf(facts, round).map((question) => question.body));
  const questions = askedBodies(round.step, facts)
    .filter((body) => !there.has(body))
    .map((body) => newQuestion(round, body, linkKeyId, now));
  const [first] = questions;
  if (first === undefined) return undefined;
  const mails = questions.map(({ id, body }) => ({ id, about: { question: id }, to: { body } }));
  return { questions, mailing: { id: `${first.id}/first`, mails, sent: {} } };
};

const newQuestion = (round: Round, body: BodyId, linkKeyId: string, now: Date): QuestionFact => {
  const { targetMonths } = QUESTIONS[round.step];
  return {
    id: `${roundId(round)}/${body}`,
    round,
    body,
    status: 'open',
    linkVersion: 1,
    linkKeyId,
    openedAt: now.toISOString(),
    ...(targetMonths !== undefined && { targetOn: targetDate(dateInSweden(now), targetMonths) }),
  };
};
