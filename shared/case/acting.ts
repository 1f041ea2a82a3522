import type { FieldProblem } from '../routine/check.ts';
import type { ActName, Actor, Notice } from '../routine/question.ts';
import type { ActAnswers } from './answers.ts';
import type { Consequence } from './consequence.ts';
import type { CaseFacts, Mailing, QuestionFact } from './facts.ts';
import type { User } from './programme.ts';

/** An act that someone entitled does: in the case as a whole, or to one question (`on`). */
export interface Acting {
  readonly facts: CaseFacts;
  readonly on?: QuestionFact | undefined;
  readonly by: Actor;
  /** By an officer of the office who is logged in: what the `desk` may do is theirs too. */
  readonly atDesk?: true;
  /** Whether the body that is asked has a deputy. */
  readonly hasDeputy?: boolean;
  readonly now: Date;
}

/** What an act changes, and what it tells. */
export interface ActFollows extends Partial<Omit<Consequence, 'mailings'>> {
  /** Beside those that it always tells. */
  readonly tells?: readonly Notice[];
  /** The outcome that its notices tell of. */
  readonly outcome?: string;
  /** Those of the programme's users that its notices mean; all of them where nothing is said. */
  readonly users?: readonly User[];
  /** What is sent beside the notices. */
  readonly sends?: readonly Mailing[];
}

/** What follows from a valid, permitted act, by name. */
export type ActFollowsOf<N extends ActName> = {
  readonly [A in N]: (answers: ActAnswers[A], acting: Acting) => ActFollows;
};

/** Reasons why a completely filled in act may not be done, by name. */
export type ActRefusalsOf<N extends ActName> = {
  readonly [A in N]?: (answers: ActAnswers[A], acting: Acting) => readonly (FieldProblem | false)[];
};
