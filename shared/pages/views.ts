import type { FieldProblem, Known } from '../routine/check.ts';
import type { Question } from '../routine/question.ts';
import type { Language, Words } from '../routine/words.ts';

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
  readonly posted?: Readonly<Record<string, unknown>>;
  readonly problems?: readonly FieldProblem[];
  readonly otherLanguageHref: string;
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
  readonly otherLanguageHref: string;
}

export interface MessageView {
  readonly lang: Language;
  readonly title: Words;
  readonly text: Words;
  readonly otherLanguageHref?: string;
}
