import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { freePorts } from '../../local/ports.ts';
import { Problem, run } from '../../local/problem.ts';
import { stopAll } from '../../local/processes.ts';
import { plainProgress as progress } from '../../local/progress.ts';
import { startSystem } from '../../local/system.ts';
import { openStore } from '../../shared/records/store.ts';
import { accountOf, faultsOf } from './account.ts';
import { checked } from './check.ts';
import type { Letter } from './post.ts';
import { type Deed, Region } from './region.ts';

/** `npm run simulate -- --years 10 --nominations 200 --seed 1`: a region's life, on the real app on the local engine. */

const { values } = parseArgs({
  options: {
    years: { type: 'string', default: '2' },
    nominations: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    // Where logs go, under `.local`: two lives at once need two.
    folder: { type: 'string', default: 'simulate' },
    // A file that the story is written to: a line for each thing that somebody did, and for each mail.
    story: { type: 'string' },
  },
});

const numberOf = (name: 'years' | 'nominations' | 'seed'): number => {
  const number = Number(values[name]);
  if (!(number > 0)) throw new Problem(`--${name} must be a number above 0.`);
  return number;
};

/** The first day lived through: a Monday after the day on which the local AWS was started. */
const FROM = '2027-01-04';

let shown = '';
const since = Date.now();
const onDay = (day: string): void => {
  const month = day.slice(0, 'YYYY-MM'.length);
  if (month !== shown) console.log(`  ${month}  after ${Math.round((Date.now() - since) / 1000)} s`);
  shown = month;
};

const mailOf = ({ day, mailbox, subject }: Letter): string => `${day}  mail to ${mailbox}: ${subject}`;
const lineOf = ({ day, what, result }: Deed): string => `${day}  ${what}  ${result}`;

await run(async () => {
  const given = { years: numberOf('years'), nominations: numberOf('nominations'), seed: numberOf('seed') };
  try {
    const system = await startSystem({ ports: await freePorts(), progress, folder: values.folder });
    const store = openStore(system.table);
    const story = await progress.step(
      `Live ${given.years} years with ${given.nominations} nominations, by seed ${given.seed}`,
      () => new Region(system, store, { ...given, from: FROM, onDay }).live(),
    );
    const found = await checked(system, store, story);
    const digest = createHash('sha256').update(JSON.stringify(story.deeds)).digest('hex').slice(0, 16);
    console.log(`\n${accountOf(story, found)}\n\nThe story, without ids and times of day: ${digest}`);
    if (values.story !== undefined)
      writeFileSync(values.story, [...story.deeds.map(lineOf), ...story.letters.map(mailOf), ''].join('\n'));
    const faults = faultsOf(story, found);
    if (faults.length > 0) throw new Problem(`Something went wrong:\n${faults.join('\n')}`);
  } finally {
    await stopAll();
  }
});
