import { connect } from 'node:net';
import { type Counts, faultsIn, noted } from './counting.ts';

/**
 * What a library for HTTP would not send. It meets the front of the engine before it meets a function, so that it shows
 * what reaches the functions of it, and not how AWS's own front answers.
 */

/** Where the app is, and a token that opens its API. */
export interface Target {
  readonly base: URL;
  readonly token: string;
}

type Trick = (at: string, target: Target) => readonly string[];

const LINE = '\r\n';

const headed = (first: string, { base, token }: Target, ...more: readonly string[]): string =>
  [first, `Host: ${base.host}`, `Authorization: Bearer ${token}`, 'Connection: close', ...more].join(LINE);

const post = (at: string, target: Target, headers: readonly string[], body: string): string =>
  `${headed(`POST ${at} HTTP/1.1`, target, ...headers)}${LINE}${LINE}${body}`;

const get = (at: string, target: Target, ...headers: readonly string[]): string =>
  `${headed(`GET ${at} HTTP/1.1`, target, ...headers)}${LINE}${LINE}`;

/** Each: the pieces that are sent, one after the other. */
export const TRICKS: Readonly<Record<string, Trick>> = {
  'a body longer than it says': (at, it) => [post(at, it, ['Content-Length: 2'], '{}{}{}')],
  'a body shorter than it says': (at, it) => [post(at, it, ['Content-Length: 5000'], '{}')],
  'no length': (at, it) => [post(at, it, [], '{"a":1}')],
  'a negative length': (at, it) => [post(at, it, ['Content-Length: -1'], '{}')],
  'two lengths': (at, it) => [post(at, it, ['Content-Length: 2', 'Content-Length: 3'], '{}x')],
  'a length and chunks': (at, it) => [
    post(at, it, ['Content-Length: 4', 'Transfer-Encoding: chunked'], `1${LINE}Z${LINE}0${LINE}${LINE}`),
  ],
  'a chunk of no size': (at, it) => [post(at, it, ['Transfer-Encoding: chunked'], `x${LINE}{}${LINE}`)],
  'a chunk that is larger than all': (at, it) => [
    post(at, it, ['Transfer-Encoding: chunked'], `FFFFFFFFFFFFFFFF${LINE}{}${LINE}`),
  ],
  'chunks without an end': (at, it) => [post(at, it, ['Transfer-Encoding: chunked'], `2${LINE}{}${LINE}`)],
  'a body of ten megabytes': (at, it) => [post(at, it, [`Content-Length: ${10 ** 7}`], 'x'.repeat(10 ** 7))],
  'a body in many small pieces': (at, it) => [
    post(at, it, ['Content-Type: application/json', 'Content-Length: 40'], ''),
    ...Array<string>(20).fill('{ '),
  ],
  'a body said to be compressed': (at, it) => [
    post(at, it, ['Content-Encoding: gzip', 'Content-Length: 2'], '{}'),
  ],
  'wrong UTF-8': (at, it) => [
    post(at, it, ['Content-Type: application/json', 'Content-Length: 4'], '{"\xff'),
  ],
  'no host': (at) => [`GET ${at} HTTP/1.1${LINE}${LINE}`],
  'two hosts': (at, it) => [get(at, it, 'Host: elsewhere.example.org')],
  'another host': (at) => [`GET ${at} HTTP/1.1${LINE}Host: elsewhere.example.org${LINE}${LINE}`],
  'a host with a path': (at) => [`GET ${at} HTTP/1.1${LINE}Host: a/b@c:d${LINE}${LINE}`],
  'an address as the path': (at, it) => [get(`http://elsewhere.example.org${at}`, it)],
  'a path with an encoded line end': (at, it) => [get(`${at}%0d%0aX-Injected:%201`, it)],
  'a query with an encoded line end': (at, it) => [get(`${at}?lang=%0d%0aX-Injected:%201`, it)],
  'a path with a line feed': (at, it) => [get(`${at}\nX-Injected: 1`, it)],
  'a path that goes up': (at, it) => [get(`${at}/../../../../etc/passwd`, it)],
  'a path that goes up, encoded': (at, it) => [get(`${at}/%2e%2e/%2e%2e/%2fetc%2fpasswd`, it)],
  'a path with empty parts': (at, it) => [get(`${at}//`, it)],
  'a path with an encoded slash': (at, it) => [get(`${at}%2f`, it)],
  'a path with NUL': (at, it) => [get(`${at}%00`, it)],
  'a path with what is no UTF-8': (at, it) => [get(`${at}/%ff%fe`, it)],
  'a path with half an escape': (at, it) => [get(`${at}/%`, it)],
  'a path of eight thousand characters': (at, it) => [get(`${at}/${'x'.repeat(8000)}`, it)],
  'a query of a hundred thousand characters': (at, it) => [get(`${at}?a=${'x'.repeat(100_000)}`, it)],
  'a header of a hundred thousand characters': (at, it) => [get(at, it, `X-Long: ${'x'.repeat(100_000)}`)],
  'a thousand headers': (at, it) => [get(at, it, ...Array.from({ length: 1000 }, (_, n) => `X-${n}: 1`))],
  'a header over two lines': (at, it) => [get(at, it, `X-Folded: a${LINE} b`)],
  'a header with NUL': (at, it) => [get(at, it, 'X-Null: a\0b')],
  'a header without a name': (at, it) => [get(at, it, ': x')],
  'a method that is none': (at, it) => [headed(`BREW ${at} HTTP/1.1`, it) + LINE + LINE],
  'a method in small letters': (at, it) => [headed(`get ${at} HTTP/1.1`, it) + LINE + LINE],
  'TRACE, which would give headers back': (at, it) => [headed(`TRACE ${at} HTTP/1.1`, it) + LINE + LINE],
  'HTTP as it once was': (at) => [`GET ${at}${LINE}`],
  'a version that is none': (at, it) => [headed(`GET ${at} HTTP/9.9`, it) + LINE + LINE],
  'no HTTP at all': () => ['\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03', '\0'.repeat(200)],
  nothing: () => [''],
  'a request that stops in its first line': (at) => [`GET ${at.slice(0, 3)}`],
  'a request that waits to go on': (at, it) => [
    post(at, it, ['Expect: 100-continue', 'Content-Length: 2'], ''),
  ],
};

