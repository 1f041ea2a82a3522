import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../local/paths.ts';
import { peopleOf } from '../local/people.ts';
import { freePorts } from '../local/ports.ts';
import { Problem, run } from '../local/problem.ts';
import { stopAll } from '../local/processes.ts';
import { plainProgress as progress } from '../local/progress.ts';
import { startSystem } from '../local/system.ts';
import { openStore } from '../shared/records/store.ts';
import { type Baseline, deployBaseline } from './baseline/deploy.ts';
import { BASELINE_FUNCTIONS } from './baseline/names.ts';
import { playBaseline } from './baseline/play.ts';
import { type Bench, LONG, playCourse, SHORT } from './courses.ts';
import { prodResources, usedIdle } from './idle.ts';
import { importCosts } from './imports.ts';
import { FUNCTIONS, meterFunctions } from './invocations.ts';
import { measureLists, SIZES } from './lists.ts';
import { startMeter } from './meter.ts';
import { measurePace } from './pace.ts';
import { measureReminders } from './reminders.ts';
import { tablesOf } from './report.ts';
import { keep, kept, type Result } from './result.ts';
import { measureScanners } from './scanners.ts';
import { markdown, plain } from './table.ts';
import { measureThroughput } from './throughput.ts';

/** Counts what a nomination costs, beside the baseline, on the local engine; times are only ever told as ratios. */

const PARTS = ['acts', 'lists', 'throughput', 'imports', 'idle'] as const;
type Part = (typeof PARTS)[number];

const { values } = parseArgs({
  options: { docs: { type: 'boolean', default: false }, only: { type: 'string', default: PARTS.join(',') } },
});

const partsIn = (given: string): readonly Part[] =>
  given.split(',').map((name) => {
    const part = PARTS.find((it) => it === name);
    if (part === undefined) throw new Problem(`There is no part "${name}": choose from ${PARTS.join(', ')}.`);
    return part;
  });

/** Courses, the baseline, and what only shows when they are side by side: in one run on one engine, each kept at once. */
const acts = async (bench: Bench, baseline: Baseline): Promise<void> => {
  const courses = [];
  for (const course of [SHORT, LONG]) {
    const costs = await progress.step(`Play: ${course.title}`, () => playCourse(bench, course));
    courses.push({ title: course.title, costs });
  }
  keep({
    courses,
    baseline: await progress.step('Play the baseline', () => playBaseline(bench, baseline, SHORT.nomination)),
  });
  keep({ pace: await progress.step('Answer side by side', () => measurePace(bench, baseline)) });
  keep({
    scanned: await progress.step('Open every link, as scanners do', () => measureScanners(bench, baseline)),
  });
  keep({ reminders: await progress.step('Wait for thirty days', () => measureReminders(bench, baseline)) });
};

const lists = async ({ store }: Bench): Promise<Result> => {
  const pages = [];
  for (const cases of SIZES)
    pages.push(...(await progress.step(`Look through ${cases} cases`, () => measureLists(store, cases))));
  return { lists: pages };
};

/** The parts that need the product on the engine, each kept as soon as it is there. */
const onEngine = async (parts: readonly Part[]): Promise<void> => {
  const system = await startSystem({ ports: await freePorts(), progress, folder: 'bench' });
  const baseline = await progress.step('Deploy the baseline', () => deployBaseline(system.awsEndpoint));
  const meter = await startMeter(system.awsEndpoint, [...FUNCTIONS, ...BASELINE_FUNCTIONS]);
  await meterFunctions(meter);
  const bench: Bench = { system, people: peopleOf(system), store: openStore(system.table), meter };
  if (parts.includes('acts')) await acts(bench, baseline);
  if (parts.includes('lists')) keep(await lists(bench));
  if (parts.includes('throughput'))
    keep({
      throughput: await progress.step('Nominate many at once', () => measureThroughput(bench, baseline)),
    });
  await meter.close();
  await stopAll();
};

const idleMonths = (): NonNullable<Result['idle']> => {
  const resources = prodResources();
  return { first: usedIdle(resources), third: usedIdle(resources, 2) };
};

const docs = (result: Result): string =>
  [
    '# What it costs, and how fast it is',
    'Written by `npm run bench -- --docs`, which measures all of this again, or by `-- --only PART --docs` a part of it. The local engine’s times are told as ratios to something that was measured beside them in the same run.',
    ...tablesOf(result).map(markdown),
    '',
  ].join('\n\n');

await run(async () => {
  const parts = partsIn(values.only);
  try {
    if (parts.some((part) => part !== 'imports' && part !== 'idle')) await onEngine(parts);
    if (parts.includes('imports'))
      keep({
        imports: await progress.step('Import every function, and the bare clients', () => importCosts()),
      });
    if (parts.includes('idle')) keep({ idle: idleMonths() });
    const result = kept();
    for (const table of tablesOf(result)) console.log(`\n${plain(table)}`);
    if (values.docs) writeFileSync(join(root, 'docs', 'bench.md'), docs(result));
  } finally {
    await stopAll();
  }
});
