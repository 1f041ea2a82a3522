import { isRemovedFile, type KeptFile, MOST_FILES, SCAN_PENDING } from '../../shared/case/attachments.ts';
import type { Inspected, Upload, UploadForm } from '../../shared/files/uploads.ts';
import type { FieldProblem } from '../../shared/routine/check.ts';
import type { Words } from '../../shared/routine/words.ts';
import type { OpenedCase } from './opened.ts';

/** What the pages of a case need of its files. Owners and places are ids of the case and the file. */
export interface CaseFiles {
  /** A form that sends one file to the bucket, and the browser back to a page of ours. */
  form(caseId: string, back: string): Promise<UploadForm>;
  inspect(caseId: string, upload: string): Promise<Inspected>;
  keep(caseId: string, upload: Upload): Promise<unknown>;
  /** An address that gives the file to whoever has it, for a few minutes. */
  url(caseId: string, file: KeptFile): Promise<string>;
  /** Deletes the content for good, by its SHA-256. */
  remove(caseId: string, file: string): Promise<unknown>;
}

/** A file that came in, and is about to be added to the case. */
export type FoundUpload = Exclude<Inspected, { readonly refused: unknown }>;

/** Reasons why a file that came in cannot be added now. */
export const attachProblems = (
  { files }: OpenedCase,
  { isScanned, upload }: FoundUpload,
): readonly FieldProblem[] => {
  if (files.length >= MOST_FILES) return [{ field: '$', message: TOO_MANY }];
  if (files.some((it) => it.id === upload.id && isRemovedFile(it)))
    return [{ field: 'file', message: REMOVED_BEFORE }];
  return isScanned ? [] : [{ field: 'file', message: SCAN_PENDING }];
};

/** Otherwise what the law wants gone would be back at a press of a button. */
const REMOVED_BEFORE: Words = {
  sv: 'Samma fil har tagits bort ur ärendet och kan inte läggas till igen. Ta bort det som inte får finnas i den, spara den på nytt och ladda upp den igen.',
  en: 'The same file has been removed from the case and cannot be added again. Take out what must not be in it, save it anew and upload it again.',
};
const TOO_MANY: Words = {
  sv: `Ärendet har redan ${MOST_FILES} filer. Kontakta den regionala SoB-förvaltningen om det behövs fler.`,
  en: `The case has ${MOST_FILES} files already. Contact the regional SoB office if more are needed.`,
};
