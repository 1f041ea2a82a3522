import { expect, it } from 'vitest';
import { publicNameProblems } from '../../../functions/answer/public-name.ts';
import type { AnswerDeps } from '../../../functions/answer/record.ts';
import type { Programme } from '../../../shared/records/programmes.ts';
import { registerEntry } from '../../../shared/records/register.ts';
import { aHead } from '../../builders/case.ts';
import { produced } from '../../builders/programme.ts';
import { aSpreadProgramme } from '../../builders/spread-programme.ts';

const programmes: readonly Programme[] = [
  registerEntry(aHead({ id: 'another', number: 'N-2024-0004' }), aSpreadProgramme({ name: 'Sov gott' })),
  registerEntry(
    aHead({ id: 'gone', number: 'N-2020-0004' }),
    aSpreadProgramme({ name: 'Stressa mindre', unpublishedOn: '2025-01-01' }),
  ),
  { id: 'EX-1', source: 'vgr', name: 'Lugna steg', publisher: 'VGR', clinicalAreas: [] },
  { id: 'EX-2', source: 'sobCatalogue', name: 'Åter', publisher: 'Region Exempel', clinicalAreas: [] },
  {
    id: 'EX-3',
    source: 'sobCatalogue',
    name: 'Borta',
    publisher: 'Y',
    clinicalAreas: [],
    goneOn: '2025-01-01',
  },
];

const problems = (answers: Readonly<Record<string, unknown>>) => {
  const record = { programmes: async () => programmes };
  return publicNameProblems({ record } as unknown as AnswerDeps, produced(), answers);
};

it.each(['Sov gott', 'Lugna steg', 'Åter'])(
  'form g: what a programme is called that is there: %s',
  async (name) => {
    expect(await problems({ publicName: name })).toMatchObject([{ field: 'publicName' }]);
  },
);

it.each(['Stressa mindre', 'Borta'])('form g: what is there no more has left its name: %s', async (name) => {
  expect(await problems({ publicName: name })).toEqual([]);
});

it('an answer that names no programme needs no register', async () => {
  const none = { record: {} } as unknown as AnswerDeps;
  expect(await publicNameProblems(none, produced(), { reviewOutcome: 'approved' })).toEqual([]);
});
