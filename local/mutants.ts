import { join } from 'node:path';
import { createVitest, type Vitest } from 'vitest/node';
import { MUTANTS, type Mutant } from '../test/mutants/table.ts';
import { mutated } from './mutate.ts';
import { root } from './paths.ts';
import { run } from './problem.ts';
import { provenBy, provingTests } from './trace.ts';

/** Replaces each rule's function in turn, and expects that a unit test of the rule notices. */

/** The unit tests, and the mutant that is served to them in place of its file. */
interface Lane {
  readonly vitest: Vitest;
  readonly served: Served;
}

interface Served {
  mutant?: Mutant | undefined;
}

/** Mutants tried at the same time, each before unit tests of its own. */
const LANES = 2;

const mutating = (served: Served) => ({
  name: 'mutants',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    served.mutant !== undefined && id === join(root, served.mutant.file)
      ? mutated(code, served.mutant)
      : undefined,
});

const openLane = async (): Promise<Lane> => {
  const served: Served = {};
  const vitest = await createVitest(
    'test',
    {
      config: false,
      root,
      include: ['test/unit/**/*.test.{ts,tsx}'],
      watch: false,
      reporters: [{}],
      env: { TZ: 'UTC' },
      // A cache on disk knows a file by its content, and would serve one mutant for the next.
      fsModuleCache: false,
    },
    { plugins: [mutating(served)] },
  );
  return { vitest, served };
};

/** The tests of rules that fail, with a mutant in place or without. */
const failing = async (lane: Lane, rules: readonly string[], mutant?: Mutant): Promise<readonly string[]> => {
  const { vitest } = lane;
  const isProof = (ids: readonly string[]): boolean => ids.some((id) => rules.includes(id));
  const files = provingTests().filter(({ proves }) => isProof(proves));
  const specifications = (await vitest.globTestSpecifications()).filter(({ moduleId }) =>
    files.some(({ file }) => moduleId === join(root, file)),
  );
  if (specifications.length === 0) return [];
  vitest.setGlobalTestNamePattern(new RegExp(String.raw`\b(?:${rules.join('|')})\b`, 'u'));
  const { testModules } = await inPlace(lane, mutant, () => vitest.runTestSpecifications(specifications));
  return testModules
    .flatMap(({ children }) => [...children.allTests('failed')])
    .map(({ fullName }) => fullName)
    .filter((name) => isProof(provenBy(name)));
};

const inPlace = async <T>(lane: Lane, mutant: Mutant | undefined, work: () => Promise<T>): Promise<T> => {
  if (mutant === undefined) return work();
  const { vitest, served } = lane;
  served.mutant = mutant;
  vitest.invalidateFile(join(root, mutant.file));
  try {
    return await work();
  } finally {
    served.mutant = undefined;
    vitest.invalidateFile(join(root, mutant.file));
  }
};

const line = ({ file, name, rule, allow }: Mutant, noticedBy: string | undefined): string =>
  `${noticedBy === undefined ? '✗' : '✓'} ${rule.padEnd(5)} ${name} (${file}) as ${allow}\n    ${noticedBy ?? 'no test of the rule notices'}`;

await run(async () => {
  const lanes = await Promise.all(Array.from({ length: LANES }, openLane));
  const failsAnyway = await failing(lanes[0] as Lane, [...new Set(MUTANTS.map(({ rule }) => rule))]);
  let survivors = 0;
  const left = MUTANTS.values();
  const tryOut = async (lane: Lane): Promise<void> => {
    for (const mutant of left) {
      const failed = await failing(lane, [mutant.rule], mutant);
      const noticedBy = failed.find((it) => !failsAnyway.includes(it));
      if (noticedBy === undefined) survivors += 1;
      console.log(line(mutant, noticedBy));
    }
  };
  await Promise.all(lanes.map(tryOut));
  await Promise.all(lanes.map(({ vitest }) => vitest.close()));
  console.log(`${MUTANTS.length - survivors} of ${MUTANTS.length} mutants noticed`);
  // Said either way: vitest has set it for the tests that were meant to fail.
  process.exitCode = survivors > 0 ? 1 : 0;
});
