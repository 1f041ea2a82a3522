import type { Outcome } from './outcome.ts';

const COLUMNS = ['2xx', '3xx', '4xx', '5xx', 'taken', 'reported', 'thrown'] as const;

/** What a run has shown, as a table in Markdown. */
export const tableOf = (outcome: Outcome, seed: number, seconds: number): string => {
  const { tallies, inputs, failures, unauthorised, compared } = outcome;
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const sum = (of: (it: Outcome['tallies'][number]) => number): number =>
    tallies.reduce((so, it) => so + of(it), 0);
  const rows = tallies.map((it) =>
    line([it.name, it.inputs, ...COLUMNS.map((name) => it.answers[name] ?? ''), it.failures]),
  );
  const sums = COLUMNS.map((name) => sum(({ answers }) => answers[name] ?? 0));
  const has = (what: RegExp): number => failures.filter((it) => it.what.some((one) => what.test(one))).length;
  return [
    line(['Route, queue or event', 'Inputs', ...COLUMNS, 'Failures']),
    line(['---', ...Array(COLUMNS.length + 2).fill('---:')]),
    ...rows,
    line(['All', inputs, ...sums, failures.length]),
    '',
    `Seed ${seed}, ${inputs} inputs in ${seconds} s. Answers with 5xx: ${has(/^status 5|^threw/u)}. Stack traces shown: ${has(/^shows where/u)}. Headers injected: ${has(/^header|^value of|^cookie/u)}.`,
    `Requests by people without a right to it: ${unauthorised}; what they changed: ${has(/^wrote|record has changed/u)} (the whole record compared ${compared} times).`,
  ].join('\n');
};
