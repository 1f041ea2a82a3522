import type { JSX } from 'preact';
import { SOB_OFFICE } from '../case/rounds.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import { Cards } from './cards.tsx';
import { Chosen, Filters } from './desk-filters.tsx';
import type { CasesAsked, DeskCasesView, ListedCase } from './desk-list-views.ts';
import { askedQuery, NOTHING_ASKED } from './desk-query.ts';
import { html, Page } from './layout.tsx';
import { inLanguage } from './links.ts';
import { Inset } from './notes.tsx';
import { STANDING, Written } from './programme-facts.tsx';
import { inDays } from './waits.tsx';

/** All cases, as the office looks for what it has to do, or for one of them. */
export function deskCasesPage(view: DeskCasesView): string {
  const { lang, asked, isIgnored, isReordered, cases } = view;
  const title = asked.q === '' ? TITLE[lang] : `${asked.q} – ${TITLE[lang]}`;
  return html(
    <Page frame={{ ...view, query: askedQuery(asked) }} title={title} wide>
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      <ToDo {...view} />
      <Filters {...view} />
      {isIgnored && <Inset>{IGNORED[lang]}</Inset>}
      {isReordered && <Inset>{REORDERED[lang]}</Inset>}
      <Chosen {...view} />
      {cases.length === 0 ? (
        <Nothing {...view} />
      ) : (
        <>
          <p class="govuk-body">{howMany(view)[lang]}</p>
          <Table {...view} />
        </>
      )}
      <More {...view} />
    </Page>,
  );
}

/** What the office looks at in the morning, in one step. */
const ToDo = ({ lang, asked, desk }: DeskCasesView): JSX.Element => {
  const lists = TO_DO.map(({ text, ...only }) => ({
    text,
    query: askedQuery({ ...NOTHING_ASKED, ...only }),
  }));
  return (
    <nav aria-label={TO_DO_NAME[lang]} class="nom-screen">
      <ul class="govuk-list nom-chosen">
        {lists.map(({ text, query }) => (
          <li key={query}>
            <a
              class="govuk-link"
              href={inLanguage(`?${query}`, lang)}
              {...(query === askedQuery(asked) && { 'aria-current': 'page' as const })}
            >
              {text[lang]}
            </a>
          </li>
        ))}
        <li>
          <a class="govuk-link" href={inLanguage(`${desk.deskHref}/calls`, lang)}>
            {TO_CALL[lang]}
          </a>
        </li>
      </ul>
    </nav>
  );
};

/** What helps whoever found nothing. */
const Nothing = ({ lang, asked, isCutShort, first }: DeskCasesView): JSX.Element => (
  <p class="govuk-body">
    {isCutShort ? (
      NOTHING_YET[lang]
    ) : first > 1 ? (
      NO_MORE[lang]
    ) : askedQuery(asked) === '' ? (
      NO_CASES[lang]
    ) : (
      <>
        {`${NO_MATCH(asked.q)[lang]} `}
        <a class="govuk-link" href={inLanguage(`?${askedQuery(wider(asked))}`, lang)}>
          {(asked.q === '' ? SHOW_ALL : SEARCH_ALL)[lang]}
        </a>
      </>
    )}
  </p>
);

/** All cases: those that the words find, or where they found none, all that there are. */
const wider = ({ q, state }: CasesAsked): CasesAsked => ({
  q: state === 'all' ? '' : q,
  state: 'all',
  order: 'newest',
});

const howMany = ({ first, cases, next }: DeskCasesView): Words => {
  const last = first + cases.length - 1;
  const more = next !== undefined;
  if (first === 1 && !more)
    return {
      sv: cases.length === 1 ? '1 ärende.' : `${cases.length} ärenden.`,
      en: cases.length === 1 ? '1 case.' : `${cases.length} cases.`,
    };
  return {
    sv: `Ärende ${first}–${last}.${more ? ' Det kan finnas fler.' : ' Det finns inga fler.'}`,
    en: `Cases ${first}–${last}.${more ? ' There may be more.' : ' There are no more.'}`,
  };
};

/** A link and no button, so that going back in the browser works. */
const More = ({ lang, asked, first, cases, next, isCutShort }: DeskCasesView): JSX.Element | null => {
  if (next === undefined) return null;
  const query = askedQuery(asked, { after: next, first: String(first + cases.length) });
  return (
    <>
      {isCutShort && cases.length > 0 && <p class="govuk-body">{CUT_SHORT[lang]}</p>}
      <p class="govuk-body nom-screen">
        <a class="govuk-link" href={inLanguage(`?${query}`, lang)}>
          {(isCutShort ? SEARCH_ON : SHOW_MORE)[lang]}
        </a>
      </p>
    </>
  );
};

const Table = ({ lang, cases, desk }: DeskCasesView): JSX.Element => (
  <Cards
    caption={TITLE[lang]}
    columns={[CASE, ...COLUMNS.map(({ name }) => name)].map((it) => it[lang])}
    rows={cases.map((it) => ({
      key: it.number,
      cells: [
        <CaseName key="name" it={it} href={`${desk.deskHref}/cases/${it.number}`} lang={lang} />,
        ...COLUMNS.map(({ cell: Cell, name }) => <Cell key={name.sv} it={it} lang={lang} />),
      ],
    }))}
  />
);

interface CellProps {
  readonly it: ListedCase;
  readonly lang: Language;
}

