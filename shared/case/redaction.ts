import { ACTS } from '../routine/acts.ts';
import type { ActAnswers, Signatory } from './answers.ts';
import type { HeadChange } from './consequence.ts';
import type { CaseHead } from './facts.ts';
import type { ProgrammeFact, User } from './programme.ts';
import { REMOVED, type StoredText, withTextAt } from './stored-texts.ts';

/**
 * Every place that is cleaned when one text is removed: where the same text stands, and of a nomination's field the other
 * versions too, which may say the same in other words. A file is the same where its content is, whatever it is called: its
 * name goes with it, and with no text. Empty where there is no such text or file any more.
 * @param id of the text that was chosen
 */
export const removals = (texts: readonly StoredText[], id: string): readonly StoredText[] => {
  const chosen = texts.find((it) => it.id === id);
  if (chosen === undefined) return [];
  if (chosen.file !== undefined) return texts.filter(({ file }) => file === chosen.file);
  const { nominated } = chosen;
  const versions = texts.filter((it) => nominated !== undefined && it.nominated === nominated);
  const removed = new Set([chosen, ...versions].map(({ text }) => plain(text)));
  return texts.filter(
    (it) => versions.includes(it) || (it.file === undefined && removed.has(plain(it.text))),
  );
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

const isAmong = (texts: readonly StoredText[]): ((text: string | undefined) => boolean) => {
  const removed = new Set(texts.flatMap(({ file, text }) => (file === undefined ? plain(text) : [])));
  return (text) => text !== undefined && removed.has(plain(text));
};

/**
 * What is left of the head: the number of the case and the mailbox of who was replaced are taken away with the text that
 * stated them. A mailbox that is still written to stays until the contacts are changed.
 */
export const cleanedHead = (
  { registrationNumber, replaced = {} }: Pick<CaseHead, 'registrationNumber' | 'replaced'>,
  texts: readonly StoredText[],
): HeadChange => {
  const isRemoved = isAmong(texts);
  const left = Object.entries(replaced).filter(([, mailbox]) => !isRemoved(mailbox));
  return {
    ...(isRemoved(registrationNumber) && { registrationNumber: undefined }),
    ...(left.length < Object.keys(replaced).length && { replaced: Object.fromEntries(left) }),
  };
};

/** A flat record, such as what search knows of a case or a question tells the rules, without the removed texts. */
export const cleanedFlat = <T extends object>(record: T, texts: readonly StoredText[], note: string): T => {
  const isRemoved = isAmong(texts);
  const entries = Object.entries(record).map(([name, value]) => [
    name,
    typeof value === 'string' && isRemoved(value) ? note : value,
  ]);
  return Object.fromEntries(entries) as T;
};

/** The programme that came of the case, likewise: its own words, and what is kept of those that use it. */
export const cleanedProgramme = (
  programme: ProgrammeFact,
  texts: readonly StoredText[],
  note: string,
): ProgrammeFact => {
  const { name, owner, operationalResponsibility, users } = programme;
  return {
    ...programme,
    ...cleanedFlat({ name, owner, operationalResponsibility }, texts, note),
    users: users.map((user) => cleanedUser(user, texts, note)),
  };
};

/** Nothing is mailed to a note: where a mailbox is removed, there is none. */
const cleanedUser = (
  { mailbox, agreementRef, ...user }: User,
  texts: readonly StoredText[],
  note: string,
): User => ({
  ...user,
  ...cleanedFlat({ name: user.name, ...(agreementRef !== undefined && { agreementRef }) }, texts, note),
  ...(mailbox !== undefined && !isAmong(texts)(mailbox) && { mailbox }),
});
