import { parseArgs } from 'node:util';
import { rebuildRows } from '../shared/records/row-refresh.ts';
import { openStore } from '../shared/records/store.ts';
import { localTable } from './input.ts';
import { run } from './problem.ts';

/** Writes the desk's list anew: once after an upgrade from a version that kept none, for cases that had ended before. */
await run(async () => {
  const options = { table: { type: 'string' }, case: { type: 'string' } } as const;
  const { table, case: number } = parseArgs({ options }).values;
  const store = openStore(table ?? localTable());
  console.log(`Skrivna på nytt i ärendelistan: ${await rebuildRows(store, number)} ärenden.`);
  store.client.destroy();
});
