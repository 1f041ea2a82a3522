import { type CaseRow, caseRow } from './import/case-row.ts';
import { type ProgrammeRow, programmeRow } from './import/programme-row.ts';

/**
 * What is told of programmes and cases that began before Nominera: one row each, with the dates on which things happened
 * (ROUTINE.md section 3.1 no. 5). Columns of a table, fields of JSON, checks and documentation come from these forms. By
 * the name of their list in JSON.
 */
export const IMPORT_FORMS = { programmes: programmeRow, cases: caseRow } as const;

export type ImportKind = keyof typeof IMPORT_FORMS;

/** What a valid row of each kind holds. */
export interface ImportRows {
  readonly programmes: ProgrammeRow;
  readonly cases: CaseRow;
}
