import { describe, expect, it } from 'vitest';
import type { CaseSummary } from '../../../shared/records/candidates.ts';
import { isThere } from '../../../shared/records/programmes.ts';
import { isRegistered, programmeChange, registerEntry } from '../../../shared/records/register.ts';
import type { Store } from '../../../shared/records/store.ts';
import { aHead } from '../../builders/case.ts';
import { aSpreadProgramme } from '../../builders/spread-programme.ts';

const NOMINATED = {
  clinicalAreas: ['psykisk hälsa vuxna'],
  targetGroup: 'Vuxna med insomni',
  summary: 'KBT mot sömnproblem.',
};

const storeWith = (Item?: Partial<CaseSummary>): Store =>
  ({ table: 'table', client: { send: async () => ({ Item }) } }) as unknown as Store;

describe('R-10: what the register says of a programme', () => {
  it('is what everyone may know of it, with what the nomination said', () => {
    expect(registerEntry(aHead(), aSpreadProgramme(), NOMINATED)).toEqual({
      id: 'case-1',
      source: 'vgr',
      caseNumber: 'N-2026-0001',
      name: 'Bättre nätter',
      publisher: 'VGR',
      kind: 'treatment',
      origin: 'create',
      council: 'council-psykisk-halsa',
      owner: 'Exempelkliniken',
      version: 1,
      publishedOn: '2026-06-01',
      inUseSince: '2026-06-10',
      clinicalAreas: ['psykisk hälsa vuxna'],
      targetGroup: 'Vuxna med insomni',
      description: 'KBT mot sömnproblem.',
      users: [
        { id: 'u1', kind: 'unit', name: 'Vårdcentral Ekdungen', startedOn: '2026-06-10' },
        { id: 'u2', kind: 'spread', name: 'Region Exempel', startedOn: '2026-08-01' },
      ],
    });
  });

  it.each(['purchase', 'useExisting', 'collaborate'] as const)(
    'R-u1: does not say that we publish what we have not created: %s',
    (origin) => {
      expect(registerEntry(aHead(), aSpreadProgramme({ origin }))).toMatchObject({ publisher: '', origin });
    },
  );

  it('holds no mailbox', () => {
    expect(JSON.stringify(registerEntry(aHead(), aSpreadProgramme(), NOMINATED))).not.toContain('@');
  });

  it('is there for a programme of which no nomination says anything', () => {
    expect(registerEntry(aHead(), aSpreadProgramme({ users: [] }))).toMatchObject({
      clinicalAreas: [],
      users: [],
    });
  });

  it('goes on being there, marked, when the programme is inactivated; once taken down it is not offered', () => {
    const inactivated = registerEntry(aHead(), aSpreadProgramme({ inactivatedOn: '2027-01-01' }));
    expect([inactivated.inactivatedOn, isThere(inactivated)]).toEqual(['2027-01-01', true]);
    expect(isThere(registerEntry(aHead(), aSpreadProgramme({ unpublishedOn: '2027-03-01' })))).toBe(false);
  });

  it('tells those that came of a case from those that were read from a list', () => {
    expect(isRegistered(registerEntry(aHead(), aSpreadProgramme()))).toBe(true);
    expect(
      isRegistered({ id: 'EX-1', source: 'vgr', name: 'Egen', publisher: 'VGR', clinicalAreas: [] }),
    ).toBe(false);
  });

  it('is written whole under the id of its case', async () => {
    const { Put } = await programmeChange(storeWith(NOMINATED), aHead(), aSpreadProgramme());
    expect(Put).toMatchObject({
      TableName: 'table',
      Item: { pk: 'programmes', sk: 'vgr#case-1', ...NOMINATED_AS },
    });
    const without = await programmeChange(storeWith(), aHead(), aSpreadProgramme());
    expect(without.Put.Item).not.toHaveProperty('targetGroup');
  });
});

const NOMINATED_AS = { targetGroup: NOMINATED.targetGroup, description: NOMINATED.summary };
