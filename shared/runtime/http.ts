import { gzipSync } from 'node:zlib';
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { LONGEST_ID } from '../routine/id.ts';
import { log, loggedNothing } from './log.ts';

export type HttpEvent = APIGatewayProxyEventV2;
export type HttpResult = APIGatewayProxyStructuredResultV2;

/** Largest body that any route takes, in bytes. */
export const BODY_LIMIT = 64 * 1024;

/** An id that nobody has. */
const NOBODYS = '-';

/**
 * Has every id of the path be one that can be asked for: a path can hold eight thousand characters, or none, and the table
 * refuses keys that are so long or empty, which would be a fault of ours.
 */
const withFitIds = (event: HttpEvent): void => {
  const fitting = (id = ''): string => id.slice(0, LONGEST_ID).toWellFormed() || NOBODYS;
  const ids = Object.entries(event.pathParameters ?? {}).map(([name, id]) => [name, fitting(id)]);
  if (event.pathParameters) event.pathParameters = Object.fromEntries(ids);
};

/** The request's body as text, or `undefined` when it is longer than `limit` bytes. */
export const bodyText = (event: HttpEvent, limit = BODY_LIMIT): string | undefined => {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  return bytes.length > limit ? undefined : bytes.toString('utf8');
};

/** One thing that is wrong with a request, at a field of it. */
export interface ProblemEntry {
  readonly field: string;
  readonly message: string;
}

/** More than this at once helps nobody, and would let a small request cause a large answer. */
const MOST_PROBLEMS = 100;

/** An `application/problem+json` answer (RFC 9457), with the first of the errors where there are very many. */
export const problem = (status: number, title: string, errors: readonly ProblemEntry[] = []): HttpResult => ({
  statusCode: status,
  headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify({
    type: 'about:blank',
    title,
    status,
    ...(errors.length > 0 && { errors: errors.slice(0, MOST_PROBLEMS) }),
  }),
});

/** Below this, in bytes, compressing costs more than it saves. */
const WORTH_COMPRESSING = 1024;

/** The answer with its body in gzip, for who takes it. Safe for pages: none holds a secret that could be guessed. */
const compressed = ({ headers }: HttpEvent, response: HttpResult): HttpResult => {
  const { body = '' } = response;
  if (Buffer.byteLength(body) < WORTH_COMPRESSING) return response;
  const vary = { ...response.headers, vary: 'accept-encoding' };
  if (!/\bgzip\b(?!\s*;\s*q=0(\.0+)?\s*(,|$))/iu.test(headers['accept-encoding'] ?? ''))
    return { ...response, headers: vary };
  return {
    ...response,
    headers: { ...vary, 'content-encoding': 'gzip' },
    body: gzipSync(body).toString('base64'),
    isBase64Encoded: true,
  };
};

/** The callback's address holds the code of a login. */
const AT_DESK = /^[A-Z]+ \/desk(?!\/callback)(?:\/|$)/u;

/**
 * No path of the desk holds a secret, so its own pages may be told which of them led there: browsers send a form without
 * its origin (Fetch, section 3.2) from pages that tell nobody, and where there is no Fetch Metadata the origin is asked for.
 */
const originTold = ({ routeKey }: HttpEvent, response: HttpResult): HttpResult =>
  AT_DESK.test(routeKey) && response.headers?.['referrer-policy'] !== undefined
    ? { ...response, headers: { ...response.headers, 'referrer-policy': 'same-origin' } }
    : response;

/**
 * Logs each request by its route, never by its path, which can hold a secret; turns a fault into the answer that
 * `onFault` gives, so that no stack trace leaves the function; and compresses what is sent.
 */
export const served = (onFault: (event: HttpEvent) => HttpResult): MiddlewareObj<HttpEvent, HttpResult> => ({
  before: ({ event }) => {
    loggedNothing();
    withFitIds(event);
  },
  after: (request) => {
    const { event, response } = request;
    log.info('request', { route: event.routeKey, status: response?.statusCode });
    if (response) request.response = compressed(event, originTold(event, response));
  },
  onError: (request) => {
    log.error('request failed', { route: request.event.routeKey, error: request.error as Error });
    request.response = compressed(request.event, originTold(request.event, onFault(request.event)));
  },
});
