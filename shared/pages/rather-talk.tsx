import type { JSX } from 'preact';
import type { Language, Words } from '../routine/words.ts';
import { inLanguage } from './links.ts';

interface RatherTalkProps {
  readonly lang: Language;
  /** From the page to where one begins to nominate. */
  readonly nominateHref: string;
}

/** The way to be called by the office, which then fills in the form together with whoever nominates. */
export const RatherTalk = ({ lang, nominateHref }: RatherTalkProps): JSX.Element => (
  <p class="govuk-body">
    {`${RATHER_TALK[lang]} `}
    <a class="govuk-link" href={inLanguage(`${nominateHref}?call=1`, lang)}>
      {CALL_ME[lang]}
    </a>
  </p>
);

const RATHER_TALK: Words = { sv: 'Vill du hellre prata?', en: 'Would you rather talk?' };
const CALL_ME: Words = { sv: 'Be oss ringa upp', en: 'Ask us to call you' };
