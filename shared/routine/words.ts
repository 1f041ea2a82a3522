/** What people read, in both languages. Swedish is the language of the routine; English means the same. */
export interface Words {
  readonly sv: string;
  readonly en: string;
}

export type Language = keyof Words;

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