const CaseName = ({ it, href, lang }: CellProps & { readonly href: string }): JSX.Element => (
  <>
    <a class="govuk-link" href={inLanguage(href, lang)}>
      {`${it.number} `}
      <Written lang={lang}>{it.title}</Written>
    </a>
    <br />
    <span class="govuk-hint">
      <Written lang={lang}>{it.unit}</Written>
      {it.registrationNumber !== undefined && ` · ${REGISTERED[lang]} ${it.registrationNumber}`}
    </span>
  </>
);

/** What is said of a case, beside its name. */
const COLUMNS: readonly { readonly name: Words; readonly cell: (props: CellProps) => JSX.Element }[] = [
  { name: { sv: 'Typ', en: 'Kind' }, cell: ({ it, lang }) => <>{it.kind[lang]}</> },
  {
    name: { sv: 'Läge', en: 'Stage' },
    cell: ({ it: { milestone }, lang }) => <>{STANDING[milestone][lang]}</>,
  },
  {
    name: { sv: 'Väntar på', en: 'Waits for' },
    cell: ({ it: { waitingFor, waitingDays, restsUntil }, lang }) => (
      <>
        {waitingFor.length === 0 ? NOBODY[lang] : waitingFor.map((it) => it[lang]).join(', ')}
        {waitingDays !== undefined && `, ${SINCE[lang]} ${inDays(waitingDays)[lang]}`}
        {restsUntil !== undefined && `. ${RESTS[lang]} ${dateInWords(restsUntil, lang)}`}
      </>
    ),
  },
  {
    name: { sv: 'Svar önskas senast', en: 'Answer wanted by' },
    cell: ({ it: { targetOn, overdueDays }, lang }) => (
      <>
        {targetOn === undefined ? '–' : dateInWords(targetOn, lang)}
        {overdueDays !== undefined && (
          <>
            <br />
            <strong class="nom-late">{OVERDUE(overdueDays)[lang]}</strong>
          </>
        )}
      </>
    ),
  },
  { name: { sv: 'Ålder', en: 'Age' }, cell: ({ it, lang }) => <>{inDays(it.ageDays)[lang]}</> },
];

const TITLE: Words = { sv: 'Ärenden', en: 'Cases' };
const TO_DO_NAME: Words = { sv: 'Att göra i dag', en: 'To do today' };
const TO_DO: readonly ({ readonly text: Words } & Partial<CasesAsked>)[] = [
  { text: { sv: 'Väntar på oss', en: 'Waiting for us' }, waitingFor: SOB_OFFICE },
  { text: { sv: 'Försenade hos alla', en: 'Overdue, with anybody' }, overdue: true },
];
const TO_CALL: Words = { sv: 'Vill bli uppringda', en: 'Want to be called' };
const CASE: Words = { sv: 'Ärende', en: 'Case' };
const IGNORED: Words = {
  sv: 'Något i adressen kändes inte igen och räknas inte: ett val som inte finns, eller inte finns längre. Välj på nytt om listan ser fel ut.',
  en: 'Something in the address was not recognised and does not count: a choice that does not exist, or does not any more. Choose again if the list looks wrong.',
};
const REORDERED: Words = {
  sv: 'Ärenden som väntar på någon visas alltid efter den dag då svar önskas. Välj Alla eller Avslutade för en annan ordning.',
  en: 'Cases that wait for somebody are always shown by the day that an answer is wanted. Choose All or Ended for another order.',
};
const NO_CASES: Words = {
  sv: 'Inga ärenden pågår. När en nominering kommer in visas den här, och ni får ett mejl.',
  en: 'No cases are under way. When a nomination comes in it is shown here, and you are sent a mail.',
};
const NO_MATCH = (q: string): Words =>
  q === ''
    ? {
        sv: 'Inga ärenden matchar det ni har valt. Ta bort något av valen, eller titta bland alla ärenden:',
        en: 'No cases match what you have chosen. Remove one of the choices, or look among all cases:',
      }
    : {
        sv: `Inga ärenden matchar ”${q}” och det ni har valt. Prova med färre ord eller bara början av ett ord, eller titta bland alla ärenden:`,
        en: `No cases match “${q}” and what you have chosen. Try fewer words or only the beginning of a word, or look among all cases:`,
      };
const NOTHING_YET: Words = {
  sv: 'Inget som matchar har hittats än, men alla ärenden är inte genomsökta.',
  en: 'Nothing that matches has been found yet, but not all cases have been searched.',
};
const NO_MORE: Words = { sv: 'Det finns inga fler ärenden.', en: 'There are no more cases.' };
const SHOW_ALL: Words = { sv: 'Visa alla ärenden', en: 'Show all cases' };
const SEARCH_ALL: Words = { sv: 'Sök bland alla ärenden', en: 'Search among all cases' };
const SHOW_MORE: Words = { sv: 'Visa fler', en: 'Show more' };
const SEARCH_ON: Words = { sv: 'Sök vidare', en: 'Search on' };
const CUT_SHORT: Words = {
  sv: 'Alla ärenden är inte genomsökta än: listan visar det som har hittats så långt.',
  en: 'Not all cases have been searched yet: the list shows what has been found so far.',
};
const REGISTERED: Words = { sv: 'dnr', en: 'reg. no.' };
const NOBODY: Words = { sv: 'Ingen', en: 'Nobody' };
const SINCE: Words = { sv: 'i', en: 'for' };
const RESTS: Words = { sv: 'Vilar till', en: 'Rests until' };
const OVERDUE = (days: number): Words => ({
  sv: `Försenat ${inDays(days).sv}`,
  en: `Overdue by ${inDays(days).en}`,
});
