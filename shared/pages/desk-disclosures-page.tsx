import type { ComponentChild } from 'preact';
import { dateInWords, type Words } from '../routine/words.ts';
import { Cards } from './cards.tsx';
import type { DisclosuresView, ListedDisclosure } from './desk-list-views.ts';
import { html, Page } from './layout.tsx';
import { inLanguage } from './links.ts';
import { Written } from './programme-facts.tsx';

/** Everything that the office has handed out of its cases, and to whom. */
export function disclosuresPage(view: DisclosuresView): string {
  const { lang, desk, disclosures } = view;
  const cells = ({
    caseNumber,
    on,
    by,
    to,
    request,
    masked,
    ground,
  }: ListedDisclosure): readonly ComponentChild[] => [
    <a key="case" class="govuk-link" href={inLanguage(`${desk.deskHref}/cases/${caseNumber}`, lang)}>
      {caseNumber}
    </a>,
    dateInWords(on, lang),
    <Written lang={lang}>{to}</Written>,
    <Written lang={lang}>{request}</Written>,
    masked === 0 ? (
      NOTHING[lang]
    ) : (
      <span key="masked">
        {`${TEXTS(masked)[lang]} `}
        {ground !== undefined && <Written lang={lang}>{`(${ground})`}</Written>}
      </span>
    ),
    by,
  ];
  return html(
    <Page frame={view} title={TITLE[lang]} wide>
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      <p class="govuk-body">{LEAD[lang]}</p>
      {disclosures.length === 0 ? (
        <p class="govuk-body">{NONE[lang]}</p>
      ) : (
        <Cards
          caption={TITLE[lang]}
          columns={COLUMNS.map((it) => it[lang])}
          rows={disclosures.map((it, index) => ({ key: String(index), cells: cells(it) }))}
        />
      )}
    </Page>,
  );
}

const TITLE: Words = { sv: 'Utlämnanden', en: 'Disclosures' };
const LEAD: Words = {
  sv: 'Här står varje gång som handlingar i ett ärende har lämnats ut: vad, till vem och av vem.',
  en: 'Here is each time that documents of a case were disclosed: what, to whom and by whom.',
};
const NONE: Words = {
  sv: 'Inget har lämnats ut än. Öppna ett ärende för att göra en kopia som kan lämnas ut.',
  en: 'Nothing has been disclosed yet. Open a case to make a copy that can be disclosed.',
};
const COLUMNS: readonly Words[] = [
  { sv: 'Ärende', en: 'Case' },
  { sv: 'När', en: 'When' },
  { sv: 'Till', en: 'To' },
  { sv: 'Begäran', en: 'Request' },
  { sv: 'Maskat', en: 'Masked' },
  { sv: 'Av', en: 'By' },
];
const NOTHING: Words = { sv: 'Inget', en: 'Nothing' };
const TEXTS = (count: number): Words => ({
  sv: count === 1 ? '1 uppgift' : `${count} uppgifter`,
  en: count === 1 ? '1 detail' : `${count} details`,
});
