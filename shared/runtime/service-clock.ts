import { now } from './clock.ts';

/**
 * The time by the clock of a service: one clock for all who call it, whatever their own say. It may be behind by as long as
 * an answer takes and a second, to which it is told, and is never ahead. Ours, until the service has told its own.
 * @param listen calls what it is given with the `date` header of each answer
 */
export const serviceClock = (listen: (hear: (date: string) => void) => void): (() => Date) => {
  let told: { readonly at: number; readonly heard: number } | undefined;
  listen((date) => {
    const at = Date.parse(date);
    if (!Number.isNaN(at)) told = { at, heard: performance.now() };
  });
  return () => (told === undefined ? now() : new Date(told.at + performance.now() - told.heard));
};
