import { describe, expect, it } from 'vitest';
import type { QuestionFact } from '../../../shared/case/facts.ts';
import type { Origin, ProgrammeFact, User } from '../../../shared/case/programme.ts';
import { tallyChange, tallyOf } from '../../../shared/case/tally.ts';
import { aQuestion, aRound, facts } from '../../builders/case.ts';

const aUnit = (given: Partial<User> = {}): User => ({
  id: 'unit-1',
  kind: 'unit',
  name: 'Enhet',
  startedOn: '2025-03-01',
  ...given,
});

const aProgramme = (given: Partial<ProgrammeFact> = {}): ProgrammeFact => ({
  name: 'Programmet',
  kind: 'treatment',
  origin: 'create',
  version: 1,
  publishedOn: '2025-02-01',
  versionOn: '2025-02-01',
  council: 'council-a',
  owner: 'Ägaren',
  operationalResponsibility: 'Enheten',
  medicalDevice: 'notDevice',
  users: [aUnit()],
  followUps: [],
  ...given,
});

/** A programme's counts, without those of its case. */
const counted = (given: Partial<ProgrammeFact>) => {
  const { '2026/nominated': _, ...counts } = tallyOf(facts({ programme: aProgramme(given) }));
  return counts;
};

const answered = (
  step: 'screening' | 'position' | 'decision',
  body: string,
  outcome: string,
  given: Partial<QuestionFact> = {},
): QuestionFact =>
  aQuestion(step, body, { told: { outcome }, answeredAt: '2026-12-01T09:00:00.000Z', ...given });

const ofQuestions = (...questions: readonly QuestionFact[]) => tallyOf(facts({ questions }));

describe('programmes', () => {
  it('C1, C2, C3: a programme that was created counts by its kind in the year of its first publication', () => {
    expect(counted({})).toMatchObject({ '2025/developed/treatment': 1 });
    expect(counted({ kind: 'support', version: 3, versionOn: '2027-05-01' })).toMatchObject({
      '2025/developed/support': 1,
    });
  });

  it('C1: what was bought, was there already, or is made with others is not among those developed', () => {
    const others: readonly Origin[] = ['purchase', 'useExisting', 'collaborate'];
    for (const origin of others) expect(Object.keys(counted({ origin })).join()).not.toContain('developed');
    expect(counted({ origin: 'collaborate' })).toMatchObject({ '2025/joint/treatment': 1 });
  });

  it('C4: a bought or existing programme counts in the year of its first start at a unit', () => {
    const users = [aUnit({ startedOn: '2027-01-01' }), aUnit({ id: 'unit-2', startedOn: '2026-12-31' })];
    expect(counted({ origin: 'purchase', users })).toMatchObject({ '2026/putInUse/purchase': 1 });
    expect(counted({ origin: 'useExisting', users })).toMatchObject({ '2026/putInUse/useExisting': 1 });
    expect(counted({ origin: 'purchase', users: [] })).toEqual({});
    expect(Object.keys(counted({ users })).join()).not.toContain('putInUse');
  });

  it('C8: an inactivated programme counts in the year of its inactivation', () => {
    expect(counted({ inactivatedOn: '2030-06-30' })).toMatchObject({ '2030/inactivated': 1 });
  });

  it('C9: a programme is in use from its first start at a unit until it is inactivated', () => {
    expect(counted({ inactivatedOn: '2027-06-01' })).toMatchObject({
      '2025/useBegan': 1,
      '2027/useEnded': 1,
    });
    expect(Object.keys(counted({})).join()).not.toContain('useEnded');
    expect(counted({ users: [aUnit({ kind: 'spread' })] })).toEqual({ '2025/developed/treatment': 1 });
  });

  it('C9: a programme that no unit uses any more is in use until it is inactivated; C10: its units are not', () => {
    const counts = counted({ users: [aUnit({ endedOn: '2026-05-01' })] });
    expect(counts).toMatchObject({ '2025/useBegan': 1, '2026/unitsEnded': 1 });
    expect(Object.keys(counts)).not.toContain('2026/useEnded');
  });

  it('C9, C10: what ends before it begins was never in use', () => {
    const never = counted({ inactivatedOn: '2025-02-15' });
    expect(never).toEqual({ '2025/developed/treatment': 1, '2025/inactivated': 1 });
  });

  it('C10: a unit uses a programme until it ends that, or the programme is inactivated', () => {
    const users = [
      aUnit(),
      aUnit({ id: 'unit-2', endedOn: '2026-01-01' }),
      aUnit({ id: 'unit-3', startedOn: '2026-01-01', endedOn: '2031-01-01' }),
      aUnit({ id: 'region', kind: 'spread' }),
      { id: 'planned', kind: 'unit' as const, name: 'Enhet' },
    ];
    expect(counted({ users, inactivatedOn: '2029-12-31' })).toMatchObject({
      '2025/unitsBegan': 2,
      '2026/unitsBegan': 1,
      '2026/unitsEnded': 1,
      '2029/unitsEnded': 2,
    });
  });

  it('C11: a follow-up counts for a year at whose end the programme is in use, and once', () => {
    const followUp = { on: '2027-01-15', conclusion: 'keep' as const };
    const followUps = [2024, 2026, 2026, 2027].map((year) => ({ ...followUp, year }));
    const counts = counted({ followUps, inactivatedOn: '2027-12-31' });
    expect(Object.entries(counts).filter(([name]) => name.includes('followedUp'))).toEqual([
      ['2026/followedUp', 1],
    ]);
  });
});

