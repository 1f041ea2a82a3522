import { createHash } from 'node:crypto';
import type { Attachment } from './attachments.ts';

/**
 * A nomination that is being written, by one person or by several with the same link. Times are ISO 8601 in UTC. What
 * was typed is kept as it was posted, also where it is not right yet.
 */
export interface Draft {
  readonly id: string;
  /** Of its mails. */
  readonly language: 'sv' | 'en';
  /** Where its link is mailed; absent of a call without an address. */
  readonly mailbox?: string;
  /** By the form's fields. */
  readonly answers: Readonly<Record<string, Kept>>;
  /** Counts the saves, from 1. */
  readonly version: number;
  readonly createdAt: string;
  readonly savedAt: string;
  /** Somebody who asked to be called, and what they said (`callMe` of the routine's forms). */
  readonly callMe?: Readonly<Record<string, string>>;
  readonly attachments?: readonly Attachment[];
  /** The case that it became: its answers are there, and here no more. */
  readonly sent?: Sent;
}

export interface Sent {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly at: string;
}

/** What was posted of one field: by name, itself and what is said in its place. Empty where nothing is. */
export type Value = Readonly<Record<string, unknown>>;

/** A text, when it was saved and by whom: `by` tells writers apart and says nothing of who they are. */
export interface Text {
  readonly value: Value;
  readonly at: string;
  readonly by: string;
}

/** A field's newest text. */
export interface Kept extends Text {
  /** The version of the draft that it came with. */
  readonly version: number;
  /** Texts of others that nobody had seen who wrote the newer ones: kept until somebody has read them and saved. */
  readonly rivals?: readonly Text[];
}

/** What a writer was shown of a field; `undefined` where that is not known. */
export interface Seen {
  readonly value: string;
  readonly rivals: string;
}

/** Browsers write line breaks in their own way, and drop one at the beginning of a text. */
const plain = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll(/\r\n?/gu, '\n').trim();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([name, part]) => [name, plain(part)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
};

/** Long enough that two texts of one field never have the same. */
const DIGEST_LENGTH = 12;

const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(plain(value)))
    .digest('base64url')
    .slice(0, DIGEST_LENGTH);

const rivalsOf = (kept: Kept | undefined): readonly Text[] => kept?.rivals ?? [];

/** What a form carries of each field that it shows, for {@link merged}. */
export const seenOf = (kept: Kept | undefined): Seen => ({
  value: digestOf(kept?.value ?? {}),
  rivals: digestOf(rivalsOf(kept).map(({ value }) => value)),
});

/** The version of the draft that a writer's page began with. */
export interface Beginning {
  readonly version: number;
  readonly by: string;
}

/**
 * The same of a page that a browser may fetch anew and fill with what stood there before, as it does when somebody goes
 * back: what others have changed since the page's version cannot be told from what its reader saw.
 */
export const seenSince = (kept: Kept | undefined, { version, by }: Beginning): Seen | undefined =>
  kept !== undefined && kept.version > version && kept.by !== by ? undefined : seenOf(kept);

interface Change {
  /** By field, for each that the form shows: what was sent of it. */
  readonly sent: Readonly<Record<string, Value>>;
  readonly seen: Readonly<Record<string, Seen | undefined>>;
  readonly by: string;
  readonly at: string;
}

/**
 * The draft with what was sent, field by field (decision 8): what only this writer has changed is taken, what only others
 * have changed is left, and of what both have changed the newer text stands and the other is kept beside it. Sent again,
 * it changes nothing. `undefined` where nothing changes.
 */
export const merged = (draft: Draft, { sent, seen, by, at }: Change): Draft | undefined => {
  const version = draft.version + 1;
  const changed = Object.entries(sent).flatMap(([field, value]): [string, Kept][] => {
    const kept = draft.answers[field];
    const next = mergedField(kept, seen[field], { value, at, by, version });
    return next === undefined || next === kept ? [] : [[field, next]];
  });
  if (changed.length === 0) return undefined;
  return { ...draft, answers: { ...draft.answers, ...Object.fromEntries(changed) }, version, savedAt: at };
};

const mergedField = (kept: Kept | undefined, seen: Seen | undefined, mine: Kept): Kept | undefined => {
  const now = seenOf(kept);
  const hasSeenAll = seen?.rivals === now.rivals;
  const left = hasSeenAll ? [] : rivalsOf(kept);
  const sent = digestOf(mine.value);
  if (sent === seen?.value || sent === now.value)
    return kept !== undefined && rivalsOf(kept).length > left.length ? withRivals(kept, left) : kept;
  const isKeptBeside = left.some(({ value }) => digestOf(value) === sent);
  if (isKeptBeside) return kept;
  const theirs = kept === undefined || seen?.value === now.value ? [] : [textOf(kept)];
  const read = [seen?.value, sent];
  return withRivals(mine, [...left.filter(({ value }) => !read.includes(digestOf(value))), ...theirs]);
};

const withRivals = ({ value, at, by, version }: Kept, rivals: readonly Text[]): Kept => ({
  value,
  at,
  by,
  version,
  ...(rivals.length > 0 && { rivals }),
});

const textOf = ({ value, at, by }: Kept): Text => ({ value, at, by });

/** All that was posted, as one form. */
export const postedIn = ({ answers }: Pick<Draft, 'answers'>): Record<string, unknown> =>
  Object.assign({}, ...Object.values(answers).map(({ value }) => value));

/** Fields with texts that their writers had not seen of each other. */
export const rivalled = ({ answers }: Draft): readonly string[] =>
  Object.keys(answers).filter((field) => rivalsOf(answers[field]).length > 0);

/** The id of the draft that a form begins: the same however often the form is sent, and another for another mailbox. */
export const draftIdOf = (key: string, mailbox: string): string =>
  createHash('sha256')
    .update(JSON.stringify([key, mailbox.toLowerCase()]))
    .digest('base64url');
