import * as z from 'zod';
import {
  type DateField,
  type Field,
  type Form,
  inMinutesForm,
  type MonthField,
  type NumberField,
  type RegisterChoiceField,
  type RegisterChoicesField,
  TEXT_LIMIT,
  type TextField,
  type TextFormat,
  type TextSize,
  unknownForm,
} from '../form.ts';
import { choicesOf, type Known } from './conditions.ts';
import { holdsPersonalNumber } from './personal-number.ts';

/** What is wrong with a value, where zod has no name of its own for it; found in an issue's `params.fault`. */
export type Fault = 'personalNumber' | 'controlCharacter' | 'lineBreak' | 'afterToday' | 'beforeToday';

/** The notes that {@link jsonSchemaOf} adds to the field they are registered for. */
const notes = z.registry<Record<string, unknown>>();

/** The schema that was last made of each form, and what it was made of: making one costs more than checking with it. */
const made = new WeakMap<Form, { readonly of: string; readonly schema: z.ZodType }>();

/**
 * The values that a form accepts, once tidied. Conditions are not part of it: a field that is only sometimes needed
 * is optional here. Without `known` (for documentation) registers accept any text and no date is too late or early.
 */
export function formSchema(form: Form, known?: Known): z.ZodType {
  const of = known ? JSON.stringify(usedOf(form, known)) : '';
  const last = made.get(form);
  if (last?.of === of) return last.schema;
  const fields = Object.entries(form).map(([name, field]) => [name, fieldSchema(field, known)]);
  const schema = z.strictObject(Object.fromEntries(fields));
  made.set(form, { of, schema });
  return schema;
}

/** Of what is known, what the form's schema is made of. */
const usedOf = (form: Form, known: Known): readonly unknown[] =>
  Object.values(form).flatMap((field) => {
    if ('register' in field) return [valuesOf(field, known)];
    if (field.kind === 'group') return usedOf(field.fields, known);
    if (field.kind === 'list') return usedOf(field.item, known);
    const isDated =
      field.kind === 'date' ? field.notAfterToday : field.kind === 'month' && field.notBeforeToday;
    return isDated ? [known.today] : [];
  });

/**
 * JSON Schema (2020-12) of the answers to a form, for the API's documentation. Standard keywords give what holds of
 * each value by itself; `x-need`, `x-need-when`, `x-need-otherwise` and `x-asked-when` give the form's own conditions,
 * as in `form.ts`.
 */
export function jsonSchemaOf(form: Form): object {
  return z.toJSONSchema(formSchema(form), { io: 'input', metadata: notes });
}

function fieldSchema(field: Field, known: Known | undefined): z.ZodType {
  const answer = answerSchema(field, known);
  const isAlwaysNeeded = field.need === 'must' && !field.needWhen && !field.askedWhen;
  return (isAlwaysNeeded ? answer : answer.optional()).register(notes, notesOn(field));
}

/** The value, or what may be said in its place. */
function answerSchema(field: Field, known: Known | undefined): z.ZodType {
  const ways = [
    valueSchema(field, known),
    ...(field.mayBeUnknown ? [formSchema(unknownForm)] : []),
    ...(field.mayBeInMinutes ? [formSchema(inMinutesForm)] : []),
  ] as const;
  return ways.length === 1 ? ways[0] : z.union(ways);
}

function notesOn(field: Field): Record<string, unknown> {
  return {
    title: field.label.en,
    ...(field.help && { description: field.help.en }),
    'x-label': field.label,
    'x-need': field.need,
    ...(field.needWhen && { 'x-need-when': field.needWhen }),
    ...(field.otherwise && { 'x-need-otherwise': field.otherwise }),
    ...(field.askedWhen && { 'x-asked-when': field.askedWhen }),
    ...('options' in field && { 'x-options': field.options }),
  };
}

