import { readFileSync } from 'node:fs';
import { clockFile } from './clock-file.ts';

/**
 * The time of the machine, moved by as many milliseconds as the engine's clock file says. Takes the place of
 * shared/runtime/system-time.ts in the bundles of the local stage and in no other (infra/bundling.ts).
 */
export const systemTime = (): Date => new Date(Date.now() + movedBy());

const movedBy = (): number => {
  try {
    return Number(readFileSync(clockFile(new URL(String(process.env.AWS_ENDPOINT_URL)).port), 'utf8'));
  } catch {
    return 0;
  }
};
