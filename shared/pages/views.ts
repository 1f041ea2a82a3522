import type { StepAnswers } from '../case/answers.ts';
import type { AssignmentVersion, CostDifference } from '../case/assignment.ts';
import type { Change } from '../case/changes.ts';
import type { EndedAs } from '../case/ended.ts';
import type { Anchoring, QuestionStatus } from '../case/facts.ts';
import type { ProgrammeFact } from '../case/programme.ts';
import type { FieldProblem, Known } from '../routine/check.ts';
import type { Act, CaseReader, MachineStep, Milestone, Phase, Question, Sheet } from '../routine/question.ts';
import type { Language, Words } from '../routine/words.ts';
import type { DeskPart, DocumentLine, MailLine } from './desk-views.ts';
import type { DocumentView } from './documents.tsx';
import type { Posted, Reading } from './posted.ts';

/**
 * What the pages show, as whoever sends them knows it. Dates are `YYYY-MM-DD`, days are counted in calendar days.
 * An `href` is given without the language: the pages add it.
 */

type Answers = Readonly<Record<string, unknown>>;

/** What the frame of any page is told. */
export interface Frame {
  readonly lang: Language;
  /** The page's own query but for the language, such as `act=withdraw`. */
  readonly query?: string;
  /** From the page to the start page, where it is not one step up: of an address with one part nothing, with three `../../`. */
  readonly home?: string;
  /** that the routine soon ceases to be valid, on pages for the office. */
  readonly expiryBanner?: Words;
  /** Who is logged in, on pages of the desk. */
  readonly desk?: DeskFrame;
}

/** What the bar of the desk is told. */
export interface DeskFrame {
  readonly name: string;
  /** From the page to the desk, such as `../desk`; without a slash at the end. */
  readonly deskHref: string;
  readonly at: 'cases' | 'programmes' | 'bodies' | 'reports' | 'people' | 'calls' | 'disclosures';
  /** May do nothing but read. */
  readonly readsOnly?: true;
}

/** Another question of the case, answered before. */
export interface EarlierAnswer {
  readonly question: Question;
  readonly bodyName: Words;
  readonly answers: Answers;
  readonly answeredBy: string;
  readonly answeredOn: string;
  /** The version of the nomination that it was given on. */
  readonly givenOn?: number;
  /** The answer had come on paper. */
  readonly recordedByOffice?: true;
}

/** Something that can be done in the case beside answering. */
export interface ActLink {
  readonly act: Act;
  readonly href: string;
}

/** A programme in use or another nomination, which may be about the same. */
export interface Similar {
  readonly name: string;
  readonly what: 'programme' | 'case';
  readonly detail?: Words;
  readonly href?: string;
  /** Why it is thought to be similar. */
  readonly reason: Words;
}

/** A unit that wants the same. */
export interface ShownInterest {
  readonly unit: string;
  readonly need: string;
  readonly on: string;
  /** Whom to ask about it, for the office only. */
  readonly contact?: string;
}

/** What changed in the nomination between two of its versions; see `changesBetween`. */
export interface NominationChange {
  /** The version that the change made. */
  readonly version: number;
  readonly on: string;
  readonly changes: readonly Change[];
}

/** The act that had the question asked, with what was written then. */
export interface Cause {
  readonly act: Act;
  readonly bodyName: Words;
  readonly on: string;
  readonly answers: Answers;
}

/** A council's position, in the words of its form. */
export interface StatedPosition {
  readonly body: Words;
  readonly position: Words;
}

/** A body that need not answer any more. */
export interface ReleasedBody {
  readonly body: Words;
  readonly on: string;
  readonly reason?: string;
}

/** Whether somebody approves: `approved`, `refused`, or that the answer waits or is not needed any more. */
export interface Approval {
  readonly bodyName: Words;
  readonly outcome: string;
  readonly on?: string;
}

/** A deviation of a project, as it was reported, and what those say who have to approve it (P-12 to P-16). */
export interface DeviationView {
  readonly on: string;
  readonly by: Words;
  readonly answers: Answers;
  readonly approvals: readonly Approval[];
}

