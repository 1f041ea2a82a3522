import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CheckedFile, checkImport } from '../../shared/case/import-check.ts';
import { columnsOf } from '../../shared/case/import-csv.ts';
import { IMPORT_FORMS } from '../../shared/routine/import-forms.ts';
import { caseAt, checkTable, checkText, KNOWN, programmeOf } from '../builders/imports.ts';

/** Where a problem is, as `row column`. */
const places = ({ bad }: CheckedFile) => bad.map(({ row, column = '' }) => `${row} ${column}`.trim());

const said = ({ bad }: CheckedFile) => bad.map(({ message }) => message.sv).join('\n');

/** A programme's cells, each column once. */
const PROGRAMME = {
  reference: 'P-9',
  name: 'Exempelprogrammet',
  kind: 'support',
  contactEmail: 'kontakt@example.se',
  decision: 'create',
  publishedOn: '2024-05-06',
  responsibleCouncil: 'council-primarvard',
  programmeOwner: 'Ägaren',
  operationalResponsibility: 'Enheten',
  medicalDevice: 'notDevice',
};

const table = (...rows: readonly Readonly<Record<string, string>>[]): CheckedFile => {
  const columns = [...new Set(rows.flatMap(Object.keys))];
  return checkTable(columns.join(';'), ...rows.map((row) => columns.map((it) => row[it] ?? '').join(';')));
};

const programme = (given: Readonly<Record<string, string>>): CheckedFile => table({ ...PROGRAMME, ...given });

/** A case as JSON has it. */
const cases = (...rows: readonly unknown[]): CheckedFile => checkText(JSON.stringify({ cases: rows }));

