import type { FieldProblem, Known } from '../routine/check.ts';
import type { Question } from '../routine/question.ts';
import type { Language, Words } from '../routine/words.ts';
import type { Posted, Reading } from './posted.ts';

/** What the pages show, as whoever sends them knows it. Dates are `YYYY-MM-DD`. */

/** Another question of the case, answered before. */
export interface EarlierAnswer {
  readonly question: Question;
  readonly bodyName: Words;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly answeredBy: string;
  readonly answeredOn: string;
}

export interface QuestionView {
  readonly lang: Language;
  readonly question: Question;
  readonly caseNumber: string;
  readonly bodyName: Words;
  readonly nomination: Readonly<Record<string, unknown>>;
  readonly submittedOn: string;
  readonly earlier: readonly EarlierAnswer[];
  readonly targetOn?: string;
  readonly known: Known;
  /** What was posted, as strings, to show again; see `readPosted`. */
  readonly posted?: Posted;
  readonly problems?: readonly FieldProblem[];
}

/** A valid answer, before it is sent. */
export interface ReviewView
  extends Pick<QuestionView, 'lang' | 'question' | 'caseNumber' | 'bodyName' | 'known'> {
  /** Everything that was typed, to be sent on; see `readPosted`. */
  readonly posted: Posted;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Fields that should be answered if possible, and are not. */
  readonly missing: readonly string[];
}

/** What someone sent that was not taken: shown, so that nothing is lost. */
export interface Typed extends Pick<Reading, 'posted' | 'written' | 'intent'> {
  readonly question: Question;
}

export interface ReceiptView {
  readonly lang: Language;
  readonly question: Question;
  readonly caseNumber: string;
  readonly bodyName: Words;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly answeredBy: string;
  /** ISO 8601. */
  readonly answeredAt: string;
  readonly known: Known;
  /** What the reader sent, when somebody had answered already. */
  readonly late?: Typed;
}

export interface MessageView {
  readonly lang: Language;
  readonly title: Words;
  readonly text: Words;
  /** The page came of a form, and is gone when it is asked for again. */
  readonly isAnswer?: boolean;
  readonly typed?: Typed | undefined;
  /** What was typed can be sent again from the page. */
  readonly mayTryAgain?: boolean;
}
