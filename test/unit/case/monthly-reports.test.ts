import { describe, expect, it } from 'vitest';
import { missingMonths } from '../../../shared/case/monthly-reports.ts';

describe('P-28: the monthly reports that are missing', () => {
  const from = '2027-02-20';

  it('a month is missing once the tenth of the next has passed', () => {
    expect(missingMonths({ from, today: '2027-03-10', reported: [] })).toEqual([]);
    expect(missingMonths({ from, today: '2027-03-11', reported: [] })).toEqual(['2027-02']);
  });

  it('one that was given is not', () => {
    const today = '2027-05-11';
    expect(missingMonths({ from, today, reported: ['2027-03'] })).toEqual(['2027-02', '2027-04']);
  });

  it('none before the project has begun', () => {
    expect(missingMonths({ from, today: '2027-01-01', reported: [] })).toEqual([]);
  });
});
