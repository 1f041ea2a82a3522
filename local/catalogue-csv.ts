import { z } from 'zod';
import { areaNamed } from '../shared/case/areas.ts';
import { tableIn, textOf } from '../shared/case/csv.ts';
import type { Programme } from '../shared/records/programmes.ts';
import { Problem } from './problem.ts';

/** What is wrong in a row, and how to mend it, in Swedish. */
export interface BadRow {
  /** As a spreadsheet numbers them: the header is row 1. */
  readonly row: number;
  readonly column?: string;
  readonly mend: string;
}

export interface CatalogueFile {
  readonly rows: number;
  /** Those of the good rows. */
  readonly programmes: readonly Programme[];
  readonly bad: readonly BadRow[];
  /** Columns that say nothing to the register, as the file names them. */
  readonly unusedColumns: readonly string[];
  /** Areas that the routine does not have, as the file names them. */
  readonly otherAreas: readonly string[];
}

/** The columns by the names they may have; the first is the one to tell people of. */
const COLUMNS = {
  id: ['Id', 'Programid'],
  name: ['Namn', 'Programnamn', 'Program', 'Titel'],
  publisher: ['Utgivare', 'Leverantör'],
  kind: ['Typ', 'Programtyp'],
  clinicalAreas: ['Område', 'Områden'],
  targetGroup: ['Målgrupp'],
  description: ['Beskrivning', 'Sammanfattning'],
  url: ['Länk', 'Webbadress', 'URL'],
} as const;

type Column = keyof typeof COLUMNS;

const NEEDED: readonly Column[] = ['name', 'publisher'];

const text = (most: number) => z.string().max(most, `texten är längre än ${most} tecken. Korta den.`);
const SHORT = 200;
const LONG = 8000;

const rowSchema = z.object({
  id: text(SHORT),
  name: text(SHORT).min(1, 'cellen är tom. Skriv programmets namn.'),
  publisher: text(SHORT).min(1, 'cellen är tom. Skriv vem som står bakom programmet.'),
  kind: z
    .string()
    .toLowerCase()
    .pipe(
      z.enum(['', 'behandlingsprogram', 'stödprogram'], {
        error: ({ input }) =>
          `”${input}” känns inte igen. Skriv Behandlingsprogram eller Stödprogram, eller lämna cellen tom.`,
      }),
    ),
  clinicalAreas: text(LONG),
  targetGroup: text(LONG),
  description: text(LONG),
  url: z.literal('').or(
    z.url({
      protocol: /^https?$/u,
      error: ({ input }) =>
        `”${input}” är ingen hel webbadress. Börja den med https://, eller lämna cellen tom.`,
    }),
  ),
});

type Row = z.output<typeof rowSchema>;

/**
 * Reads a list of programmes as Excel saves it: semicolons, commas or tabs, UTF-8 or Windows-1252, columns in any order.
 * Throws a Problem where it cannot be read as a table at all.
 */
export const readCatalogueFile = (bytes: Uint8Array): CatalogueFile => {
  const table = tableIn(textOf(bytes));
  if ('fault' in table) throw new Problem(table.fault.sv);
  const { header, rows } = table;
  if (rows.length === 0) throw new Problem('Filen har inga rader med program.');
  const at = columnsOf(header);
  const read = rows.map(({ row, cells }) => ({ row, ...rowIn(cells, header, at, row) }));
  const good = read.flatMap(({ row, programme }) => (programme ? [{ row, programme }] : []));
  const twice = repeated(good, header[at.get('id') ?? -1]);
  const used = new Set(at.values());
  return {
    rows: rows.length,
    programmes: good.filter(({ row }) => twice.every((it) => it.row !== row)).map((it) => it.programme),
    bad: [...read.flatMap(({ bad }) => bad), ...twice].sort((a, b) => a.row - b.row),
    unusedColumns: header.filter((name, i) => name !== '' && !used.has(i)),
    otherAreas: [...new Set(good.flatMap((it) => it.programme.clinicalAreas))].filter(
      (area) => areaNamed(area) === undefined,
    ),
  };
};

const columnsOf = (header: readonly string[]): ReadonlyMap<Column, number> => {
  const names = header.map((name) => name.toLowerCase());
  const found = (Object.keys(COLUMNS) as Column[]).map((column) => {
    const accepted = COLUMNS[column].map((name) => name.toLowerCase());
    return [column, names.findIndex((name) => accepted.includes(name))] as const;
  });
  const at = new Map(found.filter(([, index]) => index >= 0));
  const missing = NEEDED.filter((column) => !at.has(column)).map((column) => COLUMNS[column][0]);
  if (missing.length === 0) return at;
  const known = Object.values(COLUMNS).map(([name]) => name);
  throw new Problem(
    `Filen saknar ${missing.length === 1 ? 'kolumnen' : 'kolumnerna'} ${missing.join(' och ')}. ` +
      `Filens första rad ska ha kolumnernas namn: ${known.join(', ')}.`,
  );
};

const rowIn = (
  cells: readonly string[],
  header: readonly string[],
  at: ReadonlyMap<Column, number>,
  row: number,
): { readonly programme?: Programme; readonly bad: readonly BadRow[] } => {
  if (cells.slice(header.length).some((cell) => cell !== ''))
    return {
      bad: [
        { row, mend: 'raden har fler celler än rubrikraden. Sätt text med skiljetecken inom citattecken.' },
      ],
    };
  const cellOf = (column: Column) => cells[at.get(column) ?? -1] ?? '';
  const columns = Object.keys(COLUMNS) as Column[];
  const { data, error } = rowSchema.safeParse(Object.fromEntries(columns.map((it) => [it, cellOf(it)])));
  if (data !== undefined) return { programme: programmeOf(data), bad: [] };
  return {
    bad: error.issues.map(({ path, message }) => ({
      row,
      column: header[at.get(path[0] as Column) ?? -1] ?? COLUMNS[path[0] as Column][0],
      mend: message,
    })),
  };
};

const KINDS = { behandlingsprogram: 'treatment', stödprogram: 'support' } as const;

const programmeOf = ({ id, name, publisher, kind, clinicalAreas, ...texts }: Row): Programme => ({
  id: id === '' ? idFor(name, publisher) : id,
  source: 'sobCatalogue',
  name,
  publisher,
  ...(kind !== '' && { kind: KINDS[kind] }),
  clinicalAreas: areasIn(clinicalAreas),
  ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== '')),
});

/** Where a list has no ids of its own, a programme is known by its name and its publisher. */
const idFor = (...names: readonly string[]): string =>
  names
    .map((name) =>
      name
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/gu, ''),
    )
    .join('--');

/** Areas stand apart by | or line breaks; by commas too, but for those that are part of an area's name. */
const areasIn = (cell: string): readonly string[] => {
  const names = cell
    .split(/[|;\n]/u)
    .flatMap((part) => (areaNamed(part) === undefined ? part.split(',') : part))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return [...new Set(names.map((name) => areaNamed(name) ?? name))];
};

const repeated = (
  good: readonly { readonly row: number; readonly programme: Programme }[],
  idColumn: string | undefined,
): readonly BadRow[] => {
  const first = new Map(good.toReversed().map(({ row, programme }) => [programme.id, row]));
  return good
    .filter(({ row, programme }) => first.get(programme.id) !== row)
    .map(({ row, programme }) => ({
      row,
      ...(idColumn !== undefined && { column: idColumn }),
      mend: `samma program står redan på rad ${first.get(programme.id)}. Ta bort en av raderna, eller ge dem olika ${COLUMNS.id[0]}.`,
    }));
};
