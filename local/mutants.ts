import { join } from 'node:path';
import { createVitest, type Vitest } from 'vitest/node';
import { MUTANTS, type Mutant } from '../test/mutants/table.ts';
import { mutated } from './mutate.ts';
import { root } from './paths.ts';
import { run } from './problem.ts';
import { provenBy, provingTests } from './trace.ts';

/** Replaces each rule's function in turn, and expects that a unit test of the rule notices. */

/** What is served in place of a file as it is. */
let current: Mutant | undefined;

const mutating = {
  name: 'mutants',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    current !== undefined && id === join(root, current.file) ? mutated(code, current) : undefined,
};

const unitTests = (): Promise<Vitest> =>
  createVitest(
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
    { plugins: [mutating] },
  );

/** The tests of rules that fail, with a mutant in place or without. */
const failing = async (
  vitest: Vitest,
  rules: readonly string[],
  mutant?: Mutant,
): Promise<readonly string[]> => {
  const isProof = (ids: readonly string[]): boolean => ids.some((id) => rules.includes(id));
  const files = provingTests().filter(({ proves }) => isProof(proves));
  const specifications = (await vitest.globTestSpecifications()).filter(({ moduleId }) =>
    files.some(({ file }) => moduleId === join(root, file)),
  );
  if (specifications.length === 0) return [];
  vitest.setGlobalTestNamePattern(new RegExp(String.raw`\b(?:${rules.join('|')})\b`, 'u'));
  const { testModules } = await inPlace(vitest, mutant, () => vitest.runTestSpecifications(specifications));
  return testModules
    .flatMap(({ children }) => [...children.allTests('failed')])
    .map(({ fullName }) => fullName)
    .filter((name) => isProof(provenBy(name)));
};

const inPlace = async <T>(vitest: Vitest, mutant: Mutant | undefined, work: () => Promise<T>): Promise<T> => {
  if (mutant === undefined) return work();
  current = mutant;
  vitest.invalidateFile(join(root, mutant.file));
  try {
    return await work();
  } finally {
    current = undefined;
    vitest.invalidateFile(join(root, mutant.file));
  }
};

const line = ({ file, name, rule, allow }: Mutant, noticedBy: string | undefined): string =>
  `${noticedBy === undefined ? '✗' : '✓'} ${rule.padEnd(5)} ${name} (${file}) as ${allow}\n    ${noticedBy ?? 'no test of the rule notices'}`;

await run(async () => {
  const vitest = await unitTests();
  const failsAnyway = await failing(vitest, [...new Set(MUTANTS.map(({ rule }) => rule))]);
  let survivors = 0;
  for (const mutant of MUTANTS) {
    const failed = await failing(vitest, [mutant.rule], mutant);
    const noticedBy = failed.find((it) => !failsAnyway.includes(it));
    if (noticedBy === undefined) survivors += 1;
    console.log(line(mutant, noticedBy));
  }
  await vitest.close();
  console.log(`${MUTANTS.length - survivors} of ${MUTANTS.length} mutants noticed`);
  // Said either way: vitest has set it for the tests that were meant to fail.
  process.exitCode = survivors > 0 ? 1 : 0;
});
