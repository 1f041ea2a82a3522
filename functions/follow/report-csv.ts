import { stringify } from 'csv-stringify/sync';
import type { Report } from '../../shared/case/report.ts';
import { UNITS } from '../../shared/routine/report.ts';
import type { Language, Words } from '../../shared/routine/words.ts';

type Cell = string | number | null;

interface Line {
  readonly year: number;
  readonly id: string;
  readonly count: string;
  readonly figure: string;
  readonly value: number | null;
  readonly unit: string;
  readonly definition: string;
}

/**
 * A report as a table for spreadsheets: one line for each figure. The marks of a file that a Swedish LibreOffice or Excel
 * opens without being asked anything: semicolons, decimal commas, and a byte order mark before å, ä and ö.
 * @param version of the approved report; absent while the figures are preliminary
 */
export const reportCsv = (report: Report, lang: Language, version?: number): string => {
  const standing = version === undefined ? PRELIMINARY[lang] : `${APPROVED[lang]} ${version}`;
  const lines = [...countLines(report, lang), ...developedLines(report, lang), ...stepLines(report, lang)];
  const rows = lines.map(({ year, id, count, figure, value, unit, definition }): readonly Cell[] => [
    year,
    standing,
    id,
    count,
    figure,
    value,
    unit,
    definition,
  ]);
  return stringify([COLUMNS.map((column) => column[lang]), ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { number: (value) => String(value).replace('.', ',') },
  });
};

const countLines = ({ year, counts }: Report, lang: Language): readonly Line[] =>
  counts.flatMap(({ id, title, definition, figures }) =>
    figures.map(({ label, value, unit }) => ({
      year,
      id,
      count: title[lang],
      figure: label[lang],
      value,
      unit: UNITS[unit][lang],
      definition: definition[lang],
    })),
  );

const developedLines = ({ developed }: Report, lang: Language): readonly Line[] =>
  developed.flatMap(({ year, treatment, support }) => {
    const common = { year, id: '', count: DEVELOPED[lang], unit: UNITS.programmes[lang], definition: '' };
    return [
      { ...common, figure: TREATMENT[lang], value: treatment },
      { ...common, figure: SUPPORT[lang], value: support },
    ];
  });

const stepLines = ({ year, steps }: Report, lang: Language): readonly Line[] =>
  steps.flatMap(({ title, answers, medianDays, longestDays }) => {
    const line = (what: Words, value: number, unit: 'answers' | 'days'): Line => ({
      ...{ year, id: '', count: TIME[lang], definition: '' },
      ...{ figure: `${title[lang]}: ${what[lang]}`, value, unit: UNITS[unit][lang] },
    });
    return [
      line(ANSWERS, answers, 'answers'),
      line(MEDIAN, medianDays, 'days'),
      line(LONGEST, longestDays, 'days'),
    ];
  });

const COLUMNS: readonly Words[] = [
  { sv: 'År', en: 'Year' },
  { sv: 'Läge', en: 'Standing' },
  { sv: 'Nr', en: 'No.' },
  { sv: 'Mått', en: 'Count' },
  { sv: 'Uppgift', en: 'Figure' },
  { sv: 'Värde', en: 'Value' },
  { sv: 'Enhet', en: 'Unit' },
  { sv: 'Definition', en: 'Definition' },
];
const PRELIMINARY: Words = { sv: 'Preliminär', en: 'Preliminary' };
const APPROVED: Words = { sv: 'Godkänd, version', en: 'Approved, version' };
const DEVELOPED: Words = {
  sv: 'Framtagna program per år och typ',
  en: 'Programmes developed, by year and kind',
};
const TREATMENT: Words = { sv: 'Behandlingsprogram', en: 'Treatment programmes' };
const SUPPORT: Words = { sv: 'Stödprogram', en: 'Support programmes' };
const TIME: Words = { sv: 'Tid per steg', en: 'Time per step' };
const ANSWERS: Words = { sv: 'svar', en: 'answers' };
const MEDIAN: Words = { sv: 'median', en: 'median' };
const LONGEST: Words = { sv: 'längst', en: 'longest' };
