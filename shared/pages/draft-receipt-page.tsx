import type { JSX } from 'preact';
import { nominationSheet } from '../routine/nomination-sheet.ts';
import { timeInWords, type Words } from '../routine/words.ts';
import type { DraftReceiptView } from './draft-views.ts';
import { html, Page } from './layout.tsx';
import { Inset } from './notes.tsx';
import { Row } from './summary.tsx';
import { Carried, TYPED_ID, TypedText } from './typed.tsx';
import { SAY } from './words.ts';

/** A nomination that was sent: its number, and what happens next. From then on this is where its draft's link leads. */
export function draftReceiptPage(view: DraftReceiptView): string {
  const { lang, caseNumber, at, late } = view;
  return html(
    <Page
      frame={view}
      title={`${(late ? ALREADY : SENT)[lang]} – ${caseNumber}`}
      otherLanguage={late ? 'carry' : 'link'}
    >
      {late ? <TooLate {...view} /> : <Thanks {...view} />}
      <h2 class="govuk-heading-m">{SAY.whatNext[lang]}</h2>
      <p class="govuk-body">{nominationSheet.next[lang]}</p>
      <dl class="govuk-summary-list">
        <Row label={NUMBER[lang]}>{caseNumber}</Row>
        <Row label={SENT_AT[lang]}>{timeInWords(at, lang)}</Row>
      </dl>
      <p class="govuk-body nom-screen">{PRINT[lang]}</p>
      <p class="govuk-body">{MORE[lang]}</p>
      {late && <TypedText typed={late} lang={lang} />}
      {late && <Carried sheet={late.sheet} posted={late.posted} />}
    </Page>,
  );
}

const Thanks = ({ lang, caseNumber }: DraftReceiptView): JSX.Element => (
  <div class="govuk-panel govuk-panel--confirmation">
    <h1 class="govuk-panel__title">{SENT[lang]}</h1>
    <div class="govuk-panel__body">{`${SAY.case[lang]} ${caseNumber}`}</div>
  </div>
);

const TooLate = ({ lang, caseNumber }: DraftReceiptView): JSX.Element => (
  <>
    <span class="govuk-caption-l">{`${SAY.case[lang]} ${caseNumber}`}</span>
    <h1 class="govuk-heading-l">{ALREADY[lang]}</h1>
    <Inset>
      <p class="govuk-body">{NOT_SAVED[lang]}</p>
      <p class="govuk-body nom-screen">
        <a class="govuk-link" href={`#${TYPED_ID}`}>
          {SAY.toWhatYouWrote[lang]}
        </a>
      </p>
    </Inset>
  </>
);

const SENT: Words = { sv: 'Tack, nomineringen är skickad', en: 'Thank you, the nomination is sent' };
const ALREADY: Words = { sv: 'Nomineringen är redan skickad', en: 'The nomination has already been sent' };
const NOT_SAVED: Words = {
  sv: 'Någon skickade nomineringen innan du sparade, så det du skrev nu är inte med. Allt du skrev står längst ner på sidan, så att du kan kopiera det. Ni kan lägga till det på ärendets sida, med länken i mejlet om ärendet.',
  en: 'Somebody sent the nomination before you saved, so what you wrote now is not in it. All that you wrote is at the end of this page, so that you can copy it. You can add it on the page of the case, by the link in the mail about the case.',
};
const NUMBER: Words = { sv: 'Ärendenummer', en: 'Case number' };
const SENT_AT: Words = { sv: 'Skickad', en: 'Sent' };
const PRINT: Words = {
  sv: 'Du kan skriva ut eller spara sidan som kvitto. Länken till nomineringen leder hit även i fortsättningen.',
  en: 'You can print or save this page as a receipt. The link to the nomination keeps leading here.',
};
const MORE: Words = {
  sv: 'Vill ni läsa, ändra eller dra tillbaka nomineringen? Det gör ni på ärendets sida. Länken dit står i mejlet om ärendet, som går till den e-postadress ni angav i nomineringen.',
  en: 'Do you want to read, change or withdraw the nomination? You do that on the page of the case. The link to it is in the mail about the case, which goes to the e-mail address that you gave in the nomination.',
};
