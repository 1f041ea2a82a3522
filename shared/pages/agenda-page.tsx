import type { JSX } from 'preact';
import { PHASES, type Phase } from '../routine/question.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import { html, Page } from './layout.tsx';
import { inLanguage } from './links.ts';
import { Row } from './summary.tsx';
import type { AgendaItem, AgendaView } from './views.ts';
import { inDays, Waits } from './waits.tsx';

/** What waits for a body, to work from and to print as the agenda of a meeting. */
export function agendaPage(view: AgendaView): string {
  const { lang, bodyName, today, items } = view;
  return html(
    <Page frame={view} title={`${TITLE[lang]} – ${bodyName[lang]}`}>
      <span class="govuk-caption-l">{`${bodyName[lang]} · ${dateInWords(today, lang)}`}</span>
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      <p class={items.length === 0 ? 'govuk-body' : 'govuk-body nom-screen'}>
        {(items.length === 0 ? NOTHING : HOW)[lang]}
      </p>
      {PHASES.map((phase) => (
        <Group
          key={phase}
          title={GROUP[phase]}
          items={items.filter(({ question }) => question.phase === phase)}
          lang={lang}
        />
      ))}
    </Page>,
  );
}

interface GroupProps {
  readonly title: Words;
  readonly items: readonly AgendaItem[];
  readonly lang: Language;
}

const Group = ({ title, items, lang }: GroupProps): JSX.Element | null =>
  items.length === 0 ? null : (
    <section class="nom-part">
      <h2 class="govuk-heading-m">{`${title[lang]} (${items.length})`}</h2>
      <ol class="nom-agenda">
        {items.map((item) => (
          <li key={item.href}>
            <Item item={item} lang={lang} />
          </li>
        ))}
      </ol>
    </section>
  );

const Item = ({ item, lang }: { readonly item: AgendaItem; readonly lang: Language }): JSX.Element => (
  <>
    <h3 class="govuk-heading-s">
      <a class="govuk-link" href={inLanguage(item.href, lang)}>
        {`${item.caseNumber}: ${item.workingTitle}`}
      </a>
    </h3>
    <dl class="govuk-summary-list">
      <Row label={QUESTION[lang]}>{item.question.asks[lang]}</Row>
      <Row label={KIND[lang]}>{item.kind[lang]}</Row>
      {item.publishedOn === undefined ? (
        <Row label={AGE[lang]}>{inDays(item.caseDays)[lang]}</Row>
      ) : (
        <Row label={PUBLISHED[lang]}>{dateInWords(item.publishedOn, lang)}</Row>
      )}
      <Waits {...item} lang={lang} />
    </dl>
  </>
);

const TITLE: Words = { sv: 'Det här väntar på er', en: 'What waits for you' };
const GROUP: Readonly<Record<Phase, Words>> = {
  nomination: { sv: 'Nomineringar', en: 'Nominations' },
  production: { sv: 'Projekt', en: 'Projects' },
  review: { sv: 'Program att följa upp', en: 'Programmes to follow up' },
};
const NOTHING: Words = {
  sv: 'Inget väntar på er just nu. Ni får ett mejl när det kommer något.',
  en: 'Nothing waits for you at the moment. You are sent a mail when something comes.',
};
const HOW: Words = {
  sv: 'Välj ett ärende för att läsa och svara. Sidan går att skriva ut som dagordning.',
  en: 'Choose a case to read and answer. The page can be printed as an agenda.',
};
const QUESTION: Words = { sv: 'Fråga', en: 'Question' };
const AGE: Words = { sv: 'Ärendets ålder', en: 'Age of the case' };
const PUBLISHED: Words = { sv: 'Publicerades', en: 'Published' };
const KIND: Words = { sv: 'Gäller', en: 'Concerns' };
