import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { dateInSweden } from '../shared/case/sweden.ts';
import { type CatalogueChanges, importCatalogue, type Programme } from '../shared/records/programmes.ts';
import { openStore } from '../shared/records/store.ts';
import { type BadRow, type CatalogueFile, readCatalogueFile } from './catalogue-csv.ts';
import { contentOf, localTable } from './input.ts';
import { Problem, run } from './problem.ts';

/** docs/catalogue.md tells how to run it. */
const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      table: { type: 'string' },
      own: { type: 'boolean', default: false },
      'skip-bad': { type: 'boolean', default: false },
    },
  });
  const [path] = positionals;
  if (path === undefined) throw new Problem('Ange filen: npm run catalogue -- katalog.csv');
  const file = readCatalogueFile(contentOf(path));
  const isWhole = file.bad.length === 0;
  console.log(fileReport(basename(path), file));
  if (!isWhole && !values['skip-bad'])
    throw new Problem(
      'Ingenting är inläst. Rätta raderna och kör igen, eller lägg till --skip-bad för att läsa in de andra raderna.',
    );
  const store = openStore(values.table ?? localTable());
  const source = values.own ? 'vgr' : 'sobCatalogue';
  const programmes = file.programmes.map((programme) => ({ ...programme, source }) as const);
  const list = { source, programmes, isWhole } as const;
  console.log(changeReport(await importCatalogue(store, list, dateInSweden(new Date())), isWhole));
  store.client.destroy();
};

const lines = (...parts: readonly (string | false)[]): string => parts.filter(Boolean).join('\n');

const fileReport = (name: string, { rows, bad, unusedColumns, otherAreas }: CatalogueFile): string =>
  lines(
    `${name}: ${rows} rader med program.`,
    unusedColumns.length > 0 && `Kolumner som inte används: ${unusedColumns.join(', ')}.`,
    otherAreas.length > 0 &&
      `Områden som rutinen inte har, och som behålls som de står: ${otherAreas.join(', ')}.`,
    bad.length > 0 && 'Att rätta:',
    ...bad.map(badRow),
  );

const badRow = ({ row, column, mend }: BadRow): string =>
  `  Rad ${row}${column === undefined ? '' : `, ${column}`}: ${mend}`;

const changeReport = ({ added, changed, unchanged, gone }: CatalogueChanges, isWhole: boolean): string =>
  lines(
    `Nya: ${added.length}. Ändrade: ${changed.length}. Oförändrade: ${unchanged.length}. Borta: ${gone.length}.`,
    ...named('Ny', added),
    ...named('Ändrad', changed),
    ...named('Borta, söks inte längre', gone),
    !isWhole &&
      'Inget program är markerat som borta, eftersom alla rader inte gick att läsa. Rätta dem och kör igen.',
  );

const named = (what: string, programmes: readonly Programme[]): readonly string[] =>
  programmes.map(({ name, publisher }) => `  ${what}: ${name} (${publisher})`);

await run(main);
