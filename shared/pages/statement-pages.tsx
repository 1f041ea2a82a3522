import type { JSX } from 'preact';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import { html, Page } from './layout.tsx';
import { ACCESSIBILITY, PRIVACY, type Statement } from './statements.ts';

interface StatementView {
  readonly lang: Language;
  /** Where the office is written to; absent while it has no mailbox. */
  readonly mailbox?: string;
}

/** The accessibility statement that the law on access to digital public service asks for (2018:1937). */
export const accessibilityPage = (view: StatementView): string => statementPage(ACCESSIBILITY, view);

/** What becomes of personal data (GDPR articles 13 and 14). */
export const privacyPage = (view: StatementView): string => statementPage(PRIVACY, view);

const statementPage = ({ title, lead, parts, updatedOn }: Statement, view: StatementView): string => {
  const { lang } = view;
  return html(
    <Page frame={{ lang, home: '' }} title={title[lang]}>
      <h1 class="govuk-heading-l">{title[lang]}</h1>
      <p class="govuk-body">{lead[lang]}</p>
      {parts.map((part) => (
        <section key={part.title.sv}>
          <h2 class="govuk-heading-m">{part.title[lang]}</h2>
          {part.text.map((it) => (
            <p key={it.sv} class="govuk-body">
              {it[lang]}
            </p>
          ))}
          {part.points && (
            <ul class="govuk-list govuk-list--bullet">
              {part.points.map((it) => (
                <li key={it.sv}>{it[lang]}</li>
              ))}
            </ul>
          )}
          {part.hasContact && <Contact {...view} />}
          {part.link && (
            <p class="govuk-body">
              <a class="govuk-link" href={part.link.url}>
                {part.link.text[lang]}
              </a>
            </p>
          )}
        </section>
      ))}
      <p class="govuk-hint">{`${UPDATED[lang]} ${dateInWords(updatedOn, lang)}.`}</p>
    </Page>,
  );
};

const Contact = ({ mailbox, lang }: StatementView): JSX.Element => (
  <ul class="govuk-list govuk-list--bullet">
    {mailbox !== undefined && (
      <li>
        {`${MAIL[lang]} `}
        <a class="govuk-link" href={`mailto:${mailbox}`}>
          {mailbox}
        </a>
      </li>
    )}
    <li>{PHONE[lang]}</li>
  </ul>
);

const UPDATED: Words = { sv: 'Sidan uppdaterades senast den', en: 'The page was last updated on' };
const MAIL: Words = { sv: 'Mejla den regionala SoB-förvaltningen:', en: 'Mail the regional SoB office:' };
const PHONE: Words = {
  sv: 'Ring regionens växel och be att få tala med den regionala SoB-förvaltningen.',
  en: 'Call the region’s switchboard and ask for the regional SoB office (SoB-förvaltningen).',
};
