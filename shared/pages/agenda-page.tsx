import type { JSX } from 'preact';
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
      {items.length === 0 ? (
        <p class="govuk-body">{NOTHING[lang]}</p>
      ) : (
        <>
          <p class="govuk-body nom-screen">{HOW[lang]}</p>
          <ol class="nom-agenda">
            {items.map((item) => (
              <li key={item.href}>
                <Item item={item} lang={lang} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Page>,
  );
}

const Item = ({ item, lang }: { readonly item: AgendaItem; readonly lang: Language }): JSX.Element => (
  <>
    <h2 class="govuk-heading-s">
      <a class="govuk-link" href={inLanguage(item.href, lang)}>
        {`${item.caseNumber}: ${item.workingTitle}`}
      </a>
    </h2>
    <dl class="govuk-summary-list">
      <Row label={QUESTION[lang]}>{item.question.asks[lang]}</Row>
      <Row label={KIND[lang]}>{item.kind[lang]}</Row>
      <Row label={AGE[lang]}>{inDays(item.caseDays)[lang]}</Row>
      <Waits {...item} lang={lang} />
    </dl>
  </>
);

const TITLE: Words = { sv: 'Nomineringar som väntar på er', en: 'Nominations that wait for you' };
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
const KIND: Words = { sv: 'Gäller', en: 'Concerns' };
