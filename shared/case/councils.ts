import { again } from './again.ts';
import { FORGOTTEN, type HeadChange, type QuestionChange } from './consequence.ts';
import type { BodyId, CaseFacts } from './facts.ts';
import { targetFrom } from './opening.ts';
import { isSettled, newestRound, openQuestions, positionsOf, questionsOf, roundOutcome } from './rounds.ts';
import { dateInSweden } from './sweden.ts';

type Questions = Readonly<Record<string, QuestionChange>>;

/** Councils that come to have the nomination, and councils that need not answer it any more. */
export interface CouncilChange {
  readonly add: readonly BodyId[];
  readonly release: readonly BodyId[];
}

/**
 * R-a11: councils join and leave. Those that join while the others answer are asked in the same round; afterwards, in a
 * round of their own. A position that was given stays, whoever is let go (ROUTINE.md section 3.1).
 */
export const councilsChanged = (
  facts: CaseFacts,
  { add, release }: CouncilChange,
  now: Date,
): { readonly head: HeadChange; readonly questions: Questions } => {
  const { councils, councilsAsked } = facts.head;
  const answered = positionsOf(facts).map(({ body }) => body);
  const joined = [...councils.filter((it) => !release.includes(it) || answered.includes(it)), ...add];
  const questions = released(facts, release);
  if (add.length > 0 && isSettled(newestRound(facts, 'position'), facts)) {
    return { head: { councils: joined, councilsAsked: add, ...again(facts, 'position') }, questions };
  }
  const left = [...councilsAsked.filter((it) => !release.includes(it)), ...add];
  const somebodyIsLeft = left.length + answered.length > 0;
  return {
    head: { councils: joined, councilsAsked: somebodyIsLeft ? left : joined },
    questions: { ...questions, ...openedAgain(facts, add, now) },
  };
};

/** The open questions of councils that need not answer any more. */
export const released = (facts: CaseFacts, councils: readonly BodyId[]): Questions =>
  Object.fromEntries(
    openQuestions(facts)
      .filter(({ round, body }) => round.step === 'position' && councils.includes(body))
      .map(({ id }) => [id, { status: 'released' as const }]),
  );

/**
 * Councils that were let go in the newest round, and are to answer in it after all: their month counts from today, and
 * what they waited for they wait for no more.
 */
export const openedAgain = (facts: CaseFacts, councils: readonly BodyId[], now: Date): Questions => {
  const round = newestRound(facts, 'position');
  if (round === undefined || roundOutcome(round, facts) === 'again') return {};
  const receivedOn = dateInSweden(now);
  return Object.fromEntries(
    questionsOf(facts, round)
      .filter(({ body, status }) => councils.includes(body) && (status === 'released' || status === 'closed'))
      .map(({ id, linkVersion, waits }) => [
        id,
        {
          ...FORGOTTEN,
          status: 'open' as const,
          linkVersion: linkVersion + 1,
          receivedOn,
          ...targetFrom('position', receivedOn),
          ...(waits !== undefined && { waits: waits.map((it) => ({ to: now.toISOString(), ...it })) }),
        },
      ]),
  );
};
