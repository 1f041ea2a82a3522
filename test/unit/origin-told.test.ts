import middy from '@middy/core';
import { describe, expect, it } from 'vitest';
import { headersPostingTo, pageHeaders } from '../../shared/pages/pages.ts';
import { type HttpEvent, type HttpResult, served } from '../../shared/runtime/http.ts';

const policyOf = async (routeKey: string, headers: HttpResult['headers'] = pageHeaders): Promise<unknown> => {
  const page = { statusCode: 200, headers, body: '' };
  const handler = middy<HttpEvent, HttpResult>()
    .use(served(() => page))
    .handler(async () => page);
  const fails = middy<HttpEvent, HttpResult>()
    .use(served(() => page))
    .handler(() => Promise.reject(new Error('down')));
  const event = { routeKey, headers: {} } as unknown as HttpEvent;
  const answers = await Promise.all([handler, fails].map((it) => it(event, {} as never)));
  const [told, ...others] = answers.map((it) => it?.headers?.['referrer-policy']);
  expect(others).toEqual([told]);
  return told;
};

describe('a page tells where it leads from', () => {
  it.each(['GET /desk', 'GET /desk/cases/{number}', 'POST /desk/drafts/{id}', 'GET /desk/login'])(
    'to our own pages at the desk, so that its forms have an origin: %s',
    async (route) => {
      expect(await policyOf(route)).toBe('same-origin');
      expect(await policyOf(route, headersPostingTo('https://files.example'))).toBe('same-origin');
    },
  );

  it.each(['GET /a/{secret}', 'GET /n/{secret}', 'GET /desk/callback', 'GET /deskx', 'GET /'])(
    'to nobody where its address may hold a secret: %s',
    async (route) => {
      expect(await policyOf(route)).toBe('no-referrer');
    },
  );

  it('and what is no page says nothing of it', async () => {
    expect(await policyOf('GET /desk', { 'content-type': 'text/plain' })).toBeUndefined();
  });
});
