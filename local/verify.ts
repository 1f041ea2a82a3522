import { parseArgs } from 'node:util';
import { exportDifferences } from '../shared/records/case-export.ts';
import { caseByNumber } from '../shared/records/cases.ts';
import { openStore } from '../shared/records/store.ts';
import { verifyCases } from '../shared/records/verify.ts';
import { contentOf, localTable } from './input.ts';
import { Problem, run } from './problem.ts';

const NOT_COMPARED =
  'Jämfört: handlingarnas kedja, allt som människor skrev, och ärende, frågor och program så som reglerna bygger upp dem ur handlingarna. Inte jämfört: filernas innehåll, länkar, påminnelser, mejl och sökning.';

/** An exported case (`--export FILE`), against its own manifest: nothing that runs is asked. */
const verifyExport = (file: string): void => {
  const found = exportDifferences(new TextDecoder().decode(contentOf(file)));
  for (const it of found) console.log(it);
  if (found.length > 0) throw new Problem('Filen är inte som den exporterades.');
  console.log(
    'Filen är som den exporterades: varje del stämmer med manifestet, och handlingarnas kedja håller.',
  );
};

/**
 * Looks whether what is stored of one case (`--case N-2026-0007`), or of all, is what people did in it: here, or on AWS with
 * `--table NAME`. It only reads.
 */
const verifyStored = async (table: string | undefined, number: string | undefined): Promise<void> => {
  const store = openStore(table ?? localTable());
  if (number !== undefined && (await caseByNumber(store, number)) === undefined)
    throw new Problem(`Det finns inget ärende ${number}.`);
  let [whole, wrong] = [0, 0];
  for await (const { number: its, difference } of verifyCases(store, number)) {
    if (difference === undefined) whole += 1;
    else {
      wrong += 1;
      console.log(`${its}: handling ${difference.act}, ${difference.field} ${difference.why}`);
    }
  }
  store.client.destroy();
  console.log(`${whole} ärenden är hela: kedjan, texterna och läget stämmer. ${wrong} stämmer inte.`);
  console.log(NOT_COMPARED);
  if (wrong > 0) throw new Problem('Något har ändrats vid sidan av handlingarna, eller gått förlorat.');
};

/** Ends with 1 where something differs. */
await run(async () => {
  const options = {
    table: { type: 'string' },
    case: { type: 'string' },
    export: { type: 'string' },
  } as const;
  const { table, case: number, export: file } = parseArgs({ options }).values;
  if (file !== undefined) return verifyExport(file);
  await verifyStored(table, number);
});
