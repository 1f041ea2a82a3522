import type { JSX } from 'preact';
import type { Report, ReportCount } from '../case/report.ts';
import type { Figure } from '../case/report-figures.ts';
import { UNITS } from '../routine/report.ts';
import { type Language, numberInWords, type Words } from '../routine/words.ts';
import { DevelopedChart, StepsChart } from './charts.tsx';
import { SAY } from './words.ts';

interface FiguresProps {
  readonly report: Report;
  readonly lang: Language;
}

/** All that a year's report says: its counts with their definitions, programmes per year, and time per step. */
export const Figures = ({ report, lang }: FiguresProps): JSX.Element => (
  <>
    <CountsTable report={report} lang={lang} />
    <section class="nom-part">
      <h2 class="govuk-heading-m">{DEVELOPED[lang]}</h2>
      <DevelopedChart years={report.developed} title={DEVELOPED[lang]} lang={lang} />
      <DevelopedTable report={report} lang={lang} />
    </section>
    <section class="nom-part">
      <h2 class="govuk-heading-m">{TIMES(report.year)[lang]}</h2>
      {report.steps.length === 0 ? (
        <p class="govuk-body">{NO_ANSWERS[lang]}</p>
      ) : (
        <>
          <p class="govuk-body">{HOW_TIMED[lang]}</p>
          <StepsChart steps={report.steps} title={TIMES(report.year)[lang]} lang={lang} />
          <StepsTable report={report} lang={lang} />
        </>
      )}
    </section>
  </>
);

const CountsTable = ({ report: { year, counts }, lang }: FiguresProps): JSX.Element => (
  <table class="govuk-table">
    <caption class="govuk-table__caption govuk-visually-hidden">{`${SAY.year[lang]} ${year}`}</caption>
    <thead class="govuk-visually-hidden">
      <tr>
        <th scope="col">{COUNT[lang]}</th>
        <th scope="col">{VALUE[lang]}</th>
      </tr>
    </thead>
    {counts.map((count) => (
      <Count key={count.id} count={count} lang={lang} />
    ))}
  </table>
);

const Count = ({ count, lang }: { readonly count: ReportCount; readonly lang: Language }): JSX.Element => (
  <tbody>
    <tr>
      <th class="govuk-table__header nom-count" scope="rowgroup" colSpan={2}>
        {`${count.id} ${count.title[lang]}`}
        {!count.inRoutine && <span class="govuk-hint">{` (${ADDITION[lang]})`}</span>}
        <p class="govuk-hint">{count.definition[lang]}</p>
      </th>
    </tr>
    {count.figures.map((figure) => (
      <tr key={figure.name}>
        <th class="govuk-table__cell" scope="row">
          {figure.label[lang]}
        </th>
        <td class="govuk-table__cell govuk-table__cell--numeric">{valueInWords(figure, lang)}</td>
      </tr>
    ))}
  </tbody>
);

/** A figure with what it is a number of: `66,7 procent`. */
const valueInWords = ({ value, unit }: Figure, lang: Language): string =>
  value === null ? NONE[lang] : `${numberInWords(value, lang)} ${UNITS[unit][lang]}`;

const DevelopedTable = ({ report, lang }: FiguresProps): JSX.Element => (
  <table class="govuk-table govuk-table--small-text-until-tablet">
    <caption class="govuk-table__caption govuk-visually-hidden">{DEVELOPED[lang]}</caption>
    <Columns of={[SAY.year, TREATMENT, SUPPORT]} lang={lang} />
    <tbody>
      {report.developed.map(({ year, treatment, support }) => (
        <tr key={year}>
          <th class="govuk-table__cell" scope="row">
            {year}
          </th>
          <NumberCells of={[treatment, support]} lang={lang} />
        </tr>
      ))}
    </tbody>
  </table>
);

/** A step's name stands above its numbers: beside them a narrow screen has no room for it. */
const StepsTable = ({ report, lang }: FiguresProps): JSX.Element => (
  <table class="govuk-table govuk-table--small-text-until-tablet">
    <caption class="govuk-table__caption govuk-visually-hidden">{TIMES(report.year)[lang]}</caption>
    <Columns of={[ANSWERS, MEDIAN, LONGEST]} lang={lang} />
    {report.steps.map(({ step, title, answers, medianDays, longestDays }) => (
      <tbody key={step}>
        <tr>
          <th class="govuk-table__cell nom-above" scope="rowgroup" colSpan={3}>
            {title[lang]}
          </th>
        </tr>
        <tr>
          <NumberCells of={[answers, medianDays, longestDays]} lang={lang} />
        </tr>
      </tbody>
    ))}
  </table>
);

const Columns = ({ of, lang }: { readonly of: readonly Words[]; readonly lang: Language }): JSX.Element => (
  <thead>
    <tr>
      {of.map((column) => (
        <th
          key={column.sv}
          scope="col"
          class={
            column === SAY.year ? 'govuk-table__header' : 'govuk-table__header govuk-table__header--numeric'
          }
        >
          {column[lang]}
        </th>
      ))}
    </tr>
  </thead>
);

const NumberCells = ({
  of,
  lang,
}: {
  readonly of: readonly number[];
  readonly lang: Language;
}): JSX.Element => (
  <>
    {of.map((it, index) => (
      <td key={index} class="govuk-table__cell govuk-table__cell--numeric">
        {numberInWords(it, lang)}
      </td>
    ))}
  </>
);

const COUNT: Words = { sv: 'Mått', en: 'Count' };
const VALUE: Words = { sv: 'Värde', en: 'Value' };
const ADDITION: Words = { sv: 'krävs inte av rutinen', en: 'not demanded by the routine' };
const NONE: Words = { sv: 'inget att räkna på', en: 'nothing to count' };
const DEVELOPED: Words = {
  sv: 'Framtagna program per år och typ',
  en: 'Programmes developed, by year and kind',
};
/** Short, for a narrow screen. */
const TREATMENT: Words = { sv: 'Behandling', en: 'Treatment' };
const SUPPORT: Words = { sv: 'Stöd', en: 'Support' };
const TIMES = (year: number): Words => ({ sv: `Tid per steg ${year}`, en: `Time per step ${year}` });
const HOW_TIMED: Words = {
  sv: 'Kalenderdagar från det att frågan togs emot tills den besvarades. Medianen är det mittersta värdet.',
  en: 'Calendar days from when the question was received until it was answered. The median is the middle value.',
};
const NO_ANSWERS: Words = {
  sv: 'Ingen fråga besvarades under året.',
  en: 'No question was answered in the year.',
};
const ANSWERS: Words = { sv: 'Svar', en: 'Answers' };
const MEDIAN: Words = { sv: 'Median, dagar', en: 'Median, days' };
const LONGEST: Words = { sv: 'Längst, dagar', en: 'Longest, days' };
