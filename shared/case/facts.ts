import type {
  CaseReader,
  MachineStep,
  Milestone,
  NoticeId,
  Occasion,
  Phase,
  Step,
} from '../routine/question.ts';
import type { Language } from '../routine/words.ts';
import type { ProgrammeFact } from './programme.ts';

/**
 * What is known of a case, as the pure rules see it. `records` reads these from the table and writes what the
 * rules answer; nothing here knows how they are stored. Times are ISO 8601 in UTC, dates `YYYY-MM-DD` in Stockholm.
 */

export type BodyId = string;

/** The nth time the phase asks this step. A round of a machine step is one waiting state of the machine. */
export interface Round {
  readonly phase: Phase;
  readonly step: Step;
  readonly nth: number;
}

export const roundId = (round: Round): string => `${round.phase}/${round.step}/${round.nth}`;

/** Mailboxes of those whom the case names: the first three by the nomination, the others by f and j. */
export interface Contacts {
  readonly nominator: string;
  readonly headOfOperations?: string;
  readonly sobContact?: string;
  readonly projectOwner?: string;
  readonly projectManager?: string;
  readonly steeringGroup?: string;
  readonly independentReviewer?: string;
  readonly programmeOwner?: string;
}

/** What language somebody whom the case names is written to in: whoever nominated has chosen theirs, the others read Swedish. */
export const languageOf = (
  { language = 'sv' }: Pick<CaseHead, 'language'>,
  contact: keyof Contacts,
): Language => (contact === 'nominator' ? language : 'sv');

/** As with a question's link: `linked` is lower than `version` until `ask` has made it. */
export interface CaseLink {
  readonly version: number;
  readonly linked: number;
  readonly keyId?: string;
}

/** How far the idea is anchored with the head of operations (R-a3, ROUTINE.md section 0 no. 3). */
export type Anchoring =
  | 'notNeeded'
  | 'stated'
  | 'asked'
  | 'supported'
  | 'supportedWithConditions'
  | 'notSupported';

/** How cases are laid out in the record. Raised when this code looks for something that stored cases lack: `earlier.ts` then adds it. */
export const LAYOUT = 3;

export interface CaseHead {
  readonly id: string;
  /** Absent in the first two. */
  readonly layout?: number;
  /** Public case number, for example `N-2026-0001`. */
  readonly number: string;
  readonly routineVersion: string;
  /** Counts the human acts; each act's write demands the value it read. */
  readonly version: number;
  /** Counts how often questions were opened: an act that was weighed without them is weighed again. */
  readonly opened: number;
  /** Hash of the latest act. */
  readonly chain: string;
  readonly milestone: Milestone;
  readonly submittedAt: string;
  readonly nominationType: 'createNew' | 'purchaseExisting';
  readonly programmeKind: 'treatment' | 'support' | 'unsure';
  /** Children are in the target group (R-a13). */
  readonly forChildren?: boolean;
  readonly contacts: Contacts;
  /** The language of whoever nominated; Swedish where nothing stands. */
  readonly language?: Language;
  /** Who was replaced last: told of it once. */
  readonly replaced?: Partial<Readonly<Record<'projectOwner' | 'projectManager' | 'programmeOwner', string>>>;
  readonly anchoring: Anchoring;
  /** The newest version of the nomination, from 1. */
  readonly nominationVersion: number;
  /** The councils that the nomination is with, the lead council first. */
  readonly councils: readonly BodyId[];
  /** Those of them that the newest round of positions asks. */
  readonly councilsAsked: readonly BodyId[];
  /** Ids of rounds that were reopened: whatever their answers, their step is asked again. */
  readonly askedAgain?: readonly string[];
  /** When a step that was deferred is to be taken up again, and when a decision is to be looked at again. */
  readonly reviewOn?: Partial<Readonly<Record<MachineStep, string>>>;
  readonly caseLinks: Readonly<Record<'nominator' | 'sobOffice', CaseLink>> &
    Partial<Readonly<Record<CaseReader, CaseLink>>>;
  /** Numbers of other cases about the same idea. */
  readonly relatedCases?: readonly string[];
  /** Its number in the region's register of documents, once the office has stated it. */
  readonly registrationNumber?: string | undefined;
  /** The number of the case that this one was merged into. */
  readonly mergedInto?: string | undefined;
  readonly phase: Phase;
  /** What the phase was begun for; absent in the nomination. */
  readonly occasion?: Occasion;
  /** How many rounds of its steps there were when a phase was begun for the newest time; none where nothing stands. */
  readonly askedBefore?: Partial<Readonly<Record<Phase, AskedBefore>>>;
  /** The newest established version of the project assignment (P-07); absent before the first. */
  readonly assignmentVersion?: number;
  /** Since when an inactivation is proposed that the council has not yet been asked about (R-k4). */
  readonly inactivationProposedOn?: string | undefined;
  /** Whether an execution should be running. */
  readonly phaseWanted: boolean;
  /** The execution that should be running is `{number}-{phase}-{attempt}`. Raising it restarts the phase. */
  readonly attempt: number;
  /** The first attempt since people last acted so that the phase is begun or done again; 1 where nothing stands. */
  readonly firstAttempt?: number;
  /** The latest attempt known to have been started. */
  readonly startedAttempt: number;
  /** When that was. */
  readonly startedAt?: string;
  /** When someone should look at the case again even if nothing happens; absent when nothing can be lost. */
  readonly lookAgainAt?: string;
  /** Set by whoever wants `drive` to look at the case; `drive` removes it. */
  readonly wake?: string;
  /** Set with `wake` where `drive` should also ask Step Functions how the execution is. */
  readonly lookDeeper?: true;
}

