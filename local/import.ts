import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type Gap, KIND_NAMES } from '../shared/case/import-check.ts';
import type { RowProblem } from '../shared/case/import-file.ts';
import { SOB_OFFICE } from '../shared/case/rounds.ts';
import { type ImportedRow, type ImportReport, importFile } from '../shared/records/imports.ts';
import { openStore } from '../shared/records/store.ts';
import { contentOf, localTable } from './input.ts';
import { Problem, run } from './problem.ts';

/** docs/import.md tells how to run it. */
const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      table: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'skip-bad': { type: 'boolean', default: false },
    },
  });
  const [path] = positionals;
  if (path === undefined) throw new Problem('Ange filen: npm run import -- program.csv');
  const bytes = contentOf(path);
  const store = openStore(values.table ?? localTable());
  const now = new Date();
  const report = await importFile(store, bytes, {
    by: { body: SOB_OFFICE },
    dryRun: values['dry-run'],
    skipBad: values['skip-bad'],
    now,
    lookAgainAt: new Date(now.getTime() + PATIENCE_MS).toISOString(),
    newId: () => crypto.randomUUID(),
  });
  store.client.destroy();
  console.log(reportText(basename(path), report, values['dry-run']));
  if (report.stopped)
    throw new Problem(
      'Ingenting är infört. Rätta raderna och kör igen, eller lägg till --skip-bad för att införa de andra raderna.',
    );
};

/** Until somebody looks whether the machine of an imported case is at work. */
const PATIENCE_MS = 15 * 60_000;

const reportText = (name: string, report: ImportReport, dryRun: boolean): string =>
  [
    `${name}: ${report.rows} program och ärenden.`,
    ...(report.unusedColumns.length === 0
      ? []
      : [`Kolumner som inte används: ${report.unusedColumns.join(', ')}.`]),
    ...(report.gaps.length === 0 ? [] : [`Fyll gärna i, om ni kan: ${report.gaps.map(gapText).join(', ')}.`]),
    ...(report.bad.length === 0 ? [] : ['Att rätta:', ...report.bad.map(problemText)]),
    `${dryRun ? 'Skulle införas' : 'Införda'}: ${report.imported.length}. Redan införda: ${report.unchanged.length}. Ändrade sedan de infördes: ${report.changed.length}.`,
    ...report.imported.map(({ reference, number = 'nytt' }) => `  ${reference} → ${number}`),
    ...left('Ändrad i filen men inte i Nominera, där den rättas', report.changed),
    ...left('Infördes av någon annan just nu, kör igen', report.missed),
  ].join('\n');

const gapText = ({ column, rows }: Gap): string => `${column} (tomt för ${rows})`;

const problemText = ({ kind, row, column, message }: RowProblem): string => {
  const place = [
    ...(row === undefined ? [] : [`Rad ${row}`]),
    ...(kind === undefined ? [] : [KIND_NAMES[kind].sv]),
    ...(column === undefined ? [] : [column]),
  ].join(', ');
  return `  ${place === '' ? '' : `${place}: `}${message.sv}`;
};

const left = (what: string, rows: readonly ImportedRow[]): readonly string[] =>
  rows.map(({ reference }) => `  ${what}: ${reference}`);

await run(main);
