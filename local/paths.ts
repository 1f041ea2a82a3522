import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** Everything that runs or is kept on this machine only: never committed, safe to delete while nothing runs. */
const localDirectory = join(root, '.local');

export const modulesDirectory = join(root, 'node_modules');

/** A path below `.local`, whose folder exists. */
export const localPath = (...parts: string[]): string => {
  const path = join(localDirectory, ...parts);
  mkdirSync(join(path, '..'), { recursive: true });
  return path;
};
