import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { localPath } from '../local/paths.ts';
import type { Priced } from './cost.ts';
import type { StepCost } from './counting.ts';
import type { ImportCost } from './imports.ts';
import type { PageCost } from './lists.ts';
import type { Pace } from './pace.ts';
import type { Reminders } from './reminders.ts';
import type { Scanned } from './scanners.ts';
import type { Throughput } from './throughput.ts';

/** A nomination's whole way, act by act. */
export interface Played {
  readonly title: string;
  readonly costs: readonly StepCost[];
}

/** What has been measured: a part that never was is not there. */
export interface Result {
  readonly courses?: readonly Played[];
  readonly baseline?: readonly StepCost[];
  readonly pace?: Pace;
  readonly scanned?: Scanned;
  readonly reminders?: Reminders;
  readonly throughput?: Throughput;
  readonly lists?: readonly PageCost[];
  readonly imports?: readonly ImportCost[];
  /** Idle months of the first year, and of the third and those after. */
  readonly idle?: Readonly<Record<'first' | 'third', Partial<Record<Priced, number>>>>;
}

const file = localPath('bench', 'result.json');

/** What was measured last, of each part: a run of one part is told together with the others. */
export const kept = (): Result => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});

export const keep = (result: Result): void =>
  writeFileSync(file, JSON.stringify({ ...kept(), ...result }, null, 2));
