import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { bytesOf, roomFor, unitsFor } from './row-units.ts';
import type { Store } from './store.ts';

type Item = Readonly<Record<string, unknown>>;

/** A part of the table that is read in its order, item by item, until enough is found or too much is paid. */
interface Strip {
  readonly pk: string;
  /** Sort keys, the first and the last. */
  readonly from: string;
  readonly to: string;
  readonly isBackwards?: boolean;
  /** The sort key to go on after. */
  readonly after?: string;
}

export interface Stretch {
  readonly items: readonly Item[];
  /** The sort key to go on after; absent where nothing is left. */
  readonly after?: string;
  readonly units: number;
}

/** What is at most read of a strip. */
export interface Allowance {
  readonly units: number;
  /** What one item is taken to cost before any is read. */
  readonly bytesOfOne: number;
}

const query = async ({ client, table }: Store, strip: Strip, Limit: number): Promise<Stretch> => {
  const input: QueryCommandInput = {
    TableName: table,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': strip.pk, ':from': strip.from, ':to': strip.to },
    ScanIndexForward: strip.isBackwards !== true,
    ...(strip.after !== undefined && { ExclusiveStartKey: { pk: strip.pk, sk: strip.after } }),
    Limit,
  };
  const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand(input));
  return {
    items: Items,
    units: unitsFor(bytesOf(Items)),
    ...(LastEvaluatedKey !== undefined && { after: String(LastEvaluatedKey.sk) }),
  };
};

export interface Wanted {
  /** Items, at most. */
  readonly most: number;
  readonly isWanted: (item: Item) => boolean;
  /** Every item is: no more are read than are given. */
  readonly isEach?: boolean;
}

/** Reads a strip until `most` of its items are wanted, it ends, or another read would cost more than is allowed. */
export const readStrip = async (
  store: Store,
  strip: Strip,
  allowed: Allowance,
  { most, isWanted, isEach = false }: Wanted,
): Promise<Stretch> => {
  const wanted: Item[] = [];
  let units = 0;
  let { bytesOfOne } = allowed;
  let { after } = strip;
  do {
    const room = roomFor(allowed.units - units, bytesOfOne);
    if (room < 1) return { items: wanted, units, ...(after !== undefined && { after }) };
    // One more than is given tells whether there is more.
    const limit = isEach ? Math.min(room, most + 1 - wanted.length) : room;
    const read = await query(store, { ...strip, ...(after !== undefined && { after }) }, limit);
    units += read.units;
    // The largest so far, so that what is left is not overdrawn by a few long titles.
    bytesOfOne = Math.max(...read.items.map((item) => bytesOf([item])), 1);
    wanted.push(...read.items.filter(isWanted));
    if (wanted.length > most) return { ...firstOf(wanted, most), units };
    after = read.after;
  } while (after !== undefined);
  return { items: wanted, units };
};

const firstOf = (wanted: readonly Item[], most: number): Omit<Stretch, 'units'> => {
  const items = wanted.slice(0, most);
  return { items, after: String(items.at(-1)?.sk) };
};
