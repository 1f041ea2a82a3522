import { gunzipSync } from 'node:zlib';
import { root } from '../../local/paths.ts';
import { BASE_URL } from './functions.ts';
import type { HttpInput } from './requests.ts';
import { ELSEWHERE, MARK } from './values.ts';

/** What must be true of every answer to a request, whatever was asked. */

export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

const HEADERS = new Set([
  ...[
    'content-type',
    'content-security-policy',
    'referrer-policy',
    'cache-control',
    'x-content-type-options',
  ],
  ...[
    'x-robots-tag',
    'strict-transport-security',
    'permissions-policy',
    'cross-origin-opener-policy',
    'vary',
  ],
  ...[
    'location',
    'content-encoding',
    'content-disposition',
    'etag',
    'idempotent-replayed',
    'content-language',
  ],
]);

/** Every page has these (docs/threat-model.md). */
const OF_PAGES: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /^default-src 'none';(?!.*unsafe-(?:inline|eval)).*frame-ancestors 'none'/u,
  'referrer-policy': /^(?:no-referrer|same-origin)$/u,
  'cache-control': /^no-store$/u,
  'x-content-type-options': /^nosniff$/u,
  'strict-transport-security': /^max-age=31536000/u,
};

export const TRACE =
  /\n\s+at .+:\d+:\d+|node:internal|file:\/\/\/|\/var\/task|(?:Type|Reference|Range|Syntax|Zod)Error\b/u;

/** What is wrong with an answer, in words; nothing where nothing is. */
export const wrongWith = ({ event }: HttpInput, answer: HttpAnswer, endpoint: string): readonly string[] => {
  const { statusCode, headers = {}, cookies = [] } = answer;
  const body = textOf(answer);
  const isPage = String(headers['content-type']).startsWith('text/html');
  return [
    ...(Number.isInteger(statusCode) && statusCode >= 200 && statusCode < 500
      ? []
      : [`status ${statusCode}`]),
    ...(TRACE.test(body) || body.includes(root) ? ['shows where it failed'] : []),
    ...Object.entries(headers).flatMap(([name, value]) => wrongHeader(name, value)),
    ...cookies.flatMap((it) => (COOKIE.test(it) ? [] : [`cookie ${it}`])),
    ...(isPage ? missing(headers) : []),
    ...(isPage && body.includes(MARK) ? ['shows markup that somebody typed'] : []),
    ...('location' in headers ? strayed(String(headers.location), String(event.rawPath), endpoint) : []),
  ];
};

const textOf = ({ body = '', isBase64Encoded, headers }: HttpAnswer): string => {
  if (!isBase64Encoded) return body;
  const bytes = Buffer.from(body, 'base64');
  return (headers?.['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString();
};

const COOKIE =
  /^__Host-nominera(?:-login)?=[\w-]{0,43}; (?:Max-Age=\d+; )?Path=\/; HttpOnly; Secure; SameSite=Lax$/u;

const wrongHeader = (name: string, value: unknown): readonly string[] => {
  if (!HEADERS.has(name)) return [`header ${name}`];
  return typeof value === 'string' && /^[\t\u0020-\u007e]*$/u.test(value) ? [] : [`value of ${name}`];
};

const missing = (headers: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(OF_PAGES).flatMap(([name, form]) =>
    form.test(String(headers[name])) ? [] : [`lacks ${name}`],
  );

/** An answer leads to our own pages, to the provider's login or to a file in the bucket. */
const strayed = (location: string, path: string, endpoint: string): readonly string[] => {
  if (!URL.canParse(location, `${BASE_URL}${path}`)) return ['location is no address'];
  const { origin } = new URL(location, `${BASE_URL}${path}`);
  const isOurs = [BASE_URL, endpoint].includes(origin) && !origin.includes(ELSEWHERE);
  return isOurs ? [] : [`leads to ${origin}`];
};
