import { describe, expect, it } from 'vitest';
import { type HttpAnswer, wrongWith } from '../fuzz/answers.ts';
import { campaign } from '../fuzz/campaign.ts';
import type { HttpInput } from '../fuzz/requests.ts';

/** The short form of `npm run fuzz` (docs/fuzzing.md). */
describe('whatever is sent to any route, queue or event', () => {
  it('is answered without a fault, shows nothing of ours, and changes nothing without a right to it', async () => {
    const { failures, inputs, tallies, unauthorised } = await campaign({ inputs: 1500, seed: 7 });
    expect(failures.map(({ at, what }) => ({ at, what }))).toEqual([]);
    expect(inputs).toBe(1500);
    expect(unauthorised).toBeGreaterThan(500);
    const routes = tallies.filter(({ name }) => name.includes(' /'));
    expect(routes.length).toBeGreaterThan(80);
    expect(tallies.length - routes.length).toBe(5);
  }, 180_000);
});

describe('what the fuzzer looks at', () => {
  const route = { method: 'GET', path: '/', serves: 'answer', needsToken: false } as const;
  const input: HttpInput = { route, event: { rawPath: '/', headers: {} } };
  const headers = {
    ...{ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    ...{ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' },
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  };
  const page: HttpAnswer = { statusCode: 200, headers, body: '<p>Hej</p>' };
  const wrong = (change: Partial<HttpAnswer>) =>
    wrongWith(input, { ...page, ...change }, 'http://127.0.0.1:1');

  it('lets a page pass that is as it should be', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ statusCode: 303, headers: { ...headers, location: 'desk/login?next=desk' } })).toEqual([]);
  });

  it.each<[string, Partial<HttpAnswer>]>([
    ['a fault', { statusCode: 500 }],
    ['a status that is none', { statusCode: Number.NaN }],
    ['a stack trace', { body: 'x\n    at take (answer.mjs:1:2)' }],
    ['a stack trace that is compressed', { body: btoa('ZodError'), isBase64Encoded: true }],
    ['an injected header', { headers: { ...headers, 'x-injected': '1' } }],
    ['a line end in a header', { headers: { ...headers, etag: '"1"\r\nx: y' } }],
    ['another’s cookie', { cookies: ['a=b; Path=/'] }],
    [
      'a page without its policy',
      { headers: { ...headers, 'content-security-policy': "default-src 'self'" } },
    ],
    ['markup that was typed', { body: '<p><xss-mark></p>' }],
    ['a way to another site', { headers: { ...headers, location: '//elsewhere.example.org/' } }],
  ])('sees %s', (_what, change) => {
    expect(wrong(change)).toHaveLength(1);
  });
});