describe('nominations', () => {
  it('C5: a nomination counts in the year in Sweden when it came in', () => {
    const at = (submittedAt: string) => tallyOf(facts({ head: { submittedAt } }));
    expect(at('2026-12-31T22:59:59.000Z')).toEqual({ '2026/nominated': 1 });
    expect(at('2026-12-31T23:00:00.000Z')).toEqual({ '2027/nominated': 1 });
  });

  it('C5: screening and decision count once each, by the newest answer', () => {
    const counts = ofQuestions(
      answered('screening', 'sobOffice', 'notForSob', { answeredAt: '2025-05-01T09:00:00.000Z' }),
      answered('screening', 'sobOffice', 'forwardToCouncils', { round: aRound('screening', 2) }),
      answered('decision', 'sobOffice', 'create', { answeredAt: '2026-12-20T09:00:00.000Z' }),
      answered('decision', 'sobOffice', 'decline', {
        round: aRound('decision', 2),
        answeredAt: '2027-02-01T09:00:00.000Z',
      }),
    );
    expect(counts).toMatchObject({ '2026/screened/forwardToCouncils': 1, '2027/decided/decline': 1 });
    expect(Object.keys(counts).join()).not.toMatch(/notForSob|create/);
  });

  it('C5: a decision that is deferred, or is being asked again, is none', () => {
    const deferred = ofQuestions(answered('decision', 'sobOffice', 'defer'));
    const again = tallyOf(
      facts({
        head: { askedAgain: ['nomination/decision/1'] },
        questions: [answered('decision', 'sobOffice', 'create')],
      }),
    );
    for (const counts of [deferred, again]) expect(Object.keys(counts).join()).not.toContain('decided');
  });

  it('C7: a case counts once, in the year of its first referral, and not when that is taken back', () => {
    const first = { answeredAt: '2025-12-01T09:00:00.000Z' };
    expect(
      ofQuestions(
        answered('position', 'council-a', 'referToPpr'),
        answered('position', 'council-b', 'referToPpr', first),
      ),
    ).toMatchObject({ '2025/referred': 1 });
    const none = ofQuestions(answered('position', 'council-a', 'noReferral'));
    expect(Object.keys(none).join()).not.toContain('referred');
  });
});

