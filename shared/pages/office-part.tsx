import type { JSX } from 'preact';
import type { Question } from '../routine/question.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import type { DeskPart } from './desk-views.ts';
import { inLanguage } from './links.ts';
import { Inset } from './notes.tsx';
import { Row } from './summary.tsx';
import { Disclosures, Documents, Mails } from './timeline.tsx';
import type { OfficeView } from './views.ts';

type ForTheOfficeProps = Omit<OfficeView, 'interests'> & { readonly lang: Language };

/** What the office needs to keep a case moving: what is lacking, and where answers on paper are recorded. */
export const ForTheOffice = ({
  lang,
  lacking,
  anchoring,
  undelivered,
  questions,
  registrationNumber,
  documents,
  mails,
  desk,
}: ForTheOfficeProps): JSX.Element => (
  <section class="nom-part">
    <h2 class="govuk-heading-m">{TITLE[lang]}</h2>
    <p class="govuk-body">{`${REGISTERED[lang]}: ${registrationNumber ?? NOT_REGISTERED[lang]}`}</p>
    <p class="govuk-body">{ANCHORING[anchoring][lang]}</p>
    {undelivered.map((it) => (
      <Inset key={`${it.bodyName.sv} ${it.on}`}>{UNDELIVERED(it)[lang]}</Inset>
    ))}
    {lacking.length > 0 && (
      <>
        <h3 class="govuk-heading-s">{LACKING[lang]}</h3>
        <ul class="govuk-list govuk-list--bullet">
          {lacking.map((words) => (
            <li key={words.sv}>{words[lang]}</li>
          ))}
        </ul>
      </>
    )}
    <h3 class="govuk-heading-s">{QUESTIONS[lang]}</h3>
    {questions.some(({ status, href }) => status !== 'answered' && href !== undefined) && (
      <p class="govuk-body">{RECORD_HOW[lang]}</p>
    )}
    <dl class="govuk-summary-list">
      {questions.map((it) => (
        <QuestionRow key={`${it.question.step} ${it.bodyName.sv}`} {...it} lang={lang} />
      ))}
    </dl>
    <h3 class="govuk-heading-s">{DOCUMENTS[lang]}</h3>
    <Documents lines={documents} lang={lang} />
    {mails.length > 0 && (
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{`${MAILS[lang]} (${mails.length})`}</span>
        </summary>
        <div class="govuk-details__text">
          <Mails lines={mails} lang={lang} />
        </div>
      </details>
    )}
    {desk && <AtTheDesk {...desk} lang={lang} />}
  </section>
);

/** Copies of the case: to print, to keep, to give away, and those that were given away. */
const AtTheDesk = ({
  printHref,
  exportHref,
  disclosureHref,
  openPageHref,
  disclosures,
  lang,
}: DeskPart & { readonly lang: Language }): JSX.Element => {
  const links: readonly (readonly [Words, string | undefined])[] = [
    [PRINT, printHref],
    [DISCLOSE, disclosureHref],
    [EXPORT, exportHref],
    [OPEN_PAGE, openPageHref],
  ];
  return (
    <>
      <h3 class="govuk-heading-s">{COPIES[lang]}</h3>
      <ul class="govuk-list nom-screen">
        {links.map(
          ([words, href]) =>
            href !== undefined && (
              <li key={href}>
                <a class="govuk-link" href={inLanguage(href, lang)}>
                  {words[lang]}
                </a>
              </li>
            ),
        )}
      </ul>
      {disclosures.length > 0 && (
        <>
          <h4 class="govuk-heading-s">{DISCLOSED[lang]}</h4>
          <Disclosures lines={disclosures} lang={lang} />
        </>
      )}
    </>
  );
};

type QuestionRowProps = OfficeView['questions'][number] & { readonly lang: Language };

const QuestionRow = ({
  question,
  bodyName,
  status,
  href,
  deputyAskedOn,
  acts = [],
  lang,
}: QuestionRowProps): JSX.Element => {
  const about = `${question.title[lang]}, ${bodyName[lang]}`;
  const record = href === undefined ? [] : [{ words: linkWords(status, question), href }];
  const links = [...record, ...acts.map(({ act, href: to }) => ({ words: act.asks, href: to }))];
  return (
    <Row label={about} {...(links.length > 0 && { action: <RowLinks {...{ links, about, lang }} /> })}>
      {STATUS[status][lang]}
      {deputyAskedOn !== undefined && (
        <>
          <br />
          {`${DEPUTY_ASKED[lang]} ${dateInWords(deputyAskedOn, lang)}.`}
        </>
      )}
    </Row>
  );
};

interface RowLinksProps {
  readonly links: readonly { readonly words: Words; readonly href: string }[];
  readonly about: string;
  readonly lang: Language;
}

