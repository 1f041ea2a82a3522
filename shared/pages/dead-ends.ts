import type { Language } from '../routine/words.ts';
import { homeFrom } from './links.ts';
import { messagePage } from './message-page.tsx';
import type { Typed } from './views.ts';

/** Where nothing can be answered. What was typed is shown, to be copied or sent again. */

interface DeadEnd {
  readonly lang: Language;
  /** Where it was asked for, such as `GET /a/{secret}`. */
  readonly routeKey: string;
  /** What was sent, where it can be read. */
  readonly typed?: Typed | undefined;
}

/** The link is a stranger's guess, or it was valid once: nobody is told which. */
export const unknownLinkPage = ({ lang, routeKey, typed }: DeadEnd): string =>
  messagePage({
    lang,
    home: homeFrom(routeKey),
    typed,
    isAnswer: typed !== undefined,
    title: { sv: 'Länken går inte att öppna', en: 'The link cannot be opened' },
    text: typed
      ? {
          sv: 'Svaret är inte sparat, eftersom länken inte gäller längre. Allt du skrev står här nedanför. Kopiera det, öppna länken i det senaste mejlet och svara där. Om du inte har något nyare mejl, kontakta den regionala SoB-förvaltningen.',
          en: 'The answer is not saved, because the link is no longer valid. All that you wrote is below. Copy it, open the link in the latest mail and answer there. If you have no later mail, contact the regional SoB office.',
        }
      : {
          sv: 'Kontrollera att du har med hela länken från mejlet. Om den ändå inte fungerar, kontakta den regionala SoB-förvaltningen.',
          en: 'Check that you have the whole link from the mail. If it still does not work, contact the regional SoB office.',
        },
  });

/** Something failed while a page was to be shown. */
export const faultPage = ({ lang, routeKey }: DeadEnd): string =>
  messagePage({
    lang,
    home: homeFrom(routeKey),
    title: { sv: 'Något gick fel hos oss', en: 'Something went wrong on our side' },
    text: {
      sv: 'Sidan går inte att visa just nu. Försök igen om en stund. Om felet kvarstår, kontakta den regionala SoB-förvaltningen.',
      en: 'The page cannot be shown at the moment. Try again in a while. If the fault remains, contact the regional SoB office.',
    },
  });

/** Something failed while an answer was taken: nobody knows how far it came. */
export const unsureFaultPage = ({ lang, routeKey, typed }: DeadEnd): string =>
  messagePage({
    lang,
    home: homeFrom(routeKey),
    typed,
    isAnswer: true,
    mayTryAgain: true,
    title: { sv: 'Något gick fel hos oss', en: 'Something went wrong on our side' },
    text: typed
      ? {
          sv: 'Svaret är kanske inte sparat. Försök igen: det räknas bara en gång. Om felet kvarstår, spara en kopia av det du skrev, som står här nedanför, och kontakta den regionala SoB-förvaltningen.',
          en: 'The answer may not be saved. Try again: it counts only once. If the fault remains, keep a copy of what you wrote, which is below, and contact the regional SoB office.',
        }
      : {
          sv: 'Svaret är kanske inte sparat. Gå tillbaka i webbläsaren och försök igen: det räknas bara en gång. Om felet kvarstår, kontakta den regionala SoB-förvaltningen.',
          en: 'The answer may not be saved. Go back in your browser and try again: it counts only once. If the fault remains, contact the regional SoB office.',
        },
  });

/** More was sent than is even read. */
export const tooLongPage = ({ lang, routeKey }: DeadEnd): string =>
  messagePage({
    lang,
    home: homeFrom(routeKey),
    isAnswer: true,
    title: { sv: 'Svaret är för långt', en: 'The answer is too long' },
    text: {
      sv: 'Svaret är inte sparat. Gå tillbaka i webbläsaren: där finns det du skrev kvar. Korta det till högst 64 kB, ungefär 25 sidor text, och skicka igen.',
      en: 'The answer is not saved. Go back in your browser: what you wrote is still there. Shorten it to at most 64 KB, about 25 pages of text, and send it again.',
    },
  });

/** The file that was asked for was removed from its case. */
export const removedFilePage = ({
  lang,
  routeKey,
  note,
}: Omit<DeadEnd, 'typed'> & { readonly note: string }): string =>
  messagePage({
    lang,
    home: homeFrom(routeKey),
    title: { sv: 'Filen är borttagen', en: 'The file has been removed' },
    text: { sv: `Den finns inte längre i ärendet. ${note}`, en: `It is no longer in the case. ${note}` },
  });
