import { spawnSync } from 'node:child_process';
import { root } from './paths.ts';

/** Runs a program of node_modules/.bin on the screen, and tells whether it succeeded. */
export const runTool = (name: string, ...args: string[]): boolean =>
  spawnSync(name, args, { cwd: root, stdio: 'inherit' }).status === 0;

/** Templates and what cfn-lint says of them: one when it is not nothing. */
export const failedTemplates = (): number => (runTool('node', 'local/lint-templates.ts') ? 0 : 1);

/** Type check and style: how many of the two failed. */
export const failedChecks = (): number =>
  [runTool('tsc', '--project', root), runTool('biome', 'check')].filter((succeeded) => !succeeded).length;