describe('a file of programmes and cases', () => {
  it.each(['programmes.csv', 'cases.csv', 'cases.json'])(
    'docs/import/%s is an example of a good one',
    (name) => {
      const file = checkImport(readFileSync(`docs/import/${name}`), KNOWN);
      expect(file.bad).toEqual([]);
      expect(file.unusedColumns).toEqual([]);
      expect(file.good).toHaveLength(file.rows);
    },
  );

  it('says the same as a table and as JSON', () => {
    const [inTable] = programme({
      version: '2',
      versionOn: '2025-01-02',
      clinicalAreas: 'Cancer | övrigt',
    }).good;
    const row = { ...PROGRAMME, version: 2, versionOn: '2025-01-02', clinicalAreas: ['cancer', 'övrigt'] };
    const [inJson] = checkText(JSON.stringify({ programmes: [row] })).good;
    expect(inTable?.answers).toEqual(inJson?.answers);
  });

  it('may have the labels of forms as columns and choices, with semicolons or tabs, in UTF-8 or as Swedish Excel does', () => {
    const columns = columnsOf(IMPORT_FORMS.programmes);
    const label = (path: string) => columns.find((it) => it.path === path)?.label.sv ?? path;
    const row = { ...PROGRAMME, kind: 'Stödprogram', responsibleCouncil: 'samordningsråd primärvård' };
    for (const delimiter of [';', '\t'])
      for (const encoding of ['utf8', 'latin1'] as const) {
        const text = [Object.keys(row).map(label), Object.values(row)]
          .map((it) => it.join(delimiter))
          .join('\n');
        const { good, bad } = checkImport(Buffer.from(text, encoding), KNOWN);
        expect(bad).toEqual([]);
        expect(good[0]?.answers).toEqual(PROGRAMME);
      }
  });

  it('has one column of each name', () => {
    for (const form of Object.values(IMPORT_FORMS)) {
      const names = columnsOf(form).flatMap(({ path, label }) => [
        ...new Set([path, label.sv, label.en].map((it) => it.toLowerCase())),
      ]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('takes a row for each line of a list: with the same reference, or with nothing else', () => {
    const unit = (name: string) => ({ 'units.unit': name, 'units.startedOn': '2024-06-01' });
    const { good, bad } = table(
      { ...PROGRAMME, ...unit('A') },
      { reference: 'P-9', ...unit('B') },
      unit('C'),
      { ...PROGRAMME, ...unit('D') },
      { ...PROGRAMME, ...unit('D') },
    );
    expect(bad).toEqual([]);
    expect(good).toHaveLength(1);
    expect(good[0]?.answers).toMatchObject({
      units: ['A', 'B', 'C', 'D'].map((name) => expect.objectContaining({ unit: name })),
    });
  });

  it('names the columns that it does not use, and what would be good to fill in', () => {
    const { unusedColumns, gaps } = programme({ Anteckning: 'x', 'units.unit': 'A' });
    expect(unusedColumns).toEqual(['Anteckning']);
    expect(gaps).toContainEqual({ kind: 'programmes', column: 'units.riskAnalysisOn', rows: 1 });
  });

  it.each([
    ['nothing', '', /första rad/u],
    ['no telling column', 'reference;name\n1;A', /publishedOn.*waitsAt/u],
    ['no needed column', 'reference;publishedOn\n1;2024-01-01', /saknar kolumner.*name/u],
    ['no rows', 'reference;waitsAt', /inga rader/u],
    ['a lonely quotation mark', 'reference;waitsAt\n1;"a', /rad 2/u],
    ['broken JSON', '{"cases": [', /JSON/u],
    ['another list', '{"ärenden": []}', /cases/u],
    ['JSON without rows', '{"cases": []}', /inga/u],
  ])('with %s is refused with a sentence', (_what, text, sentence) => {
    const file = checkText(text);
    expect(file.good).toEqual([]);
    expect(said(file)).toMatch(sentence);
  });

  it('never throws, whatever its rows are', () => {
    for (const row of [null, 1, [], { positions: 1 }, { waitsAt: {} }])
      expect(cases(row).bad).not.toEqual([]);
  });
});

describe('a bad row is told of by row and column, and how to mend it', () => {
  it('in all its cells at once, and the other rows are read', () => {
    const file = table(
      {
        ...PROGRAMME,
        kind: 'kurs',
        publishedOn: '2024-13-01',
        version: 'två',
        versionOn: '2025-01-02',
        contactEmail: 'nej',
      },
      { ...PROGRAMME, reference: 'P-10' },
      { ...PROGRAMME, reference: 'P-11', responsibleCouncil: 'Rådet' },
    );
    expect(places(file)).toEqual([
      '2 kind',
      '2 contactEmail',
      '2 publishedOn',
      '2 version',
      '4 responsibleCouncil',
    ]);
    expect(file.good.map(({ row }) => row)).toEqual([3]);
    for (const { message } of file.bad)
      expect([message.sv.length > 20, message.en.length > 20]).toEqual([true, true]);
  });

  it('in a line of a list, by the row of that line', () => {
    const file = table(
      { ...PROGRAMME, 'units.unit': 'A', 'units.startedOn': '2024-06-01' },
      { reference: 'P-9', 'units.unit': 'B', 'units.startedOn': '2024-05-01' },
      { reference: 'P-9', 'units.unit': '', 'units.startedOn': '2024-07-01' },
    );
    expect(places(file)).toEqual(['4 units.unit']);
    const early = programme({ 'units.unit': 'A', 'units.startedOn': '2024-05-01' });
    expect(places(early)).toEqual(['2 units.startedOn']);
  });

  it('a row that says something else than the first with its reference', () => {
    const file = table({ ...PROGRAMME }, { ...PROGRAMME, name: 'Ett annat namn' });
    expect(places(file)).toEqual(['3 name']);
    expect(file.good).toEqual([]);
  });

  it('a reference or a case number that another row has', () => {
    const row = caseAt('screening');
    const other = { ...row, reference: 'A-100', caseNumber: 'SOB-7' };
    expect(places(cases(row, row))).toEqual(['2 reference']);
    expect(places(cases({ ...row, caseNumber: 'sob-7' }, other))).toEqual(['2 caseNumber']);
  });

  it('a case number that could be one of Nominera’s, or that no machine can be named by', () => {
    for (const caseNumber of ['N-2026-0001', 'SOB 7', 'SOB/7', 'ärende-7'])
      expect(places(cases({ ...caseAt('screening'), caseNumber }))).toEqual(['1 caseNumber']);
    expect(cases({ ...caseAt('screening'), caseNumber: 'SOB-2025-7' }).bad).toEqual([]);
  });

  it('ROUTINE.md section 0 no. 14: a personal number, which is not repeated', () => {
    const file = programme({ programmeOwner: 'Anna 850709-9805' });
    expect(places(file)).toEqual(['2 programmeOwner']);
    expect(said(file)).not.toContain('850709');
  });

  it('a day that has not been, or that comes before what it follows', () => {
    expect(places(programme({ publishedOn: '2026-11-24' }))).toEqual(['2 publishedOn']);
    expect(places(programme({ decidedOn: '2024-05-07' }))).toEqual(['2 publishedOn']);
    const { positions: [first] = [], ...row } = caseAt('decision');
    const early = [{ ...first, receivedOn: '2026-02-19' }];
    expect(places(cases({ ...row, positions: early }))).toEqual(['1 positions[0].receivedOn']);
    expect(places(cases({ ...row, positions: [first], pprDecidedOn: '2026-03-24' }))).toEqual([
      '1 pprDecidedOn',
    ]);
  });

  it('R-12: a programme without its council, or without someone who answers for its operation', () => {
    expect(places(programme({ responsibleCouncil: '', operationalResponsibility: '' }))).toEqual([
      '2 responsibleCouncil',
      '2 operationalResponsibility',
    ]);
  });

  it('G4: a case that is past the councils without their answers, and one that waits for councils that have all answered', () => {
    const row = caseAt('position');
    expect(places(cases({ ...row, waitsAt: 'decision' }))).toEqual(['1 positions[1].position']);
    expect(places(cases({ ...row, positions: row.positions?.slice(0, 1) }))).toEqual(['1 waitsAt']);
  });

  it('R-c1: PPR without a referral, and a referral without PPR', () => {
    const row = caseAt('decision');
    const positions = row.positions?.map((it) => ({ ...it, refersToPpr: false }));
    expect(places(cases({ ...row, positions }))).toEqual(['1 pprReceivedOn', '1 pprPosition']);
    const { pprPosition: _p, pprDecidedOn: _d, pprReason: _r, ...unanswered } = row;
    expect(places(cases(unanswered))).toEqual(['1 pprPosition']);
  });

  it('G6: an introduction before the production is done', () => {
    const { test: _, testOn: _on, ...row } = caseAt('introduction');
    expect(places(cases(row))).toEqual(['1 test']);
    expect(places(cases({ ...caseAt('introduction'), waitsAt: 'production' }))).toEqual(['1 waitsAt']);
  });

  it('P-22: a project whose owner is its manager', () => {
    const row = { ...caseAt('production'), projectManagerEmail: 'Projektagare@example.se' };
    expect(places(cases(row))).toEqual(['1 projectManagerEmail']);
  });

  it('what belongs to a step that the case has not come to', () => {
    const { decision, decidedOn } = caseAt('introduction');
    expect(places(cases({ ...caseAt('decision'), decision, decidedOn }))).toEqual([
      '1 decision',
      '1 decidedOn',
    ]);
  });

  it('an inactivated programme that is to be followed up', () => {
    const file = checkText(
      JSON.stringify({ programmes: [programmeOf('P-3', { nextReviewOn: '2027-10-01' })] }),
    );
    expect(places(file)).toEqual(['1 nextReviewOn']);
  });
});
