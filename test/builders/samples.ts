import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES = {
  1: '1-insomni.json',
  2: '2-knaskola.json',
  3: '3-inkop-oro.json',
  4: '4-barn-radslor.json',
  5: '5-liknande-finns.json',
} as const;

export type SampleNumber = keyof typeof FILES;

export interface Sample {
  /** What a nominator would send. */
  readonly nomination: Record<string, unknown>;
  /** How the case is meant to run. */
  readonly expected: Record<string, unknown>;
}

/** A fictitious nomination from `test/samples`, read anew so that a test may change it. */
export function sample(n: SampleNumber): Sample {
  const text = readFileSync(join(import.meta.dirname, '../samples', FILES[n]), 'utf8');
  const { id: _, expected, ...nomination } = JSON.parse(text);
  return { nomination, expected };
}
