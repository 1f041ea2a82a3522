import { stemmer } from '@orama/stemmers/swedish';
import { stopwords } from '@orama/stopwords/swedish';

/**
 * Words that programmes and nominations have whatever they are about: who, where, how, how long, in how many. They say
 * nothing of the topic, neither alone nor when a compound is made of them ("gruppbehandling").
 */
const COMMON_WORDS = `
  program behandling behandla vård vårda omvård egenvård stöd stödja hjälp hjälpa självhjälp terapi psykoterapi kbt act
  internet internetbaserad internetförmedlad nät nätet digital digitalt online webb app skola utbildning kurs grupp
  modul avsnitt övning övningar öva träning träna film text dagbok checklista verktyg metod innehåll råd information
  kunskap kontakt återkoppling meddelande samtal besök uppföljning bedömning skattning enkät formulär utredning
  patient patienter vuxen vuxna barn barnen barnets unga ung ungdom ungdomar tonåring äldre förälder föräldrar
  vårdnadshavare närstående anhörig anhöriga familj familjer kvinna kvinnor man män person personer människa människor
  individ användare deltagare anställd medarbetare
  psykolog psykologer läkare sjuksköterska fysioterapeut arbetsterapeut kurator rehabiliteringskoordinator behandlare
  personal profession mottagning klinik sjukhus vårdcentral primärvård specialist specialistvård öppenvård psykiatri
  region regional nationell enhet verksamhet leverantör
  hälsa ohälsa sjukdom sjuk sjukskriven sjukskriva sjukskrivning besvär problem problematik symtom symptom tillstånd
  diagnos diagnoskriterier syndrom svårighet svår svårighetsgrad lindrig måttlig allvarlig långvarig kronisk psykisk
  fysisk psykologisk medicinsk relaterad läkemedel risk
  effekt evidens studie studier forskning riktlinje vetenskaplig resultat behov mål målgrupp syfte minska minskar öka
  ökar förbättra bättre bra god må leva liv vardag vardagen hemma arbete arbeta jobb återgång tillsammans steg väg
  första ny nytt egen eget exempel erbjuda använda ge ger få får göra gör kunna vilja vill ska skapa ta fram köpa inköp
  utveckla befintlig finns saknas sakna behöva behöver hantera hantering lära förstå hitta börja starta startas start
  avsluta avslutande pågå pågående vänta väntan väntetid följa kombinera rikta riktar vända vänder specifik hos mellan inom ofta alltid redan tillbaka mot utan igen syfta bygga bygger
  många flera fler mer mest mindre del sätt olika hela lång kort hög låg stor liten vanlig tidig särskild viktig enligt
  genom inför efter före vid kring via samt också både andra annat annan här där detta år månad månader vecka veckor dag
  dagar timme timmar tid gång gånger två tre fyra fem sex sju åtta nio tio tolv`;

/** Letters of other languages without their marks; å, ä and ö are letters of their own. */
export const plain = (word: string): string =>
  word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^a-zåäö]/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));

/** A word without its ending and without marks of other languages, in small letters. */
export const stemOf = (word: string): string => stemmer(plain(word));

const STOP = new Set(stopwords);
const COMMON = new Set(COMMON_WORDS.trim().split(/\s+/u).map(stemOf));

/** Definite forms that the stemmer leaves ("rädslan", "programmet"). */
const ENDING = /^(m?et|m?en|an|on|n|t|na)s?$/u;

/** Shorter stems begin and end too many words that have nothing to do with them ("mat", "material"). */
const LEAST_PART = 4;
const LEAST_STEM = 3;

const splits = (stem: string): readonly (readonly [head: string, tail: string])[] =>
  Array.from({ length: Math.max(0, stem.length - LEAST_STEM) }, (_, i) => i + LEAST_STEM).map((at) => [
    stem.slice(0, at),
    stem.slice(at),
  ]);

/** The first part of a compound, with and without the s that may link it to the next. */
const unlinked = (head: string): readonly string[] =>
  head.endsWith('s') && head.length > LEAST_STEM ? [head, head.slice(0, -1)] : [head];

const isCommon = (stem: string): boolean =>
  COMMON.has(stem) ||
  splits(stem).some(
    ([head, tail]) => (COMMON.has(tail) || ENDING.test(tail)) && unlinked(head).some((it) => COMMON.has(it)),
  );

/** Letters of the longest word. The time that a word takes grows by the square of them: what is longer is none. */
const LONGEST_WORD = 80;

/** The words of a text in its own spelling, without those that no text can do without. */
export const wordsIn = (text: string): string[] =>
  (text.normalize('NFC').match(/\p{L}+/gu) ?? []).filter(
    (word) => word.length <= LONGEST_WORD && !STOP.has(plain(word)),
  );

/** What a word is about: its stem, or nothing where it says nothing of a topic. */
const topicOf = (word: string): string | undefined => {
  const stem = stemOf(word);
  return stem.length < LEAST_STEM || isCommon(stem) ? undefined : stem;
};

/**
 * The topics of a word among the `known` ones: its own, and those that it is made of. So "stresskoll" and "stresshjälp"
 * meet in "stress", which either has another word for or is left when what says nothing is taken away.
 */
const topicsOf = (word: string, known: ReadonlySet<string>): string[] => {
  const stem = topicOf(word);
  if (stem === undefined) return [];
  const parts = splits(stem).flatMap(([head, tail]) => [
    ...unlinked(head).filter((it) => COMMON.has(tail) || beginsWith(it, tail, known)),
    ...(tail.length >= LEAST_PART && known.has(tail) ? [tail] : []),
  ]);
  return [...new Set([stem, ...parts.filter((part) => !COMMON.has(part))])];
};

const beginsWith = (head: string, tail: string, known: ReadonlySet<string>): boolean =>
  known.has(head) && (head.length >= LEAST_PART || ENDING.test(tail));

export type TopicReader = (word: string) => string[];

/** Reads what words are about, among all that these texts are about. */
export const topicReader = (texts: readonly string[]): TopicReader => {
  const known = new Set(texts.flatMap(wordsIn).flatMap((word) => topicOf(word) ?? []));
  const read = new Map<string, string[]>();
  return (word) => {
    const topics = read.get(word) ?? topicsOf(word, known);
    read.set(word, topics);
    return topics;
  };
};
