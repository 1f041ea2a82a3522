import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './paths.ts';
import { Problem } from './problem.ts';

interface Program {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Record<string, string>;
  /** The project's own folder unless another is given. */
  readonly cwd?: string;
  /** Takes all that the program prints. */
  readonly logFile: string;
}

interface Service extends Program {
  /** Answers with success once the service is ready, or with `readyStatus`. */
  readonly readyUrl: string;
  readonly readyStatus?: number;
}

const READY_WITHIN_MS = 30_000;

/**
 * Every program leads a process group of its own. A watcher in that group holds one end of a pipe: should this process
 * die without a word, the pipe closes and the watcher ends the group.
 */
const WATCHED = '{ read -r _ <&3; kill -KILL 0; } & exec "$@" 3<&-';

const running = new Set<ChildProcess>();
/** The services among them, by name. */
const services = new Map<string, ChildProcess>();
let stopping = false;

/** Starts a program that is to go on, and waits until it is ready. */
export const startService = async (service: Service): Promise<void> => {
  const child = start(service);
  services.set(service.name, child);
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && !hasEnded(child)) {
    const answer = await fetch(service.readyUrl).catch(() => undefined);
    if (answer?.ok || (answer !== undefined && answer.status === service.readyStatus)) {
      child.once(
        'exit',
        () =>
          stopping ||
          services.get(service.name) !== child ||
          console.error(`${service.name} has ended: ${service.logFile} tells why.`),
      );
      return;
    }
    await sleep(50);
  }
  await unlessStopping();
  const what = hasEnded(child) ? 'ended at once' : `was not ready within ${READY_WITHIN_MS / 1000} s`;
  throw new Problem(`${service.name} ${what}: ${service.logFile} tells why.`);
};

/** Lets a service end in its own way, and waits until it has. */
export const endService = async (name: string): Promise<void> => {
  const child = services.get(name);
  if (child === undefined) throw new Error(`${name} was not started here`);
  services.delete(name);
  const ended = once(child, 'exit');
  signalled(child.pid as number, 'SIGTERM');
  await ended;
  await endGroup(child);
};

/** Runs a program to its end, and tells whether it succeeded. */
export const runToEnd = async (program: Program): Promise<boolean> => {
  const child = start(program);
  const [code] = (await once(child, 'exit')) as [number | null];
  await unlessStopping();
  await endGroup(child);
  return code === 0;
};

/** Ends every program that was started here, with all that it started. */
export const stopAll = async (): Promise<void> => {
  stopping = true;
  await Promise.all([...running].map(endGroup));
  stopping = false;
};

export const isAlive = (pid: number): boolean => signalled(pid, 0);

const start = ({ command, env, cwd = root, logFile }: Program): ChildProcess => {
  const log = openSync(logFile, 'w');
  const child = spawn('sh', ['-c', WATCHED, 'sh', ...command], {
    cwd,
    detached: true,
    stdio: ['ignore', log, log, 'pipe'],
    env: { ...process.env, ...env },
  });
  closeSync(log);
  running.add(child);
  return child;
};

/** Killed outright: nothing that a program here holds is meant to last. */
const endGroup = async (child: ChildProcess): Promise<void> => {
  const ended = hasEnded(child) ? undefined : once(child, 'exit');
  signalled(-(child.pid as number), 'SIGKILL');
  await ended;
  running.delete(child);
};

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Whoever waits for a program that is being stopped waits for ever: a failure would be no news. */
const unlessStopping = (): Promise<void> => (stopping ? new Promise(() => {}) : Promise.resolve());

/** False when there is no such process, or no process of the group whose id is negated. */
const signalled = (id: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(id, signal);
  } catch {
    return false;
  }
};
