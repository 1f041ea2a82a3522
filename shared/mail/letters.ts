import { decision } from '../routine/decision.ts';
import { pprPosition } from '../routine/ppr-position.ts';
import type { NoticeId, Question } from '../routine/question.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import { asHtml, asText, type Block, type Template } from './blocks.ts';
import { oneLine } from './one-line.ts';

/**
 * What the mails say. They leave the access control of the system, and may be read by anyone who opens the mailbox:
 * they hold the case number, what is asked and where to go; never a text from the case, not even its working title.
 */

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface Mail {
  readonly caseNumber: string;
  readonly lang: Language;
  /** The SoB office's mailbox, for questions; absent in a mail to the office itself. */
  readonly askAt?: string;
}

export interface QuestionMail extends Mail {
  readonly question: Question;
  readonly bodyName: Words;
  /** `YYYY-MM-DD`. */
  readonly targetOn?: string;
  readonly url: string;
}

/** Asks a body for an answer, with the link to give it. */
export function questionLetter(mail: QuestionMail): Letter {
  const { question, bodyName, targetOn, url, lang } = mail;
  const facts: [string, string][] = [
    [CASE[lang], mail.caseNumber],
    [FOR[lang], bodyName[lang]],
    ...(targetOn === undefined ? [] : [[ANSWER_BY[lang], dateInWords(targetOn, lang)] as [string, string]]),
  ];
  return letter(mail, question.asks, [
    { kind: 'paragraph', text: question.lead[lang] },
    { kind: 'facts', rows: facts },
    { kind: 'button', label: OPEN[lang], orCopy: OR_COPY[lang], url },
    { kind: 'paragraph', text: HOW[lang] },
  ]);
}

export interface NoticeMail extends Mail {
  readonly notice: NoticeId;
  /** The outcome that the notice tells of, as the machine knows it. */
  readonly outcome?: string;
}

/** Tells what has happened in a case. */
export function noticeLetter(mail: NoticeMail): Letter {
  const { notice, lang, outcome = '' } = mail;
  const { subject, text, outcomes } = NOTICES[notice];
  const result = outcomes?.options[outcome];
  const rows: [string, string][] = [
    [CASE[lang], mail.caseNumber],
    ...(outcomes && result ? [[outcomes.label[lang], result[lang]] as [string, string]] : []),
  ];
  return letter(mail, subject, [
    { kind: 'facts', rows },
    ...text.map((words): Block => ({ kind: 'paragraph', text: words[lang] })),
  ]);
}

interface NoticeWords {
  readonly subject: Words;
  readonly text: readonly Words[];
  /** What the outcome is called, and each outcome in words. */
  readonly outcomes?: { readonly label: Words; readonly options: Readonly<Record<string, Words>> };
}

const NOTICES: Readonly<Record<NoticeId, NoticeWords>> = {
  'N-3': {
    subject: { sv: 'Nomineringen är inskickad', en: 'The nomination is submitted' },
    text: [
      {
        sv: 'Tack för nomineringen. Den regionala SoB-förvaltningen bedömer den innan den går vidare till de samordningsråd som berörs.',
        en: 'Thank you for the nomination. The regional SoB office screens it before it goes on to the coordination councils concerned.',
      },
      {
        sv: 'Om den går vidare får du ett mejl när ett råd har tagit ställning och ett när beslutet är fattat. Skriv upp ärendenumret – du behöver det om du har frågor.',
        en: 'If it goes on, you will get a mail when a council has taken its position and one when the decision is made. Keep the case number: you need it if you have questions.',
      },
    ],
  },
  'N-7': {
    subject: {
      sv: 'Ett samordningsråd har tagit ställning',
      en: 'A coordination council has taken its position',
    },
    text: [
      {
        sv: 'Den regionala SoB-förvaltningen har rådets svar. När alla råd har svarat går nomineringen vidare till PPR eller till beslut.',
        en: 'The regional SoB office has the council’s answer. When every council has answered, the nomination goes on to PPR or to the decision.',
      },
    ],
    outcomes: {
      label: { sv: 'Vidare till PPR', en: 'On to PPR' },
      options: {
        referToPpr: {
          sv: 'Ja, rådet lyfter nomineringen till PPR',
          en: 'Yes, the council refers the nomination to PPR',
        },
        noReferral: { sv: 'Nej, inte för det här rådets del', en: 'No, not on this council’s part' },
      },
    },
  },
  'N-9': {
    subject: { sv: 'PPR har tagit ställning', en: 'PPR has taken its position' },
    text: [
      {
        sv: 'Program- och prioriteringsrådet (PPR) har tagit ställning till nomineringen. Nu fattar den regionala SoB-förvaltningen beslut.',
        en: 'The Programme and Prioritisation Council (PPR) has taken its position on the nomination. The regional SoB office now decides.',
      },
    ],
    outcomes: pprPosition.form.pprPosition,
  },
  'N-10': {
    subject: { sv: 'Beslutet är fattat', en: 'The decision is made' },
    text: [
      {
        sv: 'Den regionala SoB-förvaltningen har beslutat om nomineringen. Kontakta förvaltningen om du vill läsa beslutet och motiveringen.',
        en: 'The regional SoB office has decided on the nomination. Contact the office if you want to read the decision and its reasons.',
      },
    ],
    outcomes: decision.form.decision,
  },
};

const letter = ({ lang, caseNumber, askAt }: Mail, title: Words, blocks: readonly Block[]): Letter => {
  const heading = title[lang];
  const ask = askAt === undefined ? [] : [QUESTIONS(askAt)[lang]];
  const template: Template = { lang, heading, blocks, footer: [...ask, AUTOMATIC[lang]] };
  return { subject: oneLine(`${caseNumber}: ${heading}`), text: asText(template), html: asHtml(template) };
};

const CASE: Words = { sv: 'Ärende', en: 'Case' };
const FOR: Words = { sv: 'Till', en: 'To' };
const ANSWER_BY: Words = { sv: 'Svara gärna senast', en: 'Please answer by' };
const OPEN: Words = { sv: 'Läs och svara', en: 'Read and answer' };
const OR_COPY: Words = {
  sv: 'Om knappen inte fungerar, kopiera adressen:',
  en: 'If the button does not work, copy the address:',
};
const HOW: Words = {
  sv: 'Du behöver inget konto. Länken gäller den här frågan: skicka den bara vidare till den som ska svara.',
  en: 'You need no account. The link is for this question: forward it only to whoever is to answer.',
};
const QUESTIONS = (address: string): Words => ({
  sv: `Har du frågor? Skriv till ${address} och ange ärendenumret.`,
  en: `Do you have questions? Write to ${address} and state the case number.`,
});
const AUTOMATIC: Words = {
  sv: 'Mejlet är skickat automatiskt från Nominera. Det går inte att svara på det.',
  en: 'This mail was sent automatically by Nominera. It cannot be replied to.',
};
