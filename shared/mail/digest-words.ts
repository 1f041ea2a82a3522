import type { Reason } from '../case/morning.ts';
import type { Week } from '../case/week.ts';
import { dateInWords, type Words } from '../routine/words.ts';

/** What a morning's mail says of the questions and cases in it. */

export const CASE_PAGE: Words = { sv: 'Se ärendet', en: 'See the case' };

interface ReasonWords {
  readonly heading: Words;
  /** Before what is asked, in the heading of a mail with one matter. */
  readonly alone: Words;
  readonly intro: Words;
  readonly link: Words;
}

const ANSWER: Words = { sv: 'Läs och svara', en: 'Read and answer' };

/** What stands in a list has words of its own. */
export const WORDS: Readonly<Record<Exclude<Reason, 'list'>, ReasonWords>> = {
  reminder: {
    heading: { sv: 'Påminnelser', en: 'Reminders' },
    alone: { sv: 'Påminnelse', en: 'Reminder' },
    intro: {
      sv: 'Vi påminner om det som ni ännu inte har svarat på.',
      en: 'We remind you of what you have not answered yet.',
    },
    link: ANSWER,
  },
  deputy: {
    heading: { sv: 'Ni är ersättare', en: 'You are the deputy' },
    alone: { sv: 'Ni är ersättare', en: 'You are the deputy' },
    intro: {
      sv: 'Vi har inte fått något svar och frågar därför även er, som är ersättare. Det räcker att en svarar.',
      en: 'We have had no answer and therefore ask you too, as the deputy. One answer is enough.',
    },
    link: ANSWER,
  },
  escalation: {
    heading: { sv: 'Ingen har svarat', en: 'Nobody has answered' },
    alone: { sv: 'Ingen har svarat', en: 'Nobody has answered' },
    intro: {
      sv: 'Vi har påmint men inte fått något svar. Hör av er till dem som frågan ligger hos.',
      en: 'We have sent reminders but had no answer. Please contact those whom the question is with.',
    },
    link: CASE_PAGE,
  },
};

/** ROUTINE.md section 0 no. 10. */
export const YEARLY = (count: number): Words => ({
  sv: `Årets uppföljning: ${count} program`,
  en: `This year’s follow-up: ${count} ${count === 1 ? 'programme' : 'programmes'}`,
});
export const STILL_NEEDED: Words = {
  sv: 'Ert råd ansvarar för programmen. Svara för vart och ett om det fortfarande är aktuellt, gärna i samma möte.',
  en: 'Your council is responsible for the programmes. Answer for each of them whether it is still needed, at one meeting if you can.',
};
export const SEE_LIST: Words = { sv: 'Se programmen och svara', en: 'See the programmes and answer' };

export const FORWARD: Words = {
  sv: 'Du behöver inget konto. Varje länk gäller en fråga: skicka den bara vidare till den som ska svara.',
  en: 'You need no account. Each link is for one question: forward it only to whoever is to answer.',
};

export const WEEK = {
  owed: { sv: 'Väntar på er', en: 'Waiting for you' },
  waiting: { sv: 'Väntar på andra', en: 'Waiting for others' },
  reviews: { sv: 'Tas upp igen', en: 'To be taken up again' },
  wanted: { sv: 'Fler vill ha samma program', en: 'More want the same programme' },
  routine: { sv: 'Rutinen', en: 'The routine' },
} as const satisfies Record<string, Words>;

export const WEEK_HEADING = (others: number, office: number): Words => ({
  sv: `Veckans ärenden: ${office} väntar på er, ${others} på andra`,
  en: `Cases this week: ${office} waiting for you, ${others} for others`,
});

export const SEVERAL = (count: number): Words => ({
  sv: `${count} frågor väntar på svar`,
  en: `${count} questions wait for an answer`,
});

/** A sentence with a date in it. */
const dated =
  (sv: (date: string) => string, en: (date: string) => string) =>
  (date: string): Words => ({ sv: sv(dateInWords(date, 'sv')), en: en(dateInWords(date, 'en')) });

export const TO = (name: Words): Words => ({ sv: `Hos: ${name.sv}`, en: `With: ${name.en}` });
export const TODAY: Words = { sv: 'Svara gärna i dag', en: 'Please answer today' };
export const BY = dated(
  (date) => `Svara gärna senast ${date}`,
  (date) => `Please answer by ${date}`,
);
export const OVER = (targetOn: string, days: number): Words => ({
  sv: `Önskat svar senast ${dateInWords(targetOn, 'sv')}, för ${days === 1 ? '1 dag' : `${days} dagar`} sedan`,
  en: `Answer wished for by ${dateInWords(targetOn, 'en')}, ${days === 1 ? '1 day' : `${days} days`} ago`,
});
export const WISHED = dated(
  (date) => `Önskat svar senast ${date}`,
  (date) => `Answer wished for by ${date}`,
);
export const SINCE = dated(
  (date) => `Har väntat sedan ${date}`,
  (date) => `Waiting since ${date}`,
);
export const MEETING = dated(
  (date) => `Tas upp på möte ${date}`,
  (date) => `To be taken up at a meeting on ${date}`,
);
export const DEPUTY_ASKED = dated(
  (date) => `Även ersättaren är tillfrågad, ${date}`,
  (date) => `The deputy was asked too, on ${date}`,
);
export const FOR_SUPPLEMENT: Words = { sv: 'Väntar på komplettering', en: 'Waits for a supplement' };
export const AGE = (days: number): Words => ({
  sv: `Ärendet kom in för ${days === 1 ? '1 dag' : `${days} dagar`} sedan`,
  en: `The case came in ${days === 1 ? '1 day' : `${days} days`} ago`,
});
export const REVIEW_CAME = dated(
  (date) => `Skulle tas upp igen ${date}`,
  (date) => `Was to be taken up again on ${date}`,
);
export const REVIEW_COMES = dated(
  (date) => `Vilar till ${date}`,
  (date) => `Rests until ${date}`,
);
export const WANTED = (units: number): Words => ({
  sv: units === 1 ? '1 enhet vill också ha programmet' : `${units} enheter vill också ha programmet`,
  en: units === 1 ? '1 unit wants the programme too' : `${units} units want the programme too`,
});
export const EXPIRY = ({ validTo, expired }: NonNullable<Week['expiry']>): Words =>
  expired
    ? {
        sv: `Rutinen gällde till ${dateInWords(validTo, 'sv')}. Fastställ en ny eller förläng den.`,
        en: `The routine was valid to ${dateInWords(validTo, 'en')}. Establish a new one, or extend it.`,
      }
    : {
        sv: `Rutinen gäller till ${dateInWords(validTo, 'sv')}. Se över den i god tid.`,
        en: `The routine is valid to ${dateInWords(validTo, 'en')}. Review it in good time.`,
      };
