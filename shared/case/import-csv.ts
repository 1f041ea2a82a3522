import { isDeepStrictEqual } from 'node:util';
import type { Known } from '../routine/check.ts';
import type { Field, Form } from '../routine/form.ts';
import { IMPORT_FORMS, type ImportKind } from '../routine/import-forms.ts';
import type { Words } from '../routine/words.ts';
import { type Table, tableIn } from './csv.ts';
import { cellValue } from './import-cell.ts';
import { type Place, type RowProblem, type SentFile, type SentRow, unreadable } from './import-file.ts';

/** A column that a table of some kind can have. */
export interface Column {
  /** `name`, or `units.name` for a part of a line of a list. */
  readonly path: string;
  /** Also understood as the column's name. */
  readonly label: Words;
  readonly list?: string;
  readonly name: string;
  readonly field: Field;
}

/** Every column of a form, in its order. */
export const columnsOf = (form: Form): readonly Column[] =>
  Object.entries(form).flatMap(([name, field]): readonly Column[] =>
    field.kind === 'list'
      ? Object.entries(field.item).map(([part, of]) => ({
          path: `${name}.${part}`,
          label: {
            sv: `${field.label.sv}: ${of.label.sv}`,
            en: `${field.label.en}: ${of.label.en}`,
          },
          list: name,
          name: part,
          field: of,
        }))
      : [{ path: name, label: field.label, name, field }],
  );

/**
 * Reads a table of programmes or of cases; a column that only one kind has tells which. A list takes one row for each of
 * its lines: the rows of one programme or case have the same reference, or none and nothing else than lines. Fields
 * outside lists stand in the first of its rows, and may be repeated in the others.
 */
export const sentInTable = (text: string, known: Known): SentFile => {
  const table = tableIn(text);
  if ('fault' in table) return unreadable(table.fault);
  const kind = kindOf(table.header);
  if (kind === undefined) return unreadable(NO_KIND);
  if (table.rows.length === 0) return unreadable(NO_ROWS);
  const columns = columnsIn(table.header, kind);
  const missing = missingIn(columns, kind);
  if (missing.length > 0) return unreadable(lacks(missing));
  return {
    rows: groupsIn(table, columns).map((rows) => sentRow(kind, rows, columns, table.header, known)),
    faults: [],
    unusedColumns: table.header.filter((name, i) => name !== '' && !columns.has(i)),
  };
};

type Columns = ReadonlyMap<number, Column>;
type Row = Table['rows'][number];

const TELLING: Readonly<Record<ImportKind, string>> = { programmes: 'publishedOn', cases: 'waitsAt' };

const kindOf = (header: readonly string[]): ImportKind | undefined =>
  (Object.keys(TELLING) as ImportKind[]).find((kind) =>
    [...columnsIn(header, kind).values()].some(({ path }) => path === TELLING[kind]),
  );

/** The columns of a table by where they stand; a name that comes twice counts once. */
const columnsIn = (header: readonly string[], kind: ImportKind): Columns => {
  const names = header.map((name) => name.toLowerCase());
  const found = columnsOf(IMPORT_FORMS[kind]).map((column) => {
    const { path, label } = column;
    const accepted = [path, label.sv, label.en].map((name) => name.toLowerCase());
    return [names.findIndex((name) => accepted.includes(name)), column] as const;
  });
  return new Map(found.filter(([index]) => index >= 0));
};

/** Columns without which no row can be right. */
const missingIn = (columns: Columns, kind: ImportKind): readonly string[] => {
  const there = new Set([...columns.values()].map(({ path }) => path));
  return Object.entries<Field>(IMPORT_FORMS[kind])
    .filter(([, { need, needWhen, askedWhen }]) => need === 'must' && !needWhen && !askedWhen)
    .map(([name]) => name)
    .filter((name) => !there.has(name));
};

/** The rows of each programme or case. */
const groupsIn = ({ rows }: Table, columns: Columns): readonly (readonly Row[])[] => {
  const referenceAt = [...columns].find(([, { path }]) => path === 'reference')?.[0] ?? -1;
  const isOnlyLines = ({ cells }: Row): boolean =>
    [...columns].every(([i, { list }]) => list !== undefined || (cells[i] ?? '') === '');
  const groups: Row[][] = [];
  const byReference = new Map<string, Row[]>();
  for (const row of rows) {
    const reference = row.cells[referenceAt] ?? '';
    const group = reference === '' && isOnlyLines(row) ? groups.at(-1) : byReference.get(reference);
    if (group !== undefined) group.push(row);
    else {
      const begun = [row];
      groups.push(begun);
      if (reference !== '') byReference.set(reference, begun);
    }
  }
  return groups;
};

