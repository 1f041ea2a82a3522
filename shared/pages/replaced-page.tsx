import type { JSX } from 'preact';
import type { Words } from '../routine/words.ts';
import { FORM_ID, html, Page } from './layout.tsx';
import { BUTTON } from './posted.ts';
import { Carried, TypedText } from './typed.tsx';
import type { ReplacedView } from './views.ts';

/** A link that does not lead anywhere any more, because a newer one was sent: its holder can have that sent again. */
export const replacedPage = (view: ReplacedView): string => {
  const { lang, typed } = view;
  const button: JSX.Element = (
    <button type="submit" class="govuk-button" name={BUTTON.resend} value="true">
      {RESEND[lang]}
    </button>
  );
  return html(
    <Page frame={view} title={REPLACED[lang]} otherLanguage={typed ? 'carry' : 'link'}>
      <h1 class="govuk-heading-l">{REPLACED[lang]}</h1>
      <p class="govuk-body">{WHY[lang]}</p>
      {typed && <p class="govuk-body">{NOT_SAVED[lang]}</p>}
      {typed ? (
        <Carried sheet={typed.sheet} posted={typed.posted}>
          {button}
        </Carried>
      ) : (
        <form method="post" id={FORM_ID}>
          {button}
        </form>
      )}
      {typed && <TypedText typed={typed} lang={lang} />}
    </Page>,
  );
};

/** The newer link was sent again. */
export const resentPage = (view: ReplacedView): string => {
  const { lang, typed } = view;
  return html(
    <Page frame={view} title={RESENT[lang]} otherLanguage="none">
      <h1 class="govuk-heading-l">{RESENT[lang]}</h1>
      <p class="govuk-body">{WHERE[lang]}</p>
      {typed && <p class="govuk-body">{NOT_SAVED[lang]}</p>}
      {typed && <TypedText typed={typed} lang={lang} />}
    </Page>,
  );
};

const REPLACED: Words = { sv: 'Länken har ersatts', en: 'The link has been replaced' };
const WHY: Words = {
  sv: 'Det finns en nyare länk till samma sida. Den går bara att få till den brevlåda som länken gäller: vi kan skicka den dit igen.',
  en: 'There is a newer link to the same page. It can only be had in the mailbox that the link is for: we can send it there again.',
};
const RESEND: Words = {
  sv: 'Skicka en ny länk till brevlådan',
  en: 'Send a new link to the mailbox',
};
const NOT_SAVED: Words = {
  sv: 'Det du skickade är inte sparat. Allt du skrev står här nedanför: kopiera det, och svara med den nya länken.',
  en: 'What you sent is not saved. All that you wrote is below: copy it, and answer with the new link.',
};
const RESENT: Words = { sv: 'En ny länk är på väg', en: 'A new link is on its way' };
const WHERE: Words = {
  sv: 'Vi skickar den till den brevlåda som länken gäller. Det kan ta några minuter. Kommer inget mejl, kontakta den regionala SoB-förvaltningen.',
  en: 'We are sending it to the mailbox that the link is for. It can take a few minutes. If no mail comes, contact the regional SoB office.',
};
