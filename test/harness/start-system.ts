import type { TestProject } from 'vitest/node';
import { outsideEngine } from '../../local/outside-engine.ts';
import { freePorts } from '../../local/ports.ts';
import { stopAll } from '../../local/processes.ts';
import { plainProgress } from '../../local/progress.ts';
import { type System, startSystem } from '../../local/system.ts';
import { forgetTransitions, writeTransitions } from './transitions.ts';
import { workerFolder } from './worker.ts';

declare module 'vitest' {
  interface ProvidedContext {
    systems: readonly System[];
  }
}

const started: System[] = [];

/** One system for all tests on the engine that run one after another, beside one that `npm start` may have running. */
export const setup = async ({ config, provide }: TestProject): Promise<void> => {
  const workers = Array.from({ length: config.maxWorkers }, (_, i) => i + 1);
  forgetTransitions(workers);
  const outside = await outsideEngine(process.env);
  // One after another: each has this process's environment point at its own engine while it starts.
  for (const worker of workers) {
    const [ports, folder] = [await freePorts(), workerFolder(worker)];
    started.push(await startSystem({ ports, progress: plainProgress, folder, outside }));
  }
  provide('systems', started);
};

export const teardown = async (): Promise<void> => {
  try {
    await writeTransitions(started);
  } finally {
    await stopAll();
  }
};