function valueSchema(field: Field, known: Known | undefined): z.ZodType {
  switch (field.kind) {
    case 'text':
      return textSchema(field);
    case 'texts':
      return listSchema(shortText, 0, field.max);
    case 'choice':
      return z.enum(Object.keys(field.options));
    case 'choices':
      return choicesSchema(z.enum(Object.keys(field.options)));
    case 'registerChoices':
      return choicesSchema(registerSchema(field, known));
    case 'registerChoice':
      return registerSchema(field, known);
    case 'number':
      return numberSchema(field);
    case 'yesNo':
      return z.boolean();
    case 'tick':
      return z.literal(true);
    case 'date':
      return dateSchema(field, known);
    case 'month':
      return monthSchema(field, known);
    case 'group':
      return formSchema(field.fields, known);
    case 'list':
      return listSchema(formSchema(field.item, known), field.min ?? 0, field.max);
  }
}

const FORMAT: Readonly<Record<TextFormat, z.core.$ZodCheck<string>>> = {
  email: z.email(),
  phone: z.regex(/^\+?(?:[ ()/-]*\d){4,15}$/),
  hsaId: z.regex(/^SE\d{10}-[A-Za-z0-9]{1,20}$/),
  url: z.url({ protocol: /^https?$/, hostname: z.regexes.domain }),
};

/** Longest text that the field takes, in UTF-16 code units, as browsers count `maxlength`. */
const longest = (field: TextField): number => field.max ?? TEXT_LIMIT[field.size];

function textSchema(field: TextField): z.ZodString {
  const text = plainText(field.size, longest(field));
  const sized = field.min === undefined ? text : text.min(field.min);
  return field.format ? sized.check(FORMAT[field.format]) : sized;
}

/** An overlong text is not looked into further. */
function plainText(size: TextSize, max: number): z.ZodString {
  const safe = z
    .string()
    .max(max, { abort: true })
    .check(mustNot('personalNumber', holdsPersonalNumber))
    .check(mustNot('controlCharacter', (text) => /(?![\n\t])\p{Cc}/u.test(text) || !text.isWellFormed()));
  return size === 'short' ? safe.check(mustNot('lineBreak', (text) => text.includes('\n'))) : safe;
}

const shortText = plainText('short', TEXT_LIMIT.short);

function mustNot(fault: Fault, has: (text: string) => boolean): z.core.$ZodCheck<string> {
  return z.refine((text) => !has(text), { params: { fault } });
}

function numberSchema(field: NumberField): z.ZodType {
  return (field.integer ? z.int() : z.number()).min(field.min).max(field.max);
}

function dateSchema(field: DateField, known: Known | undefined): z.ZodType {
  if (!known || !field.notAfterToday) return z.iso.date();
  return z.iso.date().check(mustNot('afterToday', (date) => date > known.today));
}

/** A year and a month are compared with those of today. */
function monthSchema(field: MonthField, known: Known | undefined): z.ZodType {
  const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
  if (!known || !field.notBeforeToday) return month;
  return month.check(mustNot('beforeToday', (date) => date < known.today.slice(0, 'YYYY-MM'.length)));
}

/** A register that is not known has no choices, so that every answer is refused. */
function registerSchema(
  field: RegisterChoicesField | RegisterChoiceField,
  known: Known | undefined,
): z.ZodType {
  if (!known) return z.string();
  return z.enum(valuesOf(field, known));
}

const valuesOf = (field: { readonly register: string }, known: Known): readonly string[] =>
  choicesOf(field, known).map(({ value }) => value);

/** Each choice counts once. */
function choicesSchema(choice: z.ZodType): z.ZodType {
  return z
    .array(choice.optional())
    .overwrite((chosen) => [...new Set(chosen)].filter((one) => one !== undefined));
}

/** Holes, left by blank lines, are closed before the lines are counted. */
function listSchema(item: z.ZodType, min: number, max: number): z.ZodType {
  return z
    .array(item.optional())
    .overwrite((items) => items.filter((one) => one !== undefined))
    .min(min)
    .max(max);
}
