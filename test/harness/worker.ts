import { join } from 'node:path';

/** A worker of the tests on the engine: its number, from 1. No two at work have the same (vitest.dev/guide/migration, VITEST_POOL_ID). */
export const ownWorker = (): number => Number(process.env.VITEST_POOL_ID);

/** The folder under `.local` of a worker's system. */
export const workerFolder = (worker: number): string => join('test', String(worker));
