import { type Consequence, NO_CONSEQUENCE } from './consequence.ts';
import { type CaseFacts, type Contacts, mailIsWanted, roundId } from './facts.ts';
import { isWaiting, nextMoves } from './moves.ts';
import { recipientOf } from './notices.ts';
import { askingIsWanted } from './opening.ts';
import { openQuestions, questionsOf } from './rounds.ts';

/**
 * What is not as it should be in a case, to whoever runs Nominera. All but the last three `mend` finds by itself and has
 * mended.
 */
export type TroubleKind =
  | 'wakeNotTaken'
  | 'answerNotDriven'
  | 'notStarted'
  | 'executionGone'
  | 'nobodyAsked'
  | 'linkNotMade'
  | 'mailNotSent'
  /** No machine runs in a case that goes on, and nothing looks at it again. */
  | 'unwatched'
  /** The phase was restarted more than once since people last acted: it may fail the same way each time. */
  | 'failsAgain'
  /** Somebody is asked who has no mailbox. */
  | 'noMailbox';

export interface Trouble {
  readonly kind: TroubleKind;
  /** The round, question, body or mail that it is about. */
  readonly about?: string;
  /** ISO 8601, where it is known. */
  readonly since?: string;
}

/** What is known beside the facts of a case. */
export interface Surroundings {
  readonly now: Date;
  /** Whether the execution of the wanted attempt runs. */
  readonly isRunning: boolean;
  /** Whether a body stands in the register. */
  isBody(id: string): boolean;
}

/** Restarts since people last acted that may be chance: a deploy, an operator, a stop by hand. */
const HARMLESS_RESTARTS = 1;

/**
 * What is not as it should be. A case that moves at this moment can be among them for a second or two: what is true is
 * true when looked at again.
 */
export const troublesIn = (facts: CaseFacts, around: Surroundings): readonly Trouble[] => {
  const { head } = facts;
  return [
    ...when(head.wake !== undefined, { kind: 'wakeNotTaken' }),
    ...notDriven(facts, around.now),
    ...(head.phaseWanted ? notRunning(facts, around) : []),
    ...when(askingIsWanted(facts, around.now), { kind: 'linkNotMade' }),
    ...when(mailIsWanted(facts), { kind: 'mailNotSent' }),
    ...noMailbox(facts, around),
  ];
};

const when = (isSo: boolean, trouble: Trouble): readonly Trouble[] => (isSo ? [trouble] : []);

const notDriven = (facts: CaseFacts, now: Date): readonly Trouble[] =>
  nextMoves(facts, now)
    .filter((move) => move.kind === 'resume')
    .filter(({ token }) => facts.head.phaseWanted && token.attempt === facts.head.startedAttempt)
    .map(({ token: { round } }) => {
      const [latest] = questionsOf(facts, round)
        .flatMap(({ answeredAt, endedAt }) => answeredAt ?? endedAt ?? [])
        .toSorted()
        .toReversed();
      return {
        kind: 'answerNotDriven',
        about: roundId(round),
        ...(latest !== undefined && { since: latest }),
      };
    });

const notRunning = (facts: CaseFacts, { isRunning, now }: Surroundings): readonly Trouble[] => {
  const { attempt, startedAttempt, startedAt, firstAttempt = 1, lookAgainAt } = facts.head;
  const since = startedAt === undefined ? {} : { since: startedAt };
  const isStarted = startedAttempt === attempt;
  const isResumed = nextMoves(facts, now).some(({ kind }) => kind === 'resume');
  return [
    ...when(!isStarted, { kind: 'notStarted' }),
    ...when(isStarted && !isRunning, { kind: 'executionGone', ...since }),
    ...when(isStarted && isRunning && !isResumed && !isWaiting(facts), { kind: 'nobodyAsked', ...since }),
    ...when(lookAgainAt === undefined, { kind: 'unwatched' }),
    ...when(attempt - firstAttempt > HARMLESS_RESTARTS, { kind: 'failsAgain', ...since }),
  ];
};

const noMailbox = (facts: CaseFacts, { isBody }: Surroundings): readonly Trouble[] =>
  openQuestions(facts)
    .filter(({ body }) => {
      const to = recipientOf(body);
      if ('body' in to) return !isBody(to.body);
      return facts.head.contacts[body as keyof Contacts] === undefined;
    })
    .map(({ id, openedAt }) => ({ kind: 'noMailbox', about: id, since: openedAt }));

const NEEDS_SOMEBODY: readonly TroubleKind[] = ['unwatched', 'failsAgain', 'noMailbox'];

/** Whether `mend` mends it by itself; otherwise somebody has to. */
export const isMendedByItself = ({ kind }: Trouble): boolean => !NEEDS_SOMEBODY.includes(kind);

/** Why the phase of a case cannot be started again. */
export type RestartRefusal = 'ended' | 'startsAlready';

export const restartRefusal = ({ head }: Pick<CaseFacts, 'head'>): RestartRefusal | undefined => {
  if (!head.phaseWanted) return 'ended';
  return head.startedAttempt === head.attempt ? undefined : 'startsAlready';
};

/**
 * What follows when an operator has the phase started again: `drive` stops the execution of this attempt and starts the
 * next; and patience begins anew, since somebody has looked.
 */
export const restarted = ({ head }: Pick<CaseFacts, 'head'>): Consequence => ({
  ...NO_CONSEQUENCE,
  head: { attempt: head.attempt + 1, firstAttempt: head.attempt + 1 },
});
