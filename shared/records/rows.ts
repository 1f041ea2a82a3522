import type { CaseRow } from '../case/row.ts';
import { fits, type RowFilter, type RowOrder, readingOf } from '../case/row-filter.ts';
import { keys } from './keys.ts';
import { cursorOf, placeIn } from './row-cursor.ts';
import { rowFrom } from './row-items.ts';
import { readStrip } from './row-reading.ts';
import type { Store } from './store.ts';

/** A part of a list, in its order. */
export interface RowPage {
  readonly rows: readonly CaseRow[];
  /** What to go on with; absent at the end. There may be more though a page is short, or empty. */
  readonly cursor?: string;
  /** Read units that the page has cost. */
  readonly units: number;
}

export interface Paging {
  /** Of the page before. */
  readonly cursor?: string;
  readonly limit?: number;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Rows of a page, at most. */
export const MOST_ROWS = 50;

/** Read units of a page, and what a row is taken to weigh before one is read, in bytes. */
const ALLOWED = { units: 3, bytesOfOne: 450 };

/** After every case number. */
const LAST = '~';

/**
 * The cases that a filter has. One list is read, in its order; what that does not tell is looked for in what is read
 * for the same few units, so a page can be short though there is more. `badCursor` where the cursor is not of this list.
 */
export const listRows = async (
  store: Store,
  filter: RowFilter,
  { order: wanted, cursor, limit = MOST_ROWS, today }: Paging & { readonly order?: RowOrder },
): Promise<RowPage | 'badCursor'> => {
  const { list, from, to, order, tellsAll } = readingOf(filter, wanted, today);
  const strip = { from, to: `${to}${LAST}`, isBackwards: order === 'newest' };
  const name = `${order} ${list}`;
  const after = cursor === undefined ? undefined : placeIn(cursor, name);
  if (cursor !== undefined && (after === undefined || after < strip.from || after > strip.to))
    return 'badCursor';
  const read = await readStrip(
    store,
    { pk: keys.row(list, '', '').pk, ...strip, ...(after !== undefined && { after }) },
    ALLOWED,
    {
      most: Math.min(limit, MOST_ROWS),
      isWanted: (item) => fits(rowFrom(item), filter, today),
      isEach: tellsAll,
    },
  );
  return {
    rows: read.items.map(rowFrom),
    units: read.units,
    ...(read.after !== undefined && { cursor: cursorOf(name, read.after) }),
  };
};
