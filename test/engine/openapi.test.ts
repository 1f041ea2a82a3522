import { beforeAll, describe, expect, it } from 'vitest';
import { SOB_OFFICE } from '../../shared/case/rounds.ts';
import { sample } from '../builders/samples.ts';
import { inPointer, schemasOf, type Wrong } from '../harness/openapi.ts';
import { published } from '../harness/programmes.ts';
import { waitsAt } from '../harness/record.ts';
import { system } from '../harness/system.ts';

interface Call {
  readonly security: readonly [{ readonly token: readonly [string] }];
  readonly responses: Readonly<Record<string, { readonly $ref?: string }>>;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Call>>>>;
}

let document: Document;
let wrong: Wrong;
const called = new Set<string>();

beforeAll(async () => {
  const response = await fetch(`${system().baseUrl}/openapi.json`);
  expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
  document = (await response.json()) as Document;
  wrong = schemasOf(document);
});

interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of the one that the document asks for. */
  readonly scope?: string;
}

/** Calls as the document says, and checks that what is answered is one of the answers that it tells of. */
const call = async (method: string, path: string, status: number, sent: Sent = {}): Promise<Response> => {
  const told = document.paths[path]?.[method.toLowerCase()];
  if (told === undefined) throw new Error(`The document has no ${method} ${path}`);
  called.add(`${method} ${path}`);
  const scope = sent.scope ?? told.security[0].token[0];
  const filled = path.replace(/\{(\w+)\}/gu, (_, name) => String(sent.params?.[name]));
  const response = await fetch(`${system().baseUrl}${filled}${sent.query ?? ''}`, {
    method,
    headers: { authorization: `Bearer ${await system().token(scope)}`, ...sent.headers },
    ...(sent.body !== undefined && { body: JSON.stringify(sent.body) }),
  });
  const text = await response.clone().text();
  expect([response.status, text.slice(0, 300)]).toEqual([status, expect.anything()]);
  const answer = told.responses[String(status)];
  expect(answer, `${method} ${path} may answer ${status}`).toBeDefined();
  const place =
    answer?.$ref?.slice(1) ?? `/paths/${inPointer(path)}/${method.toLowerCase()}/responses/${status}`;
  const type = String(response.headers.get('content-type')).split(';')[0] ?? '';
  const content = type === 'text/csv' ? text : JSON.parse(text);
  expect(wrong(`${place}/content/${inPointer(type)}/schema`, content)).toEqual([]);
  return response;
};

const REASON = { withdrawReason: 'Behövs inte längre.' };
const nobody = { params: { id: 'nobody' } };

describe('GET /openapi.json tells what the API answers', () => {
  it('about nominations', async () => {
    expect(document.openapi).toMatch(/^3\.1\./u);
    const nomination = sample(2).nomination;
    await call('POST', '/api/nominations', 422, { body: {} });
    await call('POST', '/api/nominations', 403, { body: {}, scope: 'nominations.read' });
    const key = { 'idempotency-key': crypto.randomUUID() };
    const created = await call('POST', '/api/nominations', 201, { body: nomination, headers: key });
    await call('POST', '/api/nominations/similar', 200, { body: nomination });
    const params = { id: String(((await created.json()) as { id: string }).id) };
    await waitsAt(params.id, 'screening');
    await call('GET', '/api/nominations', 200, { query: '?limit=5&order=newest' });
    await call('GET', '/api/nominations', 400, { query: '?limit=0' });
    await call('GET', '/api/nominations/{id}', 200, { params });
    await call('GET', '/api/nominations/{id}', 404, nobody);
    await call('GET', '/api/nominations/{id}/events', 200, { params });
    await call('POST', '/api/nominations/{id}/withdrawal', 200, { params, body: REASON });
    await call('POST', '/api/nominations/{id}/withdrawal', 409, { params, body: REASON });
    await call('GET', '/api/nominations/{id}', 200, { params });
    await call('GET', '/api/nominations/{id}/events', 200, { params });
  });

  it('about programmes', async () => {
    const { id } = await published();
    const params = { id };
    await call('GET', '/api/programmes', 200);
    await call('GET', '/api/programmes/{id}', 200, { params });
    await call('GET', '/api/programmes/{id}', 404, nobody);
    const path = '/api/programmes/{id}/inactivation-proposals';
    await call('POST', path, 422, { params, body: {} });
    const body = { ground: 'replaced', replacedBy: 'Lugna steg', proposalReason: 'Det nya är bättre.' };
    await call('POST', path, 201, { params, body });
    await call('POST', path, 409, { params, body });
    await call('POST', path, 404, { ...nobody, body });
  }, 120_000);

  it('about reports', async () => {
    const created = await call('POST', '/api/nominations', 201, { body: sample(2).nomination });
    const year = ((await created.json()) as { submittedAt: string }).submittedAt.slice(0, 4);
    await call('GET', '/api/reports/{year}', 200, { params: { year } });
    await call('GET', '/api/reports/{year}', 200, { params: { year }, headers: { accept: 'text/csv' } });
    await call('GET', '/api/reports/{year}', 406, { params: { year }, headers: { accept: 'image/png' } });
    await call('GET', '/api/reports/{year}', 404, { params: { year: '1999' } });
  });

  it('about bodies', async () => {
    const params = { id: SOB_OFFICE };
    await call('GET', '/api/bodies', 200);
    const found = await call('GET', '/api/bodies/{id}', 200, { params });
    const etag = String(found.headers.get('etag'));
    const body = (await found.json()) as Record<string, unknown>;
    await call('GET', '/api/bodies/{id}', 404, nobody);
    await call('PUT', '/api/bodies/{id}', 200, { params, body, headers: { 'if-match': etag } });
    const changed = { ...body, name: { sv: 'Kontoret', en: 'The office' } };
    await call('PUT', '/api/bodies/{id}', 428, { params, body: changed });
    await call('PUT', '/api/bodies/{id}', 412, { params, body: changed, headers: { 'if-match': '"0"' } });
    await call('PUT', '/api/bodies/{id}', 422, { params, body: { ...body, colour: 'red' } });
    const id = `council-${crypto.randomUUID().slice(0, 8)}`;
    const council = { ...body, id, role: 'coordinationCouncil' };
    await call('PUT', '/api/bodies/{id}', 201, { params: { id }, body: council });
  });

  it('and every call that it tells of was called here', () => {
    const told = Object.entries(document.paths).flatMap(([path, calls]) =>
      Object.keys(calls).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect([...called].toSorted()).toEqual(told.toSorted());
  });
});
