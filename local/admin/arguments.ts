import { Argument } from 'commander';

export const CASE = new Argument('<case>', 'a case number, for example N-2026-0001');
export const QUESTION = new Argument(
  '<question>',
  'a step, a step and body (position/council-primarvard), or an id as `case` prints it',
);
