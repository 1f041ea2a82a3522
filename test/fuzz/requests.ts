import fc from 'fast-check';
import { ACTS } from '../../shared/routine/acts.ts';
import { bodyOf, sheetOf } from './bodies.ts';
import type { Pairs } from './forms.ts';
import type { Route } from './functions.ts';
import { authorizerOf, cookiesOf, HOST, headersOf } from './headers.ts';
import { chance, type Draw, drawnBy, ELSEWHERE, nastyText, number, pick } from './values.ts';
import type { World } from './world.ts';

/** Requests as the HTTP API hands them to a function (payload format 2.0). */

export interface HttpInput {
  readonly route: Route;
  readonly event: Record<string, unknown> & {
    readonly headers: Readonly<Record<string, string>>;
    readonly pathParameters?: Readonly<Record<string, string>>;
  };
}

/** How often what changes things is tried, beside what only reads. */
const WEIGHTS: Readonly<Record<string, number>> = { GET: 2, HEAD: 1, POST: 9, PUT: 9 };

/** @param mayHold whether some of those who ask have a link, a session or a token */
export const httpInput = (
  routes: readonly Route[],
  world: World,
  mayHold: boolean,
): fc.Arbitrary<HttpInput> => {
  const bag = routes.flatMap((route) => Array<Route>(WEIGHTS[route.method] ?? 1).fill(route));
  return drawnBy((draw) => drawn(draw, pick(draw, bag), world, mayHold));
};

