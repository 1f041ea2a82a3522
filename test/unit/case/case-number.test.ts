import { describe, expect, it } from 'vitest';
import { caseNumber, isOurNumber, yearAndNth } from '../../../shared/case/case-number.ts';

describe('a case number', () => {
  it('has the year, and four figures or more', () => {
    expect(caseNumber('2026', 7)).toBe('N-2026-0007');
    expect(caseNumber('2026', 12_345)).toBe('N-2026-12345');
  });

  it('tells the year and the place in it again', () => {
    expect(yearAndNth(caseNumber('2026', 12_345))).toEqual({ year: '2026', nth: 12_345 });
  });

  it.each(['N-17', 'N-OLD', 'NU-2026-0001', 'VGR-4', ''])('is not ours as %o', (brought) => {
    expect(isOurNumber(brought)).toBe(false);
    expect(yearAndNth(brought)).toBeUndefined();
  });
});
