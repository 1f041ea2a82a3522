import { inAll, type StepCost } from './counting.ts';
import { costs } from './report-cost.ts';
import type { Result } from './result.ts';
import type { Table } from './table.ts';
import { judge } from './targets.ts';
import { total } from './weigh.ts';

/** Every table of a run: the targets first. */
export const tablesOf = (result: Result): readonly Table[] => [
  targets(result),
  ...(result.courses ?? []).flatMap(({ title, costs }) => [acts(title, costs), kinds(title, costs)]),
  ...sideBySide(result),
  ...lists(result),
  ...imports(result),
  ...costs(result),
];

const targets = (result: Result): Table => {
  const judged = judge(result);
  return {
    title: 'Targets',
    head: ['Target', 'Bound', 'Worst', 'At', ''],
    rows: judged.map(({ what, bound, limit, worst, where, met }) => [
      ...[what, `${bound} ${limit}`, worst, where],
      met ? 'met' : 'missed',
    ]),
    notes: judged
      .filter(({ because }) => because !== '')
      .map(({ what, because }) => `Missed: ${what}: ${because}.`),
  };
};

/** One row for each act of a person, and the whole course last. */
const acts = (title: string, costs: readonly StepCost[]): Table => ({
  title,
  head: [
    ...['Act', 'Answer, bytes', 'Transitions', 'Invocations', 'Write units', 'Read units', 'Calls', 'Mails'],
    'Bytes through machine',
  ],
  rows: [...costs, inAll(costs)].map((it) => [
    ...[it.step, it.answerBytes, it.transitions, total(it.invocations), total(it.writes), total(it.reads)],
    ...[it.calls, it.mails, it.machineBytes],
  ]),
});

const kinds = (title: string, costs: readonly StepCost[]): Table => ({
  title: `${title}: by kind`,
  head: ['Act', 'Invocations', 'Write units', 'Read units'],
  rows: [...costs, inAll(costs)].map((it) => [it.step, ...[it.invocations, it.writes, it.reads].map(named)]),
});

const named = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

const sideBySide = (result: Result): readonly Table[] => {
  const { courses, baseline, pace, scanned, reminders, throughput } = result;
  const rows = [
    ...(courses?.[0] && baseline ? counted(courses[0].costs, baseline) : []),
    ...(pace ? [row('Answer to next mail, ms (median)', pace.milliseconds, pace.baselineMilliseconds)] : []),
    ...(pace?.cpu
      ? [row('Processor time of an answered step, ms', pace.cpu.milliseconds, pace.cpu.baselineMilliseconds)]
      : []),
    ...(reminders
      ? [
          row(
            'Transitions of a step answered after 30 days',
            reminders.stepTransitions,
            reminders.baselineStepTransitions,
          ),
        ]
      : []),
    ...(scanned
      ? [
          row(
            `Decisions by a scanner of ${scanned.mails} mails`,
            scanned.decisions,
            scanned.baselineDecisions,
          ),
        ]
      : []),
  ];
  const notes = [
    'The baseline is `bench/baseline`: what AWS’s own pages on human approval describe, in the same run on the same engine. It takes a click for an answer, and tells nobody else.',
    ...(reminders
      ? [
          `Thirty mornings of \`sweep\`, for all cases at once: ${total(reminders.ours.invocations)} invocations, ${total(reminders.ours.reads)} read and ${total(reminders.ours.writes)} write units, ${reminders.ours.mails} mails. The baseline here reminds daily, ${reminders.baselineDays} times; one that reminds weekly has 2 transitions for each of 4 weeks.`,
        ]
      : []),
    ...(pace
      ? [
          `Medians of ${pace.rounds} rounds in turn; the median of the ratios of neighbouring rounds is ${pace.ratio.toFixed(2)}.`,
        ]
      : []),
    ...(throughput
      ? [
          `${throughput.nominations} nominations at once, each screened as soon as it is asked, until the last council is mailed: ${seconds(throughput.milliseconds)}. A bare machine of the same three states, answered from its queue: ${seconds(throughput.bareMilliseconds)}. Ratio ${(throughput.milliseconds / throughput.bareMilliseconds).toFixed(1)}.`,
        ]
      : []),
  ];
  const head = ['', 'Product', 'Baseline', 'Ratio'];
  return rows.length === 0 && throughput === undefined
    ? []
    : [{ title: 'Beside the baseline', head, rows, notes }];
};

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

const row = (what: string, ours: number, theirs: number) =>
  [what, ours, theirs, theirs === 0 ? '–' : ours / theirs] as const;

/** The first course, which has the same three people in it. */
const counted = (ours: readonly StepCost[], theirs: readonly StepCost[]) => {
  const measures: Readonly<Record<string, (cost: StepCost) => number>> = {
    transitions: (it) => it.transitions,
    invocations: (it) => total(it.invocations),
    'write units': (it) => total(it.writes),
    'read units': (it) => total(it.reads),
    'calls to AWS': (it) => it.calls,
    mails: (it) => it.mails,
    'bytes through the machine': (it) => it.machineBytes,
  };
  return Object.entries(measures).flatMap(([what, of]) => [
    row(`A whole nomination: ${what}`, of(inAll(ours)), of(inAll(theirs))),
    row(`An answered step: ${what}`, perAnswer(ours, of), perAnswer(theirs, of)),
  ]);
};

const perAnswer = (costs: readonly StepCost[], of: (cost: StepCost) => number): number => {
  const answers = costs.filter(({ step }) => step !== 'nomination');
  return of(inAll(answers)) / answers.length;
};

const lists = ({ lists: pages = [] }: Result): readonly Table[] => {
  const sizes = [...new Set(pages.map(({ cases }) => cases))];
  const rows = [...new Set(pages.map(({ what }) => what))].map((what) => [
    what,
    ...sizes.map((size) => {
      const page = pages.find((it) => it.what === what && it.cases === size);
      return page ? `${page.units} (${page.rows} rows, ${page.milliseconds.toFixed(0)} ms)` : '';
    }),
  ]);
  const notes = [
    'The dearest of the first ten pages, in read units by DynamoDB’s rule of sizes; growth is told of their mean, as one page’s units are rounded to halves. The milliseconds are their median and the local engine’s, which looks through a whole partition for each page: they say nothing about DynamoDB.',
    'Stored are the lists and the words’ partitions that are read here, each whole, as the product writes them; what no page here reads is left out.',
  ];
  const head = ['Page', ...sizes.map((size) => `${size.toLocaleString('en')} cases`)];
  return pages.length === 0 ? [] : [{ title: 'Lists and search', head, rows, notes }];
};

const imports = ({ imports: all = [] }: Result): readonly Table[] =>
  all.length === 0
    ? []
    : [
        {
          title: 'Bundles and imports',
          head: [
            ...['Function', 'Bundle, KB', 'Bare SDK, KB', 'Import, ms', 'Bare SDK, ms', 'Ratio'],
            'Processor time, ratio',
          ],
          rows: all.map((it) => [
            ...[it.name, it.kilobytes, it.bareKilobytes, it.milliseconds, it.bareMilliseconds, it.ratio],
            it.cpuRatio,
          ]),
          notes: [
            'Beside each: a module that makes the same SDK clients and imports nothing else. Medians of runs in turn, each in a process of its own.',
          ],
        },
      ];
