import type { CaseFile } from '../../shared/case/attachments.ts';
import type { CaseFacts, MailFact } from '../../shared/case/facts.ts';
import type { Candidate } from '../../shared/case/similar.ts';
import type { Body } from '../../shared/records/bodies.ts';
import type { CaseTexts } from '../../shared/records/cases.ts';
import type { Disclosure } from '../../shared/records/disclosures.ts';
import type { StoredInterest } from '../../shared/records/interests.ts';
import type { Programme } from '../../shared/records/programmes.ts';
import type { LinkTarget } from '../../shared/records/questions.ts';
import type { GivenAct } from '../../shared/records/record-act.ts';
import type { Redaction } from '../../shared/records/redaction.ts';
import type { Session } from '../../shared/records/sessions.ts';
import type { CaseFiles } from './attaching.ts';

/** What people's pages need of the record. */
export interface AnswerRecord {
  /** Who is logged in at the desk, by the digest of a cookie's secret. */
  session(digest: string): Promise<Session | undefined>;
  link(digest: string): Promise<LinkTarget | undefined>;
  facts(caseId: string): Promise<CaseFacts | undefined>;
  texts(caseId: string): Promise<CaseTexts>;
  bodies(): Promise<readonly Body[]>;
  /** `false` when the case has moved since `facts` were read. */
  record(facts: CaseFacts, given: Omit<GivenAct, 'wake' | 'lookAgainAt'>): Promise<boolean>;
  /** The same of an act that removes texts and files, and removes what is kept of them here. */
  redact(
    facts: CaseFacts,
    given: Omit<GivenAct, 'wake' | 'lookAgainAt'>,
    redaction: Redaction,
  ): Promise<boolean>;
  /** The chain of acts as it is stored. */
  acts(caseId: string): Promise<readonly object[]>;
  /** Notes a copy that somebody is given. */
  disclose(disclosure: Disclosure): Promise<unknown>;
  disclosures(caseId: string): Promise<readonly Disclosure[]>;
  /** Sends one mail of the case again to the mailbox on record, once an hour at most. */
  resend(facts: CaseFacts, mail: MailFact): Promise<unknown>;
  /** The id of the case with this number. */
  caseByNumber(number: string): Promise<string | undefined>;
  /** Programmes and pending cases that a nomination may be similar to. */
  candidates(): Promise<readonly Candidate[]>;
  /** Every programme of the register, also those that are gone. */
  programmes(): Promise<readonly Programme[]>;
  /** Who wants what the case is about as well. */
  interests(caseId: string): Promise<readonly StoredInterest[]>;
  files(caseId: string): Promise<readonly CaseFile[]>;
  /** As `record`, of an act that adds a file. */
  attach(facts: CaseFacts, given: Omit<GivenAct, 'wake' | 'lookAgainAt'>, file: CaseFile): Promise<boolean>;
  waitingFor(body: string): Promise<readonly string[]>;
  /** Minutes that the latest decided cases took. */
  minutesToDecision(): Promise<readonly number[]>;
}

export interface AnswerDeps {
  readonly record: AnswerRecord;
  readonly files: CaseFiles;
  readonly now: () => Date;
}
