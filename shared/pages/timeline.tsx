import type { JSX } from 'preact';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import type { DisclosureLine, DocumentLine, MailLine } from './desk-views.ts';

/** What the office sees listed of a case beside its course: documents, mails, copies that were given away. */

interface Listed<T> {
  readonly lines: readonly T[];
  readonly lang: Language;
}

/** The documents of a case, each with how open it is. */
export const Documents = ({ lines, lang }: Listed<DocumentLine>): JSX.Element => (
  <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
    {lines.map((it, index) => (
      <li key={index}>
        {`${[it.title, it.by].flatMap((words) => words?.[lang] ?? []).join(', ')}, ${dateInWords(it.on, lang)}. `}
        <strong>{`${MARK[it.mark][lang]}.`}</strong>
        {it.minutes !== undefined && (
          <>
            <br />
            <span class="nom-text">{`${MINUTES[lang]}: ${it.minutes}`}</span>
          </>
        )}
      </li>
    ))}
  </ul>
);

/** The mails of a case, the first first. */
export const Mails = ({ lines, lang }: Listed<MailLine>): JSX.Element => (
  <ol class="nom-course">
    {lines.map(({ what, to, on, state }, index) => (
      <li key={index}>
        {state !== 'waiting' && (
          <>
            <span class="govuk-hint">{on === undefined ? NO_DATE[lang] : dateInWords(on, lang)}</span>
            <br />
          </>
        )}
        {`${what[lang]}, ${TO[lang]} ${to[lang]}`}
        {state !== 'sent' && (
          <>
            <br />
            <strong>{STATE[state][lang]}</strong>
          </>
        )}
      </li>
    ))}
  </ol>
);

/** Who was given a copy of the case. */
export const Disclosures = ({ lines, lang }: Listed<DisclosureLine>): JSX.Element => (
  <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
    {lines.map((it, index) => (
      <li key={index}>
        {`${dateInWords(it.on, lang)}: ${it.to}`}
        <br />
        <span class="nom-text">{`${it.request}. ${DISCLOSED_BY[lang]} ${it.by}. ${MASKED(it.masked)[lang]}`}</span>
      </li>
    ))}
  </ul>
);

export const MASKED = (passages: number): Words => ({
  sv: passages === 1 ? '1 ställe är maskerat.' : `${passages} ställen är maskerade.`,
  en: passages === 1 ? '1 passage is masked.' : `${passages} passages are masked.`,
});

export const MARK: Readonly<Record<DocumentLine['mark'], Words>> = {
  open: { sv: 'Öppen', en: 'Open' },
  partly: { sv: 'Delvis sekretessmarkerad', en: 'Marked as confidential in part' },
  confidential: { sv: 'Sekretessmarkerad', en: 'Marked as confidential' },
};
const MINUTES: Words = { sv: 'Protokoll', en: 'Minutes' };
const TO: Words = { sv: 'till', en: 'to' };
const NO_DATE: Words = { sv: 'Dag okänd', en: 'Day not known' };
const STATE: Readonly<Record<Exclude<MailLine['state'], 'sent'>, Words>> = {
  waiting: { sv: 'Inte skickat än', en: 'Not sent yet' },
  nobody: {
    sv: 'Skickades inte: det finns ingen mottagare längre',
    en: 'Not sent: there is no recipient any more',
  },
  undelivered: { sv: 'Kom inte fram', en: 'Could not be delivered' },
};
const DISCLOSED_BY: Words = { sv: 'Lämnades ut av', en: 'Disclosed by' };
