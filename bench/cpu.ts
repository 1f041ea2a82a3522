import { readdirSync, readFileSync } from 'node:fs';
import type { Meter } from './meter.ts';

/** Clock ticks of Linux a second, as every kernel tells programs (`getconf CLK_TCK`). */
const TICKS = 100;

/**
 * Processor time that the functions' processes have used so far, in milliseconds by function; nothing where there is no
 * `/proc`. A process is one function's: its environment names the meter's address for that function. What the engine
 * itself uses is not in it.
 */
export const processorTime = ({ endpoints }: Meter): Readonly<Record<string, number>> => {
  const nameAt = new Map(Object.entries(endpoints).map(([name, url]) => [`AWS_ENDPOINT_URL=${url}`, name]));
  const times: Record<string, number> = {};
  for (const pid of processes()) {
    const name = fileOf(pid, 'environ')
      .split('\0')
      .map((it) => nameAt.get(it))
      .find((it) => it !== undefined);
    if (name !== undefined) times[name] = (times[name] ?? 0) + ticks(fileOf(pid, 'stat')) * (1000 / TICKS);
  }
  return times;
};

const processes = (): readonly string[] => {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
};

/** A process may end while it is looked at. */
const fileOf = (pid: string, name: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'latin1');
  } catch {
    return '';
  }
};

/** User and system time: fields 14 and 15 (proc(5)), counted from the end of the name, which can hold anything. */
const ticks = (stat: string): number => {
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return user + system;
};
