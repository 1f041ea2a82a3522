import MiniSearch, { type SearchResult } from 'minisearch';
import type { Language, Words } from '../routine/words.ts';
import { areaInWords, areaNamed } from './areas.ts';
import { type TopicReader, topicReader, wordsIn } from './topic-words.ts';

/** What others may be similar to, in the words of its nomination. */
export interface Sought {
  readonly title: string;
  /** Summary, need, target group, purpose: what says what it is about. */
  readonly text: string;
  readonly clinicalAreas: readonly string[];
  /** Its own case number, so that it is not found as similar to itself. */
  readonly number?: string;
}

/** A programme or a pending case. */
export interface Candidate {
  readonly kind: 'programme' | 'case';
  /** The case number, or the programme's source and id. */
  readonly id: string;
  readonly title: string;
  /** The publisher, or the nominating unit. */
  readonly from: string;
  readonly clinicalAreas: readonly string[];
  readonly targetGroup?: string;
  readonly text?: string;
  readonly url?: string;
}

/** How much a word says in each field of a candidate. */
const WEIGHT = { title: 3, targetGroup: 2, text: 1 } as const;

type Field = keyof typeof WEIGHT;

const FIELDS = Object.keys(WEIGHT) as readonly Field[];

/** Why a candidate was found: the words in common as the candidate writes them, and the areas in common. */
export type Reason = Readonly<Record<Field | 'areas', readonly string[]>>;

export interface Similar {
  readonly candidate: Candidate;
  readonly reason: Reason;
}

const isText = (it: unknown): it is string => typeof it === 'string';

/** What the parts of a nomination are sought by, whatever JSON it is: what is no text is passed over. */
export const soughtIn = (
  nomination: Readonly<Record<string, unknown>>,
): Pick<Sought, 'title' | 'text' | 'clinicalAreas'> => {
  const { workingTitle, summary, needDescription, targetGroup, purpose, clinicalAreas } = nomination;
  return {
    title: isText(workingTitle) ? workingTitle : '',
    text: [summary, needDescription, targetGroup, purpose].filter(isText).join('\n'),
    clinicalAreas: Array.isArray(clinicalAreas) ? clinicalAreas.filter(isText) : [],
  };
};

/** A word is as important as it is often said, up to these; one of the title counts as said twice more. */
const MOST = { inTitle: 4, inText: 3 } as const;
const IN_TITLE = 2;

/** Importance in what is sought × weight in what is found. Said in passing on either side is not enough. */
const TELLING = 4;
/** What both are named after, and what is sought says again. */
const DECISIVE = MOST.inTitle * WEIGHT.title;

/** Of the candidate itself as of each of its words: the same area weighs as much as half the words. */
const SAME_AREA = 1.5;

/**
 * Programmes and cases that are likely similar to what is sought (R-a9, R-b4), most similar first; empty where nothing
 * is. One telling word in common is enough within an area, or where an area is not stated; between areas it takes two,
 * or what both are named after.
 */
export const likelySimilar = (sought: Sought, among: readonly Candidate[], most = 5): readonly Similar[] => {
  const candidates = new Map(among.filter(({ id }) => id !== sought.number).map((it) => [it.id, it]));
  const topics = topicReader([sought.title, sought.text, ...[...candidates.values()].flatMap(textsOf)]);
  const importance = importanceOf(sought, topics);
  const index = new MiniSearch<Candidate>({ fields: [...FIELDS], tokenize: wordsIn, processTerm: topics });
  index.addAll([...candidates.values()]);
  const hits = index.search([...importance.keys()].join(' '), {
    tokenize: (query) => query.split(' '),
    processTerm: (topic) => topic,
    boost: WEIGHT,
    boostTerm: (topic) => importance.get(topic) ?? 0,
    boostDocument: (id) => (sharedAreas(sought, candidates.get(id)).length > 0 ? SAME_AREA : 1),
  });
  return hits
    .flatMap(({ id, match }) => {
      const candidate = candidates.get(id);
      if (candidate === undefined) return [];
      const telling = tellingTopics(match, importance, alike(sought, candidate));
      if (telling.length === 0) return [];
      const areas = sharedAreas(sought, candidate);
      return [{ candidate, reason: { ...wordsBy(telling, candidate, topics), areas } }];
    })
    .slice(0, most);
};