/** Rounds by step. */
export type AskedBefore = Partial<Readonly<Record<MachineStep, number>>>;

/** Whom a question is for: a body of the register, or someone whom the nomination names. */
export type Asked = BodyId | keyof Contacts;

/** A time during which a question waited for a supplement; without `to` it still waits. */
export interface Waiting {
  /** Id of the question that asks for the supplement. */
  readonly for: string;
  readonly from: string;
  readonly to?: string;
}

/**
 * `released`: the body need not answer any more. `closed`: the case ended, or went on, without this answer.
 */
export type QuestionStatus = 'open' | 'answered' | 'released' | 'closed';

export interface QuestionFact {
  readonly id: string;
  readonly round: Round;
  readonly body: Asked;
  readonly status: QuestionStatus;
  /** The few values of the answer that rules and machine need; the whole answer is kept apart. */
  readonly told?: Readonly<Record<string, string | boolean>>;
  /** The version of the link that the body is to have; raising it ends the link before. */
  readonly linkVersion: number;
  /** The version of the link that there is; lower than `linkVersion` until `ask` has made and mailed it. */
  readonly linked: number;
  readonly linkKeyId?: string;
  readonly openedAt: string;
  /** When the body received it: the month counts from here. `YYYY-MM-DD`, as the dates below. */
  readonly receivedOn: string;
  readonly targetOn?: string;
  /** "Tas upp på möte den …": no reminder until the day after. */
  readonly meetingOn?: string | undefined;
  /** Deferred: neither asked nor reminded of before this day. */
  readonly restsUntil?: string;
  readonly waits?: readonly Waiting[];
  /** Of a side question: the question whose body wanted it asked. */
  readonly cause?: string;
  /** When the mailbox was last reminded. */
  readonly remindedOn?: string | undefined;
  /** When the body's deputy was asked beside it, and when its escalation contact or the office was told. */
  readonly deputyAskedOn?: string | undefined;
  readonly escalatedOn?: string | undefined;
  readonly answeredAt?: string;
  readonly answeredBy?: string;
  /** When it was released or closed. */
  readonly endedAt?: string;
  /** The version of the nomination that the answer was given on. */
  readonly givenOn?: number;
  /** The office recorded the answer, which had come on paper (ROUTINE.md section 0 no. 2). */
  readonly recordedByOffice?: true;
}

/** The supplement that a question waits for, if it does. */
export const waitOf = ({ waits }: Pick<QuestionFact, 'waits'>): Waiting | undefined =>
  waits?.find(({ to }) => to === undefined);

export interface TokenFact {
  readonly id: string;
  readonly round: Round;
  readonly attempt: number;
  /** The task token itself; gone once it has been driven. */
  readonly taskToken?: string;
  readonly drivenAt?: string;
}

/**
 * A body, its deputy where `deputy` is set, someone whom the case names or has named until now, who nominated a merged
 * case, or one of those that use the programme.
 */
export type Recipient =
  | { readonly body: BodyId; readonly deputy?: true }
  | { readonly contact: keyof Contacts }
  | { readonly former: keyof NonNullable<CaseHead['replaced']> }
  | { readonly merged: string }
  | { readonly user: string };

/** What a notice tells of. */
export interface NoticeFact {
  readonly notice: NoticeId;
  readonly outcome?: string;
  /** The one of those that use the programme that it is about. */
  readonly user?: string;
}

/** One mail: a question, or a notice, to one recipient. */
export interface MailFact {
  readonly id: string;
  readonly about: { readonly question: string } | NoticeFact;
  readonly to: Recipient;
}

/** The mails that one cause wants sent; one item in the record, because most causes have several readers. */
export interface Mailing {
  readonly id: string;
  readonly mails: readonly MailFact[];
  /** SES's message id, by the id of each mail that was sent. */
  readonly sent: Readonly<Record<string, string>>;
  /** When the newest of them was sent, ISO 8601. */
  readonly sentAt?: string;
  /** Until when somebody may be sending it, ISO 8601; behind a slash, whose claim it is. */
  readonly claimedUntil?: string;
}

export const unsent = ({ mails, sent }: Mailing): readonly MailFact[] =>
  mails.filter(({ id }) => !(id in sent));

/** Another case that names this one: about the same idea, or merged into this. */
export interface RelatedCase {
  readonly number: string;
  readonly how: 'linked' | 'merged';
  /** Whoever nominated it is told of what becomes of this one. */
  readonly nominator?: string;
}

export interface CaseFacts {
  readonly head: CaseHead;
  readonly questions: readonly QuestionFact[];
  readonly tokens: readonly TokenFact[];
  readonly mailings: readonly Mailing[];
  readonly related: readonly RelatedCase[];
  /** What the programme is, from the day it is published. */
  readonly programme?: ProgrammeFact;
}

/** Whether a mail of the case still waits to be sent. */
export const mailIsWanted = (facts: CaseFacts): boolean =>
  facts.mailings.some((mailing) => unsent(mailing).length > 0);
