import type { JSX } from 'preact';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import { inLanguage } from './links.ts';
import { SAY } from './words.ts';

/** A file of the case, as its reader may see it. */
export interface DocumentView {
  readonly confidential: boolean;
  readonly by: Words;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** These two only for whoever may read it. */
  readonly title?: string;
  readonly detail?: Words;
  /** Likewise, where it has not been removed. */
  readonly href?: string;
}

interface DocumentsProps {
  readonly documents: readonly DocumentView[];
  readonly lang: Language;
}

/** The files of a case, each marked as open or confidential. */
export const Documents = ({ documents, lang }: DocumentsProps): JSX.Element | null =>
  documents.length === 0 ? null : (
    <section class="nom-part">
      <h2 class="govuk-heading-m">{TITLE[lang]}</h2>
      <ul class="govuk-list">
        {documents.map((it, index) => (
          <li key={index}>
            {it.href === undefined ? (
              (it.title ?? WITHHELD[lang])
            ) : (
              <a class="govuk-link" href={inLanguage(it.href, lang)}>
                {it.title}
              </a>
            )}
            <br />
            <span class="govuk-hint">
              {[
                (it.confidential ? SAY.withheld : OPEN)[lang],
                it.detail?.[lang],
                `${it.by[lang]}, ${dateInWords(it.on, lang)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

const TITLE: Words = { sv: 'Bifogade filer', en: 'Attached files' };
const OPEN: Words = { sv: 'Öppen handling', en: 'Open document' };
const WITHHELD: Words = { sv: 'En handling som inte visas här', en: 'A document that is not shown here' };
