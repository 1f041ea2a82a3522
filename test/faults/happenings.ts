import { setTimeout as sleep } from 'node:timers/promises';
import { chanceAt } from './by-seed.ts';
import { Mishaps, type MishapsGiven } from './mishaps.ts';
import type { Tally } from './tally.ts';

interface HappeningsGiven extends MishapsGiven {
  readonly tally: Tally;
  /** One thing happens after each so many calls of functions to services. */
  readonly callsApart: number;
}

const AGAIN_AFTER_MS = 50;

/** What takes long and meets all has its turn only so seldom. */
const SELDOM: readonly string[] = ['engine restarted'];
const SELDOM_TURNS = 3;

/** Lets one thing after the other go wrong beside the functions' own calls, each kind in its turn. */
export class Happenings {
  readonly #given: HappeningsGiven;
  readonly #mishaps: Mishaps;
  readonly #underWay = new Set<Promise<void>>();
  #going = true;
  #working: Promise<void> | undefined;

  constructor(given: HappeningsGiven) {
    this.#given = given;
    this.#mishaps = new Mishaps(given);
  }

  start(): void {
    this.#working = this.#goOn();
  }

  async stop(): Promise<void> {
    this.#going = false;
    await this.#working;
    await Promise.all(this.#underWay);
  }

  async #goOn(): Promise<void> {
    const { wire, callsApart } = this.#given;
    const kinds = Object.keys(this.#mishaps.kinds);
    for (let nth = 1; this.#going; nth += 1) {
      while (this.#going && wire.calls < nth * callsApart) await sleep(AGAIN_AFTER_MS);
      if (!this.#going) return;
      const kind = String(kinds[nth % kinds.length]);
      if (SELDOM.includes(kind) && Math.floor(nth / kinds.length) % SELDOM_TURNS > 0) continue;
      const work = this.#happen(kind, nth).finally(() => this.#underWay.delete(work));
      this.#underWay.add(work);
    }
  }

  /** What one case does not let happen, such as the stop of an execution that has ended, happens to another. */
  async #happen(kind: string, nth: number): Promise<void> {
    const { seed, tally, cases } = this.#given;
    const chance = chanceAt(seed, kind, nth);
    const ids = cases();
    const from = chance.below(Math.max(1, ids.length));
    for (const caseId of [...ids.slice(from), ...ids.slice(0, from)]) {
      const met = await this.#mishaps.kinds[kind]?.(caseId, nth).catch(() => undefined);
      if (met === undefined) continue;
      tally.add(kind, met);
      return;
    }
  }
}
