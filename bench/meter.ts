import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type AttributeValue, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { LOOK_AGAIN_INDEX } from '../shared/records/keys.ts';
import { type Index, type Item, indexWriteUnits, itemSize, readUnits, writeUnits } from './units.ts';

/** One call of a function to AWS, with what it costs where that is DynamoDB. */
export interface Call {
  readonly by: string;
  readonly operation: string;
  /** Units by kind of item, for example `question` or `index`. */
  readonly writes: Readonly<Record<string, number>>;
  readonly reads: Readonly<Record<string, number>>;
}

export interface Meter {
  /** The endpoint that each function should use, so that its calls are metered under its name. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** The calls since the last time. */
  take(): readonly Call[];
  close(): Promise<void>;
}

const INDEX: Index = { name: LOOK_AGAIN_INDEX, keys: ['watch', 'lookAgainAt', 'pk', 'sk'] };

type Json = Readonly<Record<string, unknown>>;
interface Write {
  readonly TableName: string;
  readonly Key?: Item;
  readonly Item?: Item;
}

/** Stands between the functions and the engine, with a port for each function, and writes down what they do. */
export const startMeter = async (engine: string, names: readonly string[]): Promise<Meter> => {
  const calls: Call[] = [];
  const client = new DynamoDBClient({});
  const servers: Server[] = [];
  const endpoints: Record<string, string> = {};
  for (const by of names) {
    const server = createServer(async (incoming, outgoing) => {
      const answer = await metered(client, engine, incoming, (call) => calls.push({ by, ...call }));
      outgoing.writeHead(answer.status, answer.headers);
      outgoing.end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    servers.push(server);
    endpoints[by] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  return {
    endpoints,
    take: () => calls.splice(0),
    close: async () => {
      for (const server of servers) server.close();
    },
  };
};

/** Passes a call on as it came, signature and all, and notes what it cost. */
const metered = async (
  client: DynamoDBClient,
  engine: string,
  incoming: IncomingMessage,
  note: (call: Omit<Call, 'by'>) => void,
): Promise<Answer> => {
  const body = await text(incoming);
  const operation = operationOf(incoming);
  const dynamodb = operation.startsWith('DynamoDB');
  const call = JSON.parse(dynamodb ? body : '{}') as Json;
  const written = dynamodb ? writesOf(operation, call) : [];
  const before = await Promise.all(written.map((write) => read(client, write)));
  const answer = await forward(engine, incoming, body);
  const done = answer.status === 200;
  const after = await Promise.all(written.map((write) => (done ? read(client, write) : undefined)));
  const transaction = operation.includes('Transact');
  note({
    operation: operation.split('.').at(-1) ?? operation,
    writes: tally(written.flatMap((write, n) => costs(write, before[n], after[n], transaction))),
    reads: dynamodb && done ? readCosts(operation, call, JSON.parse(answer.body)) : {},
  });
  return answer;
};

/** `DynamoDB_20120810.Query`, `AWSStepFunctions.SendTaskSuccess`; SES has no such header and names its action in the body. */
const operationOf = ({ headers }: IncomingMessage): string =>
  String(headers['x-amz-target'] ?? 'SES.SendRawEmail');

const writesOf = (operation: string, call: Json): readonly Write[] => {
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

const keyOf = ({ Key, Item: item }: Write): Item =>
  Key ?? ({ pk: item?.pk as Item['pk'], sk: item?.sk as Item['sk'] } as Item);

/** The item as it is, read past the meter. */
const read = async (client: DynamoDBClient, { TableName, ...write }: Write): Promise<Item | undefined> => {
  const Key = keyOf({ TableName, ...write }) as Record<string, AttributeValue>;
  const { Item: item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  return item as Item | undefined;
};

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

const forward = (engine: string, { method, headers, url }: IncomingMessage, body: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const outgoing = request(`${engine}${url}`, { method, headers }, async (response) => {
      resolve({ status: response.statusCode ?? 502, headers: response.headers, body: await text(response) });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });

/** What an item is, by its sort key: `p#question#…` is a question. */
const kindOf = (item: Item | undefined): string => {
  const key = item?.sk as { S?: string } | undefined;
  return key?.S?.split('#')[1] ?? key?.S ?? 'nothing';
};

type Cost = readonly [kind: string, units: number];

const costs = (
  write: Write,
  before: Item | undefined,
  after: Item | undefined,
  transaction: boolean,
): readonly Cost[] => {
  const size = (item: Item | undefined): number => (item === undefined ? 0 : itemSize(item));
  const index = after === undefined ? 0 : indexWriteUnits(INDEX, before, after);
  return [
    [kindOf(keyOf(write)), writeUnits(size(before), size(after ?? write.Item), transaction)],
    ['index', index],
  ];
};

const readCosts = (operation: string, call: Json, answer: Json): Readonly<Record<string, number>> => {
  if (!/\.(GetItem|Query)$/.test(operation)) return {};
  const items = (answer.Items ?? (answer.Item === undefined ? [] : [answer.Item])) as readonly Item[];
  const size = items.reduce((sum, item) => sum + itemSize(item), 0);
  return { [operation.split('.').at(-1) ?? '']: readUnits(size, call.ConsistentRead === true) };
};

const tally = (costs: readonly Cost[]): Readonly<Record<string, number>> => {
  const sums: Record<string, number> = {};
  for (const [kind, units] of costs) if (units > 0) sums[kind] = (sums[kind] ?? 0) + units;
  return sums;
};