const drawn = (draw: Draw, route: Route, world: World, mayHold: boolean): HttpInput => {
  const { pathParameters, step } = parametersOf(draw, route, world, mayHold);
  const path = route.path.replaceAll(/\{(\w+)\}/gu, (_, name) => encoded(String(pathParameters[name])));
  const query = queryOf(draw, route, world);
  const { body, type } = bodyOf(draw, route, sheetOf(draw, route, query, world) ?? step);
  const headers = headersOf(draw, type);
  const cookies = cookiesOf(draw, world, mayHold);
  const isBase64 = body !== undefined && chance(draw, 150);
  const sent = isBase64 && chance(draw, 900) ? Buffer.from(body).toString('base64') : body;
  const inHeader = cookies !== undefined && chance(draw, 300);
  const event = {
    ...{ version: '2.0', routeKey: `${route.method} ${route.path}`, rawPath: path },
    rawQueryString: new URLSearchParams(query.map(([name, value]) => [name, value])).toString(),
    headers: { ...headers, ...(inHeader && { cookie: cookies.join('; ') }) },
    ...(cookies !== undefined && !inHeader && { cookies }),
    ...(query.length > 0 && { queryStringParameters: joined(query) }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    requestContext: {
      ...{
        accountId: '000000000000',
        apiId: 'api',
        domainName: HOST,
        domainPrefix: 'api',
        stage: '$default',
      },
      ...{ requestId: 'r', routeKey: `${route.method} ${route.path}`, time: '', timeEpoch: 0 },
      http: { method: route.method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'fuzz' },
      ...(route.needsToken && mayHold && { authorizer: authorizerOf(draw) }),
    },
    ...(sent !== undefined && { body: sent }),
    isBase64Encoded: isBase64,
  };
  return { route, event };
};

/** As a path can carry it; what is not well-formed comes as its replacement. */
const encoded = (value: string): string => encodeURIComponent(value.toWellFormed());

/** The HTTP API joins what comes more than once by commas. */
const joined = (query: Pairs): Readonly<Record<string, string>> => {
  const names = [...new Set(query.map(([name]) => name))];
  const of = (name: string) => query.flatMap(([it, value]) => (it === name ? [value] : [])).join();
  return Object.fromEntries(names.map((name) => [name, of(name)]));
};

const LETTER = /^\/(?<letter>[acmnr])\//u;

interface Parameters {
  readonly pathParameters: Readonly<Record<string, string>>;
  /** What is asked behind the link that the path has. */
  readonly step?: string;
}

const parametersOf = (draw: Draw, { path }: Route, world: World, mayHold: boolean): Parameters => {
  const [, name] = /\{(\w+)\}/u.exec(path) ?? [];
  if (name === undefined) return { pathParameters: {} };
  if (chance(draw, 120)) return { pathParameters: { [name]: nastyText(draw).slice(0, 8000) } };
  if (name !== 'secret') return { pathParameters: { [name]: idFor(draw, name, world) } };
  const letter = LETTER.exec(path)?.groups?.letter;
  const own = world.links.filter((link) => link.letter === letter);
  if (!mayHold) {
    const secret = chance(draw, 800) ? draw.any(guess) : near(pick(draw, own).secret);
    return { pathParameters: { secret } };
  }
  const waiting = own.filter(({ isOpen }) => isOpen);
  const among = chance(draw, 80) ? world.links : waiting.length > 0 && chance(draw, 800) ? waiting : own;
  const { secret, step } = pick(draw, among);
  return { pathParameters: { secret }, ...(step && { step }) };
};

const idFor = (draw: Draw, name: string, world: World): string => {
  const { id, number: caseNumber } = pick(draw, world.cases);
  if (name === 'number') return caseNumber;
  if (name === 'year') return pick(draw, ['2026', '2025', '2027', '0000', '9999', '02026']);
  const other = ['ppr', 'council-primarvard', pick(draw, world.drafts), 'new', 'council-ny'];
  return chance(draw, 600) ? pick(draw, [id, caseNumber]) : pick(draw, other);
};

const guess = () =>
  fc.uint8Array({ minLength: 32, maxLength: 32 }).map((it) => Buffer.from(it).toString('base64url'));
const near = (secret: string): string => `${secret.startsWith('A') ? 'B' : 'A'}${secret.slice(1)}`;

const QUERY: Readonly<Record<string, readonly string[]>> = {
  lang: ['en', 'sv', 'EN'],
  part: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'review', 'attachments'],
  ...{ calendar: [''], call: ['1'], check: ['1'], once: ['00000000-0000-4000-8000-000000000001'] },
  ...{
    text: ['nomination/1:summary', 'nomination/1:workingTitle'],
    upload: ['00000000-0000-4000-8000-000000000002'],
  },
  ...{ done: ['1', '2'], from: ['1-ab12cd34'], format: ['csv'], version: ['1'], file: ['x'], try: ['1'] },
  ...{ again: ['1'], mailed: ['x'], resent: ['1'], saved: ['1'], meeting: ['2026-12-01'], pack: ['1'] },
  ...{
    missed: ['1'],
    moved: ['1'],
    next: ['desk', 'desk/people', `//${ELSEWHERE}`],
    code: ['x'],
    error: ['access_denied'],
  },
  ...{
    milestone: ['submitted', 'decided'],
    council: ['council-primarvard'],
    kind: ['treatment'],
    year: ['2026'],
  },
  ...{ overdue: ['true'], waitingFor: ['ppr'], state: ['open', 'ended', 'all'], order: ['newest', 'target'] },
  ...{
    q: ['sömn', 'N-2026', 'a b c'],
    cursor: ['x', 'eyJ9'],
    limit: ['1', '50'],
    after: ['x'],
    first: ['1'],
  },
};

const queryOf = (draw: Draw, { path }: Route, world: World): Pairs => {
  const pairs: [string, string][] = [];
  const isCase = /\{secret\}|desk\/cases/u.test(path);
  const inCase = pick(draw, world.cases);
  if (path.startsWith('/m/') && chance(draw, 800)) pairs.push(['case', inCase.id]);
  if (isCase && !path.startsWith('/a/') && chance(draw, 500))
    pairs.push(['question', pick(draw, inCase.questions.slice(0, chance(draw, 700) ? 3 : Infinity)).id]);
  if (isCase && chance(draw, 400)) pairs.push(['act', pick(draw, Object.keys(ACTS))]);
  if (path.startsWith('/n/') || path.includes('drafts')) pairs.push(['part', pick(draw, QUERY.part ?? [])]);
  const more = number(draw, 3);
  for (let n = 0; n < more; n += 1) {
    const name = chance(draw, 930) ? pick(draw, Object.keys(QUERY)) : nastyText(draw).slice(0, 200);
    const known = Object.hasOwn(QUERY, name) ? QUERY[name] : undefined;
    pairs.push([name, known && chance(draw, 600) ? pick(draw, known) : nastyText(draw).slice(0, 4000)]);
  }
  return pairs;
};
