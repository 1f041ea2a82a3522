/** What reads cost by DynamoDB's rule, so that a list stops before it costs too much. Sizes are in bytes. */

const BLOCK = 4096;
/** Of a read that may be a little old: lists are. */
const UNITS_OF_BLOCK = 0.5;

const size = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum, it) => sum + size(it) + 1, 3);
  if (typeof value === 'boolean') return 1;
  return Buffer.byteLength(String(value)) + (typeof value === 'number' ? 1 : 0);
};

/** The names and values of items of texts, numbers and lists of texts; a number counts as its digits, which is more. */
export const bytesOf = (items: readonly Readonly<Record<string, unknown>>[]): number =>
  items.flatMap(Object.entries).reduce((sum, [name, value]) => sum + name.length + size(value), 0);

/** What one query for so many bytes costs, in read units. */
export const unitsFor = (bytes: number): number => Math.max(1, Math.ceil(bytes / BLOCK)) * UNITS_OF_BLOCK;

/** How many items of such a size can be read for these units. */
export const roomFor = (units: number, bytesOfOne: number): number =>
  Math.floor((Math.floor(units / UNITS_OF_BLOCK) * BLOCK) / bytesOfOne);
