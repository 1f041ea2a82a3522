import type { NoticeId, Question } from '../routine/question.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import { alsoLink, asHtml, asText, type Block, link, type Template } from './blocks.ts';
import { footer } from './footer.ts';
import { NOTICES } from './notices.ts';
import { oneLine } from './one-line.ts';

/**
 * What the mails say. They leave the access control of the system, and may be read by anyone who opens the mailbox:
 * they hold the case number, what is asked and where to go; never a text from the case, not even its working title. Of a
 * programme that is published they hold the name, as the open page does.
 */

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface Mail {
  readonly caseNumber: string;
  readonly lang: Language;
  /** The name of a published programme, which everybody may know: whoever uses several must see which is meant. */
  readonly programme?: string;
  /** The SoB office's mailbox, for questions; absent in a mail to the office itself. */
  readonly askAt?: string;
}

export interface QuestionMail extends Mail {
  readonly question: Question;
  readonly bodyName: Words;
  /** `YYYY-MM-DD`. */
  readonly targetOn?: string;
  readonly url: string;
  /** Goes to the deputy of `bodyName`, beside it. */
  readonly asDeputy?: boolean;
  /** Mailed before, with a link that is no longer valid. */
  readonly again?: boolean;
  /** The day has come that the question rested until. */
  readonly rested?: boolean;
  /** The page of all that waits for the body. */
  readonly agendaUrl?: string;
  /** The case's page, for the office. */
  readonly caseUrl?: string;
}

/** Asks a body for an answer, with the link to give it. */
export function questionLetter(mail: QuestionMail): Letter {
  const { question, bodyName, targetOn, url, agendaUrl, caseUrl, lang } = mail;
  const facts: [string, string][] = [
    ...caseRows(mail),
    [FOR[lang], bodyName[lang]],
    ...(targetOn === undefined ? [] : [[ANSWER_BY[lang], dateInWords(targetOn, lang)] as [string, string]]),
  ];
  return letter(mail, question.asks, [
    ...whyNow(mail).map((words) => paragraph(words[lang])),
    paragraph(question.lead[lang]),
    { kind: 'facts', rows: facts },
    link(OPEN, url, lang),
    paragraph(HOW[lang]),
    ...(agendaUrl === undefined ? [] : [alsoLink(SEE_ALL, agendaUrl, lang)]),
    ...(caseUrl === undefined ? [] : [alsoLink(SEE_CASE, caseUrl, lang)]),
  ]);
}

const whyNow = ({ rested, again, asDeputy, bodyName }: QuestionMail): readonly Words[] => [
  ...(rested ? [RESTED] : []),
  ...(again ? [AGAIN] : []),
  ...(asDeputy ? [AS_DEPUTY(bodyName)] : []),
];

export interface NoticeMail extends Mail {
  readonly notice: NoticeId;
  /** The outcome that the notice tells of, as the machine knows it. */
  readonly outcome?: string;
  /** The body or mailbox that the notice is about, where it is about one. */
  readonly about?: Words;
  /** What is known of the answer that it tells of; see `rows` in {@link NOTICES}. */
  readonly told?: Readonly<Record<string, string | boolean>>;
  /** When what was put off is taken up again, `YYYY-MM-DD`. */
  readonly reviewOn?: string;
  /** The case's page, for those who have one. */
  readonly caseUrl?: string;
  /** The open page of the programme. */
  readonly programmeUrl?: string;
}

/** Tells what has happened in a case. */
export function noticeLetter(mail: NoticeMail): Letter {
  const { notice, lang, outcome = '', about, reviewOn, caseUrl, programmeUrl } = mail;
  const { subject, text, outcomes, after, also } = NOTICES[notice];
  const instead = after?.[outcome];
  const result = instead === undefined && outcomes?.options[outcome];
  const rows: [string, string][] = [
    ...caseRows(mail),
    ...(outcomes && result ? [[outcomes.label[lang], result[lang]] as [string, string]] : []),
    ...toldRows(mail),
    ...(about ? [[ABOUT[lang], about[lang]] as [string, string]] : []),
    ...(reviewOn ? [[TAKEN_UP[lang], dateInWords(reviewOn, lang)] as [string, string]] : []),
  ];
  return letter(mail, instead?.subject ?? subject, [
    { kind: 'facts', rows },
    ...[...(instead?.text ?? text), ...(also?.[outcome] ?? [])].map((it) => paragraph(it[lang])),
    ...(programmeUrl ? [link(SEE_PROGRAMME, programmeUrl, lang)] : []),
    ...(caseUrl ? [(programmeUrl ? alsoLink : link)(SEE_CASE, caseUrl, lang)] : []),
  ]);
}

const toldRows = ({ notice, told = {}, lang }: NoticeMail): [string, string][] =>
  Object.entries(NOTICES[notice].rows ?? {}).flatMap(([name, { label, options }]) => {
    const value = told[name];
    if (typeof value !== 'string') return [];
    return [
      [label[lang], options === undefined ? dateInWords(value, lang) : (options[value]?.[lang] ?? value)],
    ];
  });

const caseRows = ({ caseNumber, programme, lang }: Mail): [string, string][] => [
  [CASE[lang], caseNumber],
  ...(programme === undefined ? [] : [[PROGRAMME[lang], programme] as [string, string]]),
];

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

const letter = ({ lang, caseNumber, askAt }: Mail, title: Words, blocks: readonly Block[]): Letter => {
  const heading = title[lang];
  const template: Template = { lang, heading, blocks, footer: footer(lang, askAt) };
  return { subject: oneLine(`${caseNumber}: ${heading}`), text: asText(template), html: asHtml(template) };
};

const CASE: Words = { sv: 'Ärende', en: 'Case' };
const PROGRAMME: Words = { sv: 'Program', en: 'Programme' };
const FOR: Words = { sv: 'Till', en: 'To' };
const ANSWER_BY: Words = { sv: 'Svara gärna senast', en: 'Please answer by' };
const OPEN: Words = { sv: 'Läs och svara', en: 'Read and answer' };
const SEE_ALL: Words = { sv: 'Se allt som väntar på er', en: 'See all that waits for you' };
const SEE_CASE: Words = { sv: 'Se ärendet', en: 'See the case' };
const SEE_PROGRAMME: Words = { sv: 'Se programmet', en: 'See the programme' };
const ABOUT: Words = { sv: 'Gäller', en: 'Concerns' };
const TAKEN_UP: Words = { sv: 'Tas upp igen', en: 'Taken up again' };
const AGAIN: Words = {
  sv: 'Det här är en ny länk till en fråga som ni har fått tidigare. Den gamla länken gäller inte längre.',
  en: 'This is a new link to a question that you have had before. The old link is no longer valid.',
};
const RESTED: Words = {
  sv: 'Frågan har varit uppskjuten. Nu är det dags att ta upp den igen.',
  en: 'The question was put off. Now it is time to take it up again.',
};
const AS_DEPUTY = (body: Words): Words => ({
  sv: `Du får frågan som ersättare för ${body.sv}. Ni kan båda svara: det första svaret gäller.`,
  en: `You are sent the question as a deputy for ${body.en}. Either of you can answer: the first answer counts.`,
});
const HOW: Words = {
  sv: 'Du behöver inget konto. Länken gäller den här frågan: skicka den bara vidare till den som ska svara.',
  en: 'You need no account. The link is for this question: forward it only to whoever is to answer.',
};
