import { describe, expect, it } from 'vitest';
import { type Report, reportOf } from '../../shared/case/report.ts';
import { reportPage } from '../../shared/pages/pages.ts';

const REPORT = reportOf(
  {
    '2024/developed/treatment': 4,
    '2024/developed/support': 2,
    '2026/developed/support': 3,
    '2026/stepDays/screening/5': 3,
    '2026/stepDays/position/20': 1,
    '2026/stepDays/position/41': 1,
  },
  2026,
);

const pageOf = (report: Report, lang: 'sv' | 'en' = 'sv'): string =>
  reportPage({ lang, report, today: '2027-01-11', versions: [], otherYears: [] });

interface Bar {
  readonly isHollow: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const chart = (page: string, id: string): string =>
  new RegExp(`<svg[^>]*aria-labelledby="${id}-title.*?</svg>`, 'su').exec(page)?.[0] ?? '';

/** The bars of a chart, without those that explain it. */
const barsOf = (svg: string): readonly Bar[] =>
  [
    ...svg
      .replace(/<g>.*?<\/g>/gsu, '')
      .matchAll(/<rect class="([^"]*)" x="([^"]*)" y="([^"]*)" width="([^"]*)"/gu),
  ].map(([, classes = '', x, y, width]) => ({
    isHollow: classes.includes('hollow'),
    x: Number(x),
    y: Number(y),
    width: Number(width),
  }));

const textsOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map((it) => it[1] ?? '');

/** The cells of the table with this caption, row by row. */
const rowsOf = (page: string, caption: string): readonly (readonly string[])[] => {
  const table = page.slice(page.indexOf(`>${caption}</caption>`)).split('</table>')[0] ?? '';
  return [...table.matchAll(/<tr>(.*?)<\/tr>/gsu)].map((row) =>
    [...(row[1] ?? '').matchAll(/<t[hd][^>]*>([^<]*)/gu)].map((cell) => cell[1] ?? ''),
  );
};

describe('the pictures of a report', () => {
  it('R-u1: a bar for each kind and year with programmes, as long as they are many, the second after the first', () => {
    const [treatment, support, later, ...none] = barsOf(chart(pageOf(REPORT), 'developed'));
    expect(none).toEqual([]);
    expect([treatment?.isHollow, support?.isHollow, later?.isHollow]).toEqual([false, true, true]);
    expect(treatment?.width).toBeCloseTo(2 * Number(support?.width));
    expect(later?.width).toBeCloseTo(1.5 * Number(support?.width));
    expect(support?.x).toBeCloseTo(Number(treatment?.x) + Number(treatment?.width));
    expect([support?.y, Number(later?.y) > Number(support?.y)]).toEqual([treatment?.y, true]);
  });

  it('say in words what they show, and the table after each has the same figures', () => {
    const page = pageOf(REPORT);
    expect(textsOf(chart(page, 'developed')).slice(2)).toEqual([
      ...['2024', '2025', '2026'],
      ...['4 + 2', '0 + 0', '0 + 3'],
    ]);
    expect(rowsOf(page, 'Framtagna program per år och typ')).toEqual([
      ['År', 'Behandling', 'Stöd'],
      ['2024', '4', '2'],
      ['2025', '0', '0'],
      ['2026', '0', '3'],
    ]);
    expect(textsOf(chart(page, 'steps')).filter((_, index) => index % 2 === 1)).toEqual([
      '5 dagar',
      '30,5 dagar',
    ]);
    const [, first, ofFirst, second, ofSecond] = rowsOf(page, 'Tid per steg 2026');
    expect([first, second].map((row) => row?.length)).toEqual([1, 1]);
    expect([ofFirst, ofSecond]).toEqual([
      ['3', '5', '5'],
      ['2', '30,5', '41'],
    ]);
  });

  it('have a name and a description for those who do not see them, in the language of the page', () => {
    for (const [lang, name] of [
      ['sv', 'Tid per steg 2026'],
      ['en', 'Time per step 2026'],
    ] as const) {
      const svg = chart(pageOf(REPORT, lang), 'steps');
      expect(svg).toContain('role="img" aria-labelledby="steps-title steps-desc"');
      expect(svg).toContain(`<title id="steps-title">${name}</title>`);
      expect(svg).toMatch(/<desc id="steps-desc">[^<]{10,}<\/desc>/u);
    }
  });

  it('take their colours from the style sheet alone, which is all that the page’s policy lets in', () => {
    for (const id of ['developed', 'steps'])
      expect(chart(pageOf(REPORT), id)).not.toMatch(/style=|fill=|stroke=|<script|url\(/u);
  });

  it('stay within their frame, whatever the figures are', () => {
    const huge = reportOf({ '2026/developed/treatment': 900, '2026/stepDays/decision/2000': 1 }, 2026);
    const bars = ['developed', 'steps'].flatMap((id) => barsOf(chart(pageOf(huge), id)));
    expect(Math.max(...bars.map(({ x, width }) => x + width))).toBeLessThanOrEqual(320);
    expect(bars).toHaveLength(2);
  });

  it('of a year without answers there is no picture, and it is said', () => {
    const page = pageOf(reportOf({}, 2026));
    expect(chart(page, 'steps')).toBe('');
    expect(page).toContain('Ingen fråga besvarades under året.');
  });
});
