import type { ComponentChildren, JSX } from 'preact';
import { render } from 'preact-render-to-string';
import type { Language } from '../routine/words.ts';
import { BUTTON } from './posted.ts';
import { STYLE, STYLE_HASH } from './style.generated.ts';
import { SAY } from './words.ts';

/** Sent with every page: nothing from elsewhere, nothing kept, nothing told to others. */
export const pageHeaders: Record<string, string> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
};

interface PageProps {
  readonly lang: Language;
  readonly title: string;
  /**
   * How the page is had in the other language. One with something typed in it must send its form, so that nothing is
   * lost: to `edit` on, or to `carry` what was sent to the same page again. One that cannot be had again has none.
   */
  readonly otherLanguage?: 'link' | 'edit' | 'carry' | 'none';
  readonly children: ComponentChildren;
}

/** The frame of every page. */
export function Page({ lang, title, otherLanguage = 'link', children }: PageProps): JSX.Element {
  return (
    <html lang={lang} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{`${title} – ${SAY.product[lang]}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body class="govuk-template__body">
        <a href="#content" class="govuk-skip-link">
          {SAY.skip[lang]}
        </a>
        <header class="nom-header">
          <div class="govuk-width-container">
            <p class="nom-header__name">{SAY.product[lang]}</p>
            <p>{SAY.office[lang]}</p>
            {otherLanguage !== 'none' && (
              <p class="nom-screen">
                <OtherLanguage to={lang === 'sv' ? 'en' : 'sv'} by={otherLanguage} />
              </p>
            )}
          </div>
        </header>
        <div class="govuk-width-container">
          <main class="govuk-main-wrapper" id="content">
            {children}
          </main>
        </div>
        <footer class="nom-footer">
          <div class="govuk-width-container">
            <p>{SAY.footer[lang]}</p>
          </div>
        </footer>
      </body>
    </html>
  );
}

interface OtherLanguageProps {
  readonly to: Language;
  readonly by: 'link' | 'edit' | 'carry';
}

const OtherLanguage = ({ to, by }: OtherLanguageProps): JSX.Element =>
  by === 'link' ? (
    <a class="govuk-link" href={`?lang=${to}`} lang={to} hreflang={to}>
      {LANGUAGE[to]}
    </a>
  ) : (
    <>
      <SendOnEnter />
      <button
        type="submit"
        class="govuk-link nom-link"
        form={FORM_ID}
        formaction={`?lang=${to}`}
        name={by === 'edit' ? BUTTON.edit : undefined}
        lang={to}
      >
        {LANGUAGE[to]}
      </button>
    </>
  );

const LANGUAGE: Readonly<Record<Language, string>> = { sv: 'Svenska', en: 'English' };

/** The form that a page has, if it has one. */
export const FORM_ID = 'answer';
/** What came of a form that was sent: it gets the focus. */
export const RESULT_ID = 'result';

/** Enter in a text field presses a form's first button: it must be this one, which only sends the form in. */
const SendOnEnter = (): JSX.Element => (
  <button type="submit" class="govuk-visually-hidden" form={FORM_ID} tabIndex={-1} aria-hidden="true" />
);

/** The whole document as text. */
export const html = (page: JSX.Element): string => `<!doctype html>${render(page)}`;