/** A project: its newest assignment, the versions that were established, and what has been reported since. */
export interface ProjectView {
  readonly assignment: StepAnswers['projectAssignment'];
  /** P-06: it is confidential, and its reader sees only that. */
  readonly isWithheld?: true;
  readonly versions: readonly AssignmentVersion[];
  /** Of the newest assignment (P-02). */
  readonly approvals: readonly Approval[];
  /** From the assignment before it, where there was one. */
  readonly changes?: readonly Change[];
  /** From the nomination's costs, where it stated some. */
  readonly costs?: CostDifference;
  readonly deviations: readonly DeviationView[];
  readonly reports: readonly { readonly on: string; readonly answers: Answers }[];
  /** Months whose report is missing, `YYYY-MM` (P-28). */
  readonly missing: readonly string[];
}

/** A programme as it is now. */
export interface ProgrammeView extends ProgrammeFact {
  readonly councilName: Words;
  readonly today: string;
  /** Since when an inactivation is proposed that its council has not been asked about. */
  readonly proposedOn?: string;
}

export interface QuestionView extends Frame {
  readonly question: Question;
  readonly caseNumber: string;
  readonly bodyName: Words;
  readonly nomination: Answers;
  readonly submittedOn: string;
  readonly earlier: readonly EarlierAnswer[];
  readonly known: Known;
  /** Of a supplement and a change of council: who wanted the question asked, and what they wrote. */
  readonly cause?: Cause;
  readonly targetOn?: string;
  readonly meetingOn?: string;
  /** These days for a calendar, for whoever came by the question's own link. */
  readonly calendarHref?: string;
  /** When the body's deputy was asked too. */
  readonly deputyAskedOn?: string;
  /** Since when it waits for a supplement. */
  readonly waitsSince?: string;
  /** What whoever cannot answer yet may do instead. */
  readonly acts?: readonly ActLink[];
  /** The office records an answer that came on paper, in the body's place. */
  readonly asOffice?: true;
  /** Back to the page that led here, where there is one. */
  readonly backHref?: string;
  readonly similar?: readonly Similar[];
  readonly documents?: readonly DocumentView[];
  /** The newest version of the nomination; answers given on an earlier one say so. */
  readonly nominationVersion?: number;
  /** How the nomination has changed since the reader may last have seen it. */
  readonly changes?: readonly NominationChange[];
  /** The councils' positions; where they differ, the page says so. */
  readonly positions?: readonly StatedPosition[];
  readonly released?: readonly ReleasedBody[];
  /** To whoever approves an assignment, or a deviation from it. */
  readonly project?: ProjectView;
  readonly programme?: ProgrammeView;
  /** R-j1: the owner has been asked for the year's figures, and has not given them. */
  readonly lacksFigures?: true;
  /** R-b2: others in the region that need the same, to a council. */
  readonly interests?: readonly ShownInterest[];
  /** Whoever is told when a programme is inactivated, and whom no mail reaches. */
  readonly told?: { readonly reached: readonly string[]; readonly others: readonly string[] };
  /** What the gate lacks that the answer passes. */
  readonly lacking?: readonly Words[];
  /** What was posted, or stands there beforehand, as strings; see `readPosted` and `toPosted`. */
  readonly posted?: Posted;
  readonly problems?: readonly FieldProblem[];
}

/** The form of an act, on a page of its own. */
export interface ActView extends Frame {
  readonly act: Act;
  readonly caseNumber: string;
  /** Whoever acts. */
  readonly bodyName: Words;
  readonly workingTitle: string;
  /** The question that the act is done to, if it is. */
  readonly on?: { readonly question: Question; readonly bodyName: Words };
  readonly backHref: string;
  readonly known: Known;
  /** What a redaction is about to take away, and every place where it stands. */
  readonly removes?: { readonly text: string; readonly places: readonly Words[] };
  readonly posted?: Posted;
  readonly problems?: readonly FieldProblem[];
}

