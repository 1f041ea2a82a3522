import { describe, expect, it } from 'vitest';
import { anchoringOf, type Nomination, newCase } from '../../../shared/case/submit.ts';
import { NOW, toldIn } from '../../builders/case.ts';
import { sample } from '../../builders/samples.ts';

const FILED = { id: 'case-1', number: 'N-2026-0001', at: NOW, wake: 'w', lookAgainAt: 'later' };
const nominated = (given: Partial<Nomination> = {}): Nomination => ({
  ...(sample(1).nomination as unknown as Nomination),
  ...given,
});
const begun = (given: Partial<Nomination> = {}) => newCase(nominated(given), FILED);

describe('R-a5: a nomination begins a case', () => {
  it('whose phase is wanted, and at which nobody has looked', () => {
    const { head } = begun();
    expect(head).toMatchObject({
      ...{ id: 'case-1', number: 'N-2026-0001', milestone: 'submitted', submittedAt: NOW.toISOString() },
      ...{ nominationType: 'createNew', programmeKind: 'treatment', nominationVersion: 1 },
      ...{ councils: [], councilsAsked: [], phaseWanted: true, attempt: 1, startedAttempt: 0 },
      ...{ wake: 'w', lookAgainAt: 'later' },
    });
  });

  it('with a page to be linked for the nominator and one for the office', () => {
    const wanted = { version: 1, linked: 0 };
    expect(begun().head.caseLinks).toEqual({ nominator: wanted, sobOffice: wanted });
  });

  it('in the language that it was nominated in', () => {
    expect(newCase(nominated(), { ...FILED, language: 'en' }).head.language).toBe('en');
    expect(begun().head).not.toHaveProperty('language');
  });

  it('with the contacts that it names, and no others', () => {
    expect(begun().head.contacts).toEqual({
      nominator: 'vc.ekdungen.utveckling@example.se',
      headOfOperations: 'vc.ekdungen.chef@example.se',
      sobContact: 'sob.kontakt.primarvard@example.se',
    });
    const { headOfOperationsEmail: _head, sobContactEmail: _sob, ...alone } = nominated();
    expect(newCase(alone, FILED).head.contacts).toEqual({ nominator: 'vc.ekdungen.utveckling@example.se' });
  });
});

describe('R-a3: the idea is anchored with the head of operations', () => {
  const bare = { initiatorCategory: ['vgrEmployee'], headOfOperationsEmail: 'chef@example.se' } as const;

  it.each<[string, Parameters<typeof anchoringOf>[0], string]>([
    ['is waited for where it is not stated', bare, 'asked'],
    ['is stated with its day', { ...bare, anchoredWithHeadOn: '2026-11-02' }, 'stated'],
    ['is waited for where nobody is said to initiate', { headOfOperationsEmail: 'chef@example.se' }, 'asked'],
    ['is not needed of a council', { ...bare, initiatorCategory: ['coordinationCouncil'] }, 'notNeeded'],
    ['is not needed of a research group', { ...bare, initiatorCategory: ['researchGroup'] }, 'notNeeded'],
    ['is not needed of the office', { ...bare, initiatorCategory: ['sobOffice'] }, 'notNeeded'],
    [
      'is waited for where a unit initiates with a research group',
      { ...bare, initiatorCategory: ['researchGroup', 'vgrEmployee'] },
      'asked',
    ],
    ['is not needed where there is no manager to ask', { initiatorCategory: ['vgrEmployee'] }, 'notNeeded'],
  ])('%s', (_how, nomination, anchoring) => {
    expect(anchoringOf(nomination)).toBe(anchoring);
  });

  it.each<[string, Partial<Nomination>]>([
    ['not stated', {}],
    ['stated: the manager can say that it is wrong', { anchoredWithHeadOn: '2026-11-02' }],
  ])('the manager is asked beside the screening, %s', (_how, given) => {
    expect(begun(given).questions).toMatchObject([
      { id: 'nomination/anchoring/1/headOfOperations', body: 'headOfOperations', status: 'open', linked: 0 },
    ]);
  });

  it('nobody is asked where it is not needed', () => {
    expect(begun({ initiatorCategory: ['sobOffice'] }).questions).toEqual([]);
  });
});

describe('N-2, N-3: who is told of a nomination', () => {
  it('R-a5, R-a3, N-1: the nominator has a receipt, and the SoB contact is told', () => {
    expect(toldIn(begun({ sobContactExists: 'yes' }).mailings)).toEqual([
      'N-3 → nominator',
      'N-1 → sobContact',
    ]);
  });

  it.each(['no', 'unknown'] as const)(
    'R-a4: the office is told where there is no SoB contact (%s)',
    (exists) => {
      expect(toldIn(begun({ sobContactExists: exists as Nomination['sobContactExists'] }).mailings)).toEqual([
        'N-3 → nominator',
        'N-2 → sobOffice',
      ]);
    },
  );
});
