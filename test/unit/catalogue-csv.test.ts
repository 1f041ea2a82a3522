import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CatalogueFile, readCatalogueFile } from '../../local/catalogue-csv.ts';
import { Problem } from '../../local/problem.ts';
import { catalogueChanges } from '../../shared/records/programmes.ts';

const read = (...lines: readonly string[]): CatalogueFile =>
  readCatalogueFile(new TextEncoder().encode(lines.join('\r\n')));

const names = ({ programmes }: CatalogueFile) => programmes.map(({ name }) => name);

describe('the content catalogue as a CSV file', () => {
  it('is read whole, with everything that the register keeps', () => {
    const file = readCatalogueFile(readFileSync('test/samples/catalogue.csv'));
    expect(file).toMatchObject({
      rows: 17,
      bad: [],
      unusedColumns: ['Senast granskad'],
      otherAreas: [],
    });
    expect(file.programmes[1]).toEqual({
      id: 'EX-02',
      source: 'sobCatalogue',
      name: 'Sömnskola Exempel (fiktivt)',
      publisher: 'Region Exempel Öst',
      kind: 'treatment',
      clinicalAreas: ['psykisk hälsa vuxna', 'allmänmedicin'],
      targetGroup: 'Vuxna med långvariga sömnbesvär',
      description: 'KBT vid insomni i åtta veckor med sömndagbok och stöd av behandlare.',
      url: 'https://program.example.se/somnskola',
    });
  });

  it('may be saved with semicolons, commas or tabs, in UTF-8 or as Swedish Excel does', () => {
    const rows = [
      ['Utgivare', 'Namn', 'Målgrupp'],
      ['Region Öst', 'Sömnskola', '"Vuxna, äldre; närstående"'],
    ];
    const expected = { name: 'Sömnskola', publisher: 'Region Öst', targetGroup: 'Vuxna, äldre; närstående' };
    for (const delimiter of [';', ',', '\t'])
      for (const encoding of ['utf8', 'latin1'] as const) {
        const csv = rows.map((row) => row.join(delimiter)).join('\n');
        const { programmes, bad } = readCatalogueFile(Buffer.from(csv, encoding));
        expect(bad).toEqual([]);
        expect(programmes).toEqual([expect.objectContaining(expected)]);
      }
  });

  it('tells areas apart although the name of one has a comma, and keeps those that the routine does not have', () => {
    const { programmes, otherAreas } = read(
      'Namn;Utgivare;Område',
      'A;R;Psykisk hälsa, vuxna | allmänmedicin',
      'B;R;Tandvård, Cancer',
    );
    expect(programmes.map(({ clinicalAreas }) => clinicalAreas)).toEqual([
      ['psykisk hälsa vuxna', 'allmänmedicin'],
      ['Tandvård', 'cancer'],
    ]);
    expect(otherAreas).toEqual(['Tandvård']);
  });

  it('knows a programme without an id by its name and publisher', () => {
    const first = read('Namn;Utgivare', 'Sömnskola – del 1;Region Öst');
    const again = read('Utgivare;Namn', 'Region Öst;Sömnskola - Del 1');
    expect(first.programmes[0]?.id).toBe('sömnskola-del-1--region-öst');
    expect(again.programmes[0]?.id).toBe(first.programmes[0]?.id);
  });

  it('names every bad cell by row and column, says how to mend it, and reads the other rows', () => {
    const file = read(
      'Id;Namn;Utgivare;Typ;Länk',
      '1;;R;;',
      '2;B;R;Terapi;www.example.se',
      '',
      '3;C;R;Stödprogram;https://example.se/c',
      '3;D;R;;',
      '5;E;R;;;mer',
    );
    expect(file.bad.map(({ row, column }) => [row, column])).toEqual([
      [2, 'Namn'],
      [3, 'Typ'],
      [3, 'Länk'],
      [6, 'Id'],
      [7, undefined],
    ]);
    for (const { mend } of file.bad) expect(mend).toMatch(/(Skriv|Börja|Ta bort|Sätt) /u);
    expect(names(file)).toEqual(['C']);
  });

  it.each([
    ['no needed column', ['Titel;Beskrivning', 'A;b'], /saknar kolumnen Utgivare/u],
    ['no rows', ['Namn;Utgivare', ';'], /inga rader/u],
    ['nothing', [''], /inga rader/u],
    ['a lonely quotation mark', ['Namn;Utgivare', 'A;"R'], /rad 2/u],
  ])('with %s is refused with a sentence', (_what, lines, sentence) => {
    expect(() => read(...lines)).toThrow(Problem);
    expect(() => read(...lines)).toThrow(sentence);
  });
});

describe('reading the catalogue in again', () => {
  const header = 'Id;Namn;Utgivare';
  const before = catalogueChanges([], read(header, '1;A;R', '2;B;R', '3;C;R').programmes, '2026-01-10').added;
  const again = (...rows: string[]) =>
    catalogueChanges(before, read(header, ...rows).programmes, '2026-02-10');

  it('changes nothing where the file is the same', () => {
    expect(again('3;C;R', '2;B;R', '1;A;R')).toMatchObject({ added: [], changed: [], gone: [] });
  });

  it('R-a9: takes in what is new and changed, and keeps what is gone with the day it was missed', () => {
    const changes = again('1;A;R', '2;B2;R', '4;D;R');
    expect(changes.added).toEqual([expect.objectContaining({ name: 'D', importedOn: '2026-02-10' })]);
    expect(changes.changed).toEqual([expect.objectContaining({ name: 'B2', importedOn: '2026-02-10' })]);
    expect(changes.unchanged.map(({ id }) => id)).toEqual(['1']);
    expect(changes.gone).toEqual([
      expect.objectContaining({ name: 'C', importedOn: '2026-01-10', goneOn: '2026-02-10' }),
    ]);
  });

  it('lets a programme that was gone come back, and misses one only once', () => {
    const gone = again('1;A;R', '2;B;R').gone;
    const later = catalogueChanges(gone, read(header, '3;C;R').programmes, '2026-03-10');
    expect(later.changed[0]).not.toHaveProperty('goneOn');
    expect(catalogueChanges(gone, [], '2026-03-10').gone).toEqual([]);
  });
});