const textsOf = (candidate: Candidate): readonly string[] => FIELDS.map((field) => candidate[field] ?? '');

type Importance = ReadonlyMap<string, number>;

const importanceOf = ({ title, text }: Sought, topics: TopicReader): Importance => {
  const inTitle = new Set(wordsIn(title).flatMap(topics));
  const said = Map.groupBy(wordsIn(`${title}\n${text}`).flatMap(topics), (topic) => topic);
  return new Map(
    [...said].map(([topic, { length }]) => [
      topic,
      inTitle.has(topic) ? Math.min(MOST.inTitle, length + IN_TITLE) : Math.min(MOST.inText, length),
    ]),
  );
};

/** The topics in common that make a match; none where they are too few. */
const tellingTopics = (
  match: SearchResult['match'],
  importance: Importance,
  areasAlike: boolean,
): readonly string[] => {
  const strengths = Object.entries(match).map(([topic, fields]) => ({
    topic,
    strength: (importance.get(topic) ?? 0) * Math.max(...fields.map((field) => WEIGHT[field as Field])),
  }));
  const telling = strengths.filter(({ strength }) => strength >= TELLING);
  const topics = telling.map(({ topic }) => topic);
  const enough =
    areasAlike || apart(topics).length > 1 || telling.some(({ strength }) => strength >= DECISIVE);
  return enough ? topics : [];
};

/** Topics of which none is a part of another: "stress" and "stressrelaterad" are one. */
const apart = (topics: readonly string[]): readonly string[] =>
  topics.filter((topic) => !topics.some((other) => other !== topic && topic.includes(other)));

/** Each telling topic by the words of the weightiest field that has it. */
const wordsBy = (
  telling: readonly string[],
  candidate: Candidate,
  topics: TopicReader,
): Pick<Reason, Field> => {
  const left = new Set(telling);
  const wordsOf = (field: Field) => {
    const found = wordsIn(candidate[field] ?? '').filter((word) => topics(word).some((it) => left.has(it)));
    for (const topic of found.flatMap(topics)) left.delete(topic);
    return onceEach(found);
  };
  return { title: wordsOf('title'), targetGroup: wordsOf('targetGroup'), text: wordsOf('text') };
};

const onceEach = (words: readonly string[]): readonly string[] =>
  words.filter((word, at) => words.findIndex((it) => it.toLowerCase() === word.toLowerCase()) === at);

type WithAreas = Pick<Sought, 'clinicalAreas'>;

const OTHER = 'övrigt';

const areasOf = ({ clinicalAreas }: WithAreas): readonly string[] =>
  clinicalAreas.map((area) => areaNamed(area) ?? area).filter((area) => area !== OTHER);

const sharedAreas = (sought: WithAreas, candidate: WithAreas | undefined): readonly string[] => {
  const theirs = new Set(areasOf(sought));
  return candidate === undefined ? [] : areasOf(candidate).filter((area) => theirs.has(area));
};

/** Whether they share an area, or one of them states none. */
const alike = (sought: WithAreas, candidate: WithAreas): boolean =>
  areasOf(sought).length === 0 ||
  areasOf(candidate).length === 0 ||
  sharedAreas(sought, candidate).length > 0;

const SAME: Readonly<Record<keyof Reason, Words>> = {
  title: { sv: 'Samma ord i namnet', en: 'Same words in the name' },
  targetGroup: { sv: 'Samma ord i målgruppen', en: 'Same words in the target group' },
  text: { sv: 'Samma ord i beskrivningen', en: 'Same words in the description' },
  areas: { sv: 'Samma område', en: 'Same area' },
};

/** "Samma ord i namnet: sömn, insomni. Samma område: Psykisk hälsa, vuxna." */
export const reasonInWords = ({ reason }: Similar): Words => {
  const said = (lang: Language) =>
    [
      ...FIELDS.map((field) => [field, reason[field].join(', ')] as const),
      ['areas', reason.areas.map((area) => areaInWords(area)[lang]).join('; ')] as const,
    ]
      .filter(([, words]) => words !== '')
      .map(([part, words]) => `${SAME[part][lang]}: ${words}.`)
      .join(' ');
  return { sv: said('sv'), en: said('en') };
};
