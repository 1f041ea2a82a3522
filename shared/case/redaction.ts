import { ACTS } from '../routine/acts.ts';
import type { ActAnswers, Signatory } from './answers.ts';
import type { ProgrammeFact } from './programme.ts';
import { REMOVED, type StoredText, withTextAt } from './stored-texts.ts';

/**
 * Every place that is cleaned when one text is removed: where the same text stands, and of a nomination's field the other
 * versions too, which may say the same in other words. Empty where there is no such text any more.
 * @param id of the text that was chosen
 */
export const removals = (texts: readonly StoredText[], id: string): readonly StoredText[] => {
  const chosen = texts.find((it) => it.id === id);
  if (chosen === undefined) return [];
  const { nominated } = chosen;
  const versions = texts.filter((it) => nominated !== undefined && it.nominated === nominated);
  const removed = new Set([chosen, ...versions].map(({ text }) => plain(text)));
  return texts.filter((it) => versions.includes(it) || removed.has(plain(it.text)));
};

const plain = (text: string): string => text.normalize().trim().replaceAll(/\s+/gu, ' ');

/** The note that stands in the place of the text: when it was removed, by whom, what kind of thing it was and why. */
export const noteOf = (
  { redactedKind, redactReason }: Pick<ActAnswers['redact'], 'redactedKind' | 'redactReason'>,
  { name, role }: Signatory,
  on: string,
): string => {
  const kind = ACTS.redact.form.redactedKind.options[redactedKind].sv.toLowerCase();
  return `${REMOVED} ${on} av ${name}, ${role}: ${kind}. Skäl: ${redactReason}]`;
};

/** What is stored of one document, with the note in the place of each of its texts that is removed. */
export const cleaned = (
  stored: Readonly<Record<string, unknown>>,
  texts: readonly StoredText[],
  note: string,
): Readonly<Record<string, unknown>> =>
  texts.reduce<unknown>((left, { path }) => withTextAt(left, path, note), stored) as Readonly<
    Record<string, unknown>
  >;

/** A flat record, such as what search knows of a case or a question tells the rules, without the removed texts. */
export const cleanedFlat = <T extends object>(record: T, texts: readonly StoredText[], note: string): T => {
  const removed = new Set(texts.map(({ text }) => plain(text)));
  const entries = Object.entries(record).map(([name, value]) => [
    name,
    typeof value === 'string' && removed.has(plain(value)) ? note : value,
  ]);
  return Object.fromEntries(entries) as T;
};

/** The programme that came of the case, likewise: its own words and the names of those that use it. */
export const cleanedProgramme = (
  programme: ProgrammeFact,
  texts: readonly StoredText[],
  note: string,
): ProgrammeFact => {
  const { name, owner, operationalResponsibility, users } = programme;
  return {
    ...programme,
    ...cleanedFlat({ name, owner, operationalResponsibility }, texts, note),
    users: users.map((user) => ({ ...user, ...cleanedFlat({ name: user.name }, texts, note) })),
  };
};
