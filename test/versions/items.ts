import {
  caseSubject,
  type KeyRing,
  type LinkSubject,
  linkDigest,
  linkSecret,
} from '../../shared/links/links.ts';
import { keys } from '../../shared/records/keys.ts';
import { filledIn, type Waiting } from './versions.ts';

export type Item = Readonly<Record<string, unknown>>;

/** A case as an earlier version had stored it, with links of a key ring of now. */
export interface Kept {
  /** What the execution that waited in it was started with. */
  readonly input: Item;
  /** All but the task tokens, which were of the engine that the case was played on. */
  readonly items: readonly Item[];
  /** The items of the tokens. */
  readonly tokens: readonly Item[];
}

/** @param places `{{case}}` and `{{number}}` of the text */
export const keptIn = (
  { text }: Waiting,
  places: Readonly<Record<'case' | 'number', string>>,
  ring: KeyRing,
): Kept => {
  const { input, items } = JSON.parse(filledIn(text, places)) as { input: Item; items: Item[] };
  const isToken = ({ taskToken }: Item): boolean => taskToken !== undefined;
  return {
    input,
    items: items.filter((it) => !isToken(it)).map(withDigest(ring)),
    tokens: items.filter(isToken),
  };
};

export const isLink = ({ pk }: Item): boolean => String(pk).startsWith('link#');

/** The secret of the link that an item keeps. */
export const secretOf = (ring: KeyRing, { caseId, reader, questionId, linkVersion }: Item): string => {
  const subject =
    reader === undefined
      ? ({ caseId, questionId, linkVersion } as LinkSubject)
      : caseSubject(String(caseId), String(reader), Number(linkVersion));
  return linkSecret(ring, ring.current, subject);
};

const withDigest =
  (ring: KeyRing) =>
  (item: Item): Item =>
    isLink(item) ? { ...item, ...keys.link(String(linkDigest(secretOf(ring, item)))) } : item;
