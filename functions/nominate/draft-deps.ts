import type { Draft } from '../../shared/case/draft.ts';
import type { Candidate } from '../../shared/case/similar.ts';
import type { DeskFrame } from '../../shared/pages/pages.ts';
import type { Call, DraftMail } from '../../shared/records/drafts.ts';
import type { LinkTarget } from '../../shared/records/questions.ts';
import type { Session } from '../../shared/records/sessions.ts';
import type { Known } from '../../shared/routine/check.ts';
import type { DraftFiles } from './attachments.ts';
import type { Filing } from './file.ts';

/** What is needed of the record to write a nomination; each write is conditional. */
export interface DraftRecord {
  link(digest: string): Promise<LinkTarget | undefined>;
  session(digest: string): Promise<Session | undefined>;
  draft(id: string): Promise<Draft | undefined>;
  /** `false` when it is there already. */
  put(draft: Draft, mails: readonly DraftMail[]): Promise<boolean>;
  /** `false` when somebody has saved it or sent it since it was `before`. */
  save(draft: Draft, before: Draft): Promise<boolean>;
  /** `false` when such a mail is wanted already. */
  wantMail(draft: Draft, mail: DraftMail): Promise<boolean>;
  /** `false` when there were `most` within the hour. */
  countTry(what: string, most: number): Promise<boolean>;
  calls(): Promise<readonly Call[]>;
  dealWithCall(call: Call, by: string): Promise<unknown>;
  candidates(): Promise<readonly Candidate[]>;
}

export interface DraftDeps {
  readonly record: DraftRecord;
  readonly filing: Filing;
  readonly files: DraftFiles;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** A draft, as whoever came to it may see it: by its link, or at the desk with somebody on the phone. */
export interface OpenedDraft {
  readonly draft: Draft;
  readonly known: Known;
  /** From its page up to where all our paths begin. */
  readonly up: '../' | '../../';
  readonly desk?: DeskFrame;
  readonly call?: Call;
}
