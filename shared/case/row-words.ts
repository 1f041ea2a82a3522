import { stopwords } from '@orama/stopwords/swedish';
import { plain } from './topic-words.ts';

/** The words that a case is found by, and those that somebody looks for. */

/** Letters and digits, also joined: `KBT-i`, `N-2026-0001`, `iKBT/ACT`. */
const WORD = /[\p{L}\p{N}]+(?:[-./:_][\p{L}\p{N}]+)*/gu;
const JOINT = /[-./:_]/u;

const SMALL = new Set(stopwords);

/** Shorter ones begin too many; the index is divided by as many letters. */
const LEAST_WORD = 2;

/** A key in the index has room for no more. */
const MOST_LETTERS = 40;

/** Of a case: a title, a unit and three numbers have fewer. Of a query: more would find no less. */
const MOST_WORDS = 40;
const MOST_SOUGHT = 6;

const inText = (text: string): readonly string[] =>
  (
    text
      .normalize('NFC')
      .replace(/[\u2010-\u2015]/gu, '-')
      .match(WORD) ?? []
  ).map(plain);

/** A joined word as it is, and as from each of its later parts: `kbt-i` and `i`, but never the first part alone. */
const fromEachPart = (word: string): readonly string[] => {
  const parts = word.split(new RegExp(`(?<=${JOINT.source})`, 'u'));
  return parts.map((_, from) => parts.slice(from).join(''));
};

const cut = (word: string): string => [...word].slice(0, MOST_LETTERS).join('');

const isTelling = (word: string): boolean => word.length >= LEAST_WORD && !SMALL.has(word);

/** The words that a case with these texts is found by, in the index's order, each once, in small letters. */
export const wordsOf = (texts: readonly string[]): readonly string[] => {
  const words = texts.flatMap(inText).flatMap(fromEachPart).map(cut);
  return [...new Set(words.filter(isTelling))].slice(0, MOST_WORDS).sort();
};

/**
 * What a query looks for: the beginnings of words, the longest first, for it says most. Small words count only where there
 * is nothing else: `för` may become `förlossning`.
 */
export const soughtWords = (query: string): readonly string[] => {
  const words = [...new Set(inText(query).map(cut))].filter((word) => word.length >= LEAST_WORD);
  const telling = words.filter(isTelling);
  return (telling.length > 0 ? telling : words).toSorted((a, b) => b.length - a.length).slice(0, MOST_SOUGHT);
};

/** Whether a case with these words has all that is sought. */
export const hasAll = (words: readonly string[], sought: readonly string[]): boolean =>
  sought.every((beginning) => words.some((word) => word.startsWith(beginning)));
