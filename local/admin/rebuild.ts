import { listCaseSummaries } from '../../shared/records/candidates.ts';
import {
  correctCount,
  correctCounter,
  wrongCounters,
  wrongCounts,
} from '../../shared/records/rebuild-counts.ts';
import { rebuildRows } from '../../shared/records/row-refresh.ts';
import type { Plan } from './plan.ts';
import type { Target } from './target.ts';

/** `rebuild-counters`: the yearly reports' counts and the next case numbers, from the cases. */
export const rebuildCounters = async ({ store }: Target): Promise<Plan> => {
  const [counts, counters] = [await wrongCounts(store), await wrongCounters(store)];
  return {
    would: [
      ...counts.map(
        ({ year, name, stored = 0, counted }) => `correct ${name} of ${year} by ${signed(counted - stored)}`,
      ),
      ...counters.map(
        ({ year, used, highest }) =>
          `have the numbers of ${year} go on after ${highest} in the place of ${used}`,
      ),
    ],
    nothing: 'Every count is what the cases come to, and no case number will be given twice.',
    carryOut: async () => {
      const done = await Promise.all([
        ...counts.map((it) => correctCount(store, it)),
        ...counters.map((it) => correctCounter(store, it)),
      ]);
      const missed = done.filter((it) => !it).length;
      return [
        `${done.length - missed} corrected.`,
        ...(missed > 0 ? [`${missed} changed meanwhile: run the command again.`] : []),
      ];
    },
  };
};

const signed = (n: number): string => (n > 0 ? `+${n}` : String(n));

/** `rows`: the desk's list and its search. */
export const rebuildList = async ({ store }: Target): Promise<Plan> => {
  const { length } = await listCaseSummaries(store);
  return {
    would: length === 0 ? [] : [`write the rows and words of ${length} cases anew`],
    nothing: 'There are no cases.',
    carryOut: async () => [`${await rebuildRows(store)} cases written anew in the desk's list.`],
  };
};
