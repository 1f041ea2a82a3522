import type { CaseRow } from '../../shared/case/row.ts';
import { wordsOf } from '../../shared/case/row-words.ts';
import type { Milestone } from '../../shared/routine/question.ts';

/** Rows of many cases, the same each time: a generator of its own (mulberry32), so that lists can be counted on. */
const randomFrom = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

const METHODS = ['KBT', 'ACT', 'Psykoedukation', 'Egenvård', 'Stöd', 'Behandling', 'Träning', 'Skola'];
const TOPICS = [
  ...[
    'insomni',
    'ångest',
    'övervikt',
    'ätstörning',
    'höftartros',
    'knäartros',
    'migrän',
    'tinnitus',
    'stress',
  ],
  ...[
    'depression',
    'spelberoende',
    'smärta',
    'yrsel',
    'afasi',
    'hjärtsvikt',
    'förlossningsrädsla',
    'diabetes',
  ],
];
const GROUPS = ['vuxna', 'unga vuxna', 'barn och föräldrar', 'äldre', 'närstående', 'gravida', 'skolelever'];
const PLACES = [
  'Göteborg',
  'Borås',
  'Skövde',
  'Trollhättan',
  'Uddevalla',
  'Alingsås',
  'Mölndal',
  'Lidköping',
  'Åmål',
];
const UNITS = [
  'Vårdcentralen',
  'Psykiatrimottagningen',
  'Rehabkliniken',
  'Ungdomsmottagningen',
  'Smärtenheten',
];

export const COUNCILS = Array.from({ length: 28 }, (_, n) => `council-${String(n + 1).padStart(2, '0')}`);

/** Where most cases stand that have come to something, and where those that are under way do. */
const DONE: readonly Milestone[] = [
  'inUse',
  'declined',
  'declined',
  'notForSob',
  'merged',
  'withdrawn',
  'decided',
];
const UNDER_WAY: readonly Milestone[] = [
  'submitted',
  'forwardedToCouncil',
  'positionGiven',
  'projectStarted',
];

const dayOf = (n: number): string =>
  new Date(Date.UTC(2016, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

/** Cases of ten years, of which one in eight is open. */
export const manyRows = (count: number): readonly CaseRow[] => {
  const random = randomFrom(42);
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const nth: Record<string, number> = {};
  return Array.from({ length: count }, (_, n) => {
    const day = Math.floor((n / count) * 3650);
    const submittedOn = dayOf(day);
    const year = submittedOn.slice(0, 4);
    nth[year] = (nth[year] ?? 0) + 1;
    const isOpen = random() < 1 / 8;
    const councils = [...new Set([one(COUNCILS), ...(random() < 0.2 ? [one(COUNCILS)] : [])])];
    const hasTarget = isOpen && random() < 0.7;
    return {
      id: `case-${String(n).padStart(31, '0')}`,
      number: `N-${year}-${String(nth[year]).padStart(4, '0')}`,
      title: `${one(METHODS)} vid ${one(TOPICS)} och ${one(TOPICS)} för ${one(GROUPS)}`,
      unit: `${one(UNITS)} ${one(PLACES)}`,
      kind: one(['treatment', 'treatment', 'support', 'unsure'] as const),
      type: one(['createNew', 'purchaseExisting'] as const),
      milestone: one(isOpen ? UNDER_WAY : DONE),
      councils,
      submittedOn,
      isOpen,
      waitingFor: isOpen ? [one([...councils, 'sobOffice', 'ppr', 'nominator'])] : [],
      ...(isOpen && { waitingSince: dayOf(day + 10) }),
      ...(hasTarget && { targetOn: dayOf(day + 40 + Math.floor(random() * 30)) }),
      ...(random() < 0.3 && { registrationNumber: `SSN ${year}-${String(n).padStart(5, '0')}` }),
    };
  });
};

export const wordsOfRow = ({ number, title, unit, registrationNumber = '' }: CaseRow): readonly string[] =>
  wordsOf([number, title, unit, registrationNumber]);
