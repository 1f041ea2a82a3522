import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { localPath } from './paths.ts';
import { Problem } from './problem.ts';
import { isAlive } from './processes.ts';
import type { System } from './system.ts';

/** Read by anyone who wants to reach the running system: scripts, tests, people. */
const outputs = localPath('outputs.json');
/** The process that Ctrl-C ends. */
const holder = localPath('start.pid');

/** One start at a time may use `.local`. */
export const claim = (): void => {
  if (isHeld()) {
    const pid = readFileSync(holder, 'utf8');
    throw new Problem(
      `Nominera is starting or running here already, as process ${pid}: stop it with Ctrl-C in its terminal, or by \`kill ${pid}\`.`,
    );
  }
  writeFileSync(holder, String(process.pid));
};

export const publish = (system: System): void =>
  writeFileSync(outputs, `${JSON.stringify(system, null, 2)}\n`);

export const release = (): void => {
  rmSync(outputs, { force: true });
  rmSync(holder, { force: true });
};

export const runningSystem = (): System => {
  if (isHeld() && existsSync(outputs)) return JSON.parse(readFileSync(outputs, 'utf8')) as System;
  throw new Problem('Nominera is not running here: start it with `npm start` in another terminal.');
};

const isHeld = (): boolean => existsSync(holder) && isAlive(Number(readFileSync(holder, 'utf8')));
