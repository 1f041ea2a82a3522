import qs from 'qs';
import { isAsked, type Known } from '../routine/check.ts';
import type { Field, Form, InMinutes, NumberField, Unknown } from '../routine/form.ts';

/** What a form holds as a browser sends it: strings, nested as the form is. */
export type Posted = Record<string, unknown>;

export interface Reading {
  /** What was typed and chosen, as strings, to show again. Rows left blank are gone. */
  readonly posted: Posted;
  /** The same as typed values, without what is empty. */
  readonly written: Record<string, unknown>;
  /** Of what is written, what is asked: for `checkAnswers`. */
  readonly raw: Record<string, unknown>;
  readonly intent: Intent;
}

/**
 * What the pressed button is for: to go on with the form, of which `posted` has a row added or removed if that is
 * what was asked; to send it in, to be reviewed first where the question wants that; or to send what was reviewed.
 */
export type Intent = 'edit' | 'submit' | 'confirm';

/** Names the sheet that a form belongs to, for whoever reads it without its question or act at hand. */
export const STEP = '_step';

/** Names of buttons. That of a form itself has none. */
export const BUTTON = {
  add: '_add',
  remove: '_remove',
  edit: '_edit',
  confirm: '_confirm',
  resend: '_resend',
} as const;

/** Far more than the longest form has, and little enough for one request. */
const LIMITS = { depth: 8, parameterLimit: 2000, arrayLimit: 200 };

/** The name of the tick "vet inte än" beside a field that may be unknown, and of its reason. */
export const unknownName = (name: string): string => `${name}_unknown`;
export const reasonName = (name: string): string => `${name}_reason`;

/** The name of the tick "se bifogat protokoll" beside a field that may be answered so. */
export const inMinutesName = (name: string): string => `${name}_inMinutes`;

/** Reads a posted form. Whatever is sent, it never throws, and keeps nothing that the form does not have. */
export function readPosted(form: Form, body: string, known: Known): Reading {
  const sent = asTree(qs.parse(body, { allowDots: true, plainObjects: true, ...LIMITS }));
  const add = asText(sent[BUTTON.add]);
  const remove = asText(sent[BUTTON.remove]);
  const pressed = add !== undefined || remove !== undefined;
  const posted = keep(form, sent, pressed);
  if (add !== undefined) listAt(form, posted, tokens(add))?.add();
  if (remove !== undefined) {
    const path = tokens(remove);
    listAt(form, posted, path.slice(0, -1))?.remove(Number(path.at(-1)));
  }
  return { posted, ...typedIn(form, posted, known), intent: pressed ? 'edit' : intentOf(sent) };
}

/** What was posted, as typed values. */
export const typedIn = (form: Form, posted: Posted, known: Known): Pick<Reading, 'written' | 'raw'> => {
  const written = typed(form, posted);
  return { written, raw: onlyAsked(form, written, [], known) };
};

/** By field, what was posted of it: itself and what is said in its place. */
export const byField = (form: Form, posted: Posted): Readonly<Record<string, Posted>> =>
  Object.fromEntries(
    Object.entries(form).map(([key, field]) => {
      const names = [key, ...besides(field, key)].filter((name) => posted[name] !== undefined);
      return [key, Object.fromEntries(names.map((name) => [name, posted[name]]))];
    }),
  );

const intentOf = (sent: Posted): Intent => {
  if (sent[BUTTON.edit] !== undefined) return 'edit';
  return sent[BUTTON.confirm] === undefined ? 'submit' : 'confirm';
};

/** The other way: stored answers as a browser would send them, to fill a form with. */
export function toPosted(form: Form, answers: Readonly<Record<string, unknown>>): Posted {
  const filled = Object.entries(form).flatMap(([key, field]): [string, unknown][] => {
    const value = answers[key];
    if (value === undefined) return [];
    if (isUnknown(value)) {
      return [
        [unknownName(key), 'true'],
        [reasonName(key), value.reason],
      ];
    }
    if (isInMinutes(value)) return [[inMinutesName(key), 'true']];
    return [[key, asPosted(field, value)]];
  });
  return Object.fromEntries(filled);
}

export const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && 'unknown' in value && value.unknown === true;

export const isInMinutes = (value: unknown): value is InMinutes =>
  typeof value === 'object' && value !== null && 'inMinutes' in value && value.inMinutes === true;

const asPosted = (field: Field, value: unknown): unknown => {
  switch (field.kind) {
    case 'group':
      return toPosted(field.fields, asTree(value));
    case 'list':
      return asList(value).map((row) => toPosted(field.item, asTree(row)));
    case 'choices':
    case 'registerChoices':
      return value;
    case 'texts':
      return asList(value).join('\n');
    case 'number':
      return String(value).replace('.', ',');
    default:
      return String(value);
  }
};

/** The part of what was sent that the form has. */
const keep = (form: Form, sent: Posted, blankRows: boolean): Posted => {
  const kept: Posted = {};
  for (const [key, field] of Object.entries(form)) {
    const value = keptValue(field, sent[key], blankRows);
    if (value !== undefined) kept[key] = value;
    for (const name of besides(field, key)) {
      const text = asText(sent[name]);
      if (text !== undefined) kept[name] = text;
    }
  }
  return kept;
};

/** The names of the controls for what may be said in place of the field's value. */
const besides = ({ mayBeUnknown, mayBeInMinutes }: Field, key: string): readonly string[] => [
  ...(mayBeUnknown ? [unknownName(key), reasonName(key)] : []),
  ...(mayBeInMinutes ? [inMinutesName(key)] : []),
];

