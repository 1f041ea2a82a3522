import type { CasesAsked } from './desk-list-views.ts';

/** What the list shows when nothing is chosen. */
export const NOTHING_ASKED: CasesAsked = { q: '', state: 'open', order: 'target' };

/** The order that a list has where none is chosen: what is not waited for has no target date. */
export const usualOrder = ({ state }: Pick<CasesAsked, 'state'>): CasesAsked['order'] =>
  state === 'open' ? 'target' : 'newest';

/** What is asked for as the query of an address, without what goes without saying, and with `more`. */
export const askedQuery = (asked: CasesAsked, more: Readonly<Record<string, string>> = {}): string => {
  const unsaid: CasesAsked = { ...NOTHING_ASKED, order: usualOrder(asked) };
  const stated = Object.entries(asked).filter(([name, value]) => value !== unsaid[name as keyof CasesAsked]);
  const pairs = stated.map(([name, value]) => [name, value === true ? '1' : String(value)]);
  return new URLSearchParams([...pairs, ...Object.entries(more)]).toString();
};
