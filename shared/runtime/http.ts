import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { log } from './log.ts';

export type HttpEvent = APIGatewayProxyEventV2;
export type HttpResult = APIGatewayProxyStructuredResultV2;

/** Largest body that any route takes, in bytes. */
export const BODY_LIMIT = 64 * 1024;

/** The request's body as text, or `undefined` when it is larger than {@link BODY_LIMIT}. */
export const bodyText = (event: HttpEvent): string | undefined => {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  return bytes.length > BODY_LIMIT ? undefined : bytes.toString('utf8');
};

/** One thing that is wrong with a request, at a field of it. */
export interface ProblemEntry {
  readonly field: string;
  readonly message: string;
}

/** An `application/problem+json` answer (RFC 9457). */
export const problem = (status: number, title: string, errors: readonly ProblemEntry[] = []): HttpResult => ({
  statusCode: status,
  headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify({ type: 'about:blank', title, status, ...(errors.length > 0 && { errors }) }),
});

/**
 * Logs each request by its route, never by its path, which can hold a secret; and turns a fault into the answer
 * that `onFault` gives, so that no stack trace leaves the function.
 */
export const served = (onFault: (event: HttpEvent) => HttpResult): MiddlewareObj<HttpEvent, HttpResult> => ({
  after: ({ event, response }) => {
    log.info('request', { route: event.routeKey, status: response?.statusCode });
  },
  onError: (request) => {
    log.error('request failed', { route: request.event.routeKey, error: request.error as Error });
    request.response = onFault(request.event);
  },
});
