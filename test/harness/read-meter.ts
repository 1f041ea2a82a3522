import { convertToAttr } from '@aws-sdk/util-dynamodb';
import { type Item, itemSize, readUnits } from '../../bench/units.ts';
import type { Store } from '../../shared/records/store.ts';

/** A store that counts what is read through it, by DynamoDB's own rules and whatever the engine says. */
export interface MeteredStore extends Store {
  /** Read units since the last time. */
  taken(): number;
}

type Input = {
  readonly ConsistentRead?: boolean;
  readonly RequestItems?: Readonly<Record<string, { readonly Keys?: readonly unknown[] }>>;
};
type Output = { readonly Items?: readonly unknown[]; readonly Item?: unknown };

const sizeOf = (item: unknown): number => itemSize((convertToAttr(item) as { M: Item }).M);

const unitsOf = ({ ConsistentRead = false, RequestItems }: Input, { Items, Item: item }: Output): number => {
  // Each of them is read by itself, and none is larger than a block.
  if (RequestItems !== undefined)
    return Object.values(RequestItems)
      .flatMap(({ Keys = [] }) => Keys)
      .reduce<number>((sum) => sum + readUnits(1, ConsistentRead), 0);
  const read = Items ?? (item === undefined ? [] : [item]);
  return readUnits(
    read.reduce<number>((sum, it) => sum + sizeOf(it), 0),
    ConsistentRead,
  );
};

export const metered = ({ client, table }: Store): MeteredStore => {
  let units = 0;
  const send = async (command: { readonly input: Input }) => {
    const output = (await client.send(command as never)) as Output;
    units += unitsOf(command.input, output);
    return output;
  };
  return {
    table,
    client: { send } as unknown as Store['client'],
    taken: () => {
      const sum = units;
      units = 0;
      return sum;
    },
  };
};
