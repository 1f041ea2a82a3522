/**
 * What DynamoDB charges for, computed from item sizes by AWS's own rules: "DynamoDB item sizes and formats" and
 * "Read and write capacity" in the developer guide. Sizes are in bytes, units are request units.
 */

export type Value =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly L: readonly Value[] }
  | { readonly M: Item };

export type Item = Readonly<Record<string, Value>>;

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

/** A list or map costs 3 bytes, and 1 more for each of its elements. */
const CONTAINER = 3;
const ELEMENT = 1;

const valueSize = (value: Value): number => {
  if ('S' in value) return bytes(value.S);
  if ('N' in value) return numberSize(value.N);
  if ('L' in value) return value.L.reduce((sum, it) => sum + valueSize(it) + ELEMENT, CONTAINER);
  if ('M' in value) return itemSize(value.M) + Object.keys(value.M).length * ELEMENT + CONTAINER;
  return 1;
};

/** One byte for each two significant digits, one more for the number itself, and one for a minus sign. */
const numberSize = (number: string): number => {
  const digits = number.replace(/^-|\./g, '').replace(/^0+|0+$/g, '').length;
  return Math.ceil(digits / 2) + 1 + (number.startsWith('-') ? 1 : 0);
};

/** The sum of the lengths of an item's attribute names and values. */
export const itemSize = (item: Item): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + bytes(name) + valueSize(value), 0);

const WRITE_BLOCK = 1024;
const READ_BLOCK = 4096;

/** A write is charged for the larger of the item before and after, twice in a transaction. */
export const writeUnits = (before: number, after: number, transaction: boolean): number =>
  Math.max(1, Math.ceil(Math.max(before, after) / WRITE_BLOCK)) * (transaction ? 2 : 1);

/** A read is charged for all that was read together; half when it may be a little old. */
export const readUnits = (size: number, consistent: boolean): number =>
  Math.max(1, Math.ceil(size / READ_BLOCK)) * (consistent ? 1 : 0.5);

export interface Index {
  readonly name: string;
  readonly keys: readonly string[];
}

/**
 * What one write of an item costs in an index that holds keys only: nothing when its entry stays as it is, one
 * unit to put or to remove it, both when its key changes. Never doubled: an index follows the table by itself.
 */
export const indexWriteUnits = (index: Index, before: Item | undefined, after: Item | undefined): number => {
  const [old, new_] = [entryOf(index, before), entryOf(index, after)];
  if (old === new_) return 0;
  return (old === undefined ? 0 : 1) + (new_ === undefined ? 0 : 1);
};

const entryOf = (index: Index, item: Item | undefined): string | undefined =>
  item !== undefined && index.keys.every((key) => key in item)
    ? JSON.stringify(index.keys.map((key) => item[key]))
    : undefined;
