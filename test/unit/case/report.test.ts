import { describe, expect, it } from 'vitest';
import { isOutdated, reportOf } from '../../../shared/case/report.ts';
import { reportDue } from '../../../shared/case/report-due.ts';
import type { Tally } from '../../../shared/case/tally.ts';
import { COUNTS } from '../../../shared/routine/report.ts';

const figures = (tally: Tally, year = 2026): Readonly<Record<string, number | null>> =>
  Object.fromEntries(
    reportOf(tally, year).counts.flatMap(({ id, figures: all }) =>
      all.map(({ name, value }) => [`${id}/${name}`, value]),
    ),
  );

describe('the counts of a year', () => {
  it('R-u1: C1 to C11 are there in their order, each with a definition in both languages and a figure', () => {
    const { counts } = reportOf({}, 2026);
    expect(counts.map(({ id }) => id)).toEqual(Array.from({ length: 11 }, (_, i) => `C${i + 1}`));
    for (const { definition, figures: all } of counts) {
      expect(Math.min(definition.sv.length, definition.en.length, 20)).toBe(20);
      expect(all.length).toBeGreaterThan(0);
      expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    }
  });

  it('R-u1: only C1 to C3 are said to be the routine’s own', () => {
    const { counts } = reportOf({}, 2026);
    expect(counts.filter(({ inRoutine }) => inRoutine).map(({ id }) => id)).toEqual(['C1', 'C2', 'C3']);
    expect(Object.values(COUNTS).every(({ rules }) => rules.length > 0)).toBe(true);
  });

  it('R-u1: C1 is the sum of C2 and C3, and what was made with others stands beside it', () => {
    const tally = { '2026/developed/treatment': 3, '2026/developed/support': 2, '2026/joint/support': 1 };
    expect(figures({ ...tally, '2025/developed/support': 9 })).toMatchObject({
      'C1/developed': 5,
      'C2/developed': 2,
      'C3/developed': 3,
      'C1/joint': 1,
      'C2/joint': 1,
      'C3/joint': 0,
    });
  });

  it('C6: shares have one decimal, a median of an even number lies between two, and of nothing there is none', () => {
    const tally = {
      '2026/stepDays/position/20': 1,
      '2026/stepDays/position/31': 2,
      '2026/stepDays/position/4': 1,
      '2026/stepDays/screening/1': 7,
      '2026/netDays/4': 3,
      '2026/netDays/31': 1,
      '2026/withinMonth': 2,
      '2026/withinMonthNet': 3,
    };
    expect(figures(tally)).toMatchObject({
      'C6/answers': 4,
      'C6/withinMonth': 2,
      'C6/withinMonthShare': 50,
      'C6/withinMonthShareNet': 75,
      'C6/medianDays': 25.5,
      'C6/medianDaysNet': 4,
    });
    expect(figures({ ...tally, '2026/stepDays/position/8': 2 })).toMatchObject({
      'C6/withinMonthShare': 33.3,
    });
    expect(figures({})).toMatchObject({
      'C6/answers': 0,
      'C6/withinMonthShare': null,
      'C6/medianDays': null,
    });
  });

  it('C9, C10, C11: figures of the last day are the sums of all years up to it', () => {
    const tally = {
      '2019/useBegan': 4,
      '2024/useEnded': 1,
      '2026/useBegan': 1,
      '2027/useBegan': 100,
      '2019/unitsBegan': 9,
      '2026/unitsEnded': 2,
      '2025/followedUp': 3,
      '2026/followedUp': 1,
    };
    expect(figures(tally)).toMatchObject({
      'C9/inUse': 4,
      'C10/units': 7,
      'C10/unitsPerProgramme': 1.8,
      'C11/notFollowedUp': 3,
      'C11/notFollowedUpShare': 75,
    });
    expect(figures(tally, 2018)).toMatchObject({ 'C9/inUse': 0, 'C10/unitsPerProgramme': null });
  });
});

describe('what is shown beside the counts', () => {
  it('programmes per year begin with the first one, leave no year out, and are those of ten years at most', () => {
    const years = (tally: Tally) => reportOf(tally, 2026).developed.map(({ year }) => year);
    expect(years({ '2024/developed/support': 1, '2020/nominated': 5 })).toEqual([2024, 2025, 2026]);
    expect(years({ '2003/developed/support': 1 })).toEqual(Array.from({ length: 10 }, (_, i) => 2017 + i));
    expect(years({ '2024/developed/support': 0 })).toEqual([2026]);
  });

  it('the time of a step is that of the year’s own answers, steps in the routine’s order', () => {
    const { steps } = reportOf(
      {
        '2026/stepDays/decision/8': 1,
        '2026/stepDays/screening/2': 2,
        '2026/stepDays/screening/12': 1,
        '2025/stepDays/position/90': 4,
      },
      2026,
    );
    expect(steps).toMatchObject([
      { step: 'screening', answers: 3, medianDays: 2, longestDays: 12 },
      { step: 'decision', answers: 1, medianDays: 8, longestDays: 8 },
    ]);
  });
});

describe('when', () => {
  const dueOn = (...days: readonly string[]) => days.map(reportDue);

  it('R-u1: the report of the year before is due after the holidays of January, each week', () => {
    expect(dueOn('2027-01-04', '2027-01-06', '2027-01-07', '2027-01-11', '2027-01-25')).toEqual([
      undefined,
      undefined,
      2026,
      2026,
      2026,
    ]);
  });

  it('R-u1: and then once a month, until the next is due', () => {
    expect(dueOn('2027-02-01', '2027-02-08', '2027-12-06', '2027-12-13')).toEqual([
      2026,
      undefined,
      2026,
      undefined,
    ]);
    // Easter Monday is a holiday: the week's account comes on the Tuesday, and still belongs to its Monday.
    expect(dueOn('2027-03-30', '2027-04-06')).toEqual([undefined, 2026]);
  });
});

describe('a report that was approved', () => {
  const TALLY = { '2026/nominated': 3, '2026/developed/support': 1, '2026/stepDays/screening/4': 2 };
  const approved = reportOf(TALLY, 2026);
  const isCorrected = (change: Record<string, number>) =>
    isOutdated(approved, reportOf({ ...TALLY, ...change }, 2026));

  it('R-u1: is to be corrected once anything else is counted of its year', () => {
    expect(isCorrected({})).toBe(false);
    expect(isCorrected({ '2026/nominated': 4 })).toBe(true);
    expect(isCorrected({ '2026/developed/support': 2 })).toBe(true);
    expect(isCorrected({ '2026/stepDays/screening/40': 9 })).toBe(true);
  });

  it('R-u1: not by what the years after count, nor by other words, nor by a figure that is shown since', () => {
    expect(isCorrected({ '2027/nominated': 9, '2027/developed/support': 4 })).toBe(false);
    const counts = approved.counts.map((it) => ({ ...it, title: { sv: 'Annat', en: 'Other' } }));
    expect(isOutdated({ ...approved, counts: counts.slice(1) }, approved)).toBe(false);
  });
});
