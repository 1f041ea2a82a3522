import { type StepCost, sums, total } from './courses.ts';
import type { ImportCost } from './imports.ts';
import { table } from './table.ts';

const named = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

/** One row for each act of a person, with its sum by kind, and the whole course last. */
export const courseTable = (costs: readonly StepCost[]): string => {
  const counts = table(
    [
      'Act',
      'Answer, bytes',
      'Transitions',
      'Invocations',
      'Write units',
      'Read units',
      'Mails',
      'Bytes through machine',
    ],
    [...costs, whole(costs)].map((cost) => [
      cost.step,
      cost.answerBytes,
      cost.transitions,
      total(cost.invocations),
      total(cost.writes),
      total(cost.reads),
      cost.mails,
      cost.machineBytes,
    ]),
  );
  const details = [...costs, whole(costs)].map(
    ({ step, invocations, writes, reads }) =>
      `${step}\n  invocations: ${named(invocations)}\n  write units: ${named(writes)}\n  read units:  ${named(reads)}`,
  );
  return `${counts}\n\n${details.join('\n')}`;
};

const whole = (costs: readonly StepCost[]): StepCost => ({
  step: 'in all',
  transitions: costs.reduce((sum, it) => sum + it.transitions, 0),
  invocations: sums(costs.map((it) => it.invocations)),
  writes: sums(costs.map((it) => it.writes)),
  reads: sums(costs.map((it) => it.reads)),
  mails: costs.reduce((sum, it) => sum + it.mails, 0),
  machineBytes: costs.reduce((sum, it) => sum + it.machineBytes, 0),
  answerBytes: costs.reduce((sum, it) => sum + it.answerBytes, 0),
});

export const importTable = (costs: readonly ImportCost[]): string =>
  table(
    ['Function', 'Bundle, KB', 'Bare SDK, KB', 'Import, ms', 'Bare SDK, ms', 'Ratio'],
    costs.map((it) => [
      it.name,
      it.kilobytes,
      it.bareKilobytes,
      it.milliseconds,
      it.bareMilliseconds,
      it.ratio,
    ]),
  );

/** An answer this large or smaller is measured against the target for write units. */
const SMALL_ANSWER = 1024;

interface Target {
  readonly what: string;
  readonly most: number;
  readonly measured: readonly (readonly [where: string, value: number])[];
  /** What makes the worst as large as it is, where that is known. */
  readonly because?: (where: string) => string;
}

const targets = (steps: readonly StepCost[], imports: readonly ImportCost[]): readonly Target[] => {
  const answered = steps.filter(({ step }) => step !== 'nomination');
  return [
    {
      what: 'Transitions per human step',
      most: 2,
      measured: answered.map((it) => [it.step, it.transitions]),
    },
    {
      what: 'Invocations per answered step',
      most: 6,
      measured: answered.map((it) => [it.step, total(it.invocations)]),
    },
    {
      what: 'Write units per answer up to 1 KB',
      most: 30,
      measured: answered
        .filter(({ answerBytes }) => answerBytes <= SMALL_ANSWER)
        .map((it) => [it.step, total(it.writes)]),
    },
    {
      what: 'Import beside the bare SDK',
      most: 1.3,
      measured: imports.map((it) => [it.name, it.ratio]),
      because: (where) => imports.find(({ name }) => name === where)?.heaviest.join(', ') ?? '',
    },
  ];
};

/** Each target with the worst that was measured, and where; a missed one with what weighs most there. */
export const targetTable = (steps: readonly StepCost[], imports: readonly ImportCost[]): string => {
  const judged = targets(steps, imports).map((target) => {
    const [where, worst] = target.measured.reduce((a, b) => (b[1] > a[1] ? b : a));
    return { ...target, where, worst, met: worst <= target.most };
  });
  const rows = judged.map(({ what, most, worst, where, met }) => [
    what,
    most,
    worst,
    where,
    met ? 'met' : 'missed',
  ]);
  const reasons = judged
    .filter(({ met, because }) => !met && because !== undefined)
    .map(({ what, where, because }) => `${what}, ${where}: missed because of ${because?.(where)}`);
  return [table(['Target', 'At most', 'Worst', 'At', ''], rows), ...reasons].join('\n');
};
