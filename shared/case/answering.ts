import type { FieldProblem } from '../routine/check.ts';
import type { Notice, Step } from '../routine/question.ts';
import type { Signatory, StepAnswers, Written } from './answers.ts';
import type { HeadChange, QuestionChange } from './consequence.ts';
import type { CaseFacts, QuestionFact } from './facts.ts';
import type { ProgrammeFact } from './programme.ts';

/** What an answer is given in. */
export interface Answering {
  readonly facts: CaseFacts;
  readonly asked: QuestionFact;
  readonly answeredBy: Signatory;
  /** The office records an answer that came to it on paper. */
  readonly recordedByOffice: boolean;
  readonly now: Date;
}

/** What the answer to one step changes, beside the question itself. */
export interface Follows {
  readonly told: Readonly<Record<string, string | boolean>>;
  readonly head?: HeadChange;
  readonly questions?: Readonly<Record<string, QuestionChange>>;
  readonly answered?: QuestionChange;
  /** In place of what the question tells whatever is answered. */
  readonly tells?: readonly Notice[];
  readonly asks?: readonly QuestionFact[];
  readonly nomination?: Readonly<Record<string, unknown>>;
  readonly programme?: ProgrammeFact;
}

/** What follows from a valid answer, by step. */
export type FollowsOf<S extends Step> = {
  readonly [K in S]: (answers: StepAnswers[K], given: Answering) => Follows;
};

/** Reasons why an otherwise complete answer may not be given, by step. */
export type RefusalsOf<S extends Step> = {
  readonly [K in S]?: (
    answers: StepAnswers[K],
    given: Answering,
    written: Written,
  ) => readonly (FieldProblem | false)[];
};
