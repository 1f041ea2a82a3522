import { describe, expect, it } from 'vitest';
import { dateInSweden } from '../../../shared/case/sweden.ts';
import { targetDate } from '../../../shared/case/target.ts';

describe('R-b3: the day a council’s answer is wished for', () => {
  it.each([
    ['an ordinary day', '2026-09-15', '2026-10-15'],
    ['the 31st goes to the last day of a shorter month', '2026-08-31', '2026-09-30'],
    ['31 January goes to the end of February', '2028-01-31', '2028-02-29'],
    ['31 January in a year without a leap day, which is a Sunday', '2027-01-31', '2027-03-01'],
    ['a leap day', '2028-02-29', '2028-03-29'],
    ['a Saturday goes to Monday', '2026-10-14', '2026-11-16'],
    ['Good Friday goes past Easter Monday', '2026-03-03', '2026-04-07'],
    ['Ascension Day goes to the Friday after it', '2026-04-14', '2026-05-15'],
    ['Midsummer Eve goes past the weekend', '2026-05-19', '2026-06-22'],
    ['Christmas Eve goes past Boxing Day and the weekend', '2026-11-24', '2026-12-28'],
    ['New Year’s Eve goes past New Year’s Day and the weekend', '2026-11-30', '2026-12-30'],
    ['31 December goes past New Year’s Day and the weekend', '2027-10-31', '2027-11-30'],
    ['New Year’s Eve itself', '2026-12-31', '2027-02-01'],
    ['Epiphany goes to the day after', '2026-12-06', '2027-01-07'],
    ['a day before an eve that is no holiday', '2026-03-30', '2026-04-30'],
    ['the National Day on a Saturday', '2026-05-06', '2026-06-08'],
    ['over the change to summer time', '2026-03-28', '2026-04-28'],
    ['over the change to winter time', '2026-10-24', '2026-11-24'],
  ])('%s: %s → %s', (_why, from, target) => {
    expect(targetDate(from, 1)).toBe(target);
  });
});

describe('the date in Sweden', () => {
  it.each([
    ['2026-11-23T22:59:59Z', '2026-11-23'],
    ['2026-11-23T23:00:00Z', '2026-11-24'],
    ['2026-06-30T21:59:59Z', '2026-06-30'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['2026-10-25T00:30:00Z', '2026-10-25'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
  ])('at %s it is %s', (moment, date) => {
    expect(dateInSweden(new Date(moment))).toBe(date);
  });
});
