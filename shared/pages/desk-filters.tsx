import type { JSX } from 'preact';
import type { CaseHead } from '../case/facts.ts';
import type { Options } from '../routine/form.ts';
import { judgement } from '../routine/screening/judgement.ts';
import type { Words } from '../routine/words.ts';
import type { CasesAsked, DeskCasesView } from './desk-list-views.ts';
import { askedQuery, NOTHING_ASKED, usualOrder } from './desk-query.ts';
import { inLanguage } from './links.ts';
import { STANDING } from './programme-facts.tsx';
import { SEARCH, SearchField } from './search-field.tsx';

type Filter = Exclude<keyof CasesAsked, 'q'>;

/** What a filter is called and what can be chosen; what is not listed here is a box to tick. */
interface Choice {
  readonly name: Filter;
  readonly label: Words;
  readonly options: Options;
  /** Of what filters, what not filtering is called. */
  readonly any?: Words;
}

const choicesOf = ({ choices }: DeskCasesView): Readonly<Record<Filter, Choice>> => ({
  state: { name: 'state', label: STATE, options: STATES },
  order: { name: 'order', label: ORDER, options: ORDERS },
  milestone: { name: 'milestone', label: MILESTONE, options: STANDING, any: ALL },
  council: { name: 'council', label: COUNCIL, options: choices.council, any: ALL },
  kind: { name: 'kind', label: KIND, options: KINDS, any: ALL },
  year: { name: 'year', label: YEAR, options: asOptions(choices.years), any: ALL },
  waitingFor: { name: 'waitingFor', label: WAITING, options: choices.waitingFor, any: ANYBODY },
  overdue: { name: 'overdue', label: OVERDUE, options: { true: SAY_YES } },
});

const asOptions = (years: readonly string[]): Options =>
  Object.fromEntries(years.map((year) => [`${year}`, { sv: year, en: year }]));

const LATER = ['milestone', 'council', 'kind', 'year', 'waitingFor'] as const;

/** Words and filters in one form that is read from the address, so that any list can be kept as a bookmark. */
export const Filters = (view: DeskCasesView): JSX.Element => {
  const { lang, asked } = view;
  const of = choicesOf(view);
  const isFiltered = LATER.some((name) => asked[name] !== undefined) || asked.overdue === true;
  return (
    <form method="get" class="nom-screen nom-filters">
      {lang === 'en' && <input type="hidden" name="lang" value="en" />}
      <div class="nom-filters__row">
        <div class="govuk-form-group nom-filters__words">
          <SearchField lang={lang} hint={SEARCH_HINT} sought={asked.q} />
        </div>
        <Pick {...view} choice={of.state} />
        <Pick {...view} choice={of.order} />
      </div>
      <details class="govuk-details" open={isFiltered}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{MORE[lang]}</span>
        </summary>
        <div class="govuk-details__text nom-filters__row">
          {LATER.map((name) => (
            <Pick key={name} {...view} choice={of[name]} />
          ))}
          <div class="govuk-form-group">
            <div class="govuk-checkboxes govuk-checkboxes--small">
              <div class="govuk-checkboxes__item">
                <input
                  class="govuk-checkboxes__input"
                  id="overdue"
                  name="overdue"
                  type="checkbox"
                  value="1"
                  checked={asked.overdue}
                />
                <label class="govuk-label govuk-checkboxes__label" for="overdue">
                  {OVERDUE[lang]}
                </label>
              </div>
            </div>
          </div>
        </div>
      </details>
      <button type="submit" class="govuk-button">
        {SHOW[lang]}
      </button>
    </form>
  );
};

const Pick = ({
  choice: { name, label, options, any },
  asked,
  lang,
}: DeskCasesView & { readonly choice: Choice }): JSX.Element => (
  <div class="govuk-form-group">
    <label class="govuk-label govuk-label--s" for={name}>
      {label[lang]}
    </label>
    <select class="govuk-select" id={name} name={name}>
      {any && <option value="">{any[lang]}</option>}
      {Object.entries(options).map(([value, text]) => (
        <option key={value} value={value} selected={asked[name] === value}>
          {text[lang]}
        </option>
      ))}
    </select>
  </div>
);

