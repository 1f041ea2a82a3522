import { type CaseFacts, type CaseHead, mailIsWanted, type TokenFact } from './facts.ts';
import { askingIsWanted } from './opening.ts';
import { openQuestions, questionsOf, roundOutcome } from './rounds.ts';

/** Something to do at Step Functions, or on the way there. */
export type Move =
  | { readonly kind: 'resume'; readonly token: TokenFact; readonly outcome: string }
  | { readonly kind: 'start'; readonly attempt: number }
  /** `ask` has questions to open or to link, or mails to send. */
  | { readonly kind: 'ask' };

/** Not used yet. Tokens of stopped attempts are among them: only using one tells whether it is spent. */
const isLive = (token: TokenFact): boolean => token.drivenAt === undefined;

const settled = (facts: CaseFacts): readonly Extract<Move, { readonly kind: 'resume' }>[] =>
  facts.tokens.filter(isLive).flatMap((token) => {
    const outcome = roundOutcome(token.round, facts);
    return outcome === undefined ? [] : [{ kind: 'resume' as const, token, outcome }];
  });

/**
 * What to do now, from what is so: the same facts give the same moves however often they are looked at, and a
 * move that was made leaves facts that no longer ask for it. What `ask` has to do for a phase that goes on is done with
 * its next round; only a case whose machine stays where it is needs a move of its own.
 */
export const nextMoves = (facts: CaseFacts, now: Date): readonly Move[] => {
  const { phaseWanted, attempt, startedAttempt } = facts.head;
  const starts: readonly Move[] = phaseWanted && startedAttempt < attempt ? [{ kind: 'start', attempt }] : [];
  const moves = [...settled(facts), ...starts];
  const asks: readonly Move[] =
    !roundComes(facts, moves) && (mailIsWanted(facts) || askingIsWanted(facts, now)) ? [{ kind: 'ask' }] : [];
  return [...moves, ...asks];
};

/** Whether the machine asks its next round because of these moves: `ask` then comes to the case. */
export const roundComes = (
  { head: { phaseWanted, startedAttempt } }: Pick<CaseFacts, 'head'>,
  moves: readonly Move[],
): boolean =>
  phaseWanted &&
  moves.some(
    (move) => move.kind === 'start' || (move.kind === 'resume' && move.token.attempt === startedAttempt),
  );

/**
 * The wake mark that `drive` leaves to `ask`, which writes the head anyway: all but one that also asks to look deeper. What
 * wakes `drive` is the stream's record of the mark being set, so nothing is lost where `ask` comes first.
 */
export const leftWake = ({ wake, lookDeeper }: Pick<CaseHead, 'wake' | 'lookDeeper'>): string | undefined =>
  lookDeeper ? undefined : wake;

/**
 * Whether the running attempt waits for people: it has an unused token of a round that is not settled, and somebody is
 * asked that round, or beside it (an answer can wait for approvals, g for h and i).
 */
export const isWaiting = (facts: CaseFacts): boolean =>
  openQuestions(facts).length > 0 &&
  facts.tokens.some(
    (token) =>
      isLive(token) &&
      token.attempt === facts.head.startedAttempt &&
      questionsOf(facts, token.round).length > 0 &&
      roundOutcome(token.round, facts) === undefined,
  );
