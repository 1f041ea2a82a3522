import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { reportCsv } from '../../../functions/follow/report-csv.ts';
import { type Report, reportOf } from '../../../shared/case/report.ts';
import { openedAsSpreadsheet } from '../../harness/spreadsheet.ts';

const REPORT = reportOf(
  {
    '2026/nominated': 1234,
    '2026/developed/treatment': 2,
    '2026/stepDays/position/20': 2,
    '2026/stepDays/position/40': 1,
    '2026/netDays/20': 3,
    '2026/withinMonth': 2,
    '2026/withinMonthNet': 3,
    '2026/useBegan': 3,
    '2026/unitsBegan': 8,
  },
  2026,
);

const rowsOf = (csv: string): readonly Record<string, string>[] =>
  parse(csv, { columns: true, delimiter: ';', bom: true });

describe('the report as CSV', () => {
  it('R-u1: has a line for every figure of every count, with its definition', () => {
    const rows = rowsOf(reportCsv(REPORT, 'sv')).filter(({ Nr }) => Nr !== '');
    const figures = REPORT.counts.flatMap(({ id, figures }) => figures.map(({ label }) => [id, label.sv]));
    expect(rows.map(({ Nr, Uppgift }) => [Nr, Uppgift])).toEqual(figures);
    expect(rows.every(({ Definition = '' }) => Definition.length > 20)).toBe(true);
  });

  it('says of each line whether the figures are approved', () => {
    const standing = (version?: number) =>
      new Set(rowsOf(reportCsv(REPORT, 'sv', version)).map((it) => it.Läge));
    expect(standing()).toEqual(new Set(['Preliminär']));
    expect(standing(2)).toEqual(new Set(['Godkänd, version 2']));
  });

  it('holds programmes per year and the time of each step as well', () => {
    const lines = rowsOf(reportCsv(REPORT, 'en')).filter((it) => it['No.'] === '');
    expect(lines.map(({ Year, Figure, Value, Unit }) => [Year, Figure, Value, Unit])).toEqual([
      ['2026', 'Treatment programmes', '2', 'programmes'],
      ['2026', 'Support programmes', '0', 'programmes'],
      ['2026', expect.stringMatching(/: answers$/u), '3', 'answers'],
      ['2026', expect.stringMatching(/: median$/u), '20', 'days'],
      ['2026', expect.stringMatching(/: longest$/u), '40', 'days'],
    ]);
  });

  it('what looks like a formula is text to a spreadsheet', () => {
    const [first, ...others] = REPORT.counts;
    const counts = [
      { ...first, title: { sv: '=HYPERLINK("http://x")', en: '' } },
      ...others,
    ] as Report['counts'];
    expect(reportCsv({ ...REPORT, counts }, 'sv')).toContain(`"'=HYPERLINK(""http://x"")"`);
  });
});

/** The cells of flat OpenDocument XML: numbers as numbers, the rest as text. */
const cellsOf = (xml: string): readonly (string | number)[] =>
  [...xml.matchAll(/<table:table-cell([^>]*)>\s*<text:p>([^<]*)<\/text:p>/gu)].map(
    ([, attributes = '', text = '']) => {
      const value = /office:value-type="float" office:value="([^"]*)"/u.exec(attributes)?.[1];
      return value === undefined ? text : Number(value);
    },
  );

describe('the report in LibreOffice', () => {
  it('R-u1: å, ä and ö are letters, and decimals are numbers', () => {
    const folder = mkdtempSync(join(tmpdir(), 'report-'));
    try {
      const file = join(folder, 'uppfoljning.csv');
      writeFileSync(file, reportCsv(REPORT, 'sv'));
      const cells = cellsOf(readFileSync(openedAsSpreadsheet(file, folder), 'utf8'));
      expect(cells.slice(0, 8)).toEqual([
        ...['År', 'Läge', 'Nr', 'Mått', 'Uppgift', 'Värde', 'Enhet', 'Definition'],
      ]);
      const value = (figure: string) => cells[cells.indexOf(figure) + 1];
      expect(value('Inom en månad')).toBe(66.7);
      expect(value('I genomsnitt per program')).toBe(2.7);
      expect(value('Kom in')).toBe(1234);
      expect(cells).toContain('Dessutom tillsammans med andra regioner');
      expect(cells.filter((it) => /[åäö]/u.test(String(it))).length).toBeGreaterThan(20);
      expect(cells.join()).not.toMatch(/Ã|�|\uFEFF/u);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