/** How long nothing may come before the connection is closed from here. */
const PATIENCE_MS = 1500;

/** Sends pieces and gives what came back, as text, until the other side or our patience ends it. */
const said = (pieces: readonly string[], { base }: Target): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(base.port), base.hostname, async () => {
      for (const piece of pieces) {
        if (socket.destroyed) return;
        socket.write(piece, 'latin1');
        await new Promise(setImmediate);
      }
    });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(text));
  });

/** Tries every trick at each of the paths. */
export const tricked = async (paths: readonly string[], target: Target): Promise<Counts> => {
  const counts: Counts = { requests: 0, answers: {}, faults: [] };
  const prefix = target.base.pathname.replace(/\/$/u, '');
  for (const path of paths) {
    const tries = Object.entries(TRICKS).map(async ([name, trick]) => {
      const answer = await said(trick(`${prefix}${path}`, target), target);
      const status = Number(/^HTTP\/1\.[01] (\d{3})/u.exec(answer)?.[1] ?? 0);
      const [head = '', ...body] = answer.split('\r\n\r\n');
      const headers = Object.fromEntries(
        head.split('\r\n').map((line) => [String(line.split(':')[0]).toLowerCase(), line]),
      );
      const faults = faultsIn(status, headers, body.join('\r\n\r\n'));
      noted(
        counts,
        status === 0 ? 'none' : `${String(status).charAt(0)}xx`,
        faults.map((it) => `${name}, ${path}: ${it}`),
      );
    });
    await Promise.all(tries);
  }
  return counts;
};
