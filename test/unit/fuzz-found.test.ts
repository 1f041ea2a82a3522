import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAYLOAD_SCHEMA, stepMessage } from '../../shared/routine/payload.ts';
import { sample } from '../builders/samples.ts';
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

/** As the HTTP API tells of a token with every scope; only its JSON routes look. */
const A_CLIENT = { jwt: { claims: { client_id: 'local-client' } } };

const ask = async (
  name: FunctionName,
  route: string,
  pathParameters: Readonly<Record<string, string>>,
  { headers = {}, query, body }: Asked = {},
): Promise<HttpAnswer> => {
  const [method, path] = route.split(' ');
  const event = {
    ...{ routeKey: route, rawPath: path, rawQueryString: '', headers, isBase64Encoded: false },
    ...{ pathParameters, body, requestContext: { http: { method, path }, authorizer: A_CLIENT } },
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

/** JSON that is no text, and that JavaScript throws at when it is made one; and JSON deeper than its stack. */
const NO_TEXTS = {
  'has a toString that is no function': '{"toString":"x"}',
  'has a toString and a valueOf that are none': '{"toString":"x","valueOf":1}',
  'is nested deeper than the stack': `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
};

/** The same with one part exchanged for the JSON, or for a list with it among others; as texts, since it may be too deep to be written. */
const withEachPart = (whole: object, json: string): readonly string[] =>
  Object.entries(whole).flatMap(([name, part]) =>
    [HERE, [part, HERE].flat()].map((it) =>
      JSON.stringify({ ...whole, [name]: it }).replace(JSON.stringify(HERE), json),
    ),
  );

const HERE = 'here';

describe.each(Object.entries(NO_TEXTS))('JSON with a part that %s is answered', (_what, json) => {
  const { nomination } = sample(1);
  const aBody = { role: 'ppr', name: { sv: 'PPR', en: 'PPR' }, mailbox: 'ppr@example.se', language: 'sv' };

  it.each<[FunctionName, string, object, number]>([
    ['nominate', 'POST /api/nominations/similar', nomination, 200],
    ['nominate', 'POST /api/nominations', nomination, 422],
    ['follow', 'POST /api/nominations/{id}/withdrawal', { withdrawReason: 'Inget behov.' }, 422],
    [
      'follow',
      'POST /api/programmes/{id}/inactivation-proposals',
      { proposalReason: 'Ingen använder.' },
      422,
    ],
    ['bodies', 'PUT /api/bodies/{id}', aBody, 422],
  ])('%s: %s', async (name, route, whole, expected) => {
    const id = name === 'bodies' ? 'ppr' : String(world.cases[0]?.id);
    for (const body of withEachPart(whole, json))
      expect((await ask(name, route, { id }, { body })).statusCode).toBe(expected);
  });
});

describe.each(Object.entries(WRONG_IDS))('a message with an id that is %s', (_what, id) => {
  const messages = [
    { kind: 'draftMail', draftId: 'draft-1', mailId: id },
    { kind: 'draftMail', draftId: id, mailId: 'link-1' },
    { kind: 'askCase', caseId: id },
    { kind: 'mail', caseId: id },
    {
      ...{ kind: 'ask', caseId: id, phase: 'nomination', attempt: 1 },
      ...{ step: 'screening', nth: 1, taskToken: 'token-1' },
    },
  ].map((message) => ({ schema: PAYLOAD_SCHEMA, ...message }));

  it.each(
    messages.map((message) => {
      const field = Object.entries(message).find(([, value]) => value === id)?.[0];
      return { what: `${message.kind} with its ${field}`, field, message };
    }),
  )('cannot be read: $what', ({ field, message }) => {
    expect(stepMessage.safeParse(message).error?.issues.map(({ path }) => path)).toEqual([[field]]);
  });

  it('is given back, and what comes with it is done', async () => {
    const asked = { schema: PAYLOAD_SCHEMA, kind: 'askCase', caseId: world.cases[0]?.id };
    const Records = [...messages, asked].map((message, n) => ({
      ...{ messageId: `m-${n}`, receiptHandle: 'r', eventSource: 'aws:sqs', body: JSON.stringify(message) },
    }));
    expect(await functions.ask({ Records }, {})).toEqual({
      batchItemFailures: messages.map((_, n) => ({ itemIdentifier: `m-${n}` })),
    });
  });
});
