import type { CaseRow } from '../case/row.ts';
import type { RowFilter, RowOrder } from '../case/row-filter.ts';
import type { FieldProblem, Known } from '../routine/check.ts';
import type { Options } from '../routine/form.ts';
import type { Role } from '../routine/question.ts';
import type { Language, Words } from '../routine/words.ts';
import type { DisclosureLine } from './desk-views.ts';
import type { Posted } from './posted.ts';
import type { Frame } from './views.ts';

/** What the desk's own pages show, beside those of a case. Dates are `YYYY-MM-DD`. */

/** A page of the desk knows who reads it. */
type AtDesk = Frame & Required<Pick<Frame, 'desk'>>;

/** What a list of cases is asked for. */
export interface CasesAsked extends Omit<RowFilter, 'state'> {
  /** Words that are searched for; empty where none are. */
  readonly q: string;
  readonly state: 'open' | 'ended' | 'all';
  readonly order: RowOrder;
}

/** A case in the list. */
export interface ListedCase
  extends Pick<
    CaseRow,
    'number' | 'title' | 'unit' | 'milestone' | 'targetOn' | 'restsUntil' | 'registrationNumber'
  > {
  readonly kind: Words;
  readonly waitingFor: readonly Words[];
  /** Since the one was asked who was asked first. */
  readonly waitingDays?: number;
  /** Days since the target date, where somebody is late. */
  readonly overdueDays?: number;
  /** Since the nomination was submitted. */
  readonly ageDays: number;
}

export interface DeskCasesView extends AtDesk {
  readonly asked: CasesAsked;
  /** What can be chosen beside what is always there. */
  readonly choices: {
    readonly council: Options;
    readonly waitingFor: Options;
    readonly years: readonly string[];
  };
  /** The address asked for something that nobody knows. */
  readonly isIgnored?: boolean;
  /** Another order was asked for than what is shown can have. */
  readonly isReordered?: boolean;
  readonly cases: readonly ListedCase[];
  /** The place of the first case in the whole list, from 1. */
  readonly first: number;
  /** Where the list goes on. */
  readonly next?: string;
  /** So much was read that the rest has to be asked for. */
  readonly isCutShort?: boolean;
}

/** Days when nobody reads a mailbox, first and last. */
interface Absence {
  readonly from: string;
  readonly to: string;
}

/** A body in the register. */
export interface ListedBody {
  readonly id: string;
  readonly role: Role;
  readonly name: Words;
  readonly mailbox: string;
  readonly language: Language;
  readonly deputy?: string;
  readonly escalation?: string;
  /** Now or to come, the first first. */
  readonly absences: readonly Absence[];
  /** `MM-DD`. */
  readonly summerPause?: Absence;
  readonly successor?: Words;
  readonly openQuestions: number;
}

export interface BodiesView extends AtDesk {
  readonly today: string;
  readonly bodies: readonly ListedBody[];
}

/** Somebody who changed a body, and what of it, by the names of the form's fields; none where it was added. */
export interface ShownBodyChange {
  readonly on: string;
  readonly by: string;
  readonly fields: readonly string[];
}

type Answers = Readonly<Record<string, unknown>>;

export interface BodyView extends AtDesk {
  /** As answers to the form; absent of a body that is not there yet. */
  readonly body?: Answers & Pick<ListedBody, 'name'>;
  /** The version that is changed, as it is sent along. */
  readonly version?: number;
  readonly known: Known;
  readonly posted: Posted;
  readonly problems?: readonly FieldProblem[];
  /** What was typed, where somebody else has saved something else meanwhile in these fields. */
  readonly overtaken?: { readonly written: Answers; readonly fields: readonly string[] };
  /** It was saved, and so many open questions were moved with it. */
  readonly saved?: { readonly movedQuestions: number };
  /** The latest first. */
  readonly changes: readonly ShownBodyChange[];
}

/** A copy of a case that somebody was given. */
export interface ListedDisclosure extends DisclosureLine {
  readonly caseNumber: string;
  /** Why anything was masked. */
  readonly ground?: string;
}

export interface DisclosuresView extends AtDesk {
  /** The latest first. */
  readonly disclosures: readonly ListedDisclosure[];
}
