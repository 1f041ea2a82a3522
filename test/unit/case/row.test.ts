import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '../../../shared/case/facts.ts';
import { type CaseRow, rowOf } from '../../../shared/case/row.ts';
import { fits, isOverdue, placesOf, readingOf } from '../../../shared/case/row-filter.ts';
import { aQuestion, facts } from '../../builders/case.ts';
import { aProgramme } from '../../builders/programme.ts';

const nominated = { workingTitle: 'Sömnskola för unga vuxna', nominatingUnit: 'Vårdcentralen Ängen' };
const row = (given: CaseFacts): CaseRow => rowOf(given, nominated);

const ENDED = { phaseWanted: false, milestone: 'withdrawn' } as const;

describe('the row of a case', () => {
  it('tells what it is about and where it stands', () => {
    const head = { councils: ['council-a', 'council-b'], milestone: 'forwardedToCouncil' } as const;
    expect(row(facts({ head }))).toEqual({
      id: 'case-1',
      number: 'N-2026-0001',
      title: 'Sömnskola för unga vuxna',
      unit: 'Vårdcentralen Ängen',
      kind: 'treatment',
      type: 'createNew',
      milestone: 'forwardedToCouncil',
      councils: ['council-a', 'council-b'],
      submittedOn: '2026-11-23',
      isOpen: true,
      waitingFor: [],
    });
  });

  it('has the date of the submission in Sweden', () => {
    expect(row(facts({ head: { submittedAt: '2026-12-31T23:30:00.000Z' } })).submittedOn).toBe('2027-01-01');
  });

  it('tells whom it waits for, each once, since when, and the earliest target', () => {
    const questions = [
      aQuestion('position', 'council-a', { receivedOn: '2026-03-02', targetOn: '2026-04-02' }),
      aQuestion('position', 'council-b', { receivedOn: '2026-02-02', targetOn: '2026-05-04' }),
      aQuestion('position', 'council-c', { told: { outcome: 'noReferral' }, targetOn: '2026-01-01' }),
      aQuestion('supplement', 'council-b', { receivedOn: '2026-03-09' }),
    ];
    expect(row(facts({ questions }))).toMatchObject({
      waitingFor: ['council-a', 'council-b'],
      waitingSince: '2026-02-02',
      targetOn: '2026-04-02',
    });
  });

  it('R-a3: does not wait for a head of operations whose support is stated', () => {
    const questions = [aQuestion('anchoring', 'headOfOperations')];
    expect(row(facts({ questions })).waitingFor).toEqual([]);
    expect(row(facts({ questions, head: { anchoring: 'asked' } })).waitingFor).toEqual(['headOfOperations']);
  });

  const resting = aQuestion('decision', 'sobOffice', {
    ...{ restsUntil: '2027-02-01', receivedOn: '2027-02-01', targetOn: '2026-12-01', linked: 0 },
  });

  it('tells until when it rests where nobody is asked before, and is not overdue meanwhile', () => {
    const rests = row(facts({ questions: [resting] }));
    expect(rests).toMatchObject({ waitingFor: ['sobOffice'], restsUntil: '2027-02-01' });
    expect(rests).not.toHaveProperty('waitingSince');
    expect(isOverdue(rests, '2026-12-24')).toBe(false);
  });

  it('waits only for those who are asked now, where something else rests', () => {
    const asked = aQuestion('supplement', 'nominator', { receivedOn: '2026-11-24' });
    const both = row(facts({ questions: [resting, asked] }));
    expect(both).toMatchObject({ waitingFor: ['nominator'], waitingSince: '2026-11-24' });
    expect(both).not.toHaveProperty('restsUntil');
  });

  it('no longer rests once its link is made', () => {
    const taken = { ...resting, linked: 1 };
    expect(row(facts({ questions: [taken] }))).not.toHaveProperty('restsUntil');
  });

  it('has the programme’s name, and the council that answers for it first (R-12)', () => {
    const programme = aProgramme({ name: 'Sov gott', council: 'council-c' });
    expect(row(facts({ programme, head: { councils: ['council-a'] } }))).toMatchObject({
      title: 'Sov gott',
      councils: ['council-c', 'council-a'],
    });
  });

  it('cuts what is long, and no letter in two', () => {
    const long = rowOf(facts(), { workingTitle: 'å'.repeat(200), nominatingUnit: '🙂'.repeat(200) });
    expect(long.title).toBe(`${'å'.repeat(79)}…`);
    expect(long.unit).toBe(`${'🙂'.repeat(49)}…`);
  });

  it('is open while its machine goes on, or somebody is asked', () => {
    expect(row(facts()).isOpen).toBe(true);
    expect(row(facts({ head: ENDED })).isOpen).toBe(false);
    expect(row(facts({ head: ENDED, questions: [aQuestion('figures', 'programmeOwner')] })).isOpen).toBe(
      true,
    );
  });
});

