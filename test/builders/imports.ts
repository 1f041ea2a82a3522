import { readFileSync } from 'node:fs';
import { type CheckedFile, checkImport } from '../../shared/case/import-check.ts';
import type { CaseRow } from '../../shared/routine/import/case-row.ts';
import type { ProgrammeRow } from '../../shared/routine/import/programme-row.ts';

/** Rows and files of programmes and cases that began before Nominera. */

const COUNCILS = {
  'council-psykisk-halsa': 'Samordningsråd psykisk hälsa',
  'council-primarvard': 'Samordningsråd primärvård',
  'council-rorelseorgan': 'Samordningsråd rörelseorgan',
};

/** Known to whoever checks a file: the day of the tests' `NOW`, and the example councils. */
export const KNOWN = {
  today: '2026-11-23',
  facts: {},
  registers: {
    councils: Object.entries(COUNCILS).map(([value, sv]) => ({ value, label: { sv, en: value } })),
  },
};

export const checkText = (text: string): CheckedFile => checkImport(new TextEncoder().encode(text), KNOWN);

/** A table of a header and rows, as Excel in Sweden saves it. */
export const checkTable = (...rows: readonly string[]): CheckedFile => checkText(rows.join('\r\n'));

/** The rows of the example files, which are all good. */
const EXAMPLES = ['cases.csv', 'programmes.csv'].flatMap(
  (file) => checkImport(readFileSync(`docs/import/${file}`), KNOWN).good,
);

/** The example case that waits at a step. */
export const caseAt = (waitsAt: CaseRow['waitsAt'], given: Partial<CaseRow> = {}): CaseRow => {
  const rows = EXAMPLES.flatMap((it) => (it.kind === 'cases' ? [it.answers] : []));
  const row = rows.find((it) => it.waitsAt === waitsAt);
  if (row === undefined) throw new Error(`No example waits at ${waitsAt}`);
  return { ...row, ...given };
};

/** An example programme. */
export const programmeOf = (reference: string, given: Partial<ProgrammeRow> = {}): ProgrammeRow => {
  const rows = EXAMPLES.flatMap((it) => (it.kind === 'programmes' ? [it.answers] : []));
  const row = rows.find((it) => it.reference === reference);
  if (row === undefined) throw new Error(`No example ${reference}`);
  return { ...row, ...given };
};
