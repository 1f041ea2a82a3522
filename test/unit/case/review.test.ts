import { describe, expect, it } from 'vitest';
import { beginReview, nextListDay } from '../../../shared/case/review.ts';
import { asked, inUse } from '../../builders/programme.ts';

const OCTOBER = new Date('2027-10-01T08:00:00.000Z');

describe('R-j1: the day of the next yearly list', () => {
  it.each([
    ['2026-09-15', '2027-10-01'],
    ['2026-10-01', '2027-10-01'],
    ['2026-11-20', '2027-10-01'],
    ['2027-01-31', '2027-10-01'],
    ['2027-04-01', '2027-10-01'],
    ['2027-04-02', '2028-10-01'],
    ['2027-12-31', '2028-10-01'],
    ['2026-08-31', '2027-10-01'],
  ])('after %s is %s: 1 October, half a year later at least', (after, day) => {
    expect(nextListDay(after)).toBe(day);
  });
});

describe('R-j1: the review of a programme', () => {
  it('begins on its day, for all that were reviewed before: their rounds answer for nothing now', () => {
    const before = inUse({}, { questions: [asked('followUp', 'adult', { outcome: 'keep' })] });
    expect(beginReview(before, OCTOBER)).toMatchObject({
      head: {
        phase: 'review',
        occasion: 'yearly',
        phaseWanted: true,
        attempt: 2,
        askedBefore: { review: { followUp: 1, inactivationPosition: 0 } },
      },
      programme: { name: 'Sov bättre', nextReviewOn: undefined },
      mailings: [],
    });
  });

  it('asks its owner for the year’s figures beside it, as a question of the review', () => {
    const earlier = asked('figures', 'programmeOwner', { outcome: 'given' });
    const review = beginReview(inUse({}, { questions: [earlier] }), OCTOBER);
    expect(review?.asks).toMatchObject([
      { id: 'review/figures/2/programmeOwner', body: 'programmeOwner', status: 'open' },
    ]);
  });

  it('asks nobody for them where no owner can be reached', () => {
    const head = { contacts: { nominator: 'nominator@example.se' } };
    expect(beginReview(inUse({}, { head }), OCTOBER)?.asks).toEqual([]);
  });

  it.each([
    ['before its day, in Sweden', inUse(), new Date('2027-09-30T21:59:00.000Z')],
    ['while it is asked', inUse({ nextReviewOn: undefined }), OCTOBER],
    ['while a phase is under way', inUse({}, { head: { phaseWanted: true } }), OCTOBER],
    ['once it is inactivated', inUse({ inactivatedOn: '2027-01-01' }), OCTOBER],
  ])('does not begin %s', (_when, facts, now) => {
    expect(beginReview(facts, now)).toBeUndefined();
  });

  it('begins at midnight in Sweden, and later where nobody looked on the day', () => {
    expect(beginReview(inUse(), new Date('2027-09-30T22:00:00.000Z'))).toBeDefined();
    expect(beginReview(inUse(), new Date('2028-02-01T08:00:00.000Z'))).toBeDefined();
  });
});
