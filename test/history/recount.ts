import type { Report } from '../../shared/case/report.ts';
import type { AnswerTold, ProgrammeTold, Story, UseTold } from './story.ts';

/** Every figure of a year's report by `{count}/{figure}`, counted anew from what became of each case. */
export type Figures = Readonly<Record<string, number | null>>;

/** The same as a report has them. */
export const figuresOf = ({ counts }: Report): Figures =>
  Object.fromEntries(
    counts.flatMap(({ id, figures }) => figures.map(({ name, value }) => [`${id}/${name}`, value])),
  );

export const recount = (stories: readonly Story[], year: number): Figures => {
  const programmes = stories.flatMap(({ programme }) => programme ?? []);
  return {
    ...developed(programmes, year),
    ...nominations(stories, year),
    ...answers(
      stories.flatMap((story) => story.answers.filter((it) => it.year === year && it.step === 'position')),
    ),
    'C7/referred': stories.filter(({ referredIn }) => referredIn === year).length,
    'C8/inactivated': programmes.filter(({ inactivatedOn }) => isIn(inactivatedOn, year)).length,
    ...atEnd(programmes, year),
  };
};

/** Days from question to answer in a year, by step. */
export const daysByStep = (
  stories: readonly Story[],
  year: number,
): ReadonlyMap<string, readonly number[]> => {
  const given = stories.flatMap((story) => story.answers.filter((it) => it.year === year));
  return new Map(
    [...Map.groupBy(given, ({ step }) => step)].map(([step, all]) => [step, all.map(({ days }) => days)]),
  );
};

const isIn = (day: string | undefined, year: number): boolean => day?.startsWith(`${year}-`) === true;

const developed = (programmes: readonly ProgrammeTold[], year: number): Figures => {
  const published = programmes.filter(({ publishedOn }) => isIn(publishedOn, year));
  const of = (origin: string, kinds: readonly string[]): number =>
    published.filter((it) => it.origin === origin && kinds.includes(it.kind)).length;
  const kinds = { C1: ['support', 'treatment'], C2: ['support'], C3: ['treatment'] };
  const started = (origin: string): number =>
    programmes.filter((it) => it.origin === origin && isIn(firstUse(it), year)).length;
  return {
    ...Object.fromEntries(
      Object.entries(kinds).flatMap(([id, those]) => [
        [`${id}/developed`, of('create', those)],
        [`${id}/joint`, of('collaborate', those)],
      ]),
    ),
    'C4/purchase': started('purchase'),
    'C4/useExisting': started('useExisting'),
    'C4/putInUse': started('purchase') + started('useExisting'),
  };
};

const nominations = (stories: readonly Story[], year: number): Figures => {
  const screened = (outcome: string): number =>
    stories.filter(({ screening }) => screening?.year === year && screening.outcome === outcome).length;
  const decided = stories.filter(({ decision }) => decision?.year === year);
  const outcomes = ['create', 'purchase', 'useExisting', 'collaborate', 'decline'];
  return {
    'C5/in': stories.filter(({ nominatedIn }) => nominatedIn === year).length,
    'C5/forwarded': screened('forwardToCouncils'),
    'C5/notForSob': screened('notForSob'),
    'C5/merged': screened('mergeWithOther'),
    'C5/decided': decided.length,
    ...Object.fromEntries(
      outcomes.map((it) => [`C5/${it}`, decided.filter(({ decision }) => decision?.outcome === it).length]),
    ),
  };
};

const answers = (given: readonly AnswerTold[]): Figures => {
  const inTime = given.filter(({ council }) => council?.inTime).length;
  const inNetTime = given.filter(({ council }) => council?.inNetTime).length;
  const percent = (part: number) =>
    given.length === 0 ? null : Math.round((1000 * part) / given.length) / 10;
  return {
    'C6/answers': given.length,
    'C6/withinMonth': inTime,
    'C6/withinMonthShare': percent(inTime),
    'C6/withinMonthShareNet': percent(inNetTime),
    'C6/medianDays': median(given.map(({ days }) => days)),
    'C6/medianDaysNet': median(given.map(({ council }) => Number(council?.netDays))),
  };
};

export const median = (numbers: readonly number[]): number | null => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

const firstUse = ({ uses }: ProgrammeTold): string | undefined =>
  uses
    .flatMap(({ from }) => from ?? [])
    .sort()
    .at(0);

const isOver = (day: string | undefined, on: string): boolean => day !== undefined && day <= on;

/** On the last day of the year. */
const atEnd = (programmes: readonly ProgrammeTold[], year: number): Figures => {
  const on = `${year}-12-31`;
  const inUse = programmes.filter((it) => isOver(firstUse(it), on) && !isOver(it.inactivatedOn, on));
  const isUsed = ({ from, to }: UseTold): boolean => isOver(from, on) && !isOver(to, on);
  const units = inUse.flatMap(({ uses }) => uses.filter(isUsed)).length;
  const without = inUse.filter(({ followedUpIn }) => !followedUpIn.includes(year)).length;
  const of = (part: number, scale: number) =>
    inUse.length === 0 ? null : Math.round((scale * 10 * part) / inUse.length) / 10;
  return {
    'C9/inUse': inUse.length,
    'C10/units': units,
    'C10/unitsPerProgramme': of(units, 1),
    'C11/notFollowedUp': without,
    'C11/notFollowedUpShare': of(without, 100),
  };
};
