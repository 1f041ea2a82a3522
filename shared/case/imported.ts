import type { CaseRow } from '../routine/import/case-row.ts';
import type { ProgrammeRow } from '../routine/import/programme-row.ts';
import { nominationForm } from '../routine/nomination.ts';
import type { CaseFacts, CaseHead, QuestionFact } from './facts.ts';
import type { ProgrammeFact } from './programme.ts';
import { type Filed, type Nomination, newCase } from './submit.ts';

type Texts = Readonly<Record<string, unknown>>;

export type NewHead = Omit<CaseHead, 'version' | 'chain'>;

/** A case that began before Nominera, with all that is known of it, as it comes to be in the record. */
export interface ImportedCase {
  readonly head: NewHead;
  readonly nomination: Texts;
  readonly questions: readonly QuestionFact[];
  /** What is known of the answers, by question. */
  readonly answers: Readonly<Record<string, Texts>>;
  readonly programme?: ProgrammeFact;
}

/** How those sign of whom nothing is known, and what stands where a reason is not known. */
export const TAKEN_OVER = 'Införd från tidigare handläggning';

/** The moment that stands for a day: noon in UTC, which is the same day in Sweden; never later than `now`. */
export const momentOf = (day: string, now: Date): Date =>
  new Date(Math.min(Date.parse(`${day}T12:00:00.000Z`), now.getTime()));

/** What a row tells of its nomination, in the nomination's own fields. */
export const nominationIn = (
  row: CaseRow | ProgrammeRow,
  known: Pick<Nomination, 'workingTitle' | 'nominationType' | 'programmeKindProposed' | 'otherInformation'>,
): Texts => ({
  ...Object.fromEntries(Object.entries(row).filter(([name]) => Object.hasOwn(nominationForm, name))),
  ...known,
  otherInformation: [
    ...(known.otherInformation === undefined ? [] : [known.otherInformation]),
    `${TAKEN_OVER}.`,
    ...(row.registrationNumber === undefined ? [] : [`Diarienummer: ${row.registrationNumber}.`]),
  ].join('\n'),
});

/** The head of a case that was nominated on a day. */
export const nominatedOn = (day: string, nomination: Texts, filed: Filed): NewHead =>
  newCase(nomination as unknown as Nomination, { ...filed, at: momentOf(day, filed.at) }).head;

/** The facts of a case of which there is only the head. */
export const bareFacts = (head: NewHead): CaseFacts => ({
  head: { ...head, version: 0, chain: '' },
  questions: [],
  tokens: [],
  mailings: [],
  related: [],
});

/** The latest of some days, of which only the first is surely known. */
export const latestOf = (known: string, ...others: readonly (string | undefined)[]): string =>
  [known, ...others].filter((day) => day !== undefined).reduce((a, b) => (a > b ? a : b));
