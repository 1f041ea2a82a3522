import type { Known } from '../routine/check.ts';
import type { Field } from '../routine/form.ts';
import type { Words } from '../routine/words.ts';

/**
 * A cell of a table as its field's value: choices by their name or label, numbers with a comma, dates as Excel writes
 * them. What is not understood stays as it is written, for the form to complain of; an empty cell is nothing.
 */
export const cellValue = (field: Field, cell: string, known: Known): unknown => {
  if (cell === '') return undefined;
  switch (field.kind) {
    case 'number':
      return /^-?\d+([.,]\d+)?$/u.test(cell) ? Number(cell.replace(',', '.')) : cell;
    case 'yesNo':
      return YES_NO.get(cell.toLowerCase()) ?? cell;
    case 'date':
      return cell.replace(/[ T]00:00(:00)?$/u, '');
    case 'choice':
      return chosen(Object.entries(field.options), cell);
    case 'choices':
      return several(cell).map((part) => chosen(Object.entries(field.options), part));
    case 'registerChoice':
      return chosen(
        (known.registers[field.register] ?? []).map((it) => [it.value, it.label]),
        cell,
      );
    default:
      return cell;
  }
};

/** As people write them, and as Excel does of its own accord. */
const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ...['ja', 'yes', 'sant', 'true'].map((word) => [word, true] as const),
  ...['nej', 'no', 'falskt', 'false'].map((word) => [word, false] as const),
]);

const chosen = (options: readonly (readonly [string, Words])[], written: string): string => {
  const same = (name: string): boolean => name.toLowerCase() === written.toLowerCase();
  return options.find(([value, { sv, en }]) => [value, sv, en].some(same))?.[0] ?? written;
};

/** Several choices in a cell stand apart by | or line breaks: a comma can be part of a name. */
const several = (cell: string): readonly string[] =>
  cell
    .split(/[|\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
