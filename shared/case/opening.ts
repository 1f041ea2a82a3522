import { QUESTIONS } from '../routine/routine.ts';
import type { BodyId, CaseFacts, MailFact, QuestionFact, Round } from './facts.ts';
import { questionsOf, roundId } from './facts.ts';
import { askedBodies } from './rounds.ts';
import { dateInSweden } from './sweden.ts';
import { targetDate } from './target.ts';

export interface Opening {
  readonly question: QuestionFact;
  readonly mail: MailFact;
}

/** The questions of a round that are not open yet, each with its first mail. None when the phase has ended. */
export const openings = (
  round: Round,
  facts: CaseFacts,
  linkKeyId: string,
  now: Date,
): readonly Opening[] => {
  if (!facts.head.phaseWanted) return [];
  const there = new Set(questionsOf(facts, round).map((question) => question.body));
  return askedBodies(round.step, facts)
    .filter((body) => !there.has(body))
    .map((body) => opening(round, body, linkKeyId, now));
};

const opening = (round: Round, body: BodyId, linkKeyId: string, now: Date): Opening => {
  const id = `${roundId(round)}/${body}`;
  const { targetMonths } = QUESTIONS[round.step];
  return {
    question: {
      id,
      round,
      body,
      status: 'open',
      linkVersion: 1,
      linkKeyId,
      openedAt: now.toISOString(),
      ...(targetMonths !== undefined && { targetOn: targetDate(dateInSweden(now), targetMonths) }),
    },
    mail: { id: `${id}/first`, about: { question: id }, to: { body }, status: 'wanted' },
  };
};
