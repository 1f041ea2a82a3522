import { html, Page } from './layout.tsx';
import { BUTTON, type Intent } from './posted.ts';
import { Carried, TypedText } from './typed.tsx';
import type { MessageView } from './views.ts';
import { SAY } from './words.ts';

/** A page that only says something: an unknown link, a fault. What was typed is there to copy, or to send again. */
export const messagePage = ({ lang, title, text, isAnswer, typed, mayTryAgain }: MessageView): string =>
  html(
    <Page frame={{ lang }} title={title[lang]} otherLanguage={isAnswer ? 'none' : 'link'}>
      <h1 class="govuk-heading-l">{title[lang]}</h1>
      <p class="govuk-body nom-text">{text[lang]}</p>
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

const AS_BEFORE: Readonly<Record<Intent, string | undefined>> = {
  edit: BUTTON.edit,
  submit: undefined,
  confirm: BUTTON.confirm,
};
