import { html, Page } from './layout.tsx';
import type { MessageView } from './views.ts';

/** A page that only says something: an unknown link, a closed question, a fault. */
export const messagePage = ({ lang, title, text, otherLanguageHref }: MessageView): string =>
  html(
    <Page lang={lang} title={title[lang]} otherLanguageHref={otherLanguageHref}>
      <h1 class="govuk-heading-l">{title[lang]}</h1>
      <p class="govuk-body nom-text">{text[lang]}</p>
    </Page>,
  );
