import type { Words } from '../routine/words.ts';
import type { RedactView } from './desk-views.ts';
import { Back, html, Page } from './layout.tsx';
import { inLanguage } from './links.ts';
import { Row } from './summary.tsx';
import { SAY } from './words.ts';

/** The texts of a case by the document that they stand in, then its files, each with the way to removing it. */
export function redactPage(view: RedactView): string {
  const { lang, caseNumber, backHref, groups } = view;
  return html(
    <Page frame={view} title={`${TITLE[lang]} – ${caseNumber}`}>
      <Back href={backHref} lang={lang} />
      <span class="govuk-caption-l">{`${SAY.case[lang]} ${caseNumber}`}</span>
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      <p class="govuk-body">{LEAD[lang]}</p>
      <p class="govuk-body">{ADDRESSES[lang]}</p>
      {groups.map(({ where, texts }, index) => (
        <section key={index} class="nom-part">
          <h2 class="govuk-heading-m">{where[lang]}</h2>
          <dl class="govuk-summary-list">
            {texts.map(({ label, text, href }) => (
              <Row
                key={href}
                label={label[lang]}
                action={
                  <a class="govuk-link" href={inLanguage(href, lang)}>
                    {REMOVE[lang]}
                    <span class="govuk-visually-hidden">{`: ${where[lang]}, ${label[lang]}`}</span>
                  </a>
                }
              >
                <span class="nom-text">{text}</span>
              </Row>
            ))}
          </dl>
        </section>
      ))}
    </Page>,
  );
}

const TITLE: Words = { sv: 'Välj en text eller fil att ta bort', en: 'Choose a text or file to remove' };
const LEAD: Words = {
  sv: 'Här står allt som någon har skrivit i ärendet, och sist de bifogade filerna. Välj det som ska tas bort. På nästa sida ser du överallt där det finns, och inget tas bort förrän du har bekräftat det.',
  en: 'Here is everything that somebody has written in the case, and last the attached files. Choose what is to be removed. The next page shows every place where it is, and nothing is removed until you confirm it.',
};
const ADDRESSES: Words = {
  sv: 'Adresser som ärendets mejl går till ändrar du under Ändra kontaktpersoner.',
  en: 'The addresses that the mails of the case go to are changed under Change contacts.',
};
const REMOVE: Words = { sv: 'Ta bort', en: 'Remove' };
