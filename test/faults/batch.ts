import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { restartEngine } from '../../local/engine.ts';
import { localPath } from '../../local/paths.ts';
import { freePorts } from '../../local/ports.ts';
import { run } from '../../local/problem.ts';
import { stopAll } from '../../local/processes.ts';
import { plainProgress as progress } from '../../local/progress.ts';
import { installEngine } from '../../local/python.ts';
import { startSystem } from '../../local/system.ts';
import { storm } from './storm.ts';
import { injectedIn } from './table.ts';

/** One batch of a fault run, on a local AWS of its own; run.ts starts it. */

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: 'faults' },
    batch: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    nominations: { type: 'string', default: '5' },
    'one-in': { type: 'string', default: '20' },
    'calls-apart': { type: 'string', default: '150' },
    seconds: { type: 'string', default: '1200' },
  },
});

await run(async () => {
  const { batch } = values;
  const folder = join(values.folder, `engine-${batch}`);
  try {
    const ports = await freePorts();
    const system = await startSystem({ ports, progress, folder, keepsState: true });
    const python = await installEngine();
    const engine = { python, port: ports.engine, smtpPort: ports.smtp, folder, keepsState: true };
    const account = await progress.step(`Batch ${batch}: ${values.nominations} nominations`, () =>
      storm(system, {
        seed: Number(values.seed),
        nominations: Number(values.nominations),
        oneIn: Number(values['one-in']),
        callsApart: Number(values['calls-apart']),
        seconds: Number(values.seconds),
        restartEngine: () => restartEngine(engine),
      }),
    );
    writeFileSync(localPath(values.folder, `batch-${batch}.json`), JSON.stringify(account, null, 2));
    const { faults, kinds } = injectedIn(account);
    console.log(`${faults} faults of ${kinds} kinds; wrong: ${account.wrong.join('; ') || 'nothing'}`);
  } finally {
    await stopAll();
  }
});
