import { parseArgs } from 'node:util';
import { type Kind, PAGES_WITH_COMMANDS } from './doc-fences.ts';
import { LIMITS, type Ran, runPage } from './doc-runner.ts';
import { Problem, run } from './problem.ts';

/** The blocks that are run unless `--kind` names others; those that need an account or an installation never are. */
const ALL = Object.keys(LIMITS) as Kind[];

await run(async () => {
  const { page, kind } = parseArgs({
    options: {
      page: { type: 'string', multiple: true, default: [...PAGES_WITH_COMMANDS] },
      kind: { type: 'string', multiple: true, default: ALL },
    },
  }).values;
  const unknown = kind.filter((it) => !(ALL as string[]).includes(it));
  if (unknown.length > 0)
    throw new Problem(`There is no kind ${unknown.join(', ')}. There are ${ALL.join(', ')}.`);
  const ran: Ran[] = [];
  for (const one of page) ran.push(...(await runPage(one, kind as Kind[])));
  for (const { where, kind, outcome } of ran)
    console.log(`${where.padEnd(24)} ${kind.padEnd(12)} ${outcome}`);
  const count = (wanted: Ran['outcome']): number => ran.filter(({ outcome }) => outcome === wanted).length;
  console.log(`${count('succeeded')} succeeded, ${count('failed')} failed, ${count('not run')} not run`);
  if (count('failed') > 0) process.exitCode = 1;
});
