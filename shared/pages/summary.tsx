import type { ComponentChildren, JSX } from 'preact';
import { isWithheld } from '../case/openness.ts';
import type { Known } from '../routine/check.ts';
import { type Field, type Form, inMinutesForm, type NumberField } from '../routine/form.ts';
import { dateInWords, type Language, numberInWords, type Words } from '../routine/words.ts';
import { isInMinutes, isUnknown } from './posted.ts';
import { SAY } from './words.ts';

type Answers = Readonly<Record<string, unknown>>;

interface SummaryProps {
  readonly form: Form;
  readonly answers: Answers;
  readonly lang: Language;
  readonly known: Known;
  /** Only these fields, in this order. */
  readonly fields?: readonly string[] | undefined;
}

/** Fields of the form that have an answer, in the form's order. */
export const answered = (
  form: Form,
  answers: Answers,
  fields?: readonly string[],
): readonly [string, Field][] =>
  (fields ?? Object.keys(form)).flatMap((key) => {
    const field = form[key];
    const value = answers[key];
    const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    return field === undefined || empty ? [] : [[key, field] as [string, Field]];
  });

/** Answers to read: a row per answered field. */
export function Summary({ form, answers, lang, known, fields }: SummaryProps): JSX.Element | null {
  const rows = answered(form, answers, fields);
  if (rows.length === 0) return null;
  return (
    <dl class="govuk-summary-list">
      {rows.map(([key, field]) => (
        <Row key={key} label={field.label[lang]}>
          <Value field={field} value={answers[key]} lang={lang} known={known} />
        </Row>
      ))}
    </dl>
  );
}

interface RowProps {
  readonly label: ComponentChildren;
  readonly children: ComponentChildren;
  readonly action?: JSX.Element;
}

/** One row of a summary list. */
export const Row = ({ label, children, action }: RowProps): JSX.Element => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{label}</dt>
    <dd class="govuk-summary-list__value">{children}</dd>
    {action && <dd class="govuk-summary-list__actions">{action}</dd>}
  </div>
);

interface FactsProps {
  readonly rows: readonly (readonly [Words, string | undefined])[];
  readonly lang: Language;
}

/** Plain facts, a row for each that there is. */
export const Facts = ({ rows, lang }: FactsProps): JSX.Element => (
  <dl class="govuk-summary-list">
    {rows.map(
      ([label, value]) =>
        value !== undefined && (
          <Row key={label.sv} label={label[lang]}>
            <span class="nom-text">{value}</span>
          </Row>
        ),
    )}
  </dl>
);

interface DatedRowsProps {
  readonly dated: readonly (readonly [label: Words, date: string | undefined])[];
  readonly lang: Language;
}

/** A row for each of those dates that there are. */
export const DatedRows = ({ dated, lang }: DatedRowsProps): JSX.Element => (
  <>
    {dated.map(
      ([label, date]) =>
        date !== undefined && (
          <Row key={label.sv} label={label[lang]}>
            {dateInWords(date, lang)}
          </Row>
        ),
    )}
  </>
);

interface ValueProps {
  readonly field: Field;
  readonly value: unknown;
  readonly lang: Language;
  readonly known: Known;
}

/** An answer to read. */
export function Value({ field, value, lang, known }: ValueProps): JSX.Element {
  if (!isUnknown(value) && !isInMinutes(value) && !isWithheld(value)) {
    const inner = { lang, known };
    if (field.kind === 'group') {
      return <Pairs {...inner} form={field.fields} answers={value as Answers} within={field.label[lang]} />;
    }
    if (field.kind === 'list')
      return <Rows {...inner} form={field.item} rows={value as readonly Answers[]} />;
    if (field.kind === 'texts') return <Bullets items={value as readonly string[]} lang={writtenIn(lang)} />;
    if (field.kind === 'text') {
      return (
        <span class="nom-text" lang={writtenIn(lang)}>
          {String(value)}
        </span>
      );
    }
  }
  return <span class="nom-text">{inOneLine(field, value, lang, known)}</span>;
}

/** Named values, but the one that stands for the whole: of a composite one per line, of a line in a list in a run, which fits a narrow page and a wide one. */
const Pairs = ({
  form,
  answers,
  lang,
  known,
  run,
  within = '',
}: SummaryProps & { readonly run?: boolean; readonly within?: string }): JSX.Element => (
  <dl class={run ? 'nom-pairs nom-pairs--run' : 'nom-pairs'}>
    {answered(form, answers).map(([key, field]) => (
      <div key={key}>
        <dt class={key === 'value' ? 'govuk-visually-hidden' : undefined}>
          {`${labelIn(within, field.label[lang])}:`.replace('?:', '?')}
        </dt>{' '}
        <dd>
          <Value field={field} value={answers[key]} lang={lang} known={known} />
        </dd>
      </div>
    ))}
  </dl>
);

/** A label that names what it is a part of, as forms need it, where that is said beside it already. */
const labelIn = (whole: string, label: string): string => {
  const prefix = `${whole}: `;
  const rest = label.slice(prefix.length);
  return label.startsWith(prefix) ? rest.charAt(0).toUpperCase() + rest.slice(1) : label;
};

type RowsProps = Omit<SummaryProps, 'answers'> & { readonly rows: readonly Answers[] };

const Rows = ({ form, rows, lang, known }: RowsProps): JSX.Element => (
  <ol class="nom-rows">
    {rows.map((row, index) => (
      <li key={index}>
        <Pairs form={form} answers={row} lang={lang} known={known} run />
      </li>
    ))}
  </ol>
);

const Bullets = ({
  items,
  lang,
}: {
  readonly items: readonly string[];
  readonly lang?: Language | undefined;
}): JSX.Element => (
  <ul class="govuk-list govuk-list--bullet" lang={lang}>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);

/** What people write is in Swedish: an English page says so, for those who have it read aloud. */
const writtenIn = (page: Language): Language | undefined => (page === 'sv' ? undefined : 'sv');

const inOneLine = (field: Field, value: unknown, lang: Language, known: Known): string => {
  if (isUnknown(value)) return `${SAY.unknownYet[lang]}: ${value.reason}`;
  if (isWithheld(value)) return SAY.withheld[lang];
  if (isInMinutes(value)) return inMinutesForm.inMinutes.label[lang];
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return named(value, (it) => field.options[it]?.[lang]);
    case 'registerChoices':
    case 'registerChoice':
      return named(
        value,
        (it) => known.registers[field.register]?.find(({ value }) => value === it)?.label[lang],
      );
    case 'yesNo':
    case 'tick':
      return (value === true ? SAY.yes : SAY.no)[lang];
    case 'number':
      return typeof value === 'number' ? numberWithUnit(field, value, lang) : String(value);
    case 'date':
    case 'month':
      return dateInWords(String(value), lang);
    default:
      return [value].flat().join(', ');
  }
};

const named = (value: unknown, name: (it: string) => string | undefined): string =>
  [value]
    .flat()
    .map((it) => name(String(it)) ?? String(it))
    .join(', ');

const numberWithUnit = ({ unit }: NumberField, value: number, lang: Language): string => {
  if (unit === 'year') return String(value);
  const number = numberInWords(value, lang);
  return unit === undefined ? number : `${number} ${SAY[unit][lang]}`;
};

/** An amount in kronor. */
export const sek = (value: number, lang: Language): string =>
  `${numberInWords(value, lang)} ${SAY.sek[lang]}`;
