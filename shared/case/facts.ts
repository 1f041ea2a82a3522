import type { Milestone, NoticeId, Phase, Step } from '../routine/question.ts';

/**
 * What is known of a case, as the pure rules see it. `records` reads these from the table and writes what the
 * rules answer; nothing here knows how they are stored. Times are ISO 8601 in UTC, dates `YYYY-MM-DD` in Stockholm.
 */

export type BodyId = string;

/** One waiting state of the machine: the nth time the phase asks this step. */
export interface Round {
  readonly phase: Phase;
  readonly step: Step;
  readonly nth: number;
}

export const roundId = (round: Round): string => `${round.phase}/${round.step}/${round.nth}`;

export interface Contacts {
  readonly nominator: string;
  readonly headOfOperations?: string;
  readonly sobContact?: string;
}

export interface CaseHead {
  readonly id: string;
  /** Public case number, for example `N-2026-0001`. */
  readonly number: string;
  readonly routineVersion: string;
  /** Counts the human acts; each act's write demands the value it read. */
  readonly version: number;
  /** Hash of the latest act. */
  readonly chain: string;
  readonly milestone: Milestone;
  readonly submittedAt: string;
  readonly nominationType: 'createNew' | 'purchaseExisting';
  readonly programmeKind: 'treatment' | 'support' | 'unsure';
  readonly contacts: Contacts;
  readonly councils: readonly BodyId[];
  readonly phase: Phase;
  /** Whether an execution should be running. */
  readonly phaseWanted: boolean;
  /** The execution that should be running is `{number}-{phase}-{attempt}`. Raising it restarts the phase. */
  readonly attempt: number;
  /** The latest attempt known to have been started. */
  readonly startedAttempt: number;
  /** When someone should look at the case again even if nothing happens; absent when nothing can be lost. */
  readonly lookAgainAt?: string;
  /** Set by whoever wants `drive` to look at the case; `drive` removes it. */
  readonly wake?: string;
  /** Set with `wake` where `drive` should also ask Step Functions how the execution is. */
  readonly lookDeeper?: true;
}

export interface QuestionFact {
  readonly id: string;
  readonly round: Round;
  readonly body: BodyId;
  readonly status: 'open' | 'answered';
  /** The few values of the answer that rules and machine need; the whole answer is kept apart. */
  readonly told?: Readonly<Record<string, string | boolean>>;
  readonly linkVersion: number;
  readonly linkKeyId: string;
  readonly openedAt: string;
  readonly targetOn?: string;
  readonly answeredAt?: string;
  readonly answeredBy?: string;
}

export interface TokenFact {
  readonly id: string;
  readonly round: Round;
  readonly attempt: number;
  /** The task token itself; gone once it has been driven. */
  readonly taskToken?: string;
  readonly drivenAt?: string;
}

/** One mail: a question, or a notice, to one recipient. */
export interface MailFact {
  readonly id: string;
  readonly about: { readonly question: string } | { readonly notice: NoticeId; readonly outcome?: string };
  readonly to: { readonly body: BodyId } | { readonly contact: keyof Contacts };
}

/** The mails that one cause wants sent; one item in the record, because most causes have several readers. */
export interface Mailing {
  readonly id: string;
  readonly mails: readonly MailFact[];
  /** SES's message id, by the id of each mail that was sent. */
  readonly sent: Readonly<Record<string, string>>;
  readonly claimedUntil?: string;
}

export const unsent = ({ mails, sent }: Mailing): readonly MailFact[] =>
  mails.filter(({ id }) => !(id in sent));

export interface CaseFacts {
  readonly head: CaseHead;
  readonly questions: readonly QuestionFact[];
  readonly tokens: readonly TokenFact[];
  readonly mailings: readonly Mailing[];
}

/** Whether a mail of the case still waits to be sent. */
export const mailIsWanted = (facts: CaseFacts): boolean =>
  facts.mailings.some((mailing) => unsent(mailing).length > 0);

export const questionsOf = (facts: CaseFacts, round: Round): readonly QuestionFact[] =>
  facts.questions.filter((question) => roundId(question.round) === roundId(round));
