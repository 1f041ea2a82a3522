import type { TestProject } from 'vitest/node';
import { freePorts } from '../../local/ports.ts';
import { stopAll } from '../../local/processes.ts';
import { plainProgress } from '../../local/progress.ts';
import { type System, startSystem } from '../../local/system.ts';
import { forgetTransitions, writeTransitions } from './transitions.ts';

declare module 'vitest' {
  interface ProvidedContext {
    system: System;
  }
}

let started: System | undefined;

/** One system for all tests on the engine, beside one that `npm start` may have running. */
export const setup = async ({ provide }: TestProject): Promise<void> => {
  forgetTransitions();
  started = await startSystem({ ports: await freePorts(), progress: plainProgress, folder: 'test' });
  provide('system', started);
};

export const teardown = async (): Promise<void> => {
  try {
    if (started !== undefined) await writeTransitions(started.stateMachines);
  } finally {
    await stopAll();
  }
};
