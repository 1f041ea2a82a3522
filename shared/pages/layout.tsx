import type { ComponentChildren, JSX } from 'preact';
import { render } from 'preact-render-to-string';
import type { Language } from '../routine/words.ts';
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
  /** Where the same page is in the other language. */
  readonly otherLanguageHref?: string | undefined;
  readonly children: ComponentChildren;
}

/** The frame of every page. */
export function Page({ lang, title, otherLanguageHref, children }: PageProps): JSX.Element {
  const other = lang === 'sv' ? 'en' : 'sv';
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
            {otherLanguageHref !== undefined && (
              <p class="nom-screen">
                <a class="govuk-link" href={otherLanguageHref} lang={other} hreflang={other}>
                  {other === 'sv' ? 'Svenska' : 'English'}
                </a>
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

/** The whole document as text. */
export const html = (page: JSX.Element): string => `<!doctype html>${render(page)}`;
