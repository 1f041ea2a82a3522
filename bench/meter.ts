import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type AttributeValue, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Item } from './units.ts';
import { type Json, keyOf, readCost, sums, type Write, writeCost, writesOf } from './weigh.ts';

/** One call of a function to AWS, with what it costs where that is DynamoDB. */
export interface Call {
  readonly by: string;
  readonly operation: string;
  /** When it was made, in milliseconds of `performance.now()`. */
  readonly at: number;
  /** The addresses that a mail goes to. */
  readonly to: readonly string[];
  /** Units by kind of item, for example `question` or `index`. */
  readonly writes: Readonly<Record<string, number>>;
  readonly reads: Readonly<Record<string, number>>;
}

export interface Meter {
  /** The endpoint that each function should use, so that its calls are metered under its name. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** The calls since the last time. */
  take(): readonly Call[];
  /** Whether items are read before and after each write, to weigh them: not while times are measured. */
  weigh(whether: boolean): void;
  close(): Promise<void>;
}

/** Stands between the functions and the engine, with a port for each function, and writes down what they do. */
export const startMeter = async (engine: string, names: readonly string[]): Promise<Meter> => {
  const calls: Call[] = [];
  const client = new DynamoDBClient({});
  const servers: Server[] = [];
  const endpoints: Record<string, string> = {};
  let isWeighing = true;
  for (const by of names) {
    const server = createServer(async (incoming, outgoing) => {
      const note = (call: Omit<Call, 'by'>) => calls.push({ by, ...call });
      const answer = await metered(isWeighing ? client : undefined, engine, incoming, note);
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
    weigh: (whether) => {
      isWeighing = whether;
    },
    close: async () => {
      for (const server of servers) server.close();
    },
  };
};

/** Passes a call on as it came, signature and all, and notes what it cost; without a client its units are not counted. */
const metered = async (
  client: DynamoDBClient | undefined,
  engine: string,
  incoming: IncomingMessage,
  note: (call: Omit<Call, 'by'>) => void,
): Promise<Answer> => {
  const at = performance.now();
  const body = await text(incoming);
  const operation = operationOf(incoming);
  const told = { operation: operation.split('.').at(-1) ?? operation, at, to: receivers(operation, body) };
  if (client === undefined || !operation.startsWith('DynamoDB')) {
    note({ ...told, writes: {}, reads: {} });
    return forward(engine, incoming, body);
  }
  const call = JSON.parse(body) as Json;
  const written = writesOf(operation, call);
  const before = await Promise.all(written.map((write) => read(client, write)));
  const answer = await forward(engine, incoming, body);
  const isDone = answer.status === 200;
  const after = await Promise.all(written.map((write) => (isDone ? read(client, write) : undefined)));
  const isTransaction = operation.includes('Transact');
  const costs = written.map((write, n) =>
    writeCost(write, { before: before[n], after: after[n], isDone, isTransaction }),
  );
  note({
    ...told,
    writes: sums(costs),
    reads: isDone ? readCost(operation, call, JSON.parse(answer.body)) : {},
  });
  return answer;
};

/** `DynamoDB_20120810.Query`, `AWSStepFunctions.SendTaskSuccess`; SES and S3 have no such header, and only S3 a path. */
const operationOf = ({ headers, url = '/' }: IncomingMessage): string =>
  String(headers['x-amz-target'] ?? (url === '/' ? MAIL : 'S3.Object'));

const MAIL = 'SES.SendRawEmail';

/** Whether a call sent a mail. */
export const isMail = ({ operation }: Call): boolean => MAIL.endsWith(operation);

/** SES takes a form, with a field for each address. */
const receivers = (operation: string, body: string): readonly string[] =>
  operation === MAIL
    ? [...new URLSearchParams(body)].filter(([name]) => name.startsWith('Destination')).map(([, to]) => to)
    : [];

/** The item as it is, read past the meter. */
const read = async (client: DynamoDBClient, write: Write): Promise<Item | undefined> => {
  const Key = keyOf(write) as Record<string, AttributeValue>;
  const { Item: item } = await client.send(
    new GetItemCommand({ TableName: write.TableName, Key, ConsistentRead: true }),
  );
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
