import { checkAnswers, type FieldProblem, type Known } from '../routine/check.ts';
import { IMPORT_FORMS, type ImportKind, type ImportRows } from '../routine/import-forms.ts';
import type { Words } from '../routine/words.ts';
import { textOf } from './csv.ts';
import { sentInTable } from './import-csv.ts';
import type { Place, RowProblem, SentFile, SentRow } from './import-file.ts';
import { sentInJson } from './import-json.ts';
import { rowProblems } from './import-rules.ts';

/** A row that may be taken in. */
export type GoodRow = {
  [K in ImportKind]: {
    readonly kind: K;
    readonly row: number;
    readonly answers: ImportRows[K];
    placeOf(field: string): Place;
  };
}[ImportKind];

/** What should have been told and was not, by column, in how many rows. It stops nothing. */
export interface Gap {
  readonly kind: ImportKind;
  readonly column: string;
  readonly rows: number;
}

export interface CheckedFile {
  /** How many programmes and cases the file has. */
  readonly rows: number;
  readonly good: readonly GoodRow[];
  /** In the order of the file; what is wrong with all of it first. */
  readonly bad: readonly RowProblem[];
  readonly gaps: readonly Gap[];
  readonly unusedColumns: readonly string[];
}

/**
 * Checks a whole file of programmes or cases, CSV or JSON, before anything of it is taken in: each row by its form, by the
 * rules between its fields, and against the other rows. Never throws, whatever the bytes are.
 * @param known the day, and the councils there are as the register `councils`
 */
export const checkImport = (bytes: Uint8Array, known: Known): CheckedFile => {
  const file = sentIn(bytes, known);
  const checked = file.rows.map((sent) => checkRow(sent, known));
  const good = checked.flatMap((it) => it.good ?? []);
  const twice = repeated(good);
  const refused = new Set(twice.map(({ row, kind }) => `${kind} ${row}`));
  return {
    rows: file.rows.length,
    good: good.filter(({ kind, row }) => !refused.has(`${kind} ${row}`)),
    bad: [
      ...file.faults.map((message) => ({ message })),
      ...[...checked.flatMap(({ bad }) => bad), ...twice].toSorted(inFileOrder),
    ],
    gaps: gapsIn(checked.flatMap(({ gaps }) => gaps)),
    unusedColumns: file.unusedColumns,
  };
};

const sentIn = (bytes: Uint8Array, known: Known): SentFile => {
  const text = textOf(bytes);
  return /^\s*[{[]/u.test(text) ? sentInJson(text) : sentInTable(text, known);
};

interface CheckedRow {
  readonly good?: GoodRow;
  readonly bad: readonly RowProblem[];
  readonly gaps: readonly Place[];
}

const checkRow = (sent: SentRow, known: Known): CheckedRow => {
  const { kind, row, raw, placeOf, problems } = sent;
  const placed = (found: readonly FieldProblem[]): readonly RowProblem[] =>
    found.map(({ field, message }) => ({ ...placeOf(field), message }));
  const checked = checkAnswers(IMPORT_FORMS[kind], raw, known);
  if (!checked.ok) return { bad: [...problems, ...placed(checked.problems)], gaps: [] };
  const good = { kind, row, answers: checked.answers, placeOf } as GoodRow;
  const between =
    good.kind === 'cases'
      ? rowProblems.cases(good.answers, known.today)
      : rowProblems.programmes(good.answers, known.today);
  const bad = [...problems, ...placed(between)];
  return {
    ...(bad.length === 0 && { good }),
    bad,
    gaps: checked.warnings.map(({ field }) => placeOf(field)),
  };
};

/** A reference, and a case number of one's own, is that of one row only. */
const repeated = (good: readonly GoodRow[]): readonly RowProblem[] =>
  (['reference', 'caseNumber'] as const).flatMap((field) => {
    const first = new Map<string, GoodRow>();
    return good.flatMap((it): readonly RowProblem[] => {
      const value = it.answers[field]?.toUpperCase();
      if (value === undefined) return [];
      const before = first.get(value);
      if (before === undefined) {
        first.set(value, it);
        return [];
      }
      return [{ ...it.placeOf(field), message: sameAs(before) }];
    });
  });

const ORDER = Object.keys(IMPORT_FORMS);

const inFileOrder = (a: RowProblem, b: RowProblem): number =>
  ORDER.indexOf(a.kind ?? '') - ORDER.indexOf(b.kind ?? '') || (a.row ?? 0) - (b.row ?? 0);

const gapsIn = (places: readonly Place[]): readonly Gap[] =>
  [...Map.groupBy(places, ({ kind, column = '' }) => `${kind} ${column.replace(/\[\d+\]/gu, '')}`)].map(
    ([, same]) => {
      const [{ kind, column = '' }] = same as [Place];
      return {
        kind,
        column: column.replace(/\[\d+\]/gu, ''),
        rows: new Set(same.map(({ row }) => row)).size,
      };
    },
  );

/** What the lists of JSON, and the rows of a table, are called. */
export const KIND_NAMES: Readonly<Record<ImportKind, Words>> = {
  programmes: { sv: 'program', en: 'programmes' },
  cases: { sv: 'ärenden', en: 'cases' },
};

const sameAs = ({ kind, row }: GoodRow): Words => ({
  sv: `Samma värde finns redan på rad ${row} (${KIND_NAMES[kind].sv}). Ändra det, eller ta bort en av raderna.`,
  en: `The same value is on row ${row} already (${KIND_NAMES[kind].en}). Change it, or remove one of the rows.`,
});
