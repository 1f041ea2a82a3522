import { type CaseFacts, mailIsWanted, type Round, roundId, type TokenFact } from './facts.ts';
import { roundOutcome } from './rounds.ts';

/** Something to do at Step Functions, or on the way there. */
export type Move =
  | { readonly kind: 'resume'; readonly token: TokenFact; readonly outcome: string }
  | { readonly kind: 'start'; readonly attempt: number }
  | { readonly kind: 'mail' };

/** Not used yet. Tokens of stopped attempts are among them: only using one tells whether it is spent. */
const isLive = (token: TokenFact): boolean => token.drivenAt === undefined;

const settled = (facts: CaseFacts): readonly Move[] =>
  facts.tokens.filter(isLive).flatMap((token) => {
    const outcome = roundOutcome(token.round, facts);
    return outcome === undefined ? [] : [{ kind: 'resume' as const, token, outcome }];
  });

/**
 * What to do now, from what is so: the same facts give the same moves however often they are looked at, and a
 * move that was made leaves facts that no longer ask for it. The mails of a phase that goes on are sent with its
 * next question; only those of a case with nobody left to ask need a move of their own.
 */
export const nextMoves = (facts: CaseFacts): readonly Move[] => {
  const { phaseWanted, attempt, startedAttempt } = facts.head;
  const resumes = settled(facts);
  const starts: readonly Move[] = phaseWanted && startedAttempt < attempt ? [{ kind: 'start', attempt }] : [];
  const questionComes = phaseWanted && resumes.length + starts.length > 0;
  const mails: readonly Move[] = mailIsWanted(facts) && !questionComes ? [{ kind: 'mail' }] : [];
  return [...resumes, ...starts, ...mails];
};

/** Whether the running attempt waits for people: it has an unused token whose round has an open question. */
export const isWaiting = (facts: CaseFacts): boolean =>
  facts.tokens.some(
    (token) =>
      isLive(token) && token.attempt === facts.head.startedAttempt && hasOpenQuestion(facts, token.round),
  );

const hasOpenQuestion = (facts: CaseFacts, round: Round): boolean =>
  facts.questions.some((it) => roundId(it.round) === roundId(round) && it.status === 'open');
