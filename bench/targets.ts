import { costLines, dollars, usedBy } from './cost.ts';
import type { StepCost } from './counting.ts';
import { growthOf } from './lists.ts';
import type { Result } from './result.ts';
import { total } from './weigh.ts';

/** One thing that was measured, and where. */
type Measured = readonly [where: string, value: number];

export interface Judged {
  readonly what: string;
  readonly bound: 'at most' | 'at least';
  readonly limit: number;
  /** The worst that was measured. */
  readonly worst: number;
  readonly where: string;
  readonly met: boolean;
  readonly because: string;
}

interface Target {
  readonly what: string;
  readonly most?: number;
  readonly least?: number;
  readonly measured: readonly Measured[];
  /** Why the worst is as it is, where that is known. */
  readonly because?: (where: string) => string;
}

/** An answer of so many bytes or fewer is measured against the target for write units. */
const SMALL_ANSWER = 1024;

/** Every target that something was measured for, with the worst of it. */
export const judge = (result: Result): readonly Judged[] =>
  [...ofSteps(result), ...besideBaseline(result), ...ofLists(result), ...ofImports(result), ...ofCost(result)]
    .filter(({ measured }) => measured.length > 0)
    .map(judged);

const judged = ({ what, most, least, measured, because }: Target): Judged => {
  const worse = least === undefined ? (a: number, b: number) => a > b : (a: number, b: number) => a < b;
  const [where, worst] = measured.reduce((a, b) => (worse(b[1], a[1]) ? b : a));
  const met = worst <= (most ?? Number.POSITIVE_INFINITY) && worst >= (least ?? Number.NEGATIVE_INFINITY);
  return {
    ...{ what, worst, where, met },
    bound: least === undefined ? 'at most' : 'at least',
    limit: most ?? least ?? Number.NaN,
    because: met ? '' : (because?.(where) ?? ''),
  };
};

const answersIn = ({ courses = [] }: Result): readonly StepCost[] =>
  courses.flatMap(({ costs }) => costs).filter(({ step }) => step !== 'nomination');

const kinds = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 5)
    .map(([kind, units]) => `${kind} ${units}`)
    .join(', ');

const ofSteps = (result: Result): readonly Target[] => {
  const answers = answersIn(result);
  const small = answers.filter(({ answerBytes }) => answerBytes <= SMALL_ANSWER);
  const worstOf = (where: string) => small.find(({ step }) => step === where)?.writes ?? {};
  return [
    {
      what: 'Transitions of a human step',
      most: 2,
      measured: answers.map((it) => [it.step, it.transitions]),
    },
    {
      what: 'Invocations of an answered step',
      most: 6,
      measured: answers.map((it) => [it.step, total(it.invocations)]),
      because: (where) => kinds(answers.find(({ step }) => step === where)?.invocations ?? {}),
    },
    {
      what: 'Write units of an answer up to 1 KB',
      most: 30,
      measured: small.map((it) => [it.step, total(it.writes)]),
      because: (where) => kinds(worstOf(where)),
    },
  ];
};

const besideBaseline = ({ reminders, pace, scanned }: Result): readonly Target[] => [
  {
    what: 'Transitions of a step answered after 30 days: baseline, reminding daily, to ours',
    least: 10,
    measured: reminders ? [['screening', reminders.baselineStepTransitions / reminders.stepTransitions]] : [],
  },
  {
    what: 'Transitions of thirty mornings of reminders',
    most: 0,
    measured: reminders ? [['screening', reminders.ours.transitions]] : [],
  },
  {
    what: 'From an answer to the next mail: ours to the baseline',
    most: 1,
    measured: pace ? [['screening', pace.ratio]] : [],
    because: () =>
      'the answer goes by the record, its stream, the machine and a queue, where the baseline calls the machine from the request: a lost call loses the answer there, and none here',
  },
  {
    what: 'Decisions made by a mail scanner',
    most: 0,
    measured: scanned ? [[`${scanned.mails} mails`, scanned.decisions]] : [],
  },
];

const ofLists = ({ lists = [] }: Result): readonly Target[] => {
  const units = (kind: string): readonly Measured[] =>
    lists.filter((it) => it.kind === kind).map((it) => [`${it.what}, ${it.cases} cases`, it.units]);
  return [
    { what: 'Read units of a list page', most: 3, measured: units('list') },
    {
      what: 'Growth of a list page of 50, from 1,000 to 100,000 cases',
      most: 1.2,
      measured: growthOf(lists),
    },
    { what: 'Read units of a search page', most: 10, measured: units('search') },
  ];
};

const ofImports = ({ imports = [] }: Result): readonly Target[] => {
  const because = (where: string) => imports.find(({ name }) => name === where)?.heaviest.join(', ') ?? '';
  return [
    {
      what: 'Import to that of the bare SDK clients',
      most: 1.3,
      measured: imports.map((it) => [it.name, it.ratio]),
      because,
    },
    {
      what: 'Bundle to that of the bare SDK clients',
      most: 1.3,
      measured: imports.map((it) => [it.name, it.kilobytes / it.bareKilobytes]),
      because,
    },
  ];
};

const ofCost = ({ courses = [], imports = [], idle }: Result): readonly Target[] => {
  const cold = Math.max(0, ...imports.map(({ cpu }) => cpu));
  const nominations = courses.map(
    ({ title, costs }): Measured => [title, dollars(costLines(usedBy(costs, cold)))],
  );
  const months = Object.entries(idle ?? {}).map(
    ([year, used]) => [`${year} year`, costLines(used, { isFree: true })] as const,
  );
  return [
    { what: 'US dollars for a nomination, without mail', most: 0.001, measured: nominations },
    {
      what: 'US dollars for an idle month',
      most: 3,
      measured: months.map(([year, lines]) => [year, dollars(lines)]),
      because: (where) =>
        (months.find(([year]) => year === where)?.[1] ?? [])
          .filter(({ usd }) => usd >= 0.01)
          .map(({ what, quantity, usd }) => `${what} ${quantity}: ${usd.toFixed(2)}`)
          .join(', '),
    },
  ];
};
