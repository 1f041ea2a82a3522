import { messagePage, type Typed } from '../../shared/pages/pages.ts';
import { readPosted, STEP } from '../../shared/pages/posted.ts';
import { wholeForm } from '../../shared/routine/answerer.ts';
import type { FieldProblem, Known } from '../../shared/routine/check.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import type { Language, Words } from '../../shared/routine/words.ts';
import { BODY_LIMIT, bodyText, type HttpEvent } from '../../shared/runtime/http.ts';

/** Where nothing can be answered. Whatever was typed is shown, so that it can be copied or sent again. */

/** Longest body that is shown again, in bytes: far more than is taken. */
const SHOWN_LIMIT = 1024 * 1024;

/** What was sent, if it can be read: also when it is more than an answer may be. */
export const sentText = (event: HttpEvent): string | undefined => bodyText(event, SHOWN_LIMIT);

/** An answer may be at most {@link BODY_LIMIT} as it is sent. */
export const lengthProblems = (body: string): readonly FieldProblem[] =>
  Buffer.byteLength(body) > BODY_LIMIT ? [{ field: '$', message: TOO_LONG }] : [];

const TOO_LONG: Words = {
  sv: 'Svaret är för långt. Det får vara högst 64 kB, ungefär 25 sidor text. Korta det och skicka igen.',
  en: 'The answer is too long. It may be at most 64 KB, about 25 pages of text. Shorten it and send it again.',
};

export const tooLongPage = (lang: Language): string =>
  messagePage({
    lang,
    title: { sv: 'Svaret är för långt', en: 'The answer is too long' },
    text: {
      sv: 'Svaret får vara högst 64 kB, ungefär 25 sidor text. Gå tillbaka i webbläsaren, korta texten och skicka igen.',
      en: 'The answer may be at most 64 KB, about 25 pages of text. Go back in your browser, shorten the text and send it again.',
    },
  });

/** The link is a stranger's guess, or it was valid once: nobody is told which. */
export const unknownLinkPage = (lang: Language, event: HttpEvent): string => {
  const typed = typedIn(event);
  return messagePage({
    lang,
    typed,
    title: { sv: 'Länken går inte att öppna', en: 'The link cannot be opened' },
    text: typed
      ? {
          sv: 'Svaret är inte sparat, eftersom länken inte gäller längre. Det du skrev står här nedanför. Kopiera det, öppna länken i det senaste mejlet och svara där. Om du inte har någon sådan länk, kontakta den regionala SoB-förvaltningen.',
          en: 'The answer was not saved, because the link is no longer valid. What you wrote is below. Copy it, open the link in the latest email and answer there. If you have no such link, contact the regional SoB office.',
        }
      : {
          sv: 'Kontrollera att du har med hela länken från mejlet. Om den ändå inte fungerar, kontakta den regionala SoB-förvaltningen.',
          en: 'Check that you have the whole link from the email. If it still does not work, contact the regional SoB office.',
        },
  });
};

export const faultPage = (lang: Language, event: HttpEvent): string => {
  const isAnswer = event.requestContext.http.method === 'POST';
  return messagePage({
    lang,
    typed: typedIn(event),
    mayTryAgain: true,
    title: { sv: 'Något gick fel hos oss', en: 'Something went wrong on our side' },
    text: isAnswer
      ? {
          sv: 'Svaret är kanske inte sparat. Försök igen: det räknas bara en gång. Om felet kvarstår, spara en kopia av det du har skrivit och kontakta den regionala SoB-förvaltningen.',
          en: 'The answer may not be saved. Try again: it counts only once. If the fault remains, keep a copy of what you have written and contact the regional SoB office.',
        }
      : {
          sv: 'Sidan går inte att visa just nu. Försök igen om en stund. Om felet kvarstår, kontakta den regionala SoB-förvaltningen.',
          en: 'The page cannot be shown at the moment. Try again in a while. If the fault remains, contact the regional SoB office.',
        },
  });
};

/** What was typed in a form of ours: no other site may put its words on our pages. */
const typedIn = (event: HttpEvent): Typed | undefined => {
  const body = sentText(event);
  if (body === undefined || event.headers['sec-fetch-site'] !== 'same-origin') return undefined;
  const step = new URLSearchParams(body).get(STEP) ?? '';
  const question = Object.values(QUESTIONS).find((it) => it.step === step);
  return question && { question, ...readPosted(wholeForm(question), body, NOTHING) };
};

const NOTHING: Known = { today: '', facts: {}, registers: {} };
