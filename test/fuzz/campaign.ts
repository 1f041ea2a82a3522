import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { openStore } from '../../shared/records/store.ts';
import { type HttpAnswer, wrongWith } from './answers.ts';
import { type MemoryAws, startAws } from './aws.ts';
import { type EventInput, eventInput } from './events.ts';
import { deployedRoutes, type FunctionName, type Handler, loadFunctions, type Route } from './functions.ts';
import type { Failure, Outcome, Tally } from './outcome.ts';
import { type HttpInput, httpInput } from './requests.ts';
import { hasRight, isOfNobody } from './rights.ts';
import { TABLE } from './table.ts';
import { logIn, settle, type World } from './world.ts';

/** Inputs between two worlds: what was answered, ended or taken away is there again after them. */
export const EPOCH = 2500;
/** Of each epoch's inputs, those of people who have no right to anything, in hundredths; and those of queues and the like. */
const STRANGERS = 30;
const EVENTS = 15;

export interface Options {
  readonly inputs: number;
  readonly seed: number;
  /** The epoch to begin with. */
  readonly from?: number;
  onEpoch?(sent: number): void;
}

/** Sends inputs to the functions within this process, and looks at what they answer and write. */
export const campaign = async (options: Options): Promise<Outcome> => {
  const aws = await startAws();
  try {
    const run = new Campaign(aws, await loadFunctions(aws.endpoint), deployedRoutes());
    const { inputs, seed, from = 0, onEpoch } = options;
    for (let epoch = 0, left = inputs; left > 0; epoch += 1, left -= EPOCH) {
      await run.epoch(from + epoch, seed, Math.min(EPOCH, left));
      onEpoch?.(Math.min(inputs, (epoch + 1) * EPOCH));
    }
    return run.outcome();
  } finally {
    aws.close();
  }
};

class Campaign {
  readonly failures: Failure[] = [];
  readonly #tallies = new Map<string, Tally>();
  readonly #aws: MemoryAws;
  readonly #functions: Readonly<Record<FunctionName, Handler>>;
  readonly #routes: readonly Route[];
  readonly #store = openStore(TABLE);
  #unauthorised = 0;
  #compared = 0;

  constructor(aws: MemoryAws, functions: Readonly<Record<FunctionName, Handler>>, routes: readonly Route[]) {
    this.#aws = aws;
    this.#functions = functions;
    this.#routes = routes;
  }

  outcome(): Outcome {
    const tallies = [...this.#tallies.values()];
    const inputs = tallies.reduce((sum, it) => sum + it.inputs, 0);
    const { failures } = this;
    return { tallies, failures, inputs, unauthorised: this.#unauthorised, compared: this.#compared };
  }

  async epoch(epoch: number, seed: number, inputs: number): Promise<void> {
    await this.#aws.renew();
    const world = await settle();
    const strangers = Math.ceil((inputs * STRANGERS) / 100);
    const events = Math.floor((inputs * EVENTS) / 100);
    const of = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number, part: number): readonly T[] =>
      fc.sample(arbitrary, { numRuns, seed: seed * 1_000_003 + epoch * 3 + part });
    const before = await this.#closed();
    for (const [n, input] of of(httpInput(this.#routes, world, false), strangers, 0).entries())
      await this.#request(`${epoch}/stranger/${n}`, input, world);
    this.#compared += 1;
    if ((await this.#closed()) !== before)
      this.failures.push({ at: `${epoch}/stranger`, what: ['the record has changed'], input: {} });
    const holders = Math.max(0, inputs - strangers - events);
    for (const [n, input] of of(httpInput(this.#routes, world, true), holders, 1).entries())
      await this.#request(`${epoch}/holder/${n}`, input, world);
    for (const [n, input] of of(eventInput(world), events, 2).entries())
      await this.#event(`${epoch}/event/${n}`, input);
  }

  /** A digest of all that is not anybody's to write. */
  async #closed(): Promise<string> {
    const items: [string, unknown][] = [];
    let ExclusiveStartKey: unknown;
    do {
      const page = await this.#aws
        .table()
        .call('Scan', { TableName: TABLE, ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}) });
      for (const it of page.Items as Record<'pk' | 'sk', { S: string }>[])
        items.push([`${it.pk.S} ${it.sk.S}`, it]);
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    const closed = items.filter(([key]) => !isOfNobody(key)).sort(([a], [b]) => (a < b ? -1 : 1));
    return createHash('sha256').update(JSON.stringify(closed)).digest('hex');
  }

  async #request(at: string, input: HttpInput, world: World): Promise<void> {
    const { route, event } = input;
    this.#aws.table().takeWritten();
    const tally = this.#tallyOf(`${route.method} ${route.path}`);
    let what: readonly string[];
    try {
      const answer = (await this.#functions[route.serves](event, CONTEXT)) as HttpAnswer;
      count(tally, `${String(answer.statusCode).charAt(0)}xx`);
      what = wrongWith(input, answer, this.#aws.endpoint);
    } catch (error) {
      count(tally, 'thrown');
      what = [`threw ${error}`];
    }
    const closed = this.#aws
      .table()
      .takeWritten()
      .filter((it) => !isOfNobody(it));
    const isStranger = !hasRight(input, world);
    if (isStranger) this.#unauthorised += 1;
    const changed = isStranger ? closed : [];
    this.#note(at, tally, [...what, ...changed.map((it) => `wrote ${it}`)], input);
    if (route.path === '/desk/logout') await logIn(this.#store);
  }

  async #event(at: string, input: EventInput): Promise<void> {
    const tally = this.#tallyOf(`event → ${input.to}`);
    const what: string[] = [];
    try {
      const answer = await this.#functions[input.to](input.event, CONTEXT);
      const reported = reportedIn(answer);
      count(tally, reported.length > 0 ? 'reported' : 'taken');
      const { unreadable = [], mayFail } = input;
      if (unreadable.some((id) => !reported.includes(id))) what.push('took what it cannot read');
      const given = mayFail && reported.filter((id) => !unreadable.includes(id) && !mayFail.includes(id));
      if (given?.length) what.push(`gave back what it can read: ${given}`);
    } catch (error) {
      // Of a stream, a batch of which nothing could be taken is refused as a whole.
      const isWholeBatch = input.to === 'drive' && (error as Error).name === 'FullBatchFailureError';
      count(tally, isWholeBatch ? 'reported' : 'thrown');
      if (!input.mayThrow && !isWholeBatch) what.push(`threw ${error}`);
    }
    this.#note(at, tally, what, input);
  }

  #note(at: string, tally: Tally, what: readonly string[], input: unknown): void {
    tally.inputs += 1;
    if (what.length === 0) return;
    tally.failures += 1;
    this.failures.push({ at, what, input });
  }

  #tallyOf(name: string): Tally {
    const found = this.#tallies.get(name) ?? { name, inputs: 0, answers: {}, failures: 0 };
    this.#tallies.set(name, found);
    return found;
  }
}

const CONTEXT = { awsRequestId: 'r', functionName: 'fuzz', getRemainingTimeInMillis: () => 30_000 };

const count = ({ answers }: Tally, kind: string): void => {
  answers[kind] = (answers[kind] ?? 0) + 1;
};

const reportedIn = (answer: unknown): readonly string[] =>
  ((answer as { batchItemFailures?: { itemIdentifier: string }[] } | undefined)?.batchItemFailures ?? []).map(
    ({ itemIdentifier }) => itemIdentifier,
  );
