import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sample } from '../builders/samples.ts';
import { eventually } from '../harness/eventually.ts';
import { postNomination } from '../harness/people.ts';
import { factsOf, waitsAt, wholeTable } from '../harness/record.ts';
import { system } from '../harness/system.ts';

const url = () => `${system().baseUrl}/api/nominations`;
const bearer = async (scope: string) => ({ authorization: `Bearer ${await system().token(scope)}` });

/** What a submission itself leaves in the record: the case, its texts and acts, and the key that made it. */
const stored = async (): Promise<readonly unknown[]> =>
  (await wholeTable())
    .filter(({ pk, sk }) => /^(p#head$|t#|x#act#)/.test(String(sk)) || /^idemp/.test(String(pk)))
    .map(({ pk, sk }) => `${pk} ${sk}`);

/** Sends what must be refused, and checks that nothing of it is in the record. */
const refused = async (body: unknown, headers: Record<string, string> = {}) => {
  const before = await stored();
  const response = await postNomination(body, headers);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(await stored()).toEqual(before);
  const problem = (await response.json()) as { errors: { field: string; message: string }[] };
  return {
    status: response.status,
    errors: problem.errors,
    fields: problem.errors.map(({ field }) => field),
  };
};

describe('POST /api/nominations', () => {
  it.each([1, 2, 3, 4, 5] as const)('R-a5: takes sample %i as it is', async (n) => {
    const response = await postNomination(sample(n).nomination);
    expect(response.status).toBe(201);
    const created = (await response.json()) as { id: string; caseNumber: string; milestone: string };
    expect(created).toMatchObject({
      caseNumber: expect.stringMatching(/^N-\d{4}-\d{4,}$/),
      milestone: 'submitted',
    });
    expect((await factsOf(created.id)).head.number).toBe(created.caseNumber);
  });

  it('asks for a token', async () => {
    const response = await fetch(url(), { method: 'POST', body: JSON.stringify(sample(1).nomination) });
    expect(response.status).toBe(401);
  });

  it('refuses a token that nobody issued', async () => {
    const headers = {
      authorization: `Bearer ${(await system().token('nominations.write')).slice(0, -4)}AAAA`,
    };
    expect((await fetch(url(), { method: 'POST', headers, body: '{}' })).status).toBe(401);
  });

  it('refuses a token with another scope', async () => {
    const response = await fetch(url(), {
      method: 'POST',
      headers: await bearer('nominations.read'),
      body: '{}',
    });
    expect(response.status).toBe(403);
  });
});

describe('Idempotency-Key', () => {
  it('gives the same case for the same key, however often and however close in time', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const responses = await Promise.all(
      Array.from({ length: 5 }, () => postNomination(sample(2).nomination, headers)),
    );
    const created = (await Promise.all(responses.map((it) => it.json()))) as {
      id: string;
      caseNumber: string;
    }[];
    expect(responses.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(created.map(({ id }) => id)).size).toBe(1);
    expect(new Set(created.map(({ caseNumber }) => caseNumber)).size).toBe(1);
  });

  it('refuses the same key for another nomination, and names the header', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    await postNomination(sample(2).nomination, headers);
    expect(await refused(sample(1).nomination, headers)).toMatchObject({
      status: 422,
      fields: ['Idempotency-Key'],
    });
  });

  it('refuses a key that is too long to remember', async () => {
    const headers = { 'idempotency-key': 'x'.repeat(201) };
    expect(await refused(sample(2).nomination, headers)).toMatchObject({
      status: 400,
      fields: ['Idempotency-Key'],
    });
  });
});

