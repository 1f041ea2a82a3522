import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localPath, root } from '../../local/paths.ts';
import { Problem, run } from '../../local/problem.ts';
import { chanceAt } from './by-seed.ts';
import { type BatchAccount, merged } from './counts.ts';
import { pageOf } from './page.ts';
import { tableOf } from './table.ts';

/**
 * `npm run faults -- --seed 1 --nominations 60`: nominations to their decision, on the real app on the local engine, while
 * things fail. They go in batches, each on a local AWS and with a seed of its own; a batch that is finished is not run again.
 */

const { values } = parseArgs({
  options: {
    nominations: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    // Nominations of one batch.
    batch: { type: 'string', default: '30' },
    // One call of a function in so many goes wrong.
    'one-in': { type: 'string', default: '20' },
    // Batches at the same time.
    concurrency: { type: 'string', default: '1' },
    // Writes docs/faults.md.
    docs: { type: 'boolean', default: false },
  },
});

const numberOf = (name: 'nominations' | 'seed' | 'batch' | 'one-in' | 'concurrency'): number => {
  const number = Number(values[name]);
  if (!(number > 0)) throw new Problem(`--${name} must be a number above 0.`);
  return number;
};

/** A seed of 31 bits that no other batch of the run has but by chance. */
const seedOf = (seed: number, batch: number): number => chanceAt(seed, 'batch', batch).below(2 ** 31) + 1;

interface Batch {
  readonly nth: number;
  readonly nominations: number;
  readonly seed: number;
}

const batchesOf = (): readonly Batch[] => {
  const [all, size, seed] = [numberOf('nominations'), numberOf('batch'), numberOf('seed')];
  return Array.from({ length: Math.ceil(all / size) }, (_, n) => ({
    nth: n + 1,
    nominations: Math.min(size, all - n * size),
    seed: seedOf(seed, n + 1),
  }));
};

const given = (): string[] => [values.seed, values.nominations, values.batch, values['one-in']];

const folder = (): string => join('faults', given().join('-'));

const fileOf = ({ nth }: Batch): string => localPath(folder(), `batch-${nth}.json`);

const runBatch = async (batch: Batch): Promise<void> => {
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'batch.ts'),
      ...['--folder', folder(), '--batch', String(batch.nth), '--seed', String(batch.seed)],
      ...['--nominations', String(batch.nominations), '--one-in', String(numberOf('one-in'))],
    ],
    { cwd: root, stdio: 'inherit' },
  );
  await once(child, 'exit');
};

await run(async () => {
  const batches = batchesOf();
  const left = batches.filter((it) => !existsSync(fileOf(it)));
  console.log(`${batches.length} batches, ${batches.length - left.length} of them finished before`);
  await Promise.all(
    Array.from({ length: numberOf('concurrency') }, async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) await runBatch(next);
    }),
  );
  const unfinished = batches.filter((it) => !existsSync(fileOf(it)));
  if (unfinished.length > 0)
    throw new Problem(`${unfinished.length} batches did not finish: give the same command again.`);
  const accounts = batches.map((it): BatchAccount => JSON.parse(readFileSync(fileOf(it), 'utf8')));
  const account = merged(accounts);
  console.log(`\n${tableOf(account)}`);
  const [seed, nominations, batch, oneIn] = given();
  const command = `npm run faults -- --seed ${seed} --nominations ${nominations} --batch ${batch} --one-in ${oneIn}`;
  if (values.docs) writeFileSync(join(root, 'docs/faults.md'), pageOf(account, command));
  if (account.wrong.length > 0) throw new Problem('It did not hold.');
});
