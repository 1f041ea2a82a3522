import { describe, expect, it } from 'vitest';
import { type Findable, found } from '../../../shared/case/search.ts';

const one = (title: string, given: Partial<Findable> = {}): Findable => ({
  key: title,
  title,
  clinicalAreas: [],
  text: '',
  names: [],
  ...given,
});

const AMONG = [
  one('Bättre nätter', {
    text: 'Vuxna med insomni som vill sova bättre.',
    clinicalAreas: ['psykisk hälsa vuxna'],
    names: ['Vårdcentral Ekdungen', 'Samordningsråd psykisk hälsa'],
    caseNumber: 'N-2026-0001',
  }),
  one('Inför knäoperation', { clinicalAreas: ['rörelseorgan'], names: ['Ortopedmottagningen Åsen'] }),
  one('Tandvårdsrädsla hos barn', { text: 'Barn 8–12 år som är rädda för tandläkaren.' }),
  one('Sömnskola', { text: 'För tonåringar.', caseNumber: 'N-2026-0012' }),
];

const titles = (query: string): readonly string[] => found(query, AMONG).map(({ title }) => title);

describe('R-10: what there is can be found', () => {
  it.each([
    ['by a word of its name', 'nätter', 'Bättre nätter'],
    ['by another form of a word', 'knäoperationer', 'Inför knäoperation'],
    ['by the beginning of a word', 'knä', 'Inför knäoperation'],
    ['by a part of a compound', 'operation', 'Inför knäoperation'],
    ['by a compound of a word that it has', 'sömnproblem', 'Sömnskola'],
    ['by whom it is for', 'insomni', 'Bättre nätter'],
    ['by what most programmes have in common', 'barn', 'Tandvårdsrädsla hos barn'],
    ['by its area, in Swedish', 'Rörelseorgan', 'Inför knäoperation'],
    ['by its area, in English', 'musculoskeletal', 'Inför knäoperation'],
    ['by a unit that uses it', 'ekdungen', 'Bättre nätter'],
    ['by a unit with å', 'ÅSEN', 'Inför knäoperation'],
    ['by å in another normal form', 'Åsen'.normalize('NFD'), 'Inför knäoperation'],
    ['by its case number', ' n-2026-0012 ', 'Sömnskola'],
    ['in spite of a slip of the pen', 'insomi', 'Bättre nätter'],
    ['without ö on the keyboard', 'somn', 'Sömnskola'],
  ])('%s', (_how, query, title) => {
    expect(titles(query)).toEqual([title]);
  });

  it('by all words before by some of them', () => {
    expect(titles('barn rädsla')).toEqual(['Tandvårdsrädsla hos barn']);
    expect(titles('insomni tonåringar').toSorted()).toEqual(['Bättre nätter', 'Sömnskola']);
  });

  it('its name says more than whom it is for', () => {
    const more = [one('Något annat', { text: 'Sömn.' }), ...AMONG];
    expect(found('sömn', more).map(({ title }) => title)).toEqual(['Sömnskola', 'Något annat']);
  });

  it.each(['och', '...', 'tinnitus', 'N-2026-9999'])('%s is nowhere', (query) => {
    expect(titles(query)).toEqual([]);
  });
});
