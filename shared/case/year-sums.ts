import { median, sum } from 'd3-array';
import type { Tally } from './tally.ts';

/** The sums over all cases, as a year's report asks for them. */
export class YearSums {
  readonly #tally: Tally;
  readonly #year: number;

  constructor(tally: Tally, year: number) {
    this.#tally = tally;
    this.#year = year;
  }

  /** What was counted in the year under any of these names. */
  of(...names: readonly string[]): number {
    return sum(names, (name) => this.#tally[`${this.#year}/${name}`] ?? 0);
  }

  /** How many there were on the year's last day, of all that had begun and not ended. */
  atEnd(name: 'use' | 'units'): number {
    const upTo = (change: string): number =>
      sum(Object.entries(this.#tally), ([key, count]) => {
        const [year, counted] = key.split('/');
        return counted === change && Number(year) <= this.#year ? count : 0;
      });
    return upTo(`${name}Began`) - upTo(`${name}Ended`);
  }

  /** The days that each thing took that was counted by its days in the year. */
  days(name: string): readonly number[] {
    const prefix = `${this.#year}/${name}/`;
    return Object.entries(this.#tally)
      .filter(([key]) => key.startsWith(prefix))
      .flatMap(([key, count]) => Array<number>(count).fill(Number(key.slice(prefix.length))));
  }
}

/** The middle of some numbers, of two the mean; `null` of none. */
export const middle = (numbers: readonly number[]): number | null => median(numbers) ?? null;

const withOneDecimal = (value: number): number => Math.round(value * 10) / 10;

/** One number for each of another, with one decimal; `null` where there is no other. */
export const per = (part: number, whole: number): number | null =>
  whole === 0 ? null : withOneDecimal(part / whole);

/** In per cent, with one decimal. */
export const share = (part: number, whole: number): number | null => per(100 * part, whole);
