import { systemTime } from '#system-time';

/** The time, as the functions see it. Rules take times as arguments and never ask. */
export const now = (): Date => systemTime();

const MINUTE = 60_000;

/** The moment `minutes` after `at`, in ISO 8601 UTC. */
export const minutesAfter = (at: Date, minutes: number): string =>
  new Date(at.getTime() + minutes * MINUTE).toISOString();
