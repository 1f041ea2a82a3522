import type { CaseHead, Mailing, QuestionFact } from './facts.ts';
import type { ProgrammeFact } from './programme.ts';

/** What an act may change in a case's head; the rest of it belongs to the machines' marks and to the chain. */
export type HeadChange = Partial<
  Pick<
    CaseHead,
    | 'milestone'
    | 'councils'
    | 'councilsAsked'
    | 'programmeKind'
    | 'forChildren'
    | 'phase'
    | 'occasion'
    | 'askedBefore'
    | 'phaseWanted'
    | 'attempt'
    | 'firstAttempt'
    | 'assignmentVersion'
    | 'inactivationProposedOn'
    | 'askedAgain'
    | 'reviewOn'
    | 'anchoring'
    | 'contacts'
    | 'replaced'
    | 'caseLinks'
    | 'nominationType'
    | 'nominationVersion'
    | 'relatedCases'
    | 'registrationNumber'
  >
> & {
  /** Removed when the case goes on by itself after all. */
  readonly mergedInto?: string | undefined;
};

/** What an act changes in a question. */
export type QuestionChange = Partial<
  Pick<
    QuestionFact,
    | 'status'
    | 'told'
    | 'answeredAt'
    | 'answeredBy'
    | 'endedAt'
    | 'givenOn'
    | 'recordedByOffice'
    | 'receivedOn'
    | 'targetOn'
    | 'waits'
    | 'linkVersion'
  >
> & {
  /** Removed when the question is opened again. */
  readonly [mark in 'meetingOn' | 'remindedOn' | 'deputyAskedOn' | 'escalatedOn']?: string | undefined;
};

/** What was sent about a question, and the meeting that it waited for, are of no matter once it is opened again. */
export const FORGOTTEN = {
  meetingOn: undefined,
  remindedOn: undefined,
  deputyAskedOn: undefined,
  escalatedOn: undefined,
} as const satisfies QuestionChange;

/** Everything that one human act changes, as data: stored whole or not at all. */
export interface Consequence {
  readonly head: HeadChange;
  /** Questions that are there and change, by id. */
  readonly questions: Readonly<Record<string, QuestionChange>>;
  /** Questions that come to be; `ask` makes their links and mails them. */
  readonly asks: readonly QuestionFact[];
  readonly mailings: readonly Mailing[];
  /** The next version of the nomination, whole. */
  readonly nomination?: Readonly<Record<string, unknown>>;
  /** The programme as it is from now on. */
  readonly programme?: ProgrammeFact;
}

export const NO_CONSEQUENCE: Consequence = { head: {}, questions: {}, asks: [], mailings: [] };