const keptValue = (field: Field, sent: unknown, blankRows: boolean): unknown => {
  switch (field.kind) {
    case 'group':
      return unlessEmpty(keep(field.fields, asTree(sent), blankRows));
    case 'list': {
      const rows = asList(sent).map((row) => keep(field.item, asTree(row), blankRows));
      return unlessEmpty(blankRows ? rows : rows.filter((row) => unlessEmpty(row)));
    }
    case 'choices':
    case 'registerChoices':
      return unlessEmpty(asList(sent).filter((it) => asText(it) !== undefined));
    default:
      return asText(sent);
  }
};

const typed = (form: Form, posted: Posted): Record<string, unknown> => {
  const values: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(form)) {
    const value = posted[key] === undefined ? undefined : typedValue(field, posted[key]);
    const answer = value ?? saidInPlace(posted, key);
    if (answer !== undefined) values[key] = answer;
  }
  return values;
};

/** What was said in place of a value. Written words are the fuller answer: a tick beside them does not count. */
const saidInPlace = (posted: Posted, key: string): Partial<Unknown> | InMinutes | undefined => {
  const reason = asText(posted[reasonName(key)])?.trim();
  if (reason !== undefined) return { unknown: true, reason };
  if (posted[unknownName(key)] !== undefined) return { unknown: true };
  return posted[inMinutesName(key)] === undefined ? undefined : { inMinutes: true };
};

const typedValue = (field: Field, posted: unknown): unknown => {
  switch (field.kind) {
    case 'group':
      return unlessEmpty(typed(field.fields, asTree(posted)));
    case 'list':
      return asList(posted).map((row) => typed(field.item, asTree(row)));
    case 'choices':
    case 'registerChoices':
      return posted;
    case 'texts':
      return unlessEmpty(lines(String(posted)));
    case 'number':
      return readNumber(field, String(posted));
    case 'yesNo':
      return posted === 'true' ? true : posted === 'false' ? false : posted;
    case 'tick':
      return posted === 'true' ? true : posted;
    case 'date':
    case 'month':
      return readDate(String(posted));
    default:
      return String(posted).replaceAll(/\r\n?/g, '\n').trim();
  }
};

/** Dropping one answer may hide another: goes on until nothing more falls away. */
const onlyAsked = (
  form: Form,
  values: Record<string, unknown>,
  outer: readonly Record<string, unknown>[],
  known: Known,
): Record<string, unknown> => {
  const scopes = [values, ...outer];
  const asked: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(form)) {
    if (values[key] === undefined || !isAsked(field, scopes, known)) continue;
    const value = askedWithin(field, values[key], scopes, known);
    if (value !== undefined) asked[key] = value;
  }
  const fell = Object.keys(asked).length < Object.keys(values).length;
  return fell ? onlyAsked(form, asked, outer, known) : asked;
};

const askedWithin = (
  field: Field,
  value: unknown,
  scopes: readonly Record<string, unknown>[],
  known: Known,
): unknown => {
  if (isUnknown(value) || isInMinutes(value)) return value;
  if (field.kind === 'group') return unlessEmpty(onlyAsked(field.fields, asTree(value), scopes, known));
  if (field.kind === 'list') {
    return asList(value).map((row) => onlyAsked(field.item, asTree(row), scopes, known));
  }
  return value;
};

/**
 * A number as people write it: spaces between thousands, comma or point before decimals. What is not a number is
 * kept as it is, for the check to report.
 */
const readNumber = (field: NumberField, text: string): number | string => {
  const compact = text.replaceAll(/\s/gu, '').replace('−', '-');
  const grouped = field.integer && /^-?\d{1,3}([.,]\d{3})+$/u.test(compact);
  const digits = grouped ? compact.replaceAll(/[.,]/gu, '') : compact.replace(',', '.');
  return /^-?\d{1,15}(\.\d{1,15})?$/u.test(digits) ? Number(digits) : text.trim();
};

/** A date or month in the order year, month, day, with any separator or none. */
const readDate = (text: string): string => {
  const [, year, month = '', day] = /^(\d{4})[-./ ]?(\d{1,2})(?:[-./ ]?(\d{1,2}))?$/u.exec(text.trim()) ?? [];
  if (year === undefined) return text.trim();
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
};

interface Rows {
  add(): void;
  remove(index: number): void;
}

/** The list that a button's value names, in a form and in what was posted to it. */
const listAt = (form: Form, posted: Posted, [key = '', ...rest]: readonly string[]): Rows | undefined => {
  const field = Object.hasOwn(form, key) ? form[key] : undefined;
  if (field?.kind === 'group') {
    posted[key] ??= {};
    return listAt(field.fields, posted[key] as Posted, rest);
  }
  if (field?.kind !== 'list') return undefined;
  posted[key] ??= [];
  const rows = posted[key] as Posted[];
  const [index, ...inner] = rest;
  if (index !== undefined) {
    const row = rows[Number(index)];
    return row === undefined ? undefined : listAt(field.item, row, inner);
  }
  return {
    add: () => void (rows.length < field.max && rows.push({})),
    remove: (at) => void (Number.isInteger(at) && rows.splice(at, 1)),
  };
};

/** The steps of a path such as `costLines[0].amountSek`. */
export const tokens = (path: string): readonly string[] => path.slice(0, 200).match(/[^.[\]]+/gu) ?? [];

const lines = (text: string): readonly string[] =>
  text
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const asTree = (value: unknown): Posted =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Posted) : {};

/** qs makes an object of an array with a high index. */
const asList = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && value !== null) return Object.values(value);
  return value === undefined ? [] : [value];
};

/** A name sent twice counts once. */
const asText = (value: unknown): string | undefined => {
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
};

const unlessEmpty = <T extends object>(value: T): T | undefined =>
  Object.keys(value).length === 0 ? undefined : value;
