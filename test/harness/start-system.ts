import type { TestProject } from 'vitest/node';
import { freePorts } from '../../local/ports.ts';
import { stopAll } from '../../local/processes.ts';
import { plainProgress } from '../../local/progress.ts';
import { type System, startSystem } from '../../local/system.ts';

declare module 'vitest' {
  interface ProvidedContext {
    system: System;
  }
}

/** One system for all tests on the engine, beside one that `npm start` may have running. */
export const setup = async ({ provide }: TestProject): Promise<void> => {
  provide('system', await startSystem({ ports: await freePorts(), progress: plainProgress, folder: 'test' }));
};

export const teardown = stopAll;
