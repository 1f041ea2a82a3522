import { existsSync, readFileSync, rmSync } from 'node:fs';
import { failedChecks, failedTemplates, runTool } from './checks.ts';
import { ensureChromium } from './chromium.ts';
import { failures, type Report } from './failures.ts';
import { ensureLibreOffice } from './libreoffice.ts';
import { localPath } from './paths.ts';
import { prepare } from './prepare.ts';
import { run } from './problem.ts';
import { proofs, proofsTable, type Results, strays } from './proofs.ts';
import { provingTests } from './trace.ts';
import { readTransitions, transitionsTable } from './transitions.ts';

const NOTHING: Results & Report = { numPassedTests: 0, numFailedTests: 0, testResults: [] };

const runTests = (args: string[]): { results: Results & Report; failed: number } => {
  const report = localPath('test', 'results.json');
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // The tests on the engine wait more than they work: a whole run has two systems, and two files at a time.
  const hasOneSystem = args.length > 0 || process.env.NOMINERA_AWS !== undefined;
  process.env.TEST_SYSTEMS ??= hasOneSystem ? '1' : '2';
  const succeeded = runTool('vitest', 'run', ...reporters, ...args);
  const results: typeof NOTHING = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : NOTHING;
  // A file that cannot be loaded, or an engine that does not start, fails the run without failing a test.
  const failed = succeeded ? 0 : Math.max(1, results.numFailedTests);
  return { results, failed };
};

/** One when a rule or gate has no test that passed, or something only looks like the name of one. */
const failedRules = (results: Results): number => {
  const all = proofs(results);
  const unproven = all.filter(({ passed }) => passed === 0).map(({ rule }) => rule);
  console.log(`\nRules and gates, and how many tests of each passed\n${proofsTable(all)}`);
  if (unproven.length > 0) console.log(`No test proves ${unproven.join(', ')}.`);
  const noTests = strays(provingTests(), results);
  for (const { file, name } of noTests) console.log(`${file}: “${name}” is no test’s name.`);
  return unproven.length + noTests.length > 0 ? 1 : 0;
};

/** One when no test took a transition of the deployed machine. */
const failedTransitions = (): number => {
  const all = readTransitions();
  console.log(`\nTransitions of the machines, and a test that took each\n${transitionsTable(all)}\n`);
  return all.length > 0 && all.every(({ test }) => test !== undefined) ? 0 : 1;
};

/** One when what is deployed has a known vulnerability that is not written down. */
const failedAudit = (): number => (runTool('node', 'local/audit-run.ts') ? 0 : 1);

/** One when a rule's tests pass without the rule. */
const failedMutants = (): number => (runTool('node', 'local/mutants.ts') ? 0 : 1);

await run(async () => {
  prepare();
  process.env.CHROMIUM = ensureChromium();
  process.env.LIBREOFFICE = ensureLibreOffice();
  const args = process.argv.slice(2);
  const checks = failedChecks() + (args.length > 0 ? 0 : failedAudit() + failedTemplates());
  const tests = runTests(args);
  // What a part of the tests leaves out, and what failing tests say of a mutant, means nothing.
  const trace = args.length > 0 ? 0 : failedRules(tests.results) + failedTransitions();
  const mutants = args.length > 0 || tests.failed > 0 ? 0 : failedMutants();
  const failed = checks + tests.failed + trace + mutants;
  // Last, where a run of many thousand lines is looked at first.
  for (const failure of failures(tests.results)) console.log(`✗ ${failure}`);
  console.log(`${tests.results.numPassedTests} passed, ${failed} failed`);
  if (failed > 0 || tests.results.numPassedTests === 0) process.exitCode = 1;
});
