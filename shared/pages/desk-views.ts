import type { FieldProblem, Known } from '../routine/check.ts';
import type { Form } from '../routine/form.ts';
import type { Sheet } from '../routine/question.ts';
import type { Words } from '../routine/words.ts';
import type { Part } from './parts.tsx';
import type { Posted } from './posted.ts';
import type { CourseAct, CourseQuestion, Frame } from './views.ts';

/** What the pages show that only the office has of a case. Dates are `YYYY-MM-DD`. */

/** How much of a document is for everybody: what is marked in it is judged anew when somebody asks for it. */
export type DocumentMark = 'open' | 'partly' | 'confidential';

/** Something in the case that can be asked for. */
export interface DocumentLine {
  readonly title: Words;
  readonly by?: Words;
  readonly on: string;
  readonly mark: DocumentMark;
  /** Where the minutes are found that it refers to. */
  readonly minutes?: string;
}

/** A mail of the case: a question, or a notice. */
export interface MailLine {
  readonly what: Words;
  readonly to: Words;
  /** Absent where it is not known: mails of old cases. */
  readonly on?: string;
  readonly state: 'sent' | 'waiting' | 'nobody' | 'undelivered';
}

/** A copy of the case that somebody was given. */
export interface DisclosureLine {
  readonly on: string;
  readonly to: string;
  readonly request: string;
  readonly by: string;
  readonly masked: number;
}

/** What only somebody who is logged in has. */
export interface DeskPart {
  readonly printHref: string;
  readonly exportHref: string;
  /** Absent for whoever only reads. */
  readonly disclosureHref?: string;
  /** The open page of the programme or the nomination, where there is one. */
  readonly openPageHref?: string;
  readonly disclosures: readonly DisclosureLine[];
}

/** The texts and files of a case, to choose one of that is removed. */
export interface RedactView extends Frame {
  readonly caseNumber: string;
  readonly backHref: string;
  readonly groups: readonly {
    readonly where: Words;
    readonly texts: readonly { readonly label: Words; readonly text: string; readonly href: string }[];
  }[];
}

/** A whole document of a case, to read on paper. */
export interface CopiedDocument extends DocumentLine {
  readonly id: string;
  readonly signedBy?: string;
  readonly parts: readonly Part[];
  readonly form: Form;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** The digests of a case: the last of its chain of acts, those of its parts, and a line for each of its files. */
export interface ShownManifest {
  readonly chain: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}

/** A case as a whole: for the archive, or masked for somebody who has asked for it. */
export interface CopyView extends Frame {
  readonly caseNumber: string;
  readonly registrationNumber?: string;
  readonly workingTitle: string;
  readonly submittedOn: string;
  readonly printedOn: string;
  readonly known: Known;
  readonly documents: readonly CopiedDocument[];
  readonly course: readonly (CourseQuestion | CourseAct)[];
  readonly mails: readonly MailLine[];
  readonly backHref: string;
  /** Of a copy for the archive: what it, and the export of the case, is checked by; SHA-256, in hex. */
  readonly manifest?: ShownManifest;
  /** Of a copy for somebody outside. */
  readonly disclosed?: {
    readonly to: string;
    readonly request: string;
    readonly by: string;
    /** How many passages were masked. */
    readonly masked: number;
  };
}

/** The form in which an officer says whom a copy is for, and which passages are masked in it. */
export interface DisclosureView extends Frame {
  readonly caseNumber: string;
  readonly workingTitle: string;
  readonly sheet: Sheet;
  readonly known: Known;
  readonly backHref: string;
  readonly posted?: Posted;
  readonly problems?: readonly FieldProblem[];
}
