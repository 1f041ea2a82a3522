import type { CaseRow } from '../case/row.ts';
import { ALL, type Place, placesOf } from '../case/row-filter.ts';
import { type Key, keys } from './keys.ts';

/** Rows as they are stored: names of one letter, since lists are paid by their bytes. */
const NAMES = {
  id: 'i',
  number: 'n',
  title: 't',
  unit: 'u',
  kind: 'k',
  type: 'y',
  milestone: 'm',
  councils: 'c',
  submittedOn: 'd',
  isOpen: 'o',
  waitingFor: 'w',
  waitingSince: 'b',
  targetOn: 'g',
  restsUntil: 'r',
  registrationNumber: 'x',
} as const satisfies Record<keyof CaseRow, string>;

export const ROW_ATTRIBUTES: readonly string[] = Object.values(NAMES);

type Item = Readonly<Record<string, unknown>>;

const stored = (row: CaseRow): Item =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [NAMES[name as keyof CaseRow], value]));

export const rowFrom = (item: Item): CaseRow =>
  Object.fromEntries(
    Object.entries(NAMES).flatMap(([name, short]) => (short in item ? [[name, item[short]]] : [])),
  ) as unknown as CaseRow;

const keyIn = ({ list, day }: Place, { number }: Pick<CaseRow, 'number'>): Key => keys.row(list, day, number);

/** The key of the row by which all others of the case are kept. */
export const mainKey = (row: Pick<CaseRow, 'number' | 'submittedOn'>): Key =>
  keyIn({ list: ALL, day: row.submittedOn }, row);

/** The row in all its lists. @param stamp of the facts that it was made from */
export const rowItems = (row: CaseRow, stamp: number): readonly (Key & Item)[] =>
  placesOf(row).map((place) => ({ ...keyIn(place, row), ...stored(row), s: stamp }));