const sentRow = (
  kind: ImportKind,
  rows: readonly Row[],
  columns: Columns,
  header: readonly string[],
  known: Known,
): SentRow => {
  const [first] = rows as [Row];
  const values = rows.map(({ row, cells }) => ({ row, ...valuesIn(cells, columns, known) }));
  const lists = linesIn(values);
  const headerOf = (path: string): string =>
    header[[...columns].find(([, column]) => column.path === path)?.[0] ?? -1] ?? path;
  const placeAt = (row: number, path: string): Place => ({
    kind,
    row,
    ...(path !== '$' && { column: headerOf(path) }),
  });
  return {
    kind,
    row: first.row,
    raw: {
      ...values[0]?.fields,
      ...Object.fromEntries([...lists].map(([list, lines]) => [list, lines.map(({ line }) => line)])),
    },
    placeOf: (field) => {
      const [, list = field, nth, part] = /^(\w+)\[(\d+)\](?:\.(\w+))?/u.exec(field) ?? [];
      const line = nth === undefined ? undefined : lists.get(list)?.[Number(nth)];
      return placeAt(line?.row ?? first.row, part === undefined ? list : `${list}.${part}`);
    },
    problems: [
      ...rows
        .filter(({ cells }) => cells.slice(header.length).some((cell) => cell !== ''))
        .map(({ row }): RowProblem => ({ kind, row, message: TOO_MANY_CELLS })),
      ...values.slice(1).flatMap(({ row, fields }) =>
        Object.entries(fields)
          .filter(([name, value]) => !isDeepStrictEqual(value, values[0]?.fields[name]))
          .map(([name]): RowProblem => ({ ...placeAt(row, name), message: otherThan(first.row) })),
      ),
    ],
  };
};

interface RowValues {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly lines: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const valuesIn = (cells: readonly string[], columns: Columns, known: Known): RowValues => {
  const values = [...columns].flatMap(([i, { list, name, field }]) => {
    const value = cellValue(field, cells[i] ?? '', known);
    return value === undefined ? [] : [{ list, name, value }];
  });
  const fields = values.filter(({ list }) => list === undefined);
  const inLists = values.flatMap(({ list, ...it }) => (list === undefined ? [] : [{ list, ...it }]));
  const named = (of: readonly { readonly name: string; readonly value: unknown }[]) =>
    Object.fromEntries(of.map(({ name, value }) => [name, value]));
  return {
    fields: named(fields),
    lines: Object.fromEntries(
      [...Map.groupBy(inLists, ({ list }) => list)].map(([list, parts]) => [list, named(parts)]),
    ),
  };
};

interface Line {
  readonly row: number;
  readonly line: Readonly<Record<string, unknown>>;
}

/** The lines of each list with their rows; one that is repeated, because all cells were filled down, counts once. */
const linesIn = (
  rows: readonly (RowValues & { readonly row: number })[],
): ReadonlyMap<string, readonly Line[]> => {
  const lists = new Map<string, Line[]>();
  for (const { row, lines } of rows)
    for (const [list, line] of Object.entries(lines)) {
      const before = lists.get(list) ?? [];
      if (!before.some((it) => isDeepStrictEqual(it.line, line))) lists.set(list, [...before, { row, line }]);
    }
  return lists;
};

const NO_KIND: Words = {
  sv: 'Filen säger inte om den gäller program eller ärenden. Dess första rad ska ha kolumnernas namn: ”publishedOn” (Publicerat) finns för program i bruk, ”waitsAt” (Ärendet väntar på) för pågående ärenden.',
  en: 'The file does not say whether it holds programmes or cases. Its first row must have the names of the columns: “publishedOn” (Published) for programmes in use, “waitsAt” (The case waits for) for cases under way.',
};
const NO_ROWS: Words = {
  sv: 'Filen har inga rader under rubrikraden.',
  en: 'The file has no rows below the header.',
};
const TOO_MANY_CELLS: Words = {
  sv: 'Raden har fler celler än rubrikraden. Sätt text med skiljetecken inom citattecken.',
  en: 'The row has more cells than the header. Put text with separators in quotation marks.',
};
const lacks = (names: readonly string[]): Words => ({
  sv: `Filen saknar kolumner som behövs: ${names.join(', ')}. Lägg till dem.`,
  en: `The file lacks columns that are needed: ${names.join(', ')}. Add them.`,
});
const otherThan = (row: number): Words => ({
  sv: `Cellen säger något annat än rad ${row}, som har samma referens. Låt den vara tom eller lika, eller ge raden en egen referens.`,
  en: `The cell says something else than row ${row}, which has the same reference. Leave it empty or the same, or give the row a reference of its own.`,
});