describe('the lists of a case', () => {
  const waiting = row(
    facts({
      head: { councils: ['council-a'], milestone: 'forwardedToCouncil' },
      questions: [aQuestion('position', 'council-a', { targetOn: '2026-12-23' })],
    }),
  );

  it('by submission and, where it is open, by target', () => {
    expect(placesOf(waiting).map(({ list, day }) => `${list} ${day}`)).toEqual([
      'all 2026-11-23',
      'milestone#forwardedToCouncil 2026-11-23',
      'council#council-a 2026-11-23',
      'open 2026-12-23',
      'waiting#council-a 2026-12-23',
    ]);
    const ended = row(facts({ head: ENDED }));
    expect(placesOf(ended).map(({ list }) => list)).toEqual(['all', 'milestone#withdrawn']);
  });

  it('put what has no target last', () => {
    const { targetOn: _, ...without } = waiting;
    expect(placesOf(without).at(-1)?.day).toBe('9999-12-31');
  });

  const read = (...asked: Parameters<typeof readingOf>) => {
    const { list, from, to, order, tellsAll } = readingOf(...asked);
    return `${list} ${from}–${to} ${order}${tellsAll ? '' : ' and look'}`;
  };
  const TODAY = '2026-12-24';

  it.each([
    [{}, undefined, 'all 0000-01-01–9999-12-31 newest'],
    [{ year: '2026' }, 'oldest', 'all 2026-01-01–2026-12-31 oldest'],
    [{ kind: 'support' }, undefined, 'all 0000-01-01–9999-12-31 newest and look'],
    [{ milestone: 'decided' }, undefined, 'milestone#decided 0000-01-01–9999-12-31 newest'],
    [{ council: 'a', year: '2026' }, undefined, 'council#a 2026-01-01–2026-12-31 newest'],
    [{ council: 'a', milestone: 'decided' }, undefined, 'council#a 0000-01-01–9999-12-31 newest and look'],
    [{ council: 'a', state: 'ended' }, undefined, 'council#a 0000-01-01–9999-12-31 newest and look'],
    [{ overdue: true }, 'newest', 'open 0000-01-01–2026-12-23 target'],
    [{ state: 'open' }, undefined, 'open 0000-01-01–9999-12-31 target'],
    [{ waitingFor: 'ppr', overdue: true }, undefined, 'waiting#ppr 0000-01-01–2026-12-23 target'],
    [{ waitingFor: 'ppr', state: 'ended' }, undefined, 'waiting#ppr 0000-01-01–9999-12-31 target and look'],
    [{ year: '2026' }, 'target', 'open 0000-01-01–9999-12-31 target and look'],
  ] as const)('%j by %s is read in the list that tells most of it', (filter, order, expected) => {
    expect(read(filter, order, TODAY)).toBe(expected);
  });

  it('let a filter have what all its conditions hold for', () => {
    const holds = [
      { milestone: 'forwardedToCouncil' },
      { council: 'council-a' },
      { kind: 'treatment' },
      { year: '2026' },
      { overdue: true },
      { waitingFor: 'council-a' },
      { state: 'open' },
    ] as const;
    const not = [
      { milestone: 'decided' },
      { council: 'council-b' },
      { kind: 'support' },
      { year: '2025' },
      { waitingFor: 'sobOffice' },
      { state: 'ended' },
    ] as const;
    expect(fits(waiting, {}, TODAY)).toBe(true);
    for (const filter of holds) expect([filter, fits(waiting, filter, TODAY)]).toEqual([filter, true]);
    for (const filter of not) expect([filter, fits(waiting, filter, TODAY)]).toEqual([filter, false]);
    expect(fits(waiting, { overdue: true }, '2026-12-23')).toBe(false);
    expect(fits(waiting, { council: 'council-a', kind: 'support' }, TODAY)).toBe(false);
  });
});
