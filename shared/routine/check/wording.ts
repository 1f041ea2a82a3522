import { type Condition, type Field, type Form, inMinutesForm, type Scalar } from '../form.ts';
import type { Language, Words } from '../words.ts';

/** The forms around a field, innermost first: conditions are read out with the labels found there. */
type Forms = readonly Form[];

export const missing = ({ kind, label }: Field): Words => ({
  sv: `${ASK[kind].sv} ”${label.sv}”.`,
  en: `${ASK[kind].en} “${label.en}”.`,
});

export const empty = ({ label }: Field): Words => ({
  sv: `Frågan ”${label.sv}” är inte besvarad. Svara gärna om ni kan. Det går att skicka ändå.`,
  en: `The question “${label.en}” is not answered. Please answer if you can. You can send anyway.`,
});

export const notAsked = ({ label }: Field, condition: Condition, forms: Forms): Words => ({
  sv: `”${label.sv}” gäller bara när ${readOut(condition, forms, 'sv')}. Ta bort svaret eller ändra det som det beror på.`,
  en: `“${label.en}” applies only when ${readOut(condition, forms, 'en')}. Remove the answer or change what it depends on.`,
});

export const notInForm = (name: string): Words => ({
  sv: `Fältet ”${name}” finns inte i formuläret. Rätta namnet eller ta bort fältet.`,
  en: `There is no field “${name}” in the form. Correct the name or remove the field.`,
});

export const NOT_A_FORM: Words = {
  sv: 'Svaren ska vara ett objekt med formulärets fält.',
  en: "The answers must be an object with the form's fields.",
};

const FILL_IN: Words = { sv: 'Fyll i', en: 'Fill in' };
const ANSWER: Words = { sv: 'Svara på', en: 'Answer' };

const ASK: Readonly<Record<Field['kind'], Words>> = {
  text: FILL_IN,
  texts: FILL_IN,
  number: FILL_IN,
  date: FILL_IN,
  month: FILL_IN,
  list: FILL_IN,
  group: ANSWER,
  yesNo: ANSWER,
  choice: ANSWER,
  choices: ANSWER,
  registerChoices: ANSWER,
  registerChoice: ANSWER,
  tick: { sv: 'Kryssa i', en: 'Tick' },
};

/** The condition as a clause: `”Vad vill ni göra?” är ”Köpa in befintligt program”`. */
function readOut(condition: Condition, forms: Forms, language: Language): string {
  const phrase = PHRASES[language];
  const each = (parts: readonly Condition[]) => parts.map((part) => readOut(part, forms, language));
  if ('all' in condition) return joined(each(condition.all), 'conjunction', language);
  if ('any' in condition) return joined(each(condition.any), 'disjunction', language);
  if ('fact' in condition) return phrase.fact;
  if ('inMinutes' in condition) return phrase.inMinutes;
  const field = forms.find((form) => Object.hasOwn(form, condition.field))?.[condition.field];
  const label = phrase.quote(field?.label[language] ?? condition.field);
  if ('given' in condition) return condition.given ? phrase.given(label) : phrase.notGiven(label);
  if ('atLeast' in condition) return phrase.atLeast(label, condition.atLeast);
  const values = 'is' in condition ? condition.is : condition.isNot;
  const choices = joined(
    values.map((value) => phrase.quote(choiceLabel(field, value, language))),
    'disjunction',
    language,
  );
  return 'is' in condition ? phrase.is(label, choices) : phrase.isNot(label, choices);
}

/** Made when it is needed: the first formatter of a process costs more than all else that is imported here. */
const joined = (parts: readonly string[], type: 'conjunction' | 'disjunction', language: Language): string =>
  new Intl.ListFormat(language, { type }).format(parts);

const PHRASES = {
  sv: {
    quote: (words: string) => `”${words}”`,
    is: (label: string, choices: string) => `${label} är ${choices}`,
    isNot: (label: string, choices: string) => `${label} inte är ${choices}`,
    given: (label: string) => `${label} är besvarad`,
    notGiven: (label: string) => `${label} inte är besvarad`,
    atLeast: (label: string, count: number) => `${label} har minst ${count} val`,
    inMinutes: `något svar är ”${inMinutesForm.inMinutes.label.sv}”`,
    fact: 'ärendet kräver det',
  },
  en: {
    quote: (words: string) => `“${words}”`,
    is: (label: string, choices: string) => `${label} is ${choices}`,
    isNot: (label: string, choices: string) => `${label} is not ${choices}`,
    given: (label: string) => `${label} is answered`,
    notGiven: (label: string) => `${label} is not answered`,
    atLeast: (label: string, count: number) => `${label} has at least ${count} choices`,
    inMinutes: `some answer is “${inMinutesForm.inMinutes.label.en}”`,
    fact: 'the case requires it',
  },
} satisfies Readonly<Record<Language, unknown>>;

const YES: Words = { sv: 'Ja', en: 'Yes' };
const NO: Words = { sv: 'Nej', en: 'No' };

/** A composite's choices are those of its `value`. */
function choiceLabel(field: Field | undefined, value: Scalar, language: Language): string {
  if (field?.kind === 'group') return choiceLabel(field.fields.value, value, language);
  if (typeof value === 'boolean') return (value ? YES : NO)[language];
  const options = field && 'options' in field ? field.options : {};
  return options[value]?.[language] ?? String(value);
}
