import { CsvError, parse } from 'csv-parse/sync';
import type { Words } from '../routine/words.ts';

/** A table as a spreadsheet saves it. */
export interface Table {
  readonly header: readonly string[];
  /** Without blank rows. `row` is as a spreadsheet numbers them. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export type TableOrFault = Table | { readonly fault: Words };

/**
 * Reads a table as Excel saves it: semicolons, commas or tabs, UTF-8 or Windows-1252. A file that cannot be read as a
 * table gives the fault, and how to mend it.
 */
export const tableIn = (text: string): TableOrFault => {
  try {
    const records: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      trim: true,
    });
    const numbered = records.map((cells, i) => ({ row: i + 1, cells }));
    const [header, ...rows] = numbered.filter(({ cells }) => cells.some((cell) => cell !== ''));
    return { header: header?.cells ?? [], rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { fault: lonelyQuote(Number(error.lines)) };
  }
};

/** Excel saves what it calls CSV in the machine's own code page, Windows-1252 in Sweden. */
export const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** The library's own guess weighs the commas of texts too; names of columns have none. */
const delimiterOf = (text: string): string => {
  const header = text.slice(0, text.search(/\r|\n|$/u));
  const count = (delimiter: string) => header.split(delimiter).length;
  return [';', ',', '\t'].reduce((best, it) => (count(it) > count(best) ? it : best));
};

const lonelyQuote = (line: number): Words => ({
  sv: `Filen går inte att läsa vid rad ${line}: ett citattecken (") står ensamt. Ett citattecken i en text skrivs dubbelt, och hela texten sätts inom citattecken. Enklast är att spara om filen som CSV i Excel.`,
  en: `The file cannot be read at row ${line}: a quotation mark (") stands alone. A quotation mark in a text is written twice, and the whole text is put in quotation marks. The easiest is to save the file as CSV again in Excel.`,
});
