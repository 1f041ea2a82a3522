import { describe, expect, it } from 'vitest';
import { type Named, nameProblems } from '../../../shared/case/public-name.ts';
import { asked, inUse, produced } from '../../builders/programme.ts';

const REGISTER: readonly Named[] = [
  { name: 'Sov gott', case: { id: 'another-case', number: 'N-2024-0004' } },
  { name: 'Sov  Bättre', case: { id: 'case-1', number: 'N-2026-0001' } },
  { name: 'Åter i vardagen' },
];

const refused = (name: string, facts = produced()) =>
  nameProblems(name, facts, REGISTER).map(({ field }) => field);

const decided = (outcome: string) =>
  produced({}, { questions: [asked('decision', 'sobOffice', { outcome })] });

describe('form g: the name of a programme is unique in the register', () => {
  it.each([
    ['another case’s programme has it', 'Sov gott', ['publicName']],
    ['it differs in capitals and spaces only', ' sov   GOTT ', ['publicName']],
    ['a list has it', 'åter i vardagen', ['publicName']],
    ['å is no a', 'Ater i vardagen', []],
    ['nobody has it', 'Lugna steg', []],
    ['it is the case’s own', 'Sov bättre', []],
  ])('%s', (_why, name, fields) => {
    expect(refused(name)).toEqual(fields);
  });

  it('names the other programme, and says how to mend it', () => {
    const [problem] = nameProblems('sov gott', produced(), REGISTER);
    expect(problem?.message.sv).toContain('”Sov gott” (N-2024-0004). Välj ett annat namn');
    expect(problem?.message.en).toContain('“Sov gott” (N-2024-0004). Choose another name');
  });

  it('a new version keeps the name that the programme has', () => {
    expect(refused('Sov gott', inUse({ name: 'Sov gott' }))).toEqual([]);
    expect(refused('Sov gott', inUse({ name: 'Lugna steg' }))).toEqual(['publicName']);
  });

  it('what was free in g may since be listed in the catalogue, but is not another case’s', () => {
    expect(refused('Åter i vardagen', produced({ publicName: 'Åter i vardagen' }))).toEqual([]);
    expect(refused('Sov gott', produced({ publicName: 'Sov gott' }))).toEqual(['publicName']);
  });

  it.each(['purchase', 'useExisting', 'collaborate'])(
    'R-e1: a list may hold what is there: %s',
    (outcome) => {
      expect(refused('Åter i vardagen', decided(outcome))).toEqual([]);
      expect(refused('Sov gott', decided(outcome))).toEqual(['publicName']);
    },
  );
});
