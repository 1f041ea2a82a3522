import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { clientEnvironment } from './engine.ts';
import { runningSystem } from './outputs.ts';
import { Problem } from './problem.ts';

/** A file that somebody names on the command line. */
export const contentOf = (path: string): Uint8Array => {
  try {
    // npm runs scripts in the project's folder, and keeps here where it was called from.
    return readFileSync(resolve(process.env.INIT_CWD ?? '.', path));
  } catch {
    throw new Problem(`Filen går inte att öppna: ${path}`);
  }
};

/** The table of the system that runs here; this process reaches its engine from then on. */
export const localTable = (): string => {
  const { awsEndpoint, table } = runningSystem();
  Object.assign(process.env, clientEnvironment(awsEndpoint));
  return table;
};
