import type { FieldProblem, Known } from '../routine/check.ts';
import type { Question } from '../routine/question.ts';
import type { Words } from '../routine/words.ts';
import type { Posted } from './posted.ts';
import type { Frame, QuestionView } from './views.ts';

/** What waits for a body, and what it takes to a meeting. Dates and `href`s are as in `views.ts`. */

/** A question that waits for a body. */
export interface AgendaItem {
  readonly href: string;
  readonly question: Question;
  readonly caseNumber: string;
  /** Of a programme, its name. */
  readonly workingTitle: string;
  /** The kind of programme, in words. */
  readonly kind: Words;
  /** Of a programme. */
  readonly publishedOn?: string;
  /** Since the nomination was submitted; `days` since the question was asked. */
  readonly caseDays: number;
  readonly since: string;
  readonly days: number;
  readonly targetOn?: string;
  readonly restsUntil?: string;
  readonly meetingOn?: string;
  readonly waitsSince?: string;
  /** What the form calls it, where the day of a meeting can be set. */
  readonly key?: string;
}

/** Everything that waits for one body. */
export interface AgendaView extends Frame {
  readonly bodyName: Words;
  readonly today: string;
  readonly items: readonly AgendaItem[];
  readonly calendarHref: string;
  readonly known: Known;
  /** The day of a meeting that was just set. */
  readonly takenUpOn?: string;
  /** One of those that were chosen for it waited no more. */
  readonly missed?: true;
  /** What was sent to set the day of a meeting, and could not be taken as it is. */
  readonly meeting?: {
    readonly posted: Posted;
    readonly chosen: readonly string[];
    readonly problems: readonly FieldProblem[];
  };
}

/** What a body reads before its meeting, and writes down there. */
export interface PackView extends Frame {
  readonly bodyName: Words;
  readonly today: string;
  /** The meeting that it is for; absent where it holds all that waits. */
  readonly meetingOn?: string;
  readonly cases: readonly QuestionView[];
  readonly backHref: string;
}