export interface ActDoneView extends Frame {
  readonly act: Act;
  readonly caseNumber: string;
  readonly bodyName: Words;
  /** Only where it is known: the page may be opened again on another day. */
  readonly doneOn?: string;
  readonly backHref: string;
}

/** A valid answer to a question or an act, before it is sent. */
export interface ReviewView extends Frame {
  readonly sheet: Sheet;
  readonly caseNumber: string;
  readonly bodyName: Words;
  readonly known: Known;
  /** Everything that was typed, to be sent on; see `readPosted`. */
  readonly posted: Posted;
  readonly answers: Answers;
  /** Fields that should be answered if possible, and are not. */
  readonly missing: readonly string[];
}

/** What someone sent that was not taken: shown, so that nothing is lost. */
export interface Typed extends Pick<Reading, 'posted' | 'written' | 'intent'> {
  readonly sheet: Sheet;
}

export interface ReceiptView extends Frame {
  readonly question: Question;
  readonly caseNumber: string;
  readonly bodyName: Words;
  readonly answers: Answers;
  readonly answeredBy: string;
  /** ISO 8601. */
  readonly answeredAt: string;
  readonly known: Known;
  readonly recordedByOffice?: true;
  /** What whoever answered may still do. */
  readonly acts?: readonly ActLink[];
  /** Back to the page that led here, where there is one. */
  readonly backHref?: string;
  /** What the reader sent, when somebody had answered already. */
  readonly late?: Typed;
}

/** Why a question is not open any more: its body was released, the case ended in this way, or it went on. */
export type ClosedWhy = 'released' | 'wentOn' | 'decided' | EndedAs;

export interface ClosedView extends Frame {
  readonly question: Question;
  readonly caseNumber: string;
  readonly bodyName: Words;
  readonly known: Known;
  readonly why: ClosedWhy;
  readonly on?: string;
  /** Of a release: who decided it and why, where that is known. */
  readonly by?: Words;
  readonly reason?: string;
  /** The case that this one was merged into. */
  readonly mergedInto?: string;
  /** What the reader sent. */
  readonly late?: Typed;
}

/** A link that a newer one has replaced. */
export interface ReplacedView extends Frame {
  readonly typed?: Typed | undefined;
}

export interface MessageView extends Pick<Frame, 'lang' | 'home'> {
  readonly title: Words;
  readonly text: Words;
  /** Where one can go on from here. */
  readonly onward?: { readonly href: string; readonly text: Words };
  /** The page came of a form, and is gone when it is asked for again. */
  readonly isAnswer?: boolean;
  readonly typed?: Typed | undefined;
  /** What was typed can be sent again from the page. */
  readonly mayTryAgain?: boolean;
}

/** How far a step of the routine has come in a case; one that was left out was so with a reason. */
export type StepState = 'done' | 'now' | 'left' | 'skipped' | 'leftOut' | 'redone';

/** The steps of a phase, in the routine's order. */
export interface PhaseSteps {
  readonly phase: Phase;
  readonly steps: readonly { readonly step: MachineStep; readonly state: StepState }[];
}

/** Someone who is asked now. */
export interface WaitedFor {
  readonly question: Question;
  readonly bodyName: Words;
  readonly since: string;
  /** Since `since`; `netDays` without those that it waited for a supplement, where it did. */
  readonly days: number;
  readonly netDays?: number;
  readonly targetOn?: string;
  readonly meetingOn?: string;
  readonly restsUntil?: string;
  readonly waitsSince?: string;
}

/** A question in the course of the case. */
export interface CourseQuestion {
  readonly question: Question;
  readonly bodyName: Words;
  readonly askedOn: string;
  readonly status: QuestionStatus;
  /** When it was answered, released or closed. */
  readonly endedOn?: string;
  readonly days: number;
  readonly netDays?: number;
  readonly recordedByOffice?: true;
  /** Why the body was released. */
  readonly reason?: string;
}

/** An act in the course of the case. */
export interface CourseAct {
  readonly act: Act;
  readonly on: string;
  readonly by: Words;
  /** Who it was, for the office. */
  readonly signedBy?: string;
  /** Why, as whoever acted says it. */
  readonly reason?: string;
}

