import { peopleOf } from '../local/people.ts';
import { freePorts } from '../local/ports.ts';
import { run } from '../local/problem.ts';
import { stopAll } from '../local/processes.ts';
import { plainProgress as progress } from '../local/progress.ts';
import { startSystem } from '../local/system.ts';
import { openStore } from '../shared/records/store.ts';
import { ANSWERS, MAILBOX } from '../test/builders/answers.ts';
import { sample } from '../test/builders/samples.ts';
import { type Course, playCourse } from './courses.ts';
import { importCosts } from './imports.ts';
import { FUNCTIONS, meterFunctions } from './invocations.ts';
import { startMeter } from './meter.ts';
import { courseTable, importTable, targetTable } from './report.ts';

/** Counts what a nomination costs, on the real app on the local engine; times are only ever told as ratios. */

const council = MAILBOX['council-psykisk-halsa'];
const refers = { ...ANSWERS.position, manageableWithinUnits: 'false' };

const COURSES: readonly Course[] = [
  {
    title: 'One council, no PPR (sample 2)',
    nomination: sample(2).nomination,
    acts: [
      { step: 'screening', mailbox: MAILBOX.office, fields: ANSWERS.screening },
      { step: 'position', mailbox: council, fields: ANSWERS.position },
      { step: 'decision', mailbox: MAILBOX.office, fields: ANSWERS.decision },
    ],
  },
  {
    title: 'Two councils and PPR (sample 1)',
    nomination: sample(1).nomination,
    acts: [
      {
        step: 'screening',
        mailbox: MAILBOX.office,
        fields: { ...ANSWERS.screening, councils: ['council-psykisk-halsa', 'council-primarvard'] },
      },
      { step: 'position', mailbox: council, fields: refers },
      { step: 'position', mailbox: MAILBOX['council-primarvard'], fields: ANSWERS.position },
      { step: 'pprPosition', mailbox: MAILBOX.ppr, fields: ANSWERS.pprPosition },
      { step: 'decision', mailbox: MAILBOX.office, fields: ANSWERS.decision },
    ],
  },
];

await run(async () => {
  try {
    const system = await startSystem({ ports: await freePorts(), progress, folder: 'bench' });
    const meter = await startMeter(system.awsEndpoint, FUNCTIONS);
    await meterFunctions(meter);
    const bench = { system, people: peopleOf(system), store: openStore(system.table), meter };
    const played = [];
    for (const course of COURSES) {
      const costs = await progress.step(`Play: ${course.title}`, () => playCourse(bench, course));
      played.push({ title: course.title, costs });
    }
    await meter.close();
    await stopAll();
    const imports = await progress.step('Import every function, and the bare SDK clients it uses', () =>
      importCosts(),
    );
    for (const { title, costs } of played) console.log(`\n${title}\n\n${courseTable(costs)}`);
    console.log(`\nBundles and import times\n\n${importTable(imports)}`);
    console.log(
      `\nTargets\n\n${targetTable(
        played.flatMap(({ costs }) => costs),
        imports,
      )}`,
    );
  } finally {
    await stopAll();
  }
});
