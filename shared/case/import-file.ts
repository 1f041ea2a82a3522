import type { ImportKind } from '../routine/import-forms.ts';
import type { Words } from '../routine/words.ts';

/** A file of programmes and cases as it was sent, before it is checked. */

/** Where something stands. `row`: of a table as a spreadsheet numbers them, of JSON the nth of its list. */
export interface Place {
  readonly kind: ImportKind;
  readonly row: number;
  /** The column as the file names it, or the field of JSON. */
  readonly column?: string;
}

/** What is wrong, where, and how to mend it. */
export interface RowProblem extends Partial<Place> {
  readonly message: Words;
}

/** One programme or case. */
export interface SentRow {
  readonly kind: ImportKind;
  readonly row: number;
  /** Its fields, as JSON has them; what could not be understood is as it was written. */
  readonly raw: unknown;
  /** Where a field (`units[1].name`, or `$` for the whole) stands. */
  placeOf(field: string): Place;
  /** What was wrong already in how it was written. */
  readonly problems: readonly RowProblem[];
}

export interface SentFile {
  readonly rows: readonly SentRow[];
  /** What is wrong with the file as a whole. */
  readonly faults: readonly Words[];
  /** Columns that say nothing here, as the file names them. */
  readonly unusedColumns: readonly string[];
}

export const unreadable = (fault: Words): SentFile => ({ rows: [], faults: [fault], unusedColumns: [] });