export interface RelatedCase {
  readonly number: string;
  readonly relation: 'related' | 'mergedInto' | 'mergedFrom';
  readonly href?: string;
}

/** What only the office sees of a case. */
export interface OfficeView {
  /** Every question of the case, asked or not yet asked, with where its answer is recorded if it can be. */
  readonly questions: readonly {
    readonly question: Question;
    readonly bodyName: Words;
    readonly status: QuestionStatus | 'notAsked';
    readonly href?: string;
    /** When the body's deputy was asked too. */
    readonly deputyAskedOn?: string;
    /** How the question can be sent on. */
    readonly acts?: readonly ActLink[];
  }[];
  readonly registrationNumber?: string;
  readonly documents: readonly DocumentLine[];
  readonly mails: readonly MailLine[];
  /** For whoever is logged in. */
  readonly desk?: DeskPart;
  /** What the gates lack now. */
  readonly lacking: readonly Words[];
  readonly anchoring: Anchoring;
  /** Mailboxes that could not be reached. */
  readonly undelivered: readonly {
    readonly bodyName: Words;
    readonly on: string;
    readonly deputyAsked?: true;
  }[];
  readonly interests: readonly ShownInterest[];
}

/** The page of a whole case. What its reader may not see is taken away before; see `openAnswers`. */
export interface CaseView extends Frame {
  readonly reader: CaseReader;
  readonly caseNumber: string;
  readonly milestone: Milestone;
  readonly submittedOn: string;
  readonly known: Known;
  readonly nomination: Answers;
  readonly nominationVersion: number;
  readonly steps: readonly PhaseSteps[];
  readonly waiting: readonly WaitedFor[];
  /** In any order; the page sorts them by date. */
  readonly course: readonly (CourseQuestion | CourseAct)[];
  /** The answers that count, oldest first: screening, positions, decision and whatever was asked beside. */
  readonly answers: readonly EarlierAnswer[];
  readonly positions: readonly StatedPosition[];
  readonly changes: readonly NominationChange[];
  readonly project?: ProjectView;
  readonly programme?: ProgrammeView;
  readonly acts: readonly ActLink[];
  readonly related: readonly RelatedCase[];
  /** Only where at least five earlier cases were decided: the usual number of days, and this case's so far. */
  readonly forecast?: { readonly usualDays: number; readonly daysSoFar: number };
  /** When a decision that was deferred is looked at again. */
  readonly reviewOn?: string;
  readonly office?: OfficeView;
  readonly documents?: readonly DocumentView[];
}

/** Somebody whom the desk lets in. */
export interface PersonOfDesk {
  /** Names the person in forms, as the field `id`. */
  readonly id: string;
  /** Absent before the first login. */
  readonly name?: string;
  readonly email?: string;
  /** Who it is, as the identity provider names them; absent before the first login of whoever was let in by address. */
  readonly subject?: string;
  readonly role: 'officer' | 'reader';
  /** Nobody changes or removes themselves. */
  readonly isSelf?: true;
}

/** Who did what to the people of the desk. */
export interface PeopleLogLine {
  readonly on: string;
  readonly by: string;
  /** A name, an address or what the provider calls them. */
  readonly who: string;
  /** Absent before they were let in. */
  readonly before?: 'officer' | 'reader';
  /** Absent of whoever was removed. */
  readonly after?: 'officer' | 'reader';
}

/**
 * The people of the desk, for officers. Three forms are sent to the page itself: each has a button named `what`, whose
 * value is `add` (with the fields of `deskPersonForm`), `change` (`id`, `role`) or `remove` (`id`).
 */
export interface PeopleView extends Frame {
  /** By name. */
  readonly people: readonly PersonOfDesk[];
  /** The latest first. */
  readonly log: readonly PeopleLogLine[];
  /** What was just done. */
  readonly done?: 'add' | 'change' | 'remove';
  /** What was typed into the form that adds somebody, where it was not taken. */
  readonly posted?: Posted;
  /** Of that form; or of the page as a whole, at `$`. */
  readonly problems?: readonly FieldProblem[];
}
