import type { Language, Words } from '../routine/words.ts';
import { asHtml, asText, type Block, link } from './blocks.ts';
import { footer } from './footer.ts';
import type { Letter } from './letters.ts';

/** Mails of a nomination that is being written. They hold nothing of it: whoever has the link reads it there. */
export interface DraftLetter {
  readonly lang: Language;
  readonly url: string;
  /** The SoB office's mailbox, for questions; absent in a mail to the office itself. */
  readonly askAt?: string;
}

const paragraph = (words: Words, lang: Language): Block => ({ kind: 'paragraph', text: words[lang] });

const letter = (lang: Language, heading: Words, blocks: readonly Block[]): Letter => {
  const template = { lang, heading: heading[lang], blocks, footer: footer(lang) };
  return { subject: heading[lang], text: asText(template), html: asHtml(template) };
};

/** The link to a draft, for whoever writes it. */
export const draftLetter = ({ lang, url, askAt }: DraftLetter): Letter =>
  letter(lang, YOUR_DRAFT, [
    paragraph(SAVED, lang),
    link(GO_ON, url, lang),
    paragraph(SEVERAL, lang),
    paragraph(KEPT, lang),
    ...(askAt === undefined ? [] : [paragraph(ASK(askAt), lang)]),
  ]);

/** Tells the office that somebody wants to be called. */
export const callLetter = ({ lang, url }: Omit<DraftLetter, 'askAt'>): Letter =>
  letter(lang, CALL, [paragraph(WANTS, lang), link(OPEN, url, lang), paragraph(LOG_IN, lang)]);

const YOUR_DRAFT: Words = { sv: 'Länk till er nominering', en: 'Link to your nomination' };
const SAVED: Words = {
  sv: 'Det ni har skrivit är sparat, men inte skickat. Öppna länken för att fortsätta, läsa igenom och skicka in nomineringen.',
  en: 'What you have written is saved, but not sent. Open the link to go on, read it through and send the nomination.',
};
const GO_ON: Words = { sv: 'Fortsätt med nomineringen', en: 'Go on with the nomination' };
const SEVERAL: Words = {
  sv: 'Är ni flera som skriver? Skicka det här mejlet vidare. Alla med länken kan läsa och ändra, också samtidigt.',
  en: 'Are you several who write? Forward this mail. Everyone with the link can read and change it, also at the same time.',
};
const KEPT: Words = {
  sv: 'Det som är sparat finns kvar i ett år efter att någon senast sparade.',
  en: 'What is saved is kept for a year after somebody last saved.',
};
const ASK = (address: string): Words => ({
  sv: `Har ni frågor? Skriv till ${address}. Om det inte var du som bad om länken behöver du inte göra något.`,
  en: `Do you have questions? Write to ${address}. If it was not you who asked for the link you need not do anything.`,
});
const CALL: Words = {
  sv: 'Någon vill bli uppringd om en nominering',
  en: 'Somebody wants to be called about a nomination',
};
const WANTS: Words = {
  sv: 'En verksamhet vill berätta om en idé till ett stöd- eller behandlingsprogram, och fylla i nomineringen tillsammans med er.',
  en: 'A unit wants to tell you about an idea for a support or treatment programme, and fill in the nomination together with you.',
};
const OPEN: Words = { sv: 'Se vem det är', en: 'See who it is' };
const LOG_IN: Words = {
  sv: 'Du behöver logga in. Där finns telefonnumret, det de skrev och formuläret.',
  en: 'You need to log in. There you find the phone number, what they wrote and the form.',
};
