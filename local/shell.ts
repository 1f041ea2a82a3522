import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './paths.ts';

/** Commands as somebody at a terminal gives them, in the project's folder. */

export interface Running {
  /** Ends it as Ctrl-C does, and waits until it has ended. */
  stop(): Promise<void>;
}

/** Runs commands until they have ended; false when one failed, or when all was not done in time. */
export const runShell = async (commands: string, timeoutMs: number): Promise<boolean> => {
  const child = shell(commands, 'inherit');
  const timer = setTimeout(() => signal(child.pid, 'SIGKILL'), timeoutMs);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(timer);
  return code === 0;
};

/**
 * Starts commands that go on, and waits until they print what says that they are ready.
 * @returns `undefined` when they ended before that, or said nothing in time
 */
export const startShell = async (
  commands: string,
  { ready, timeoutMs }: { readonly ready: string; readonly timeoutMs: number },
): Promise<Running | undefined> => {
  const child = shell(commands, 'pipe');
  const ended = once(child, 'exit');
  const isReady = new Promise<true>((resolve) => {
    let said = '';
    child.stdout?.on('data', (text) => {
      process.stdout.write(text);
      said += text;
      if (said.includes(ready)) resolve(true);
    });
  });
  const stop = async (): Promise<void> => {
    signal(child.pid, 'SIGINT');
    await ended;
  };
  const given = sleep(timeoutMs, undefined, { ref: false });
  if ((await Promise.race([isReady, ended, given])) === true) return { stop };
  await stop();
  return undefined;
};

/** It leads a process group, as at a terminal, so that a signal reaches all that it started. */
const shell = (commands: string, output: 'inherit' | 'pipe') =>
  spawn('bash', ['-euo', 'pipefail', '-c', commands], {
    cwd: root,
    detached: true,
    stdio: ['ignore', output, 'inherit'],
  });

const signal = (pid: number | undefined, name: NodeJS.Signals): void => {
  try {
    process.kill(-Number(pid), name);
  } catch {
    // It has ended already.
  }
};