describe('time', () => {
  const received = { receivedOn: '2026-11-02', targetOn: '2026-12-02' };
  const position = (answeredAt: string, given: Partial<QuestionFact> = {}) =>
    ofQuestions(answered('position', 'council-a', 'noReferral', { ...received, answeredAt, ...given }));

  it('C6, R-b3: an answer on its target day is within the month, one on the day after is not', () => {
    expect(position('2026-12-02T22:59:00.000Z')).toMatchObject({
      '2026/stepDays/position/30': 1,
      '2026/netDays/30': 1,
      '2026/withinMonth': 1,
      '2026/withinMonthNet': 1,
    });
    const late = position('2026-12-02T23:00:00.000Z');
    expect(late).toMatchObject({ '2026/stepDays/position/31': 1 });
    expect(Object.keys(late).join()).not.toContain('withinMonth');
  });

  it('C6: days of waiting for a supplement are counted once, and left out of the net time', () => {
    const wait = (from: string, to?: string) => ({ for: 'x', from, ...(to && { to }) });
    const waits = [
      wait('2026-11-03T08:00:00.000Z', '2026-11-10T08:00:00.000Z'),
      wait('2026-11-05T08:00:00.000Z', '2026-11-12T08:00:00.000Z'),
      wait('2026-12-04T08:00:00.000Z'),
    ];
    const counts = position('2026-12-07T09:00:00.000Z', { waits });
    expect(counts).toMatchObject({
      '2026/stepDays/position/35': 1,
      '2026/netDays/23': 1,
      '2026/withinMonthNet': 1,
    });
    expect(Object.keys(counts)).not.toContain('2026/withinMonth');
  });

  it('C6: a wait counts from when the council had the nomination until it answered', () => {
    const waits = [{ for: 'x', from: '2026-10-01T08:00:00.000Z', to: '2027-03-01T08:00:00.000Z' }];
    expect(position('2026-12-07T09:00:00.000Z', { waits })).toMatchObject({ '2026/netDays/0': 1 });
  });

  it('every answer to a step of the machine counts its days; what was released, or asked beside it, does not', () => {
    const counts = ofQuestions(
      answered('screening', 'sobOffice', 'forwardToCouncils', { receivedOn: '2026-11-24' }),
      answered('position', 'council-a', 'noReferral', { status: 'released' }),
      aQuestion('anchoring', 'headOfOperations', {
        told: { outcome: 'supported' },
        answeredAt: '2026-12-01T09:00:00.000Z',
      }),
    );
    const days = Object.keys(counts).filter((name) => name.includes('stepDays'));
    expect(days).toEqual(['2026/stepDays/screening/7']);
  });

  it('the day that a programme is taken down was set before, and is no time that anybody took', () => {
    const counts = ofQuestions(
      aQuestion('unpublishing', 'sobOffice', {
        told: { outcome: 'unpublished' },
        answeredAt: '2026-12-01T09:00:00.000Z',
      }),
    );
    expect(counts).toEqual({ '2026/nominated': 1 });
  });

  it('an answer that nobody was asked for counts no days, unless it says when it began', () => {
    const early = (receivedOn: string) =>
      ofQuestions(answered('decision', 'sobOffice', 'create', { linked: 0, receivedOn }));
    expect(Object.keys(early('2026-12-01')).join()).not.toContain('stepDays');
    expect(early('2026-11-30')).toMatchObject({ '2026/stepDays/decision/1': 1 });
    const onPaper = answered('position', 'council-a', 'noReferral', { linked: 0, receivedOn: '2026-12-01' });
    expect(ofQuestions(onPaper)).toMatchObject({ '2026/stepDays/position/0': 1, '2026/netDays/0': 1 });
  });

  it('an answer that is dated before its question was received took no time', () => {
    const counts = ofQuestions(answered('screening', 'sobOffice', 'notForSob', { receivedOn: '2026-12-24' }));
    expect(counts).toMatchObject({ '2026/stepDays/screening/0': 1 });
  });
});

describe('changes', () => {
  it('R-u1: a change of a case adds what it counts after, and takes what it counted before', () => {
    const before = facts({ programme: aProgramme() });
    const after = facts({ programme: aProgramme({ publishedOn: '2024-12-30', kind: 'support' }) });
    expect(tallyChange(before, after)).toEqual({
      '2025/developed/treatment': -1,
      '2024/developed/support': 1,
    });
    expect(tallyChange(after, after)).toEqual({});
    expect(tallyChange(undefined, facts())).toEqual({ '2026/nominated': 1 });
  });
});
