import { spawnSync } from 'node:child_process';
import { root } from './paths.ts';

/** Runs a program of node_modules/.bin on the screen, and tells whether it succeeded. */
export const runTool = (name: string, ...args: string[]): boolean =>
  spawnSync(name, args, { cwd: root, stdio: 'inherit' }).status === 0;

/** Type check and style: how many of the two failed. */
export const failedChecks = (): number =>
  [runTool('tsc', '--project', root), runTool('biome', 'check')].filter((succeeded) => !succeeded).length;
