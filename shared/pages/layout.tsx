import type { ComponentChildren, JSX } from 'preact';
import { render } from 'preact-render-to-string';
import { DOCUMENTS } from '../routine/rules.ts';
import type { Language, Words } from '../routine/words.ts';
import { DeskBar } from './desk-bar.tsx';
import { inLanguage, sameIn } from './links.ts';
import { Inset } from './notes.tsx';
import { BUTTON } from './posted.ts';
import { STYLE, STYLE_HASH } from './style.generated.ts';
import type { Frame } from './views.ts';
import { SAY } from './words.ts';

const policy = (formAction: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    `form-action ${formAction}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Sent with every page: nothing from elsewhere, nothing kept, nothing told to others. */
export const pageHeaders: Record<string, string> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy("'self'"),
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** The same for a page with a form that is sent to another address, such as a file's to the bucket. */
export const headersPostingTo = (url: string): Record<string, string> => ({
  ...pageHeaders,
  'content-security-policy': policy(`'self' ${new URL(url).origin}`),
});

interface PageProps {
  readonly frame: Frame;
  readonly title: string;
  /**
   * How the page is had in the other language. One with something typed in it must send its form, so that nothing is
   * lost: to `edit` on, or to `carry` what was sent to the same page again. One that cannot be had again has none.
   */
  readonly otherLanguage?: 'link' | 'edit' | 'carry' | 'none';
  /** For what has many columns. */
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** The frame of every page. */
export function Page({ frame, title, otherLanguage = 'link', wide, children }: PageProps): JSX.Element {
  const { lang, query, expiryBanner, desk } = frame;
  return (
    <html lang={lang} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{`${title} – ${SAY.product[lang]}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body class={wide ? 'govuk-template__body nom-wide' : 'govuk-template__body'}>
        <a href="#content" class="govuk-skip-link">
          {SAY.skip[lang]}
        </a>
        <header class="nom-header">
          <div class="govuk-width-container">
            <p class="nom-header__name">{SAY.product[lang]}</p>
            <p>{SAY.office[lang]}</p>
            {otherLanguage !== 'none' && (
              <p class="nom-screen">
                <OtherLanguage to={lang === 'sv' ? 'en' : 'sv'} by={otherLanguage} query={query} />
              </p>
            )}
          </div>
          {desk && <DeskBar desk={desk} lang={lang} />}
        </header>
        <div class="govuk-width-container">
          <main class="govuk-main-wrapper" id="content">
            {expiryBanner && <Inset>{expiryBanner[lang]}</Inset>}
            {children}
          </main>
        </div>
        <footer class="nom-footer">
          <div class="govuk-width-container">
            <p>{SAY.footer[lang]}</p>
            <About frame={frame} />
            <Documents lang={lang} />
          </div>
        </footer>
      </body>
    </html>
  );
}

/** What everybody may read of the service. A page of the desk knows how far it is from the desk, which is beside these. */
const About = ({ frame: { lang, home, desk } }: { readonly frame: Frame }): JSX.Element => {
  const root = home ?? (desk === undefined ? '../' : `${desk.deskHref}/../`);
  return (
    <ul class="nom-footer__about nom-screen">
      {ABOUT.map(({ path, title }) => (
        <li key={path}>
          <a class="govuk-link" href={inLanguage(`${root}${path}` || './', lang)}>
            {title[lang]}
          </a>
        </li>
      ))}
    </ul>
  );
};

const ABOUT: readonly { readonly path: string; readonly title: Words }[] = [
  { path: '', title: { sv: 'Startsidan', en: 'Start page' } },
  { path: 'glossary', title: { sv: 'Ordlista', en: 'Glossary' } },
  { path: 'accessibility', title: { sv: 'Tillgänglighet', en: 'Accessibility' } },
  { path: 'privacy', title: { sv: 'Personuppgifter', en: 'Personal data' } },
];

/** knowledge of both documents is presumed. */
const Documents = ({ lang }: { readonly lang: Language }): JSX.Element => (
  <div>
    {SAY.documents[lang]}
    <ul class="nom-footer__documents">
      {Object.values(DOCUMENTS).map(({ title, url }) => (
        <li key={title.sv}>
          {url === undefined ? (
            title[lang]
          ) : (
            <a class="govuk-link" href={url}>
              {title[lang]}
            </a>
          )}
        </li>
      ))}
    </ul>
  </div>
);

interface OtherLanguageProps {
  readonly to: Language;
  readonly by: 'link' | 'edit' | 'carry';
  readonly query: string | undefined;
}

const OtherLanguage = ({ to, by, query }: OtherLanguageProps): JSX.Element =>
  by === 'link' ? (
    <a class="govuk-link" href={sameIn(to, query)} lang={to} hreflang={to}>
      {LANGUAGE[to]}
    </a>
  ) : (
    <>
      <SendOnEnter />
      <button
        type="submit"
        class="govuk-link nom-link"
        form={FORM_ID}
        formaction={sameIn(to, query)}
        name={by === 'edit' ? BUTTON.edit : undefined}
        lang={to}
      >
        {LANGUAGE[to]}
      </button>
    </>
  );

const LANGUAGE: Readonly<Record<Language, string>> = { sv: 'Svenska', en: 'English' };

interface BackProps {
  readonly href: string | undefined;
  readonly lang: Language;
}

/** Back to the page that led here, where there is one. */
export const Back = ({ href, lang }: BackProps): JSX.Element | null =>
  href === undefined ? null : (
    <p class="govuk-body nom-screen">
      <a class="govuk-link" href={inLanguage(href, lang)}>
        {SAY.back[lang]}
      </a>
    </p>
  );

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
