import { describe, expect, it } from 'vitest';
import { routineExpiry } from '../../../shared/case/expiry.ts';

describe('R-13: the routine’s last day', () => {
  it.each(['2026-12-01', '2028-07-30'])('is not spoken of on %s', (today) => {
    expect(routineExpiry(today)).toBeUndefined();
  });

  it.each([
    ['2028-07-31', 6],
    ['2028-08-01', 5],
    ['2028-12-31', 1],
    ['2029-01-01', 0],
    ['2029-01-31', 0],
  ])('is near on %s: %i whole months are left', (today, monthsLeft) => {
    expect(routineExpiry(today)).toEqual({ validTo: '2029-01-31', monthsLeft, expired: false });
  });

  it.each(['2029-02-01', '2031-05-05'])('has passed on %s', (today) => {
    expect(routineExpiry(today)).toEqual({ validTo: '2029-01-31', monthsLeft: 0, expired: true });
  });
});
