/** What a course leaves to chance, all of it from one number, so that the course can be walked again. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 and below `n` (mulberry32). */
  below(n: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  }

  /** True once in `n` times. */
  oneIn(n: number): boolean {
    return this.below(n) === n - 1;
  }

  of<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }

  /** Some of them, at least `least` of those there are. */
  some<T>(choices: readonly T[], atLeast = 0): readonly T[] {
    const left = [...choices];
    const least = Math.min(atLeast, left.length);
    const wanted = least + this.below(left.length - least + 1);
    return Array.from({ length: wanted }, () => left.splice(this.below(left.length), 1)).flat();
  }
}
