import { type KeptFile, MOST_FILES, SCAN_PENDING } from '../../shared/case/attachments.ts';
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
}

/** A file that came in, and is about to be added to the case. */
export type FoundUpload = Exclude<Inspected, { readonly refused: unknown }>;

/** Reasons why a file that came in cannot be added now. */
export const attachProblems = (
  { files }: OpenedCase,
  { isScanned }: FoundUpload,
): readonly FieldProblem[] => {
  if (files.length >= MOST_FILES) return [{ field: '$', message: TOO_MANY }];
  return isScanned ? [] : [{ field: 'file', message: SCAN_PENDING }];
};

const TOO_MANY: Words = {
  sv: `Ärendet har redan ${MOST_FILES} filer. Kontakta den regionala SoB-förvaltningen om det behövs fler.`,
  en: `The case has ${MOST_FILES} files already. Contact the regional SoB office if more are needed.`,
};