/** What can be done with one question; each link says by itself which question that is. */
const RowLinks = ({ links, about, lang }: RowLinksProps): JSX.Element => (
  <>
    {links.map(({ words, href }, index) => (
      <span key={href}>
        {index > 0 && <br />}
        <a class="govuk-link" href={inLanguage(href, lang)}>
          {words[lang]}
          <span class="govuk-visually-hidden">{`: ${about}`}</span>
        </a>
      </span>
    ))}
  </>
);

const linkWords = (status: QuestionRowProps['status'], { answeredBy }: Question): Words => {
  if (status === 'answered') return READ;
  return answeredBy === 'sobOffice' ? ANSWER : RECORD;
};

const REGISTERED: Words = { sv: 'Ärendets diarienummer', en: 'Registration number of the case' };
const NOT_REGISTERED: Words = { sv: 'inte angivet', en: 'not stated' };
const DEPUTY_ASKED: Words = { sv: 'Ersättaren tillfrågad', en: 'The deputy was asked on' };
const DOCUMENTS: Words = { sv: 'Ärendets handlingar', en: 'The documents of the case' };
const MAILS: Words = { sv: 'Mejl i ärendet', en: 'Mails of the case' };
const COPIES: Words = { sv: 'Skriv ut och lämna ut', en: 'Print and disclose' };
const PRINT: Words = { sv: 'Skriv ut hela ärendet', en: 'Print the whole case' };
const DISCLOSE: Words = { sv: 'Lämna ut en maskad kopia', en: 'Disclose a masked copy' };
const EXPORT: Words = { sv: 'Hämta ärendet som datafil (JSON)', en: 'Get the case as a data file (JSON)' };
const OPEN_PAGE: Words = { sv: 'Den öppna sidan', en: 'The open page' };
const DISCLOSED: Words = { sv: 'Utlämnade kopior', en: 'Disclosed copies' };
const TITLE: Words = { sv: 'För SoB-förvaltningen', en: 'For the SoB office' };
const QUESTIONS: Words = { sv: 'Ärendets frågor', en: 'The questions of the case' };
const READ: Words = { sv: 'Läs svaret', en: 'Read the answer' };
const ANSWER: Words = { sv: 'Läs och svara', en: 'Read and answer' };
const RECORD: Words = { sv: 'Registrera svar', en: 'Record an answer' };
const RECORD_HOW: Words = {
  sv: 'Ett svar som har kommit på papper eller i ett mejl kan registreras här, även innan frågan är ställd. Ange protokollet.',
  en: 'An answer that has come on paper or in a mail can be recorded here, even before the question is asked. State the minutes.',
};
const LACKING: Words = { sv: 'Det här saknas för att gå vidare', en: 'What is lacking to go on' };

const STATUS: Readonly<Record<OfficeView['questions'][number]['status'], Words>> = {
  notAsked: { sv: 'Inte ställd än', en: 'Not asked yet' },
  open: { sv: 'Väntar på svar', en: 'Waits for an answer' },
  answered: { sv: 'Besvarad', en: 'Answered' },
  released: { sv: 'Behöver inte besvaras', en: 'Need not be answered' },
  closed: { sv: 'Stängd utan svar', en: 'Closed without an answer' },
};

/** R-a3, ROUTINE.md section 0 no. 3. */
const ANCHORING: Readonly<Record<OfficeView['anchoring'], Words>> = {
  notNeeded: {
    sv: 'Förankring hos verksamhetschef behövs inte: nomineringen kommer inte från en verksamhet.',
    en: 'No anchoring with a head of operations is needed: the nomination does not come from a unit.',
  },
  stated: {
    sv: 'Den som har nominerat uppger att idén är förankrad hos verksamhetschefen.',
    en: 'The nominator states that the idea is anchored with the head of operations.',
  },
  asked: {
    sv: 'Verksamhetschefen är tillfrågad om förankringen men har inte svarat.',
    en: 'The head of operations has been asked about the anchoring but has not answered.',
  },
  supported: {
    sv: 'Verksamhetschefen har bekräftat att idén är förankrad.',
    en: 'The head of operations has confirmed that the idea is anchored.',
  },
  supportedWithConditions: {
    sv: 'Verksamhetschefen har bekräftat att idén är förankrad, med villkor.',
    en: 'The head of operations has confirmed that the idea is anchored, with conditions.',
  },
  notSupported: {
    sv: 'Verksamhetschefen har svarat att idén inte är förankrad.',
    en: 'The head of operations has answered that the idea is not anchored.',
  },
};

const UNDELIVERED = ({ bodyName, on, deputyAsked }: OfficeView['undelivered'][number]): Words => ({
  sv: `Mejlet till ${bodyName.sv} kom inte fram ${dateInWords(on, 'sv')}.${deputyAsked ? ' Ersättaren är tillfrågad.' : ' Kontrollera adressen.'}`,
  en: `The mail to ${bodyName.en} could not be delivered on ${dateInWords(on, 'en')}.${deputyAsked ? ' The deputy has been asked.' : ' Check the address.'}`,
});
