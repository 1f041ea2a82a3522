import type { FieldProblem, Known } from '../routine/check.ts';
import type { Form } from '../routine/form.ts';
import type { Words } from '../routine/words.ts';
import type { CostSums } from './costs.ts';
import type { Part } from './parts.tsx';
import type { Posted } from './posted.ts';
import type { Frame, Similar, Typed } from './views.ts';

/** What the pages of a nomination that is being written show. An `href` is given without the language. */

type Answers = Readonly<Record<string, unknown>>;

/** A part of the form as the answers so far leave it: only what applies. */
export interface ShownPart extends Part {
  readonly title: Words;
  readonly form: Form;
}

/** `/nominate`: the questions to read, the first part to fill in, and where to mail the link. */
export interface NominateView extends Frame {
  readonly known: Known;
  readonly first: ShownPart;
  /** Makes one draft of a form that is sent twice. */
  readonly key: string;
  readonly posted?: Posted;
  readonly problems?: readonly FieldProblem[];
}

/** The link of a draft was mailed. */
export interface MailedView extends Frame {
  readonly mailbox: string;
  /** It was asked for once more: it is mailed, or had been within the hour. */
  readonly again?: 'sent' | 'wait';
}

/** "Ring mig". */
export interface CallMeView extends Frame {
  readonly key: string;
  readonly posted?: Posted;
  readonly problems?: readonly FieldProblem[];
}

/** Where a draft stands; `query` of the frame is the page's own. */
export interface DraftFrame extends Frame {
  /** What leads on to its other pages, beside what they are: a query without `?`. */
  readonly from: string;
  readonly savedAt: string;
  /** To `/nominate`, from this page. */
  readonly nominateHref: string;
  /** For an officer who fills it in with somebody on the phone. */
  readonly call?: CallShown;
}

export interface PartState extends ShownPart {
  readonly state: 'done' | 'started' | 'notStarted';
  /** What it lacks to be sent. */
  readonly missing: readonly FieldProblem[];
  /** Fields with texts of two writers. */
  readonly rivalled: boolean;
}

export interface OverviewView extends DraftFrame {
  readonly title?: string;
  readonly parts: readonly PartState[];
  /** Files that were added. */
  readonly attachments: number;
  readonly mailbox?: string;
  /** Its link was mailed once more, or had been within the hour. */
  readonly resent?: 'sent' | 'wait';
}

/** A text that somebody else wrote in a field. */
export interface Rival {
  readonly field: string;
  readonly value: Answers;
  /** ISO 8601. */
  readonly at: string;
}

export interface PartView extends DraftFrame {
  readonly part: ShownPart;
  readonly known: Known;
  readonly posted: Posted;
  /** What the form's writer saw, to be sent with it. */
  readonly seen: string;
  readonly problems: readonly FieldProblem[];
  readonly rivals: readonly Rival[];
  /**
   * Tells the address that the form is sent to from that of its page: a browser that cannot send a form to the very
   * address it is at forgets the page, and what was typed in it.
   */
  readonly attempt: number;
  /** What has just been saved; a form that could not be is shown as it was sent. */
  readonly saved?: boolean;
  readonly after?: Pick<ShownPart, 'id' | 'title'>;
  /** In the part with the costs. */
  readonly sums?: CostSums;
}

export interface DraftReviewView extends DraftFrame {
  readonly parts: readonly ShownPart[];
  readonly answers: Answers;
  readonly known: Known;
  readonly version: number;
  readonly problems: readonly FieldProblem[];
  /** Fields that should be answered if possible, and are not. */
  readonly missing: readonly string[];
  readonly rivalled: readonly string[];
  readonly similar: readonly Similar[];
  /** Somebody saved something after it was read through. */
  readonly hasChanged?: boolean;
  /** What the button was pressed without. */
  readonly unread?: readonly FieldProblem[];
}

export interface DraftReceiptView extends Frame {
  readonly caseNumber: string;
  /** ISO 8601. */
  readonly at: string;
  /** What was posted when it had been sent already. */
  readonly late?: Typed;
}

/** Somebody who asked to be called, as the desk's list and the draft's page show them. */
export interface CallShown {
  /** Of the draft: `/desk/drafts/{id}`. */
  readonly draftId: string;
  readonly name: string;
  readonly unit: string;
  readonly phone: string;
  readonly email?: string;
  /** What it is about, in their words; with line breaks. */
  readonly about: string;
  /** ISO 8601. */
  readonly askedAt: string;
  /** By whom, and when (ISO 8601). */
  readonly dealtWith?: { readonly by: string; readonly at: string };
}

/**
 * `/desk/calls`: those who want to be called, the latest first. A form for each that is not dealt with is sent to the same
 * page by POST, with the draft's id in a button named `done`; the draft's own page is `drafts/{draftId}` from here.
 */
export interface CallsView extends Frame {
  readonly calls: readonly CallShown[];
}
