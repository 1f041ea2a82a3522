import { setTimeout as sleep } from 'node:timers/promises';
import { isQuiet } from '../../local/people.ts';
import { type CaseFacts, mailIsWanted } from '../../shared/case/facts.ts';
import { readFacts } from '../../shared/records/cases.ts';
import type { Store } from '../../shared/records/store.ts';

/** Nothing moves any more when no case has changed for so long, though some are unfinished: claims of senders that died have run out (infra/mail.ts). */
const UNCHANGED_MS = 36_000;
const AT_REST_WITHIN_MS = 300_000;

/** The cases of a fault run, as the record has them. */
export class Cases {
  readonly store: Store;
  readonly #ids: ReadonlyMap<string, string>;
  readonly #decided = new Set<string>();

  /** @param ids by case number */
  constructor(store: Store, ids: ReadonlyMap<string, string>) {
    this.store = store;
    this.#ids = ids;
  }

  /** Ids of those that are not decided. */
  get underWay(): readonly string[] {
    return [...this.#ids.values()].filter((id) => !this.#decided.has(id));
  }

  isDecided(id: string): boolean {
    return this.#decided.has(id);
  }

  /** Looks which are decided by now; gives how many. */
  async decide(): Promise<number> {
    for (const { head } of await this.#facts(this.underWay))
      if (head.phase !== 'nomination' || !head.phaseWanted) this.#decided.add(head.id);
    return this.#decided.size;
  }

  /** Ids of those in which something is left to do that no person has to do. */
  async unfinished(): Promise<ReadonlySet<string>> {
    return new Set(
      (await this.#facts([...this.#ids.values()])).filter(isUnfinished).map(({ head }) => head.id),
    );
  }

  /** Waits until nothing moves, and gives those that are unfinished then. */
  async atRest(): Promise<ReadonlySet<string>> {
    const until = Date.now() + AT_REST_WITHIN_MS;
    let [seen, since] = ['', Date.now()];
    for (;;) {
      const left = (await this.#facts([...this.#ids.values()])).filter(isUnfinished);
      const now = JSON.stringify(left);
      if (now !== seen) [seen, since] = [now, Date.now()];
      if (left.length === 0 || Date.now() - since > UNCHANGED_MS || Date.now() > until)
        return new Set(left.map(({ head }) => head.id));
      await sleep(300);
    }
  }

  async #facts(ids: readonly string[]): Promise<readonly CaseFacts[]> {
    const found = await Promise.all(ids.map((id) => readFacts(this.store, id).catch(() => undefined)));
    return found.filter((it) => it !== undefined);
  }
}

const isUnfinished = (facts: CaseFacts): boolean => !isQuiet(facts) || mailIsWanted(facts);
