import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { localPath } from './paths.ts';
import { Problem } from './problem.ts';
import { isAlive } from './processes.ts';
import type { System } from './system.ts';

const file = localPath('outputs.json');

/** Read by anyone who wants to reach the running system: scripts, tests, people. */
interface Outputs extends System {
  /** The process that Ctrl-C ends. */
  readonly process: number;
}

export const writeOutputs = (system: System): void => {
  const outputs: Outputs = { ...system, process: process.pid };
  writeFileSync(file, `${JSON.stringify(outputs, null, 2)}\n`);
};

export const removeOutputs = (): void => rmSync(file, { force: true });

export const runningSystem = (): Outputs | undefined => {
  if (!existsSync(file)) return undefined;
  const outputs = JSON.parse(readFileSync(file, 'utf8')) as Outputs;
  return isAlive(outputs.process) ? outputs : undefined;
};

export const requireRunningSystem = (): Outputs => {
  const system = runningSystem();
  if (!system)
    throw new Problem('Nominera is not running here: start it with `npm start` in another terminal.');
  return system;
};