/** What was chosen, each with a way to take it away. */
export const Chosen = (view: DeskCasesView): JSX.Element | null => {
  const { lang, asked } = view;
  const of = choicesOf(view);
  const unsaid = { ...NOTHING_ASKED, order: usualOrder(asked) };
  const chosen = (Object.keys(of) as Filter[]).filter(
    (name) => asked[name] !== undefined && asked[name] !== unsaid[name],
  );
  if (chosen.length === 0 && asked.q === '') return null;
  const links = [
    ...(asked.q === '' ? [] : [{ name: 'q' as const, said: `${SEARCH[lang]}: ${asked.q}` }]),
    ...chosen.map((name) => ({ name, said: saidOf(of[name], asked, lang) })),
  ];
  return (
    <section aria-label={CHOSEN[lang]}>
      <ul class="govuk-list nom-chosen">
        {links.map(({ name, said }) => (
          <li key={name}>
            {`${said} `}
            <a class="govuk-link nom-screen" href={inLanguage(`?${askedQuery(without(asked, name))}`, lang)}>
              {REMOVE[lang]}
              <span class="govuk-visually-hidden">{`: ${said}`}</span>
            </a>
          </li>
        ))}
        {links.length > 1 && (
          <li class="nom-screen">
            <a class="govuk-link" href={inLanguage('?', lang)}>
              {REMOVE_ALL[lang]}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
};

const saidOf = ({ name, label, options }: Choice, asked: CasesAsked, lang: 'sv' | 'en'): string =>
  name === 'overdue'
    ? label[lang]
    : `${label[lang]}: ${options[String(asked[name])]?.[lang] ?? String(asked[name])}`;

const without = (asked: CasesAsked, name: keyof CasesAsked): CasesAsked => {
  const { [name]: _, ...rest } = asked;
  const left = { ...NOTHING_ASKED, ...rest };
  return name === 'state' || name === 'order' ? { ...left, order: usualOrder(left) } : left;
};

/** What kind of programme it is, or that nobody has settled it. */
export const KINDS: Readonly<Record<CaseHead['programmeKind'], Words>> = {
  ...judgement.programmeKind.options,
  unsure: { sv: 'Typ inte bestämd', en: 'Kind not settled' },
};

const SAY_YES: Words = { sv: 'Ja', en: 'Yes' };
const STATES: Options = {
  open: { sv: 'Pågående', en: 'Under way' },
  ended: { sv: 'Avslutade', en: 'Ended' },
  all: { sv: 'Alla', en: 'All' },
};
const ORDERS: Options = {
  target: { sv: 'Svar önskas senast', en: 'Answer wanted by' },
  newest: { sv: 'Nyast först', en: 'Newest first' },
  oldest: { sv: 'Äldst först', en: 'Oldest first' },
};
const SEARCH_HINT: Words = {
  sv: 'Ord ur titel eller verksamhet, eller ett ärendenummer. Minst två bokstäver; början av orden räcker.',
  en: 'Words of a title or a unit, in Swedish, or a case number. At least two letters; the beginnings of words are enough.',
};
const STATE: Words = { sv: 'Visa', en: 'Show' };
const ORDER: Words = { sv: 'Ordning', en: 'Order' };
const MILESTONE: Words = { sv: 'Läge', en: 'Stage' };
const COUNCIL: Words = { sv: 'Samordningsråd', en: 'Coordination council' };
const KIND: Words = { sv: 'Typ', en: 'Kind' };
const YEAR: Words = { sv: 'Inskickat år', en: 'Year of submission' };
const WAITING: Words = { sv: 'Väntar på', en: 'Waits for' };
const OVERDUE: Words = { sv: 'Bara försenade', en: 'Only those overdue' };
const ALL: Words = { sv: 'Alla', en: 'All' };
const ANYBODY: Words = { sv: 'Vem som helst', en: 'Anybody' };
const MORE: Words = { sv: 'Fler sätt att välja', en: 'More ways to choose' };
const SHOW: Words = { sv: 'Visa ärenden', en: 'Show cases' };
const CHOSEN: Words = { sv: 'Ni har valt', en: 'You have chosen' };
const REMOVE: Words = { sv: 'Ta bort', en: 'Remove' };
const REMOVE_ALL: Words = { sv: 'Ta bort alla val', en: 'Remove all choices' };
