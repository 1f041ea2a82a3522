import type { z } from 'zod';
import type { Field, NumberField, TextFormat } from '../form.ts';
import type { Words } from '../words.ts';
import type { Fault } from './schema.ts';

/**
 * What is wrong with a value that zod refused, and how to mend it. The value itself is never repeated: it may be
 * what must not be stored or logged.
 */
export function faultWords(issue: z.core.$ZodIssue, field: Field): Words {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, field);
    case 'invalid_value':
      return wrongChoice(issue.values, field);
    case 'too_big':
    case 'too_small':
      return outsideLimits(issue, field);
    case 'custom':
      return FAULT[issue.params?.fault as Fault](field.label);
    default:
      return wrongFormat(field);
  }
}

type Complaint = (label: Words) => Words;

const TYPE = {
  string: { sv: 'en text', en: 'a text' },
  number: { sv: 'ett tal', en: 'a number' },
  int: { sv: 'ett heltal', en: 'a whole number' },
  boolean: { sv: 'true eller false', en: 'true or false' },
  array: { sv: 'en lista', en: 'a list' },
  object: { sv: 'ett objekt med egna fält', en: 'an object with fields of its own' },
} satisfies Readonly<Record<string, Words>>;

function wrongType(expected: string, { label }: Field): Words {
  const type = TYPE[expected as keyof typeof TYPE];
  return { sv: `”${label.sv}” ska vara ${type.sv}.`, en: `“${label.en}” must be ${type.en}.` };
}

function wrongChoice(values: readonly unknown[], { kind, label }: Field): Words {
  if (kind === 'tick') {
    return {
      sv: `”${label.sv}” kan bara vara true. Utelämna fältet om det inte stämmer.`,
      en: `“${label.en}” can only be true. Leave the field out if it does not hold.`,
    };
  }
  const allowed = values.join(', ');
  return {
    sv: `Svaret på ”${label.sv}” finns inte bland valen. Välj bland: ${allowed}.`,
    en: `The answer to “${label.en}” is not one of the choices. Choose from: ${allowed}.`,
  };
}

type SizeIssue = z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall;

function outsideLimits(issue: SizeIssue, field: Field): Words {
  if (field.kind === 'number') return outsideRange(field);
  const limit = Number(issue.code === 'too_big' ? issue.maximum : issue.minimum);
  const size = sizeOf(issue.input);
  return issue.origin === 'array'
    ? WRONG_COUNT[issue.code](field.label, limit, size)
    : WRONG_LENGTH[issue.code](field.label, limit, size);
}

const sizeOf = (input: unknown): number =>
  typeof input === 'string' || Array.isArray(input) ? input.length : 0;

type SizeComplaint = (label: Words, limit: number, size: number) => Words;

const WRONG_LENGTH: Readonly<Record<SizeIssue['code'], SizeComplaint>> = {
  too_big: (label, limit, size) => ({
    sv: `Korta ”${label.sv}” till högst ${limit} tecken. Texten är nu ${size} tecken.`,
    en: `Shorten “${label.en}” to at most ${limit} characters. The text is now ${size} characters.`,
  }),
  too_small: (label, limit, size) => ({
    sv: `Skriv minst ${limit} tecken i ”${label.sv}”. Texten är nu ${size} tecken.`,
    en: `Write at least ${limit} characters in “${label.en}”. The text is now ${size} characters.`,
  }),
};

const WRONG_COUNT: Readonly<Record<SizeIssue['code'], SizeComplaint>> = {
  too_big: (label, limit, size) => ({
    sv: `”${label.sv}” får ha högst ${limit} rader. Nu är de ${size}.`,
    en: `“${label.en}” may have at most ${limit} lines. Now there are ${size}.`,
  }),
  too_small: (label, limit, size) => ({
    sv: `”${label.sv}” ska ha minst ${limit} rader. Nu är de ${size}.`,
    en: `“${label.en}” must have at least ${limit} lines. Now there are ${size}.`,
  }),
};

function outsideRange({ label, min, max, unit }: NumberField): Words {
  const grouping = { useGrouping: unit !== 'year' };
  const range = (locale: string) => {
    const { format } = new Intl.NumberFormat(locale, grouping);
    return [format(min), format(max)];
  };
  return {
    sv: `”${label.sv}” ska vara ${range('sv').join(' till ')}.`,
    en: `“${label.en}” must be ${range('en-GB').join(' to ')}.`,
  };
}

const FORMAT: Readonly<Record<TextFormat | 'date' | 'month', Words>> = {
  email: {
    sv: 'en e-postadress, till exempel namn@example.se',
    en: 'an e-mail address, for example name@example.se',
  },
  phone: {
    sv: 'ett telefonnummer, till exempel 010-123 45 67',
    en: 'a phone number, for example +46 10 123 45 67',
  },
  hsaId: { sv: 'ett HSA-id, till exempel SE0000000000-E001', en: 'an HSA id, for example SE0000000000-E001' },
  url: {
    sv: 'en webbadress som börjar med https:// eller http://',
    en: 'a web address that starts with https:// or http://',
  },
  date: { sv: 'ett datum som finns, skrivet ÅÅÅÅ-MM-DD', en: 'a date that exists, written YYYY-MM-DD' },
  month: { sv: 'år och månad, skrivet ÅÅÅÅ-MM', en: 'a year and month, written YYYY-MM' },
};

function wrongFormat(field: Field): Words {
  const format = field.kind === 'text' ? field.format : field.kind;
  const wanted = FORMAT[format as keyof typeof FORMAT];
  return {
    sv: `”${field.label.sv}” ska vara ${wanted.sv}.`,
    en: `“${field.label.en}” must be ${wanted.en}.`,
  };
}

const FAULT: Readonly<Record<Fault, Complaint>> = {
  personalNumber: (label) => ({
    sv: `”${label.sv}” ser ut att innehålla ett personnummer eller samordningsnummer. Ta bort det. Om det är ett annat nummer: dela upp det med mellanslag, till exempel 070-123 45 67.`,
    en: `“${label.en}” seems to hold a Swedish personal number or co-ordination number. Remove it. If it is another number: split it with spaces, for example 070-123 45 67.`,
  }),
  controlCharacter: (label) => ({
    sv: `”${label.sv}” innehåller ett osynligt styrtecken. Skriv om texten eller klistra in den som ren text.`,
    en: `“${label.en}” holds an invisible control character. Rewrite the text or paste it as plain text.`,
  }),
  lineBreak: (label) => ({
    sv: `Skriv ”${label.sv}” på en rad, utan radbrytning.`,
    en: `Write “${label.en}” on one line, without line breaks.`,
  }),
  afterToday: (label) => ({
    sv: `”${label.sv}” kan inte vara senare än i dag.`,
    en: `“${label.en}” cannot be later than today.`,
  }),
  beforeToday: (label) => ({
    sv: `”${label.sv}” kan inte vara tidigare än den här månaden.`,
    en: `“${label.en}” cannot be earlier than this month.`,
  }),
};
