import { html, Page } from './layout.tsx';
import { inLanguage } from './links.ts';
import { BUTTON, type Intent } from './posted.ts';
import { Carried, TypedText } from './typed.tsx';
import type { MessageView } from './views.ts';
import { SAY } from './words.ts';

/** A page that only says something: an unknown link, a fault. What was typed is there to copy, or to send again. */
export const messagePage = (view: MessageView): string => {
  const { lang, title, text, onward, isAnswer, typed, mayTryAgain } = view;
  return html(
    <Page frame={view} title={title[lang]} otherLanguage={isAnswer ? 'none' : 'link'}>
      <h1 class="govuk-heading-l">{title[lang]}</h1>
      <p class="govuk-body nom-text">{text[lang]}</p>
      {onward && (
        <p class="govuk-body nom-screen">
          <a class="govuk-link" href={inLanguage(onward.href, lang)}>
            {onward.text[lang]}
          </a>
        </p>
      )}
      {typed && mayTryAgain && (
        <Carried sheet={typed.sheet} posted={typed.posted}>
          <button type="submit" class="govuk-button" name={AS_BEFORE[typed.intent]}>
            {SAY.tryAgain[lang]}
          </button>
        </Carried>
      )}
      {typed && <TypedText typed={typed} lang={lang} />}
    </Page>,
  );
};

const AS_BEFORE: Readonly<Record<Intent, string | undefined>> = {
  edit: BUTTON.edit,
  submit: undefined,
  confirm: BUTTON.confirm,
};
