import { isDeepStrictEqual } from 'node:util';
import { max } from 'd3-array';
import { MACHINE_STEPS, type MachineStep } from '../routine/question.ts';
import { COUNTS, type CountId } from '../routine/report.ts';
import { QUESTIONS } from '../routine/routine.ts';
import type { Words } from '../routine/words.ts';
import { FIGURES, type Figure } from './report-figures.ts';
import type { Tally } from './tally.ts';
import { middle, YearSums } from './year-sums.ts';

/** A count of the yearly follow-up with its definition; the first figure is the count itself. */
export interface ReportCount {
  readonly id: CountId;
  readonly title: Words;
  readonly definition: Words;
  /** The routine itself asks for it. */
  readonly inRoutine: boolean;
  readonly figures: readonly Figure[];
}

/** Programmes that the region developed in a year, by kind. */
export interface YearOfProgrammes {
  readonly year: number;
  readonly treatment: number;
  readonly support: number;
}

/** Calendar days from when a step's question was received until it was answered, of the answers given in the year. */
export interface StepTime {
  readonly step: MachineStep;
  readonly title: Words;
  readonly answers: number;
  readonly medianDays: number;
  readonly longestDays: number;
}

/**
 * The yearly follow-up of one year. It carries its own definitions, so that a report which was frozen says what its
 * figures mean whatever is counted later.
 */
export interface Report {
  readonly year: number;
  readonly counts: readonly ReportCount[];
  /** Up to the report's own year, the earliest first, without years before the first programme. */
  readonly developed: readonly YearOfProgrammes[];
  /** In the routine's order, without steps that nobody answered in the year. */
  readonly steps: readonly StepTime[];
}

/** A report that the office has approved: its figures stay as they were then. */
export interface ApprovedReport {
  /** From 1, within its year. */
  readonly version: number;
  readonly report: Report;
  readonly approvedAt: string;
  /** Name and role. */
  readonly approvedBy: string;
  readonly comment?: string;
  /** Of a correction: the version that it takes the place of, and why. */
  readonly replaces?: number;
  readonly reason?: string;
}

/** The report of a year (R-u1), from the sums over all cases of the year and all years before it. */
export const reportOf = (tally: Tally, year: number): Report => {
  const sums = new YearSums(tally, year);
  return {
    year,
    counts: (Object.keys(COUNTS) as CountId[]).map((id) => {
      const { title, definition } = COUNTS[id];
      return { id, title, definition, inRoutine: 'inRoutine' in COUNTS[id], figures: FIGURES[id](sums) };
    }),
    developed: developedUpTo(tally, year),
    steps: MACHINE_STEPS.flatMap((step) => stepTime(step, sums.days(`stepDays/${step}`))),
  };
};

/**
 * Whether what is counted now differs from a report that was frozen: a case of that year was corrected, or told of, since.
 * A count that came to be shown later, and words that are new, correct nothing.
 */
export const isOutdated = (frozen: Report, now: Report): boolean => {
  const figures = (report: Report) =>
    Object.fromEntries(
      report.counts.flatMap(({ id, figures: all }) => all.map(({ name, value }) => [`${id} ${name}`, value])),
    );
  const days = ({ steps }: Report) => steps.map(({ title: _, ...figures }) => figures);
  const [then, counted] = [figures(frozen), figures(now)];
  const isCountedElse = Object.keys(then).some((it) => it in counted && counted[it] !== then[it]);
  return (
    isCountedElse ||
    !isDeepStrictEqual(frozen.developed, now.developed) ||
    !isDeepStrictEqual(days(frozen), days(now))
  );
};

/** Years that are shown, the report's own among them. */
const MOST_YEARS = 10;

const developedUpTo = (tally: Tally, last: number): readonly YearOfProgrammes[] => {
  const years = Object.entries(tally)
    .filter(([key, count]) => key.includes('/developed/') && count > 0)
    .map(([key]) => Number.parseInt(key, 10));
  const first = Math.max(Math.min(last, ...years), last - MOST_YEARS + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const sums = new YearSums(tally, first + i);
    return {
      year: first + i,
      treatment: sums.of('developed/treatment'),
      support: sums.of('developed/support'),
    };
  });
};

const stepTime = (step: MachineStep, days: readonly number[]): readonly StepTime[] => {
  const medianDays = middle(days);
  if (medianDays === null) return [];
  const { title } = QUESTIONS[step];
  return [{ step, title, answers: days.length, medianDays, longestDays: max(days) ?? 0 }];
};
