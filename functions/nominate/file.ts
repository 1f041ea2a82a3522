import { type Filed, type NewCase, type Nomination, newCase } from '../../shared/case/submit.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import type { Submission } from '../../shared/records/nominations.ts';
import { minutesAfter } from '../../shared/runtime/clock.ts';

/** What storing a nomination as a case needs of the record. */
export interface FileRecord {
  nextCaseNumber(year: string): Promise<string>;
  /** `false` when the idempotency key was already used, or the draft was changed or sent. */
  submit(submission: Submission): Promise<boolean>;
}

export interface Filing {
  readonly record: FileRecord;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly patienceMinutes: number;
}

/** Stores a nomination that was checked as a new case, however it came; `undefined` where its origin made one before. */
export const fileNomination = async (
  { record, now, newId, patienceMinutes }: Filing,
  nomination: Nomination,
  {
    language,
    ...origin
  }: Pick<Submission, 'submittedBy' | 'idempotency' | 'draft'> & Pick<Filed, 'language'>,
): Promise<NewCase['head'] | undefined> => {
  const at = now();
  const made = newCase(nomination, {
    // A draft becomes one case: tried again, its files are put in the same place.
    id: origin.draft?.id ?? newId(),
    number: await record.nextCaseNumber(dateInSweden(at).slice(0, 4)),
    at,
    wake: newId(),
    lookAgainAt: minutesAfter(at, patienceMinutes),
    ...(language && { language }),
  });
  const isStored = await record.submit({ ...made, nomination, ...origin });
  return isStored ? made.head : undefined;
};
