import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { expect, it } from 'vitest';
import { makeFront } from '../../local/front/front.ts';

const ran: [string, APIGatewayProxyEventV2][] = [];

const front = makeFront({
  routes: {
    bodies: [
      ['GET', '/desk/bodies/new'],
      ['GET,POST', '/desk/bodies/{id}'],
    ],
    api: [['GET', '/api/cases/{id}', 'read']],
    broken: [['GET', '/broken']],
  },
  claimsOf: async (token) => {
    if (token === '' || token === 'forged') throw new Error('not ours');
    return { scope: token };
  },
  run: async (name, event) => {
    ran.push([name, event]);
    return name === 'broken' ? undefined : { statusCode: 200 };
  },
});

const ask = async (method: string, rawPath: string, authorization?: string) => {
  ran.length = 0;
  const headers = authorization ? { authorization } : {};
  const event = {
    version: '2.0',
    rawPath,
    routeKey: '$default',
    headers,
    requestContext: { http: { method } },
  };
  const { statusCode } = await front(event as unknown as APIGatewayProxyEventV2);
  return { statusCode, name: ran[0]?.[0], event: ran[0]?.[1] };
};

it('tells the function its route and parameters, decoded', async () => {
  expect(await ask('POST', '/desk/bodies/r%C3%A5d')).toMatchObject({
    statusCode: 200,
    name: 'bodies',
    event: {
      routeKey: 'POST /desk/bodies/{id}',
      pathParameters: { id: 'råd' },
      requestContext: { routeKey: 'POST /desk/bodies/{id}', http: { method: 'POST' } },
    },
  });
});

it('takes a route without parameters before one with them', async () => {
  const { event } = await ask('GET', '/desk/bodies/new');
  expect(event).toMatchObject({ routeKey: 'GET /desk/bodies/new' });
  expect(event).not.toHaveProperty('pathParameters');
});

it.each([
  ['GET', '/desk'],
  ['GET', '/desk/bodies/one/more'],
  ['DELETE', '/desk/bodies/one'],
])('%s %s leads nowhere: 404', async (method, path) => {
  expect(await ask(method, path)).toEqual({ statusCode: 404, name: undefined, event: undefined });
});

it.each([
  [undefined, 401],
  ['Basic read', 401],
  ['Bearer forged', 401],
  ['Bearer reader', 403],
])('with %s in the place of a token runs nothing: %i', async (authorization, statusCode) => {
  expect(await ask('GET', '/api/cases/1', authorization)).toMatchObject({ statusCode, name: undefined });
});

it('tells the function the claims of a token', async () => {
  expect(await ask('GET', '/api/cases/1', 'Bearer write read')).toMatchObject({
    statusCode: 200,
    event: { requestContext: { authorizer: { jwt: { claims: { scope: 'write read' }, scopes: ['read'] } } } },
  });
});

it('answers 500 for a function that crashed', async () => {
  expect((await ask('GET', '/broken')).statusCode).toBe(500);
});
