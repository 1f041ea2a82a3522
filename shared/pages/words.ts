import type { Language, Words } from '../routine/words.ts';

/** What every page says in the same words. */
export const SAY = {
  product: { sv: 'Nominera', en: 'Nominera' },
  office: { sv: 'Regionala SoB-förvaltningen', en: 'The regional SoB office' },
  skip: { sv: 'Hoppa till innehållet', en: 'Skip to the content' },
  footer: {
    sv: 'Nominera stödjer regionens rutin för stöd- och behandlingsprogram på nätet. Kontakta den regionala SoB-förvaltningen om du har frågor.',
    en: 'Nominera supports the region’s routine for internet-based support and treatment programmes. Contact the regional SoB office if you have questions.',
  },
  error: { sv: 'Fel', en: 'Error' },
  errorTitle: { sv: 'Något behöver rättas', en: 'Something needs correcting' },
  errorText: {
    sv: 'Svaret är inte skickat än. Allt du har skrivit finns kvar.',
    en: 'The answer has not been sent yet. All that you have written is still here.',
  },
  case: { sv: 'Ärende', en: 'Case' },
  answerGladlyBy: { sv: 'Svara gärna senast', en: 'Please answer by' },
  toTheForm: { sv: 'Till formuläret', en: 'Go to the form' },
  nomination: { sv: 'Nomineringen', en: 'The nomination' },
  nominatedBy: { sv: 'Nominerad av', en: 'Nominated by' },
  submittedOn: { sv: 'inskickad', en: 'submitted' },
  moreOfNomination: { sv: 'Mer om nomineringen', en: 'More about the nomination' },
  costSums: { sv: 'Kostnaderna tillsammans', en: 'The costs together' },
  oneOff: { sv: 'Engångskostnader', en: 'One-off costs' },
  perYear: { sv: 'Kostnader per år', en: 'Costs per year' },
  fiveYears: { sv: 'Summa på fem år', en: 'Total over five years' },
  withoutAmount: {
    sv: 'En eller flera rader saknar belopp och är inte medräknade.',
    en: 'One or more lines have no amount and are not included.',
  },
  earlier: { sv: 'Tidigare svar i ärendet', en: 'Earlier answers in the case' },
  yourAnswer: { sv: 'Ditt svar', en: 'Your answer' },
  whoAnswers: { sv: 'Vem svarar?', en: 'Who answers?' },
  send: { sv: 'Skicka svaret', en: 'Send the answer' },
  sendInfo: {
    sv: 'Svaret blir en del av ärendet och kan inte ändras här efteråt.',
    en: 'The answer becomes part of the case and cannot be changed here afterwards.',
  },
  ifYouCan: { sv: 'om du kan', en: 'if you can' },
  optional: { sv: 'valfritt', en: 'optional' },
  yes: { sv: 'Ja', en: 'Yes' },
  no: { sv: 'Nej', en: 'No' },
  choose: { sv: 'Välj …', en: 'Choose …' },
  severalChoices: { sv: 'Du kan välja flera.', en: 'You may choose several.' },
  onePerLine: { sv: 'Skriv en per rad.', en: 'Write one per line.' },
  dateHint: {
    sv: 'Skriv ÅÅÅÅ-MM-DD, till exempel 2026-11-23.',
    en: 'Write YYYY-MM-DD, for example 2026-11-23.',
  },
  monthHint: { sv: 'Skriv ÅÅÅÅ-MM.', en: 'Write YYYY-MM.' },
  unknownYet: { sv: 'Vet inte än', en: 'Not known yet' },
  unknownSummary: { sv: 'Vet ni inte än?', en: 'Do you not know yet?' },
  unknownReason: { sv: 'Varför, eller när vet ni?', en: 'Why, or when will you know?' },
  row: { sv: 'Rad', en: 'Line' },
  addRow: { sv: 'Lägg till en rad', en: 'Add a line' },
  removeRow: { sv: 'Ta bort rad', en: 'Remove line' },
  year: { sv: 'År', en: 'Year' },
  hours: { sv: 'timmar', en: 'hours' },
  weeks: { sv: 'veckor', en: 'weeks' },
  sek: { sv: 'kr', en: 'SEK' },
  thanks: { sv: 'Tack, svaret är sparat', en: 'Thank you, the answer is saved' },
  whatNext: { sv: 'Vad händer nu?', en: 'What happens next?' },
  printHint: {
    sv: 'Du kan skriva ut eller spara sidan som kvitto. Länken i mejlet leder hit även i fortsättningen.',
    en: 'You can print or save this page as a receipt. The link in the mail keeps leading here.',
  },
  correction: {
    sv: 'Blev något fel? Kontakta den regionala SoB-förvaltningen och ange ärendenumret.',
    en: 'Is something wrong? Contact the regional SoB office and state the case number.',
  },
  theAnswer: { sv: 'Svaret', en: 'The answer' },
  answeredBy: { sv: 'Besvarat av', en: 'Answered by' },
  answeredAt: { sv: 'Besvarat', en: 'Answered' },
  body: { sv: 'För', en: 'On behalf of' },
} satisfies Record<string, Words>;

const LOCALE: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

/** `2026-12-23` as "23 december 2026", `2027-01` as "januari 2027"; anything else as it is. */
export function dateInWords(date: string, lang: Language): string {
  const at = Date.parse(/^\d{4}-\d{2}(-\d{2})?$/u.test(date) ? date : '');
  if (Number.isNaN(at)) return date;
  const day = date.length > 7 ? { day: 'numeric' as const } : {};
  return new Intl.DateTimeFormat(LOCALE[lang], {
    ...day,
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(at);
}

/** A moment as people in Sweden say it: "23 november 2026 14:05". */
export function timeInWords(moment: string, lang: Language): string {
  const at = Date.parse(moment);
  if (Number.isNaN(at)) return moment;
  const format = new Intl.DateTimeFormat(LOCALE[lang], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  });
  return format.format(at);
}

export const numberInWords = (value: number, lang: Language): string =>
  new Intl.NumberFormat(LOCALE[lang]).format(value);
