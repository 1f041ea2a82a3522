import type { Language, Words } from '../routine/words.ts';

/**
 * What stands under every mail.
 * @param askAt the SoB office's mailbox; absent in a mail to the office itself
 */
export const footer = (lang: Language, askAt?: string): readonly string[] => [
  ...(askAt === undefined ? [] : [QUESTIONS_TO(askAt)[lang]]),
  AUTOMATIC[lang],
];

const QUESTIONS_TO = (address: string): Words => ({
  sv: `Har du frågor? Skriv till ${address} och ange ärendenumret.`,
  en: `Do you have questions? Write to ${address} and state the case number.`,
});

const AUTOMATIC: Words = {
  sv: 'Mejlet är skickat automatiskt från Nominera. Det går inte att svara på det.',
  en: 'This mail was sent automatically by Nominera. It cannot be replied to.',
};
