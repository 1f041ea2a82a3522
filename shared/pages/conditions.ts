import type { Known } from '../routine/check.ts';
import { type Condition, type Field, type Form, inMinutesForm, type Scalar } from '../routine/form.ts';
import type { Language, Words } from '../routine/words.ts';
import { SAY } from './words.ts';

/** The condition with the facts of the case filled in: what is left asks about fields only. */
export function settle(condition: Condition | undefined, known: Known): boolean | Condition {
  if (condition === undefined) return true;
  if ('fact' in condition) {
    return [known.facts[condition.fact]].flat().some((it) => condition.is.includes(it as Scalar));
  }
  if ('all' in condition) return joined('all', condition.all, known);
  if ('any' in condition) return joined('any', condition.any, known);
  return condition;
}

const joined = (how: 'all' | 'any', parts: readonly Condition[], known: Known): boolean | Condition => {
  const deciding = how === 'any';
  const settled = parts.map((part) => settle(part, known));
  if (settled.includes(deciding)) return deciding;
  const open = settled.filter((part) => typeof part !== 'boolean');
  const [only] = open;
  if (only === undefined) return !deciding;
  if (open.length === 1) return only;
  return how === 'all' ? { all: open } : { any: open };
};

/** Names of the fields that a settled condition asks about. */
export const fieldsIn = (condition: Condition): readonly string[] => {
  if ('all' in condition) return condition.all.flatMap(fieldsIn);
  if ('any' in condition) return condition.any.flatMap(fieldsIn);
  return 'field' in condition ? [condition.field] : [];
};

export interface Reading {
  readonly lang: Language;
  readonly known: Known;
  /** The form that the condition stands in, then those around it. */
  readonly forms: readonly Form[];
  /** The field that stands just before: it need not be named. */
  readonly justAbove?: string | undefined;
}

/** A settled condition as people say it: "du valde ”Nej” under ”Utfall”". */
export function inWords(condition: Condition, reading: Reading): string {
  const { lang, forms, justAbove } = reading;
  if ('all' in condition) return condition.all.map((it) => inWords(it, reading)).join(AND[lang]);
  if ('any' in condition) return condition.any.map((it) => inWords(it, reading)).join(OR[lang]);
  if ('fact' in condition) return '';
  if ('inMinutes' in condition) return IN_MINUTES[lang];
  const field = fieldOf(condition.field, forms);
  if (field === undefined) return '';
  const isAbove = condition.field === justAbove;
  if ('given' in condition) {
    const question = isAbove ? QUESTION_ABOVE[lang] : quoted(field.label[lang], lang);
    return `${(condition.given ? GIVEN : NOT_GIVEN)[lang]} ${question}`;
  }
  const where = isAbove ? ABOVE[lang] : under(field.label, lang);
  if ('atLeast' in condition) return `${chosen(condition.atLeast)[lang]} ${where}`;
  const deciding = decidingField(field);
  if (deciding.kind === 'tick') return `${TICKED[lang]} ${quoted(deciding.label[lang], lang)}`;
  const { chose, values } = choice(condition, deciding);
  const names = values.map((value) => quoted(nameOf(value, deciding, reading), lang));
  return `${chose[lang]} ${names.join(OR[lang])} ${where}`;
}

type Choosing = Extract<Condition, { is: unknown } | { isNot: unknown }>;

/** "Not yes" is easier to read as the choices that are left. */
const choice = (condition: Choosing, field: Field): { chose: Words; values: readonly Scalar[] } => {
  if ('is' in condition) return { chose: CHOSE, values: condition.is };
  const left = optionsOf(field).filter((value) => !condition.isNot.includes(value));
  const few = left.length > 0 && left.length <= 3 && field.kind !== 'choices';
  return few ? { chose: CHOSE, values: left } : { chose: DID_NOT_CHOOSE, values: condition.isNot };
};

const optionsOf = (field: Field): readonly Scalar[] => {
  if (field.kind === 'choice' || field.kind === 'choices') return Object.keys(field.options);
  return field.kind === 'yesNo' ? [true, false] : [];
};

const chosen = (count: number): Words => ({
  sv: `du valde minst ${count} alternativ`,
  en: `you chose at least ${count} options`,
});

const nameOf = (value: Scalar, field: Field, { lang, known }: Reading): string => {
  if (field.kind === 'choice' || field.kind === 'choices')
    return field.options[String(value)]?.[lang] ?? String(value);
  if (field.kind === 'yesNo') return (value === true ? SAY.yes : SAY.no)[lang];
  if (field.kind === 'registerChoices' || field.kind === 'registerChoice') {
    return known.registers[field.register]?.find((it) => it.value === value)?.label[lang] ?? String(value);
  }
  return String(value);
};

const fieldOf = (name: string, forms: readonly Form[]): Field | undefined =>
  forms.find((form) => Object.hasOwn(form, name))?.[name];

/** Of a composite field, its `value` decides. */
const decidingField = (field: Field): Field =>
  field.kind === 'group' ? (field.fields.value ?? field) : field;

const quoted = (text: string, lang: Language): string => (lang === 'sv' ? `”${text}”` : `“${text}”`);
const under = (label: Words, lang: Language): string => `under ${quoted(label[lang], lang)}`;

const AND: Words = { sv: ' och ', en: ' and ' };
const OR: Words = { sv: ' eller ', en: ' or ' };
const ABOVE: Words = { sv: 'ovan', en: 'above' };
const CHOSE: Words = { sv: 'du valde', en: 'you chose' };
const DID_NOT_CHOOSE: Words = { sv: 'du inte valde', en: 'you did not choose' };
const IN_MINUTES: Words = {
  sv: `du har svarat ${quoted(inMinutesForm.inMinutes.label.sv, 'sv')} någonstans`,
  en: `you have answered ${quoted(inMinutesForm.inMinutes.label.en, 'en')} anywhere`,
};
const TICKED: Words = { sv: 'du kryssade för', en: 'you ticked' };
const GIVEN: Words = { sv: 'du har svarat på', en: 'you have answered' };
const NOT_GIVEN: Words = { sv: 'du inte har svarat på', en: 'you have not answered' };
const QUESTION_ABOVE: Words = { sv: 'frågan ovan', en: 'the question above' };
