import type { JSX } from 'preact';
import type { Question } from '../routine/question.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import { inLanguage } from './links.ts';
import { Inset } from './notes.tsx';
import { Row } from './summary.tsx';
import type { OfficeView } from './views.ts';

type ForTheOfficeProps = Omit<OfficeView, 'interests'> & { readonly lang: Language };

/** What the office needs to keep a case moving: what is lacking, and where answers on paper are recorded. */
export const ForTheOffice = ({
  lang,
  lacking,
  anchoring,
  undelivered,
  questions,
}: ForTheOfficeProps): JSX.Element => (
  <section class="nom-part">
    <h2 class="govuk-heading-m">{TITLE[lang]}</h2>
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
    <p class="govuk-body">{RECORD_HOW[lang]}</p>
    <dl class="govuk-summary-list">
      {questions.map((it) => (
        <QuestionRow key={`${it.question.step} ${it.bodyName.sv}`} {...it} lang={lang} />
      ))}
    </dl>
  </section>
);

type QuestionRowProps = OfficeView['questions'][number] & { readonly lang: Language };

const QuestionRow = ({ question, bodyName, status, href, lang }: QuestionRowProps): JSX.Element => {
  const about = `${question.title[lang]}, ${bodyName[lang]}`;
  const record = href !== undefined && (
    <a class="govuk-link" href={inLanguage(href, lang)}>
      {linkWords(status, question)[lang]}
      <span class="govuk-visually-hidden">{`: ${about}`}</span>
    </a>
  );
  return (
    <Row label={about} {...(record && { action: record })}>
      {STATUS[status][lang]}
    </Row>
  );
};

const linkWords = (status: QuestionRowProps['status'], { answeredBy }: Question): Words => {
  if (status === 'answered') return READ;
  return answeredBy === 'sobOffice' ? ANSWER : RECORD;
};

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
