import { setTimeout as sleep } from 'node:timers/promises';
import { untilQuiet } from '../local/people.ts';
import type { Baseline } from './baseline/deploy.ts';
import { linksFor, mailboxOf, open, start } from './baseline/people.ts';
import { answer, type Bench, COUNCIL, SHORT, submit } from './courses.ts';
import { processorTime } from './cpu.ts';
import { FUNCTIONS } from './invocations.ts';
import type { Meter } from './meter.ts';
import { median, medianRatio } from './statistics.ts';

/** How long the next person's mail takes after an answer, and the processor time of an answered step, side by side. */
export interface Pace {
  readonly rounds: number;
  /** From the post, or the click, to the call that sends the next mail: medians in milliseconds. */
  readonly milliseconds: number;
  readonly baselineMilliseconds: number;
  /** The median of the ratios of neighbouring rounds. */
  readonly ratio: number;
  /** Of the functions' processes for an answer and what it sets off; absent where the system does not tell. */
  readonly cpu?: { readonly milliseconds: number; readonly baselineMilliseconds: number };
}

const ROUNDS = 20;
/** Rounds before, in which the functions' processes start. */
const WARM = 2;

const [SCREENING] = SHORT.acts;

/** Screens a nomination in the product and approves one in the baseline, in turn. */
export const measurePace = async (bench: Bench, baseline: Baseline, rounds = ROUNDS): Promise<Pace> => {
  bench.meter.weigh(false);
  const pairs: (readonly [number, number])[] = [];
  let cpu: readonly [number, number] = [0, 0];
  for (let n = -WARM; n < rounds; n += 1) {
    const ours = await ourAnswer(bench);
    const theirs = await baselineAnswer(bench, baseline);
    if (n < 0) continue;
    pairs.push([ours.milliseconds, theirs.milliseconds]);
    cpu = [cpu[0] + ours.cpu, cpu[1] + theirs.cpu];
  }
  bench.meter.weigh(true);
  return {
    rounds,
    milliseconds: median(pairs.map(([ours]) => ours)),
    baselineMilliseconds: median(pairs.map(([, theirs]) => theirs)),
    ratio: medianRatio(pairs),
    ...(cpu[0] > 0 && {
      cpu: { milliseconds: cpu[0] / rounds, baselineMilliseconds: cpu[1] / rounds },
    }),
  };
};

interface Answered {
  readonly milliseconds: number;
  readonly cpu: number;
}

const ourAnswer = async (bench: Bench): Promise<Answered> => {
  const { id, caseNumber } = await submit(bench, SHORT.nomination);
  const { step, mailbox, fields } = SCREENING as (typeof SHORT.acts)[number];
  const link = await bench.people.linkFor(caseNumber, step, mailbox);
  await untilQuiet(bench.store, id, 1);
  const before = used(bench.meter, isOurs);
  const milliseconds = await untilMailed(bench.meter, COUNCIL, () => answer(bench.people, link, fields));
  await untilQuiet(bench.store, id, 2);
  return { milliseconds, cpu: used(bench.meter, isOurs) - before };
};

const baselineAnswer = async ({ system, meter }: Bench, baseline: Baseline): Promise<Answered> => {
  const { caseId } = await start(baseline, SHORT.nomination);
  const [approve] = await linksFor(system, caseId, 'screening');
  const before = used(meter, isBaseline);
  const milliseconds = await untilMailed(meter, mailboxOf('position'), () => open(approve));
  await linksFor(system, caseId, 'position');
  return { milliseconds, cpu: used(meter, isBaseline) - before };
};

const isOurs = (name: string): boolean => FUNCTIONS.includes(name);
const isBaseline = (name: string): boolean => !isOurs(name);

const used = (meter: Meter, is: (name: string) => boolean): number =>
  Object.entries(processorTime(meter)).reduce((sum, [name, time]) => sum + (is(name) ? time : 0), 0);

const MAILED_WITHIN_MS = 60_000;

/** Milliseconds from the beginning of an act to the call that sends the first mail to an address. */
const untilMailed = async (meter: Meter, address: string, act: () => Promise<void>): Promise<number> => {
  meter.take();
  const since = performance.now();
  await act();
  while (performance.now() - since < MAILED_WITHIN_MS) {
    const mail = meter.take().find(({ to }) => to.includes(address));
    if (mail !== undefined) return mail.at - since;
    await sleep(20);
  }
  throw new Error(`No mail was sent to ${address} within ${MAILED_WITHIN_MS / 1000} s.`);
};
