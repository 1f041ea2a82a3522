import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats until it passes, and gives what it returns. After the time given, it fails as the last try did. */
export const eventually = async <T>(
  attempt: () => T | Promise<T>,
  { timeoutMs = 20_000, everyMs = 100 } = {},
): Promise<T> => {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(everyMs);
    }
  }
};