describe('a nomination that is not right', () => {
  const changed = (changes: Record<string, unknown>) => ({ ...sample(1).nomination, ...changes });

  it.each<[string, Record<string, unknown>, string]>([
    ['a missing field', { needDescription: undefined }, 'needDescription'],
    ['an unknown field', { favouriteColour: 'blå' }, 'favouriteColour'],
    ['an overlong field', { workingTitle: 'x'.repeat(121) }, 'workingTitle'],
    ['a personal number in a text', { summary: 'Patienten 811218-9876 sover dåligt.' }, 'summary'],
    ['a field that does not apply', { existingPublisher: 'Leverantör' }, 'existingPublisher'],
    ['a wrong field deep inside', { costLines: [{ category: 'development' }] }, 'costLines[0].description'],
  ])('is refused for %s, with the field named', async (_what, changes, field) => {
    const { status, fields } = await refused(changed(changes));
    expect(status).toBe(422);
    expect(fields).toContain(field);
  });

  it('names every wrong field at once, in the language asked for', async () => {
    const { errors } = await refused({}, { 'accept-language': 'en' });
    expect(errors.length).toBeGreaterThan(5);
    expect(errors[0]).toMatchObject({
      field: 'workingTitle',
      message: expect.stringMatching(/Working title/),
    });
  });

  it('is refused when its body is over 64 KB', async () => {
    const body = JSON.stringify(changed({ otherInformation: 'x'.repeat(70 * 1024) }));
    expect(await refused(body)).toMatchObject({ status: 413, fields: ['body'] });
  });

  it('is refused when it is not JSON', async () => {
    expect(await refused('{"workingTitle":')).toMatchObject({ status: 400, fields: ['body'] });
  });

  it.each([
    ['half a surrogate pair', '{"workingTitle":"Sömn \\ud800 natt"}'],
    ['a number beyond all numbers', '{"programmeLengthWeeks":1e400}'],
    ['lists within lists', `{"summary":${'['.repeat(5000)}${']'.repeat(5000)}}`],
    [
      'a thousand unknown fields',
      JSON.stringify(Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`f${n}`, n]))),
    ],
  ])('is refused, and never a fault, when it holds %s', async (_what, body) => {
    expect((await refused(body, { 'idempotency-key': randomUUID() })).status).toBe(422);
  });

  it.each(['null', '[]', '"text"', '42'])('is refused when it is %s', async (body) => {
    const before = await stored();
    expect((await postNomination(body)).status).toBe(422);
    expect(await stored()).toEqual(before);
  });
});

it('N-3, N-1: a submission asks the office and the head of operations, tells the SoB contact and gives the nominator a receipt', async () => {
  const response = await postNomination(sample(5).nomination);
  const { id, caseNumber } = (await response.json()) as { id: string; caseNumber: string };
  await waitsAt(id, 'screening');
  await eventually(async () => {
    const told = (await system().mailbox.mails()).filter(({ subject }) => subject.includes(caseNumber));
    const addresses = told.map(({ to }) => to[0]?.address).sort();
    expect(addresses).toEqual([
      'sob-forvaltningen@example.se',
      'sob.kontakt.primarvard@example.se',
      'vc.lindasen.chef@example.se',
      'vc.lindasen.rehab@example.se',
    ]);
  });
});

describe('POST /api/nominations/similar', () => {
  const similarTo = async (draft: unknown, scope = 'nominations.write'): Promise<Response> =>
    fetch(`${system().baseUrl}/api/nominations/similar`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await system().token(scope)}`, 'content-type': 'application/json' },
      body: typeof draft === 'string' ? draft : JSON.stringify(draft),
    });

  it('R-a9: tells what exists, and why it is thought to be similar, before anything is sent in', async () => {
    const { workingTitle, summary, clinicalAreas } = sample(5).nomination;
    const before = await stored();
    const response = await similarTo({ workingTitle, summary, clinicalAreas });
    expect(response.status).toBe(200);
    const { similar } = (await response.json()) as { similar: { title: string; reason: string }[] };
    expect(similar.map(({ title }) => title)).toContain('Stresshjälp Exempel (fiktivt)');
    expect(similar[0]?.reason).toMatch(/Samma/u);
    expect(await stored()).toEqual(before);
  });

  it('finds nothing where nothing is said', async () => {
    expect(await (await similarTo({})).json()).toEqual({ similar: [] });
  });

  it.each(['[]', 'null', '{'])('refuses what is no nomination: %s', async (draft) => {
    expect((await similarTo(draft)).status).toBe(400);
  });

  it('is for those who may nominate', async () => {
    expect((await similarTo({}, 'nominations.read')).status).toBe(403);
  });
});
