import type { JSX } from 'preact';
import { type Language, timeInWords, type Words } from '../routine/words.ts';
import type { CallShown, DraftFrame } from './draft-views.ts';
import { inLanguage } from './links.ts';
import { Inset } from './notes.tsx';

/** What the pages of a draft have in common. */

/** A page of the same draft: its overview where no part is named. */
export const draftHref = (
  { from, lang }: Pick<DraftFrame, 'from' | 'lang'>,
  part?: string,
  more = '',
): string => inLanguage(`?${part === undefined ? '' : `part=${part}&`}${from}${more}`, lang);

/** Above the title: what it is, and to an officer who is on the phone. */
export const DraftTop = ({ view }: { readonly view: DraftFrame }): JSX.Element => (
  <>
    {view.call && <OnThePhone call={view.call} lang={view.lang} />}
    <span class="govuk-caption-l">{DRAFT[view.lang]}</span>
  </>
);

const OnThePhone = ({ call, lang }: { readonly call: CallShown; readonly lang: Language }): JSX.Element => (
  <Inset>
    <p class="govuk-body">
      {`${WANTS_A_CALL[lang]}: ${call.name}, ${call.unit}. ${PHONE[lang]}: `}
      <a class="govuk-link" href={`tel:${call.phone.replaceAll(/[^\d+]/gu, '')}`}>
        {call.phone}
      </a>
    </p>
    <p class="govuk-body nom-text">{call.about}</p>
    <p class="govuk-body">
      {call.dealtWith === undefined
        ? `${ASKED_AT[lang]} ${timeInWords(call.askedAt, lang)}.`
        : `${DEALT_WITH[lang]}: ${call.dealtWith.by}, ${timeInWords(call.dealtWith.at, lang)}.`}
    </p>
    <p class="govuk-body nom-screen">
      <a class="govuk-link" href={inLanguage('../calls', lang)}>
        {ALL_CALLS[lang]}
      </a>
    </p>
  </Inset>
);

const DRAFT: Words = { sv: 'Nominering, inte skickad än', en: 'Nomination, not sent yet' };
const WANTS_A_CALL: Words = { sv: 'Vill bli uppringd', en: 'Wants to be called' };
const PHONE: Words = { sv: 'Telefon', en: 'Phone' };
const ASKED_AT: Words = { sv: 'Bad om det', en: 'Asked' };
const DEALT_WITH: Words = { sv: 'Avklarat av', en: 'Dealt with by' };
const ALL_CALLS: Words = { sv: 'Alla som vill bli uppringda', en: 'All who want to be called' };

export const NOT_SENT: Words = {
  sv: 'Att spara är inte att skicka. Ni läser igenom allt innan nomineringen skickas.',
  en: 'To save is not to send. You read everything through before the nomination is sent.',
};
export const LAST_SAVED: Words = { sv: 'Senast sparad', en: 'Last saved' };
export const SAVE: Words = { sv: 'Spara', en: 'Save' };
export const SAVE_AND_GO_ON: Words = { sv: 'Spara och fortsätt', en: 'Save and go on' };
export const TO_OVERVIEW: Words = { sv: 'Till översikten', en: 'To the overview' };
export const READ_AND_SEND: Words = { sv: 'Läs igenom och skicka', en: 'Read through and send' };
export const ATTACHMENTS: Words = { sv: 'Bilagor', en: 'Attachments' };
