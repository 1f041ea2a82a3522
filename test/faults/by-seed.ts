import { createHash } from 'node:crypto';
import { Chance } from '../courses/chance.ts';

/**
 * What is left to chance at the nth occasion of a kind: a hash of the seed, the kind and the number, so that it does not
 * depend on what else goes on at the same time.
 */
export const chanceAt = (seed: number, what: string, nth: number): Chance =>
  new Chance(createHash('sha256').update(`${seed}/${what}/${nth}`).digest().readUInt32BE());
