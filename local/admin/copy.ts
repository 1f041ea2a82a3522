import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { isHead, itemsOf, keyText, type StoredItem, writeItems } from '../../shared/records/table-copy.ts';
import { Problem } from '../problem.ts';
import type { Plan } from './plan.ts';
import type { Target } from './target.ts';

/** npm runs scripts in the project's folder, and keeps here where it was called from. */
const pathOf = (file: string): string => resolve(process.env.INIT_CWD ?? '.', file);

/** Each line is an item as DynamoDB's own exports to S3 have it: `{"Item": {"pk": {"S": "…"}, …}}`, gzipped. */
const lineOf = (Item: StoredItem): string => `${JSON.stringify({ Item })}\n`;

/** `export`: every item of a table to a new file that only its owner may read. */
export const exportTable = (target: Target, file: string, table = target.store.table): Plan => {
  const path = pathOf(file);
  if (existsSync(path)) throw new Problem(`FILE: ${path} is there already. Name another.`);
  return {
    would: [`write every item of ${table} to ${path}: all that people wrote is in it`],
    carryOut: async () => {
      let count = 0;
      const lines = async function* () {
        for await (const item of itemsOf(table)) {
          count += 1;
          yield lineOf(item);
        }
      };
      const out = createWriteStream(path, { flags: 'wx', mode: 0o600 });
      await pipeline(Readable.from(lines()), createGzip(), out);
      return [`${count} items in ${path}.`];
    },
  };
};

/** `restore`: puts what files hold into the stage's table. A case is seen by the functions once all of it is there. */
export const restoreTable = async (
  { store: { table } }: Target,
  files: readonly string[],
  { replace }: { readonly replace: boolean },
): Promise<Plan> => {
  const paths = files.map(pathOf);
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) throw new Problem(`FILE: there is no ${missing}.`);
  const wanted = new Set<string>();
  let cases = 0;
  for await (const item of itemsIn(paths)) {
    wanted.add(keyText(item));
    if (isHead(item)) cases += 1;
  }
  const strays: StoredItem[] = [];
  let casesThere = 0;
  for await (const item of itemsOf(table)) {
    if (isHead(item)) casesThere += 1;
    if (!wanted.has(keyText(item))) strays.push({ pk: item.pk, sk: item.sk } as StoredItem);
  }
  if (casesThere > 0 && !replace)
    throw new Problem(
      `${table} holds ${casesThere} cases. With --replace it becomes exactly what the files hold: what came after them is lost.`,
    );
  const removed = replace ? strays : [];
  return {
    would: [
      `put ${wanted.size} items into ${table}, ${cases} cases among them`,
      ...(removed.length > 0 ? [`delete ${removed.length} items that the files do not hold`] : []),
    ],
    carryOut: async () => {
      await writeItems(table, removed.filter(isHead), 'delete');
      await writeItems(
        table,
        removed.filter((item) => !isHead(item)),
        'delete',
      );
      await putThose(table, paths, (item) => !isHead(item));
      await putThose(table, paths, isHead);
      return [
        `${wanted.size} items put, ${removed.length} deleted.`,
        'Now: npm run admin -- rebuild-counters --yes, and npm run admin -- restart --all --yes',
      ];
    },
  };
};

/** Items that are put at a time. */
const AT_ONCE = 500;

const putThose = async (
  table: string,
  paths: readonly string[],
  isWanted: (item: StoredItem) => boolean,
): Promise<void> => {
  let some: StoredItem[] = [];
  for await (const item of itemsIn(paths)) {
    if (isWanted(item)) some.push(item);
    if (some.length < AT_ONCE) continue;
    await writeItems(table, some, 'put');
    some = [];
  }
  await writeItems(table, some, 'put');
};

async function* itemsIn(paths: readonly string[]): AsyncGenerator<StoredItem> {
  for (const path of paths) {
    const lines = createInterface({
      input: createReadStream(path).pipe(createGunzip()),
      crlfDelay: Infinity,
    });
    for await (const line of lines) if (line !== '') yield itemOf(line, path);
  }
}

const itemOf = (line: string, path: string): StoredItem => {
  const { Item } = JSON.parse(line) as { readonly Item?: StoredItem };
  if (Item?.pk?.S === undefined || Item.sk?.S === undefined)
    throw new Problem(`FILE: ${path} holds lines that are no items of Nominera's table.`);
  return Item;
};
