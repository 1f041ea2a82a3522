import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../fuzz/answers.ts';
import { type MemoryAws, startAws } from '../fuzz/aws.ts';
import { type FunctionName, type Handler, loadFunctions } from '../fuzz/functions.ts';
import { settle, type World } from '../fuzz/world.ts';

/** What the fuzzer has found (docs/fuzzing.md), each by itself. */

let aws: MemoryAws;
let functions: Readonly<Record<FunctionName, Handler>>;
let world: World;

beforeAll(async () => {
  aws = await startAws();
  functions = await loadFunctions(aws.endpoint);
  world = await settle();
}, 120_000);

afterAll(() => aws.close());

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const ask = async (
  name: FunctionName,
  route: string,
  pathParameters: Readonly<Record<string, string>>,
  { headers = {}, query, body }: Asked = {},
): Promise<HttpAnswer> => {
  const [method, path] = route.split(' ');
  const event = {
    ...{ routeKey: route, rawPath: path, rawQueryString: '', headers, isBase64Encoded: false },
    ...{ pathParameters, body, requestContext: { http: { method, path } } },
    ...(query && { queryStringParameters: query }),
  };
  return (await functions[name](event, {})) as HttpAnswer;
};

const WRONG_IDS = {
  empty: '',
  'longer than a key': 'x'.repeat(3000),
  'cut within a character': '🧠'.repeat(150),
};

describe.each(Object.entries(WRONG_IDS))('an id that is %s is nobody’s', (_what, id) => {
  it.each<[FunctionName, string]>([
    ['follow', 'GET /api/programmes/{id}'],
    ['follow', 'GET /api/nominations/{id}'],
    ['follow', 'GET /programmes/{id}'],
    ['follow', 'POST /programmes/{id}/interest'],
    ['bodies', 'GET /api/bodies/{id}'],
  ])('%s: %s', async (name, route) => {
    expect((await ask(name, route, { id })).statusCode).toBe(404);
  });

  it('at the desk', async () => {
    const headers = { cookie: world.sessions.officer };
    for (const under of ['', '/print', '/export.json', '/disclosure']) {
      const route = `GET /desk/cases/{number}${under}`;
      expect((await ask('answer', route, { number: id }, { headers })).statusCode).toBe(404);
    }
    expect((await ask('nominate', 'GET /desk/drafts/{id}', { id }, { headers })).statusCode).toBe(404);
  });

  it('as that of a draft whose link was mailed', async () => {
    const query = { mailed: id };
    expect((await ask('nominate', 'GET /nominate', {}, { query })).statusCode).toBe(200);
    expect((await ask('nominate', 'POST /nominate', {}, { query, body: '' })).statusCode).toBe(303);
  });

  it('in an agenda, which is shown without it', async () => {
    const secret = String(world.links.find(({ letter }) => letter === 'm')?.secret);
    const query = { case: id, question: id };
    expect((await ask('answer', 'GET /m/{secret}', { secret }, { query })).statusCode).toBe(200);
    expect((await ask('answer', 'POST /m/{secret}', { secret }, { query, body: '' })).statusCode).toBe(404);
  });
});
