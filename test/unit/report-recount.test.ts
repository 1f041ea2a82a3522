import { beforeAll, describe, expect, it } from 'vitest';
import { reportOf } from '../../shared/case/report.ts';
import { type Tally, tallyChange, tallyOf } from '../../shared/case/tally.ts';
import { COUNTS } from '../../shared/routine/report.ts';
import { history } from '../history/history.ts';
import type { Life } from '../history/life.ts';
import { daysByStep, figuresOf, median, recount } from '../history/recount.ts';
import { Story } from '../history/story.ts';

/** Another history is counted by `HISTORY_SEED=7 npx vitest run --project unit test/unit/report-recount.test.ts`. */
const SEED = Number(process.env.HISTORY_SEED ?? 1);
const YEARS = [2022, 2023, 2024, 2025, 2026] as const;
const IN_FIVE_YEARS = { from: YEARS[0], days: 5 * 365, until: new Date('2027-01-31') };

let lives: readonly Life[];
let stories: readonly Story[];
let counters: Tally;

const sumOf = (tallies: readonly Tally[]): Tally => {
  const sums: Record<string, number> = {};
  for (const tally of tallies)
    for (const [key, count] of Object.entries(tally)) sums[key] = (sums[key] ?? 0) + count;
  return Object.fromEntries(Object.entries(sums).filter(([, count]) => count !== 0));
};

beforeAll(async () => {
  lives = await history({ ...IN_FIVE_YEARS, cases: 300, seed: SEED });
  stories = lives.map(({ log }) => new Story(log));
  counters = sumOf(
    lives.flatMap(({ writes }) => writes.map(({ before, after }) => tallyChange(before, after))),
  );
}, 120_000);

describe(`300 cases in five years, from seed ${SEED}`, () => {
  it('come to at least 60 programmes, and to something of everything that is counted', () => {
    const programmes = lives.filter(({ facts }) => facts.programme !== undefined);
    expect(programmes.length).toBeGreaterThanOrEqual(60);
    const ever = sumOf(YEARS.map((year) => figuresOf(reportOf(counters, year)) as Tally));
    expect(Object.values(ever)).toHaveLength(Object.keys(figuresOf(reportOf(counters, 2026))).length);
  });

  for (const year of YEARS) {
    it(`R-u1: every count of ${year}, ${Object.keys(COUNTS).join(', ')}, equals a recount from what people did`, () => {
      expect(figuresOf(reportOf(counters, year))).toEqual(recount(stories, year));
    });

    it(`the time of each step in ${year} equals a recount from what people did`, () => {
      const counted = daysByStep(stories, year);
      const { steps } = reportOf(counters, year);
      expect(new Set(steps.map(({ step }) => step))).toEqual(new Set(counted.keys()));
      for (const { step, answers, medianDays, longestDays } of steps) {
        const days = counted.get(step) ?? [];
        expect([step, answers, medianDays, longestDays]).toEqual([
          step,
          days.length,
          median(days),
          Math.max(...days),
        ]);
      }
    });
  }

  it('R-u1: what every write added is what the cases as they are now add', () => {
    expect(counters).toEqual(sumOf(lives.map(({ facts }) => tallyOf(facts))));
  });
});
