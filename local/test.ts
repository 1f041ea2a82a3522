import { existsSync, readFileSync, rmSync } from 'node:fs';
import { failedChecks, runTool } from './checks.ts';
import { ensureChromium } from './chromium.ts';
import { localPath } from './paths.ts';
import { prepare } from './prepare.ts';
import { run } from './problem.ts';

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

const runTests = (args: string[]): { passed: number; failed: number } => {
  const report = localPath('test', 'results.json');
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const succeeded = runTool('vitest', 'run', ...reporters, ...args);
  const results: Results = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0 };
  // A file that cannot be loaded, or an engine that does not start, fails the run without failing a test.
  const failed = succeeded ? 0 : Math.max(1, results.numFailedTests);
  return { passed: results.numPassedTests, failed };
};

await run(async () => {
  prepare();
  process.env.CHROMIUM = ensureChromium();
  const checks = failedChecks();
  const tests = runTests(process.argv.slice(2));
  const failed = checks + tests.failed;
  console.log(`${tests.passed} passed, ${failed} failed`);
  if (failed > 0 || tests.passed === 0) process.exitCode = 1;
});
