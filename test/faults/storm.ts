import { setTimeout as sleep } from 'node:timers/promises';
import retry from 'p-retry';
import type { System } from '../../local/system.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { openStore } from '../../shared/records/store.ts';
import { accountOf, rowsOf } from './account.ts';
import { FaultyCarrier } from './carrier.ts';
import { Cases } from './cases.ts';
import { type BatchAccount, sumOf } from './counts.ts';
import { FunctionsClock } from './functions-clock.ts';
import { Happenings } from './happenings.ts';
import { Nominators } from './nominators.ts';
import { Tally } from './tally.ts';
import { FaultyWire } from './wire.ts';
import { Wiring } from './wiring.ts';

export interface StormGiven {
  readonly seed: number;
  readonly nominations: number;
  /** One call of a function in so many goes wrong. */
  readonly oneIn: number;
  /** One thing beside the calls goes wrong after each so many calls. */
  readonly callsApart: number;
  /** How long things go on failing at most. */
  readonly seconds: number;
  readonly restartEngine?: () => Promise<void>;
}

/** People who nominate at the same moment: the local AWS runs ten functions at once. */
const AT_ONCE = 4;

/** The share of the nominations after whose decision nothing goes wrong any more: the others are whole or not as they stand. */
const DECIDED_UNDER_FAULTS = 0.8;

/** `mend` looks when nobody has got mail for so long, and after so long in any case; some hours later each time by its clock: what fails again is put off. */
const QUIET_MS = 5000;
const MOST_MS = 20_000;
const HOUR_MS = 3_600_000;
const ROUND_MS = 6 * HOUR_MS;

/** Beyond the day to which a look is put off at most (shared/case/patience.ts), by a clock that was an hour ahead. */
const LATER_MS = 26 * HOUR_MS;

const DECIDED_WITHIN_MS = 600_000;

/**
 * Nominations to their decision while things fail, on a running system that is put back as it was.
 * @returns what is left of each case; `wrong` is empty when all held
 */
export const storm = async (system: System, given: StormGiven): Promise<BatchAccount> => {
  const { seed, oneIn } = given;
  const store = openStore(system.table);
  const tally = new Tally();
  const wire = new FaultyWire({ endpoint: system.awsEndpoint, seed, tally, oneIn });
  const carrier = new FaultyCarrier({ queueUrl: system.stepQueueUrl, seed, tally, oneIn: 3 });
  const wiring = new Wiring();
  const people = new Nominators(system, dateInSweden(new Date()));
  const cases = new Cases(store, people.ids);
  const ports = await wire.listen();
  const clock = new FunctionsClock(ports);
  try {
    await wiring.lead(ports);
    await carrier.start();
    const beside = { system, store, wire, wiring, clock, seed, cases: () => cases.underWay };
    const happenings = new Happenings({ ...beside, ...given, tally });
    return await new Storm({
      ...given,
      tally,
      wire,
      carrier,
      wiring,
      people,
      cases,
      clock,
      happenings,
    }).pass();
  } finally {
    await carrier.stop();
    await wiring.undo();
    clock.back();
    wire.close();
    store.client.destroy();
  }
};

interface Parts extends StormGiven {
  readonly tally: Tally;
  readonly wire: FaultyWire;
  readonly carrier: FaultyCarrier;
  readonly wiring: Wiring;
  readonly people: Nominators;
  readonly cases: Cases;
  readonly clock: FunctionsClock;
  readonly happenings: Happenings;
}

class Storm {
  readonly #with: Parts;
  readonly #began = Date.now();
  #rounds = 0;

  constructor(parts: Parts) {
    this.#with = parts;
  }

  async pass(): Promise<BatchAccount> {
    const { happenings, cases, clock, nominations, seconds, wiring } = this.#with;
    this.#inject(true);
    happenings.start();
    const nominating = this.#nominate();
    await this.#live(Math.floor(nominations * DECIDED_UNDER_FAULTS), seconds * 1000);
    await nominating;
    await happenings.stop();
    this.#inject(false);
    const rounds = this.#rounds;
    const unfinished = [await cases.atRest()];
    for (let round = 1; round <= 2; round += 1) {
      clock.pass(LATER_MS);
      await retry(async () => {
        if (!(await wiring.mend())) throw new Error('mend failed though nothing goes wrong any more');
      });
      unfinished.push(await cases.atRest());
    }
    const late = await this.#live(nominations, DECIDED_WITHIN_MS);
    await cases.atRest();
    return this.#account(unfinished, rounds, late);
  }

  #inject(injecting: boolean): void {
    this.#with.wire.inject(injecting);
    this.#with.carrier.inject(injecting);
  }

  async #nominate(): Promise<void> {
    const { nominations, people } = this.#with;
    const left = Array.from({ length: nominations }, (_, n) => n + 1);
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let n = left.shift(); n !== undefined; n = left.shift()) await people.nominate(n);
      }),
    );
  }

  /** Lets people answer and time pass until so many are decided; gives the cases that `mend` found unfinished on the way. */
  async #live(decided: number, withinMs: number): Promise<ReadonlySet<string>> {
    const { people, cases, clock, wiring } = this.#with;
    const found = new Set<string>();
    const until = Date.now() + withinMs;
    let [still, round] = [Date.now(), Date.now()];
    while (Date.now() < until && (await cases.decide()) < decided) {
      if ((await people.readMail()) > 0 || people.busy) still = Date.now();
      if (Date.now() - Math.max(still, round) > QUIET_MS || Date.now() - round > MOST_MS) {
        for (const it of await cases.unfinished()) found.add(it);
        clock.passForMend(ROUND_MS);
        this.#rounds += 1;
        await wiring.mend();
        [still, round] = [Date.now(), Date.now()];
      }
      await sleep(500);
    }
    return found;
  }

  async #account(
    unfinished: readonly ReadonlySet<string>[],
    rounds: number,
    late: ReadonlySet<string>,
  ): Promise<BatchAccount> {
    const { people, cases, wire, carrier, tally } = this.#with;
    const accounts = await Promise.all(
      [...people.ids].map(([number, id]) =>
        accountOf(cases.store, wire.mails, {
          id,
          number,
          given: people.given.filter(({ caseNumber }) => caseNumber === number),
          tooLate: people.tooLate.filter(({ caseNumber }) => caseNumber === number).map(({ step }) => step),
          healed: ([0, 1, 2] as const).find((round) => !unfinished[round]?.has(id)),
          decided: cases.isDecided(id),
        }),
      ),
    );
    return {
      rows: rowsOf(tally, accounts),
      total: sumOf(accounts.map(({ counts }) => counts)),
      beside: {
        sentAgain: people.given.reduce((sum, { times }) => sum + times - 1, 0),
        deadLetters: carrier.dead,
        rounds,
        mendedLater: late.size,
        tooLate: people.tooLate.length,
        seconds: Math.round((Date.now() - this.#began) / 1000),
      },
      wrong: [...accounts.flatMap(({ wrong }) => wrong), ...people.refused, ...carrier.wrong],
    };
  }
}
