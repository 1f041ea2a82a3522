import { describe, expect, it } from 'vitest';
import { consequence } from '../../../shared/case/answer.ts';
import { applied } from '../../../shared/case/apply.ts';
import type { CaseFacts } from '../../../shared/case/facts.ts';
import { missingQuestions, wantsLink } from '../../../shared/case/opening.ts';
import { beginReview, nextListDay, reviewBeginsOn } from '../../../shared/case/review.ts';
import { asked, inUse } from '../../builders/programme.ts';

const OCTOBER = new Date('2027-10-01T08:00:00.000Z');
const SEPTEMBER = new Date('2027-09-01T08:00:00.000Z');

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
    ['a month before its day, in Sweden', inUse(), new Date('2027-08-31T21:59:00.000Z')],
    ['while it is asked', inUse({ nextReviewOn: undefined }), OCTOBER],
    ['while a phase is under way', inUse({}, { head: { phaseWanted: true } }), OCTOBER],
    ['once it is inactivated', inUse({ inactivatedOn: '2027-01-01' }), OCTOBER],
  ])('does not begin %s', (_when, facts, now) => {
    expect(beginReview(facts, now)).toBeUndefined();
  });

  it('begins at midnight in Sweden, and later where nobody looked on the day', () => {
    expect(beginReview(inUse(), new Date('2027-08-31T22:00:00.000Z'))).toBeDefined();
    expect(beginReview(inUse(), new Date('2028-02-01T08:00:00.000Z'))).toBeDefined();
  });
});

describe('R-j1: the council sees the year’s figures when it is asked', () => {
  const begun = (now: Date) => {
    const before = inUse();
    const consequence = beginReview(before, now);
    return consequence === undefined ? before : waitedFor(applied(before, consequence));
  };
  const followUpIn = (facts: CaseFacts, now: Date) =>
    missingQuestions(facts, now).find(({ round }) => round.step === 'followUp');

  it('the owner is asked a month before, while the council’s question rests until its list', () => {
    const facts = begun(SEPTEMBER);
    expect(facts.questions.find(({ round }) => round.step === 'figures')).toMatchObject({ status: 'open' });
    const followUp = followUpIn(facts, SEPTEMBER);
    expect(followUp).toMatchObject({ restsUntil: '2027-10-01', receivedOn: '2027-10-01', linked: 0 });
    expect(followUp && wantsLink(followUp, '2027-09-30')).toBe(false);
    expect(followUp && wantsLink(followUp, '2027-10-01')).toBe(true);
  });

  it('a review that begins late is asked of both at once', () => {
    expect(followUpIn(begun(OCTOBER), OCTOBER)).toMatchObject({ receivedOn: '2027-10-01' });
    expect(followUpIn(begun(OCTOBER), OCTOBER)?.restsUntil).toBeUndefined();
  });
});

/** A machine that waits for the follow-up. */
const waitedFor = (facts: CaseFacts): CaseFacts => {
  const nth = facts.questions.filter(({ round }) => round.step === 'followUp').length + 1;
  const round = { phase: 'review', step: 'followUp', nth } as const;
  return { ...facts, tokens: [{ id: 'token', round, attempt: facts.head.attempt, taskToken: 'secret' }] };
};

/** The next review of a programme from its first day to the council's answer, which is to keep it. */
const reviewedOnce = (before: CaseFacts): CaseFacts => {
  const listDay = before.programme?.nextReviewOn ?? '';
  const begins = new Date(`${reviewBeginsOn(listDay)}T06:00:00.000Z`);
  const review = beginReview(before, begins);
  expect(review, listDay).toBeDefined();
  const begun = review === undefined ? before : waitedFor(applied(before, review));
  const answersOn = new Date(`${listDay}T09:00:00.000Z`);
  const asking = missingQuestions(begun, begins);
  expect(asking).toMatchObject([{ body: 'adult', restsUntil: listDay }]);
  const facts = { ...begun, questions: [...begun.questions, ...asking] };
  const given = consequence(
    'followUp',
    { conclusion: 'keep' },
    {
      facts,
      asked: asking[0] as NonNullable<(typeof asking)[0]>,
      answeredBy: { name: 'Exempel Ordförande', role: 'ordförande' },
      recordedByOffice: false,
      now: answersOn,
    },
  );
  return applied(facts, given);
};

it('R-12: a programme that lives 15 years has 15 reviews and one record', () => {
  const first = inUse();
  const facts = Array.from({ length: 15 }).reduce<CaseFacts>(reviewedOnce, first);
  const years = Array.from({ length: 15 }, (_, n) => 2027 + n);
  expect(facts.programme?.followUps).toEqual(
    years.map((year) => ({ year, on: `${year}-10-01`, conclusion: 'keep' })),
  );
  expect(facts.programme).toMatchObject({
    nextReviewOn: '2042-10-01',
    publishedOn: '2026-09-15',
    version: 1,
  });
  expect(facts.head).toMatchObject({ id: first.head.id, number: first.head.number, milestone: 'inUse' });
  expect(facts.head).toMatchObject({ attempt: first.head.attempt + 15, phaseWanted: false, reviewOn: {} });
  const idsOf = (step: string) =>
    facts.questions.filter(({ round }) => round.step === step).map(({ round }) => round.nth);
  expect([idsOf('followUp'), idsOf('figures')]).toEqual([
    years.map((y) => y - 2026),
    years.map((y) => y - 2026),
  ]);
  expect(facts.questions.some(({ status }) => status === 'open')).toBe(false);
});
