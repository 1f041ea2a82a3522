import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import { dynamodb, system } from '../harness/system.ts';

/** What a visit may not change: everything that is kept of a case, a draft or a report, but what only machines mark. */

type Item = Readonly<Record<string, unknown>>;
export type Kept = ReadonlyMap<string, string>;

/** When somebody is to look again, and mails that are on their way to the mailbox on record. */
const isMachines = ({ sk }: Item): boolean => /^(?:p#mailing#|mail#)/u.test(String(sk));
const withoutMarks = ({ wake: _w, lookAgainAt: _l, lookDeeper: _d, ...kept }: Item): Item => kept;

const itemsUnder = async (pk: string): Promise<readonly Item[]> => {
  const items: Item[] = [];
  const query = { TableName: system().table, KeyConditionExpression: 'pk = :pk', ConsistentRead: true };
  for await (const { Items = [] } of paginateQuery(
    { client: dynamodb },
    { ...query, ExpressionAttributeValues: { ':pk': pk } },
  ))
    items.push(...Items);
  return items;
};

/** @param pks the partitions that the visited pages show */
export const kept = async (pks: readonly string[]): Promise<Kept> => {
  const found: (readonly [string, string])[] = [];
  for (const pk of new Set(pks))
    for (const item of (await itemsUnder(pk)).filter((it) => !isMachines(it)))
      found.push([`${pk} ${item.sk}`, JSON.stringify(withoutMarks(item))]);
  return new Map(found);
};

export interface Change {
  /** Items that are otherwise, or new, or gone. */
  readonly changed: readonly string[];
  /** Acts that were added, drafts that were sent, and reports that were approved. */
  readonly decisions: number;
}

export const changeOf = (before: Kept, after: Kept): Change => {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const changed = names.filter((name) => before.get(name) !== after.get(name));
  const isSent = (name: string) => after.get(name)?.includes('"sent":') === true && name.endsWith(' draft');
  const decided = changed.filter((name) => / (?:x#act#|version#)/u.test(name) || isSent(name));
  return { changed, decisions: decided.length };
};
