import { beforeAll, describe, expect, it } from 'vitest';
import { system } from '../../harness/system.ts';
import { arnOf, deployStack, functionOf, ref } from './support.ts';

let url: string;

beforeAll(async () => {
  const { issuer, awsEndpoint } = system();
  const route = (RouteKey: string, more: object = {}) => ({
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: ref('Api'),
      RouteKey,
      Target: { 'Fn::Sub': `integrations/\${Integration}` },
      ...more,
    },
  });
  const { Api } = await deployStack(
    {
      Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'contract', ProtocolType: 'HTTP' } },
      Stage: {
        Type: 'AWS::ApiGatewayV2::Stage',
        Properties: { ApiId: ref('Api'), StageName: '$default', AutoDeploy: true },
      },
      Echo: functionOf(
        `exports.handler = async (event) => event.rawPath === '/crash'
          ? Promise.reject(new Error('secret'))
          : { statusCode: 200, headers: { 'content-type': 'application/json' }, cookies: ['a=1', 'b=2'], body: JSON.stringify(event) };`,
      ),
      Integration: {
        Type: 'AWS::ApiGatewayV2::Integration',
        Properties: {
          ApiId: ref('Api'),
          IntegrationType: 'AWS_PROXY',
          IntegrationUri: arnOf('Echo'),
          PayloadFormatVersion: '2.0',
        },
      },
      Tokens: {
        Type: 'AWS::ApiGatewayV2::Authorizer',
        Properties: {
          ApiId: ref('Api'),
          Name: 'tokens',
          AuthorizerType: 'JWT',
          IdentitySource: ['$request.header.Authorization'],
          JwtConfiguration: { Audience: ['nominera'], Issuer: issuer },
        },
      },
      Guarded: route('POST /guarded', {
        AuthorizationType: 'JWT',
        AuthorizerId: ref('Tokens'),
        AuthorizationScopes: ['nominations.write'],
      }),
      Page: route('GET /a/{secret}'),
      Form: route('POST /a/{secret}'),
      Crash: route('GET /crash'),
    },
    { Api: ref('Api') },
  );
  url = `${awsEndpoint}/_aws/execute-api/${Api}/$default`;
});

describe('a route behind the JWT authorizer', () => {
  const post = (authorization?: string) =>
    fetch(`${url}/guarded`, { method: 'POST', body: '{}', headers: authorization ? { authorization } : {} });

  it('refuses a request without a token, or with a forged one, with 401', async () => {
    const token = await system().token('nominations.write');
    const [header, , signature] = token.split('.');
    const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    const forged = Buffer.from(claims.replace('local-client', 'another')).toString('base64url');
    expect((await post()).status).toBe(401);
    expect((await post('Bearer nonsense')).status).toBe(401);
    expect((await post(`Bearer ${header}.${forged}.${signature}`)).status).toBe(401);
  });

  it('refuses a token of another scope with 403', async () => {
    expect((await post(`Bearer ${await system().token('nominations.read')}`)).status).toBe(403);
  });

  it('lets the right token through, and tells the function its claims', async () => {
    const answer = await post(`Bearer ${await system().token('nominations.write')}`);
    expect(answer.status).toBe(200);
    const { requestContext } = (await answer.json()) as { requestContext: unknown };
    expect(requestContext).toMatchObject({
      authorizer: {
        jwt: { claims: { aud: 'nominera', scope: 'nominations.write' }, scopes: ['nominations.write'] },
      },
    });
  });
});

describe('an event of payload format 2.0', () => {
  it('holds route, path, parameters and query', async () => {
    const answer = await fetch(`${url}/a/xyz?lang=en`);
    expect(await answer.json()).toMatchObject({
      version: '2.0',
      routeKey: 'GET /a/{secret}',
      rawPath: '/a/xyz',
      rawQueryString: 'lang=en',
      queryStringParameters: { lang: 'en' },
      pathParameters: { secret: 'xyz' },
      requestContext: { http: { method: 'GET', path: '/a/xyz' }, routeKey: 'GET /a/{secret}' },
      isBase64Encoded: false,
    });
  });

  it('holds the body of a form', async () => {
    const answer = await fetch(`${url}/a/xyz`, {
      method: 'POST',
      body: new URLSearchParams({ skäl: 'å ä ö' }),
    });
    const { body, isBase64Encoded } = (await answer.json()) as { body: string; isBase64Encoded: boolean };
    const text = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8').toString();
    expect(new URLSearchParams(text).get('skäl')).toBe('å ä ö');
  });

  it('answers with the cookies that the function sets', async () => {
    const answer = await fetch(`${url}/a/xyz`);
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it('is made for no other route: 404', async () => {
    expect((await fetch(`${url}/b/xyz`)).status).toBe(404);
  });
});

describe('differs from AWS', () => {
  it('the cookies of a request are in its header; AWS puts them in an array of their own', async () => {
    const answer = await fetch(`${url}/a/xyz`, { headers: { cookie: 'seen=1; lang=sv' } });
    const event = (await answer.json()) as object;
    expect(event).toMatchObject({ headers: { cookie: 'seen=1; lang=sv' } });
    expect(event).not.toHaveProperty('cookies');
  });

  it('a function that crashes answers 502 with its message; AWS answers 500 and keeps the message', async () => {
    const answer = await fetch(`${url}/crash`);
    expect(answer.status).toBe(502);
    expect(await answer.json()).toMatchObject({ errorMessage: 'secret' });
  });
});
