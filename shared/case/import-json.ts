import { IMPORT_FORMS, type ImportKind } from '../routine/import-forms.ts';
import type { Words } from '../routine/words.ts';
import { type SentFile, type SentRow, unreadable } from './import-file.ts';

const KINDS = Object.keys(IMPORT_FORMS) as readonly ImportKind[];

/** Reads `{"programmes": […], "cases": […]}`; either may be missing. */
export const sentInJson = (text: string): SentFile => {
  const content = parsed(text);
  if (content === undefined) return unreadable(NOT_JSON);
  const names = Object.keys(content);
  if (names.length === 0 || names.some((name) => !(KINDS as readonly string[]).includes(name)))
    return unreadable(NOT_LISTS);
  if (!Object.values(content).every(Array.isArray)) return unreadable(NOT_LISTS);
  const rows = KINDS.flatMap((kind) =>
    ((content[kind] ?? []) as readonly unknown[]).map((raw, i): SentRow => sentRow(kind, i + 1, raw)),
  );
  return rows.length === 0 ? unreadable(NO_ROWS) : { rows, faults: [], unusedColumns: [] };
};

const sentRow = (kind: ImportKind, row: number, raw: unknown): SentRow => ({
  kind,
  row,
  raw,
  placeOf: (field) => ({ kind, row, ...(field !== '$' && { column: field }) }),
  problems: [],
});

const parsed = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null && !Array.isArray(content)
      ? (content as Record<string, unknown>)
      : {};
  } catch {
    return undefined;
  }
};

const NOT_JSON: Words = {
  sv: 'Filen ser ut att vara JSON men går inte att läsa. Kontrollera citattecken, kommatecken och klamrar.',
  en: 'The file looks like JSON but cannot be read. Check its quotation marks, commas and braces.',
};
const NOT_LISTS: Words = {
  sv: 'Filen ska vara ett objekt med listan ”programmes”, listan ”cases” eller båda, och inget annat.',
  en: 'The file must be an object with the list “programmes”, the list “cases” or both, and nothing else.',
};
const NO_ROWS: Words = {
  sv: 'Filen har inga program eller ärenden.',
  en: 'The file has no programmes or cases.',
};
