import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { TRACE } from '../answers.ts';

/** Stands before the running app, hands everything on as it is, and looks at what is answered. */

/** What was answered, by class of status: `2xx`; `none` where there was no answer. */
export interface Counts {
  requests: number;
  readonly answers: Record<string, number>;
  /** The first of each kind of fault, with what was asked. */
  readonly faults: string[];
}

export interface Counting {
  readonly url: string;
  /** What was counted since this was last asked. */
  take(): Counts;
  close(): void;
}

const none = (): Counts => ({ requests: 0, answers: {}, faults: [] });

export const startCounting = async (base: string): Promise<Counting> => {
  let counts = none();
  const server = createServer((asked, answer) => {
    void passedOn(base, asked, answer, counts).catch((error) => {
      noted(counts, 'none', [`${asked.method} ${asked.url}: ${error}`]);
      answer.destroy();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = counts;
      counts = none();
      return taken;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const passedOn = async (
  base: string,
  asked: IncomingMessage,
  answer: ServerResponse,
  counts: Counts,
): Promise<void> => {
  const sent = await buffer(asked);
  const { method, url = '', headers } = asked;
  const got = await new Promise<IncomingMessage>((resolve, reject) => {
    const onward = request(
      `${base}${url}`,
      { method, headers: { ...headers, host: new URL(base).host } },
      resolve,
    );
    onward.on('error', reject).end(sent);
  });
  const body = await buffer(got);
  const status = got.statusCode ?? 0;
  const faults = faultsIn(status, got.headers, body.toString());
  noted(
    counts,
    `${String(status).charAt(0)}xx`,
    faults.map((it) => `${method} ${url}: ${it}`),
  );
  answer.writeHead(status, got.headers).end(body);
};

/** What must not be in any answer. */
export const faultsIn = (
  status: number,
  headers: Readonly<Record<string, unknown>>,
  body: string,
): readonly string[] => [
  ...(status >= 500 ? [`${status} ${body.slice(0, 300)}`] : []),
  ...(TRACE.test(body) ? [`a stack trace: ${body.slice(0, 300)}`] : []),
  ...('x-injected' in headers || 'set-cookie' in headers ? ['a header that somebody sent'] : []),
];

export const noted = (counts: Counts, kind: string, faults: readonly string[]): void => {
  counts.requests += 1;
  counts.answers[kind] = (counts.answers[kind] ?? 0) + 1;
  counts.faults.push(...faults);
};
