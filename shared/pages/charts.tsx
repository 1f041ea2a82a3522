import { max } from 'd3-array';
import { type ScaleBand, type ScaleLinear, scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import type { ComponentChildren, JSX } from 'preact';
import type { StepTime, YearOfProgrammes } from '../case/report.ts';
import { type Language, numberInWords, type Words } from '../routine/words.ts';

/**
 * Pictures of a year's report. Beside each stands a table with the same figures. Bars lie down, so that words fit on a
 * narrow screen, and kinds differ by more than colour. All measures are in the units of the picture's own width.
 */

/** As wide as the narrowest screen, on which words are read at their full size. */
const WIDTH = 320;
/** Room after the longest bar for what it amounts to. */
const AFTER = 100;
/** Half of a bar's line lies outside it. */
const LINE = 1;

interface ChartProps {
  readonly id: string;
  readonly title: string;
  readonly lang: Language;
  readonly height: number;
  readonly children: ComponentChildren;
}

const Chart = ({ id, title, lang, height, children }: ChartProps): JSX.Element => (
  <svg
    class="nom-chart"
    viewBox={`0 0 ${WIDTH} ${height + LINE}`}
    role="img"
    aria-labelledby={`${id}-title ${id}-desc`}
  >
    <title id={`${id}-title`}>{title}</title>
    <desc id={`${id}-desc`}>{SAME[lang]}</desc>
    {children}
  </svg>
);

const KINDS = ['treatment', 'support'] as const;

const YEAR_WIDTH = 50;
const LEGEND_LINE = 22;
const LEGEND_HEIGHT = KINDS.length * LEGEND_LINE + 8;

interface DevelopedChartProps {
  readonly years: readonly YearOfProgrammes[];
  readonly title: string;
  readonly lang: Language;
}

/** Programmes developed per year, treatment and support one after the other in a bar. */
export function DevelopedChart({ years, title, lang }: DevelopedChartProps): JSX.Element {
  const height = LEGEND_HEIGHT + years.length * 30;
  const y = scaleBand<number>()
    .domain(years.map(({ year }) => year))
    .range([LEGEND_HEIGHT, height])
    .paddingInner(0.3);
  const most = max(years, ({ treatment, support }) => treatment + support) ?? 0;
  const x = scaleLinear()
    .domain([0, Math.max(1, most)])
    .range([YEAR_WIDTH, WIDTH - AFTER]);
  const series = stack<YearOfProgrammes>().keys(KINDS)([...years]);
  return (
    <Chart id="developed" title={title} lang={lang} height={height}>
      <Legend lang={lang} />
      {years.map((it) => (
        <text key={it.year} x={0} y={middleOf(y, it.year)} class="nom-chart__text">
          {it.year}
        </text>
      ))}
      {series.flatMap((bars, kind) =>
        bars.map(
          ([from, to], index) =>
            to > from && (
              <rect
                key={`${kind}/${index}`}
                class={BAR[KINDS[kind] ?? 'treatment']}
                x={x(from)}
                y={y(years[index]?.year ?? 0)}
                width={x(to) - x(from)}
                height={y.bandwidth()}
              />
            ),
        ),
      )}
      {years.map(({ year, treatment, support }) => (
        <text key={year} x={x(treatment + support) + 8} y={middleOf(y, year)} class="nom-chart__text">
          {`${treatment} + ${support}`}
        </text>
      ))}
    </Chart>
  );
}

const BAR = {
  treatment: 'nom-chart__bar',
  support: 'nom-chart__bar nom-chart__bar--hollow',
} as const;

const Legend = ({ lang }: { readonly lang: Language }): JSX.Element => (
  <>
    {KINDS.map((kind, index) => (
      <g key={kind}>
        <rect class={BAR[kind]} x={LINE} y={LINE + index * LEGEND_LINE} width={14} height={14} />
        <text x={22} y={8 + index * LEGEND_LINE} class="nom-chart__text">
          {KIND_NAMES[kind][lang]}
        </text>
      </g>
    ))}
  </>
);

interface StepsChartProps {
  readonly steps: readonly StepTime[];
  readonly title: string;
  readonly lang: Language;
}

/** The median time of each step, its name above its bar. */
export function StepsChart({ steps, title, lang }: StepsChartProps): JSX.Element {
  const height = steps.length * 52;
  const y = scaleBand<string>()
    .domain(steps.map(({ step }) => step))
    .range([0, height])
    .paddingInner(0.15);
  const x = scaleLinear()
    .domain([0, Math.max(1, max(steps, ({ medianDays }) => medianDays) ?? 0)])
    .range([0, WIDTH - AFTER - LINE]);
  return (
    <Chart id="steps" title={title} lang={lang} height={height}>
      {steps.map((it) => (
        <StepBar key={it.step} it={it} x={x} y={y} lang={lang} />
      ))}
    </Chart>
  );
}

interface StepBarProps {
  readonly it: StepTime;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleBand<string>;
  readonly lang: Language;
}

const StepBar = ({ it: { step, title, medianDays }, x, y, lang }: StepBarProps): JSX.Element => {
  const top = y(step) ?? 0;
  const half = y.bandwidth() / 2;
  return (
    <>
      <text x={0} y={top + half / 2} class="nom-chart__text">
        {title[lang]}
      </text>
      <rect class="nom-chart__bar" x={LINE} y={top + half} width={x(medianDays)} height={half} />
      <text x={x(medianDays) + 8} y={top + half * 1.5} class="nom-chart__text">
        {`${numberInWords(medianDays, lang)} ${DAYS[lang]}`}
      </text>
    </>
  );
};

const middleOf = (y: ScaleBand<number>, year: number): number => (y(year) ?? 0) + y.bandwidth() / 2;

const KIND_NAMES = {
  treatment: { sv: 'Behandlingsprogram', en: 'Treatment programmes' },
  support: { sv: 'Stödprogram', en: 'Support programmes' },
} as const satisfies Readonly<Record<(typeof KINDS)[number], Words>>;

const DAYS: Words = { sv: 'dagar', en: 'days' };
const SAME: Words = {
  sv: 'Siffrorna står i tabellen efter bilden.',
  en: 'The figures are in the table after the picture.',
};
