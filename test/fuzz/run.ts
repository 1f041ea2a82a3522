import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localPath } from '../../local/paths.ts';
import { Problem, run } from '../../local/problem.ts';
import { EPOCH, type Options } from './campaign.ts';
import { type Outcome, together } from './outcome.ts';
import { tableOf } from './table-of.ts';

/**
 * `npm run fuzz -- --inputs 100000 --seed 1`: inputs to every function, in as many processes as there are
 * cores. The same seed gives the same inputs, in however many processes; `--from 17 --inputs 2500` those of one epoch again.
 */

const numbersIn = (): Required<Pick<Options, 'inputs' | 'seed' | 'from'>> => {
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  const options = { inputs: text('100000'), seed: text('1'), from: text('0') };
  const { inputs, seed, from } = parseArgs({ options }).values;
  const numbers = { inputs: Number(inputs), seed: Number(seed), from: Number(from) };
  if (!Object.values(numbers).every(Number.isInteger) || numbers.inputs < 1)
    throw new Problem('Give whole numbers: npm run fuzz -- --inputs 100000 --seed 1');
  return numbers;
};

/** What each process does: whole epochs, one process after the other. */
const parts = ({ inputs, seed, from }: ReturnType<typeof numbersIn>): readonly Options[] => {
  const share = Math.ceil(inputs / EPOCH / availableParallelism());
  return Array.from({ length: Math.ceil(inputs / EPOCH / share) }, (_, n) => ({
    seed,
    from: from + n * share,
    inputs: Math.min(share * EPOCH, inputs - n * share * EPOCH),
  }));
};

const inProcess = (options: Options, onSent: (inputs: number) => void): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'part.ts'), [JSON.stringify(options)]);
    child.on('message', (it: { readonly sent: number } | { readonly outcome: Outcome }) => {
      if ('outcome' in it) resolve(it.outcome);
      else onSent(it.sent);
    });
    child.on('exit', (code) => reject(new Error(`A process of the fuzzer ended with ${code}`)));
  });

await run(async () => {
  const numbers = numbersIn();
  const started = Date.now();
  const seconds = (): number => Math.round((Date.now() - started) / 1000);
  const outcomes = parts(numbers).map((part) =>
    inProcess(part, (sent) => console.error(`${seconds()} s: ${sent} inputs from epoch ${part.from} on`)),
  );
  const outcome = together(await Promise.all(outcomes));
  console.log(tableOf(outcome, numbers.seed, seconds()));
  if (outcome.failures.length === 0) return;
  const file = localPath('fuzz', 'failures.json');
  writeFileSync(file, JSON.stringify(outcome.failures, null, 1));
  throw new Problem(`${outcome.failures.length} failures, with their inputs: ${file}`);
});
