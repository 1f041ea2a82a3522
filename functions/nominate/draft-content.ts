import { attachmentAnswers } from '../../shared/case/attachments.ts';
import {
  type Beginning,
  type Draft,
  postedIn,
  type Seen,
  seenOf,
  seenSince,
  type Value,
} from '../../shared/case/draft.ts';
import { partsNow } from '../../shared/case/draft-parts.ts';
import { type Posted, typedIn } from '../../shared/pages/posted.ts';
import { holdsPersonalNumber } from '../../shared/routine/check/personal-number.ts';
import type { FieldProblem, Known } from '../../shared/routine/check.ts';
import type { Form } from '../../shared/routine/form.ts';
import { nominationForm, nominationSections } from '../../shared/routine/nomination.ts';

/** What a draft holds, with what stands in a form that was sent in the place of what is stored. */
export const contentOf = (
  draft: Pick<Draft, 'answers' | 'attachments'>,
  known: Known,
  typed: Posted = {},
) => {
  const posted = { ...postedIn(draft), ...typed };
  const { raw } = typedIn(nominationForm, posted, known);
  const { attachments = [] } = draft;
  const files = attachments.length > 0 && { attachments: attachmentAnswers(attachments) };
  const answers: Readonly<Record<string, unknown>> = { ...raw, ...files };
  return { posted, answers, parts: partsNow(answers, known) };
};

/** All fields of a part, whether they apply or not: what was sent of them is read, and is not lost where they do not. */
export const wholePart = (id: string): Form | undefined => {
  const { fields } = nominationSections.find((section) => section.id === id) ?? {};
  return (
    fields && Object.fromEntries(Object.entries(nominationForm).filter(([name]) => fields.includes(name)))
  );
};

type SeenFields = Readonly<Record<string, Seen | undefined>>;

export const writeSeen = (seen: SeenFields): string =>
  Object.entries(seen)
    .map(([field, it]) => [field, ...(it === undefined ? [] : [it.value, it.rivals])].join('.'))
    .join(' ');

/** The fields that a form showed, with what its writer saw of each. */
export const readSeen = (text: string): SeenFields =>
  Object.fromEntries(
    text.split(' ').flatMap((word): [string, Seen | undefined][] => {
      const [field = '', value, rivals] = word.split('.');
      if (field === '') return [];
      return [[field, value === undefined || rivals === undefined ? undefined : { value, rivals }]];
    }),
  );

/** What the page of a part shows of each of its fields. */
export const seenNow = ({ answers }: Draft, fields: readonly string[], since?: Beginning): SeenFields =>
  Object.fromEntries(
    fields.map((field) => [
      field,
      since === undefined ? seenOf(answers[field]) : seenSince(answers[field], since),
    ]),
  );

/**
 * What must not be stored at all, not even in a draft: the fields in which a personal number stands (NOMINATION-FORM
 * section 1).
 */
export const notToBeKept = (values: Readonly<Record<string, Value>>): readonly string[] =>
  Object.keys(values).filter((field) => textsIn(values[field]).some(holdsPersonalNumber));

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Far more than a whole nomination may hold, and less than an item of the table takes, in bytes. */
const MOST_BYTES = 256 * 1024;

export const sizeProblems = (draft: Draft): readonly FieldProblem[] =>
  Buffer.byteLength(JSON.stringify(draft)) > MOST_BYTES ? [{ field: '$', message: TOO_MUCH }] : [];

const TOO_MUCH: FieldProblem['message'] = {
  sv: 'Nomineringen har blivit för lång, så det nya är inte sparat. Korta texterna och spara igen.',
  en: 'The nomination has become too long, so what is new is not saved. Shorten the texts and save again.',
};
