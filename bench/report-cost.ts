import { costLines, dollars, usedBy } from './cost.ts';
import prices from './prices.json' with { type: 'json' };
import type { Result } from './result.ts';
import type { Table } from './table.ts';

/** What a nomination of each course costs, and an idle month, line by line. */
export const costs = ({ courses = [], imports: all = [], idle }: Result): readonly Table[] => {
  const cold = Math.max(0, ...all.map(({ cpu }) => cpu));
  const nominations = courses.map(({ title, costs: of }) => ({
    title: `What a nomination costs: ${title}`,
    used: usedBy(of, cold),
    notes: [
      'Without any free allowance, and without mail. Functions are taken to start anew for every act, and to need as much longer at 512 MB as they have less than a processor, with 10 ms for each call to AWS.',
    ],
  }));
  const months = Object.entries(idle ?? {}).map(([year, used]) => ({
    title: `What an idle month of the ${year} year costs`,
    used,
    notes: [
      `Less what AWS gives every account each month: ${dollars(costLines(used, { isFree: true })).toFixed(2)}, which is what the target is held against. A key that rotates costs a dollar more after each of its first two yearly rotations.`,
    ],
  }));
  return [...nominations, ...months].map(({ title, used, notes }) => ({
    title,
    notes: [...notes, cautious(used)],
    head: ['Paid for', 'Quantity', 'USD'],
    rows: [
      ...costLines(used).map(({ what, quantity, usd }) => [what, quantity, usd.toFixed(6)]),
      ['in all', '', dollars(costLines(used)).toFixed(6)],
    ],
  }));
};

const cautious = (used: Parameters<typeof costLines>[0]): string =>
  `Prices by \`bench/prices.json\`, read on ${prices.read} with their sources. With ${Math.round((prices.margin - 1) * 100)} % added to those that were not found for ${prices.region}: ${dollars(costLines(used, { isCautious: true })).toFixed(6)}.`;
