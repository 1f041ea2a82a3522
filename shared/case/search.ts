import MiniSearch, { type Query } from 'minisearch';
import { areaInWords } from './areas.ts';
import { stemOf, topicReader, wordsIn } from './topic-words.ts';

/** Something that people look for by words. */
export interface Findable {
  /** Its own among all that is searched. */
  readonly key: string;
  readonly title: string;
  readonly clinicalAreas: readonly string[];
  /** Whom it is for and what it is about. */
  readonly text: string;
  /** Names of its council, and of those that use or nominate it. */
  readonly names: readonly string[];
  readonly caseNumber?: string;
}

/** Longest text that is searched for, in characters. */
export const MOST_SOUGHT = 200;

const WEIGHT = { title: 4, areas: 2, names: 2, text: 1 };

/** Shorter words begin too many others. */
const LEAST_PREFIX = 3;
/** Of a word's letters, how many may differ where nothing has it as it is written. */
const SLIP = 0.25;

/**
 * What is found by some words, best first, or by a case number: all of the words in any of its forms, as the beginning of
 * a word or within a compound; where nothing has them all, some of them, also misspelt.
 */
export const found = <T extends Findable>(query: string, among: readonly T[]): readonly T[] => {
  const byNumber = among.filter(({ caseNumber }) => caseNumber?.toLowerCase() === query.trim().toLowerCase());
  if (byNumber.length > 0) return byNumber;
  const byKey = new Map(among.map((it) => [it.key, it]));
  const documents = among.map(asDocument);
  const terms = termsOf([
    query,
    ...documents.flatMap((it) => Object.keys(WEIGHT).map((field) => it[field as Field])),
  ]);
  const index = new MiniSearch<Document>({
    idField: 'key',
    fields: Object.keys(WEIGHT),
    tokenize: wordsIn,
    processTerm: terms,
    searchOptions: { boost: WEIGHT, prefix: (term) => term.length >= LEAST_PREFIX, combineWith: 'OR' },
  });
  index.addAll(documents);
  const whole: Query = { combineWith: 'AND', queries: wordsIn(query) };
  const hits = index.search(whole);
  return (hits.length > 0 ? hits : index.search(query, { fuzzy: SLIP })).flatMap(
    ({ id }) => byKey.get(id) ?? [],
  );
};

type Field = keyof typeof WEIGHT;
type Document = Readonly<Record<Field | 'key', string>>;

const asDocument = ({ key, title, clinicalAreas, text, names }: Findable): Document => ({
  key,
  title,
  text,
  areas: clinicalAreas
    .map(areaInWords)
    .flatMap(({ sv, en }) => [sv, en])
    .join(' '),
  names: names.join(' '),
});

/** The stem of a word, and the topics that it is made of. */
const termsOf = (texts: readonly string[]) => {
  const topics = topicReader(texts);
  return (word: string): string[] => [...new Set([stemOf(word), ...topics(word)])];
};
