import type { JSX } from 'preact';
import { MOST_SOUGHT } from '../case/search.ts';
import type { Language, Words } from '../routine/words.ts';

interface SearchFieldProps {
  readonly lang: Language;
  /** What can be looked for, and how. */
  readonly hint: Words;
  readonly sought: string;
}

/** The words to look for, in a form that is sent by `GET`. */
export const SearchField = ({ lang, hint, sought }: SearchFieldProps): JSX.Element => (
  <>
    <label class="govuk-label govuk-label--s" for="q">
      {SEARCH[lang]}
    </label>
    <div id="q-hint" class="govuk-hint">
      {hint[lang]}
    </div>
    <input
      class="govuk-input"
      id="q"
      name="q"
      type="search"
      value={sought}
      maxLength={MOST_SOUGHT}
      aria-describedby="q-hint"
    />
  </>
);

export const SEARCH: Words = { sv: 'Sök', en: 'Search' };
