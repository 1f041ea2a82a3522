import { LOOK_AGAIN_INDEX } from '../shared/records/keys.ts';
import { type Index, type Item, indexWriteUnits, itemSize, readUnits, writeUnits } from './units.ts';

/** What a call to DynamoDB writes and reads, in request units, from the call itself and the items around it. */

const INDEX: Index = { name: LOOK_AGAIN_INDEX, keys: ['watch', 'lookAgainAt', 'pk', 'sk'] };

export type Json = Readonly<Record<string, unknown>>;

export interface Write {
  readonly TableName: string;
  readonly Key?: Item;
  readonly Item?: Item;
}

/** The writes of a call, one for each item. @param operation for example `DynamoDB_20120810.PutItem` */
export const writesOf = (operation: string, call: Json): readonly Write[] => {
  if (/\.(Put|Update|Delete)Item$/.test(operation)) return [call as unknown as Write];
  if (operation.endsWith('.BatchWriteItem')) return batched(call);
  if (!operation.endsWith('.TransactWriteItems')) return [];
  return (call.TransactItems as Record<string, Write>[]).flatMap((item) => Object.values(item));
};

type Batched = Readonly<Record<'PutRequest' | 'DeleteRequest', Omit<Write, 'TableName'> | undefined>>;

const batched = ({ RequestItems }: Json): readonly Write[] =>
  Object.entries(RequestItems as Readonly<Record<string, readonly Batched[]>>).flatMap(
    ([TableName, requests]) =>
      requests.map(({ PutRequest, DeleteRequest }) => ({ TableName, ...PutRequest, ...DeleteRequest })),
  );

export const keyOf = ({ Key, Item: item }: Omit<Write, 'TableName'>): Item =>
  Key ?? ({ pk: item?.pk, sk: item?.sk } as Item);

/** What an item is, by its key: `p#question#…` of a case is a question, `rows#all` a row. */
const kindOf = (item: Item): string => {
  const [pk = '', sk = ''] = [item.pk, item.sk].map((key) => (key as { S?: string } | undefined)?.S);
  return pk.startsWith('case#') ? String(sk.split('#')[1]) : String(pk.split('#')[0]);
};

type Units = Readonly<Record<string, number>>;

/** The item around a write, and the call that it was part of: one that was refused is paid, but changes no index. */
export interface Around {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  readonly isDone: boolean;
  readonly isTransaction: boolean;
}

/** What one write costs, by kind of item, with `index` for what the index takes beside it. */
export const writeCost = (write: Write, { before, after, isDone, isTransaction }: Around): Units => {
  const size = (item: Item | undefined): number => (item === undefined ? 0 : itemSize(item));
  const units = writeUnits(size(before), size(after ?? write.Item), isTransaction);
  return sums([
    { [kindOf(keyOf(write))]: units },
    { index: isDone ? indexWriteUnits(INDEX, before, after) : 0 },
  ]);
};

/** What a call reads, by operation. */
export const readCost = (operation: string, call: Json, answer: Json): Units => {
  const name = operation.split('.').at(-1) ?? '';
  if (name === 'BatchGetItem') return { [name]: batchReadCost(call, answer) };
  if (name !== 'GetItem' && name !== 'Query') return {};
  const items = (answer.Items ?? (answer.Item === undefined ? [] : [answer.Item])) as readonly Item[];
  const size = items.reduce((sum, item) => sum + itemSize(item), 0);
  return { [name]: readUnits(size, call.ConsistentRead === true) };
};

interface Wanted {
  readonly Keys: readonly unknown[];
  readonly ConsistentRead?: boolean;
}

/** Each item is rounded up by itself, and one that is not there costs as the smallest. */
const batchReadCost = ({ RequestItems }: Json, { Responses }: Json): number =>
  Object.entries(RequestItems as Readonly<Record<string, Wanted>>).reduce(
    (sum, [table, { Keys, ConsistentRead = false }]) => {
      const found = (Responses as Readonly<Record<string, readonly Item[]>>)[table] ?? [];
      const sizes = [...found.map(itemSize), ...Keys.slice(found.length).map(() => 0)];
      return sum + sizes.reduce((all, size) => all + readUnits(size, ConsistentRead), 0);
    },
    0,
  );

/** Counts added up by name; a name with nothing is left out. */
export const sums = (all: readonly Units[]): Units => {
  const result: Record<string, number> = {};
  for (const [name, count] of all.flatMap((counts) => Object.entries(counts)))
    if (count > 0) result[name] = (result[name] ?? 0) + count;
  return result;
};

export const total = (counts: Units): number => Object.values(counts).reduce((sum, it) => sum + it, 0);
