import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { outsideEngine } from '../../local/outside-engine.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** An engine that answers at these paths and nowhere else. */
const engineWith = async (answers: Readonly<Record<string, unknown>>): Promise<string> => {
  const listening = createServer(({ url = '' }, response) => {
    response.statusCode = url in answers ? 200 : 404;
    response.end(JSON.stringify(answers[url] ?? {}));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
};

it('is none where the variable is not set', async () => {
  expect(await outsideEngine({})).toBeUndefined();
});

it('is LocalStack without a licence: a function’s URL is there for the HTTP API', async () => {
  const endpoint = await engineWith({
    '/_localstack/info': { edition: 'community', is_license_activated: false },
  });
  expect(await outsideEngine({ NOMINERA_AWS: `${endpoint}/` })).toEqual({
    endpoint,
    kind: 'localstack',
    webFront: 'functionUrl',
  });
});

it('is LocalStack with a licence: the HTTP API, unless it is asked for a function’s URL', async () => {
  const NOMINERA_AWS = await engineWith({ '/_localstack/info': { is_license_activated: true } });
  expect(await outsideEngine({ NOMINERA_AWS })).toMatchObject({ webFront: 'httpApi' });
  expect(await outsideEngine({ NOMINERA_AWS, NOMINERA_WEB: 'functionUrl' })).toMatchObject({
    webFront: 'functionUrl',
  });
});

it('is a MiniStack that somebody else started', async () => {
  const NOMINERA_AWS = await engineWith({ '/_ministack/health': {}, '/_localstack/info': {} });
  expect(await outsideEngine({ NOMINERA_AWS })).toMatchObject({ kind: 'ministack', webFront: 'httpApi' });
});

it('says so where no engine answers', async () => {
  const NOMINERA_AWS = await engineWith({});
  await expect(outsideEngine({ NOMINERA_AWS })).rejects.toThrow('no engine answers there');
});
