import { type Field, type Form, inMinutesForm, unknownForm } from '../form.ts';

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether the answer is "vet inte än", or an attempt at it. */
export const saysUnknown = (answer: unknown): boolean => isRecord(answer) && Object.hasOwn(answer, 'unknown');

/** Whether the answer is "se bifogat protokoll", or an attempt at it. */
export const saysInMinutes = (answer: unknown): boolean =>
  isRecord(answer) && Object.hasOwn(answer, 'inMinutes');

/** The form of the parts of an answer that has named parts: those of a group, or of what is said in its place. */
export function formWithin(field: Field, answer: unknown): Form | undefined {
  if (field.mayBeUnknown && saysUnknown(answer)) return unknownForm;
  if (field.mayBeInMinutes && saysInMinutes(answer)) return inMinutesForm;
  return field.kind === 'group' ? field.fields : undefined;
}

/**
 * The answers as they were meant: texts trimmed, line breaks written `\n` (browsers send `\r\n`), and whatever is
 * blank left out: `null`, an empty text, a group or a list that holds nothing. A blank line of a list leaves a hole,
 * so that the lines after it keep their number. Fields that the form does not know are kept as they are.
 */
export function tidyForm(form: Form, raw: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const tidied = Object.entries(raw).map(([name, answer]): [string, unknown] => {
    const field = Object.hasOwn(form, name) ? form[name] : undefined;
    return [name, field ? tidyAnswer(field, answer) : answer];
  });
  return Object.fromEntries(tidied.filter(([, answer]) => answer !== undefined));
}

function tidyAnswer(field: Field, raw: unknown): unknown {
  const parts = formWithin(field, raw);
  if (parts) return tidyParts(parts, raw);
  if (!Array.isArray(raw)) return tidyValue(raw);
  return tidyList(raw, (item) => (field.kind === 'list' ? tidyParts(field.item, item) : tidyValue(item)));
}

function tidyParts(form: Form, raw: unknown): unknown {
  if (!isRecord(raw)) return tidyValue(raw);
  const tidied = tidyForm(form, raw);
  return Object.keys(tidied).length === 0 ? undefined : tidied;
}

function tidyList(raw: readonly unknown[], tidyItem: (item: unknown) => unknown): unknown {
  const tidied = raw.map(tidyItem);
  return tidied.every((item) => item === undefined) ? undefined : tidied;
}

function tidyValue(raw: unknown): unknown {
  if (raw === null) return undefined;
  if (typeof raw !== 'string') return raw;
  return raw.replace(/\r\n?/g, '\n').trim() || undefined;
}
