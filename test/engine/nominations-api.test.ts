import { describe, expect, it } from 'vitest';
import { sample } from '../builders/samples.ts';
import { eventually } from '../harness/eventually.ts';
import { MAILBOX, submit } from '../harness/people.ts';
import { endsAs, waitsAt } from '../harness/record.ts';
import { system } from '../harness/system.ts';

interface Answer {
  readonly status: number;
  readonly body: { readonly [name: string]: unknown };
  readonly text: string;
}

const call = async (path: string, scope: string, init: RequestInit = {}): Promise<Answer> => {
  const headers = { authorization: `Bearer ${await system().token(scope)}`, ...init.headers };
  const response = await fetch(`${system().baseUrl}/api/nominations${path}`, { ...init, headers });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) };
};

const get = (path: string): Promise<Answer> => call(path, 'nominations.read');
const withdraw = (id: string, body: unknown): Promise<Answer> =>
  call(`/${id}/withdrawal`, 'nominations.write', { method: 'POST', body: JSON.stringify(body) });

type Listed = readonly { readonly id: string; readonly waitingFor: readonly string[] }[];
const listed = async (query: string): Promise<Listed> => (await get(`?${query}`)).body.nominations as Listed;

/** Whether a case is on some page of a list: other tests have cases that wait too. */
const isListed = async (query: string, id: string, cursor = ''): Promise<boolean> => {
  const { body } = await get(`?${query}${cursor}`);
  if ((body.nominations as Listed).some((it) => it.id === id)) return true;
  return (
    body.cursor !== undefined && isListed(query, id, `&cursor=${encodeURIComponent(String(body.cursor))}`)
  );
};

const UNIT = 'Ätstörningsenheten Åmål';
const TITLE = 'Höj blicken: självkänsla för unga';

/** A nomination that is found by its own words. */
const nominated = async () => {
  const created = await submit(2, { workingTitle: TITLE, nominatingUnit: UNIT });
  await waitsAt(created.id, 'screening');
  return created;
};

/** What nobody is told who only holds a token. */
const SECRET = [
  String(sample(2).nomination.contactEmail),
  String(sample(2).nomination.contactFunction),
  MAILBOX.office,
];

describe('GET /api/nominations', () => {
  it('lists a nomination by where it stands, whom it waits for, and its words, as soon as it waits', async () => {
    const { id, caseNumber } = await nominated();
    const queries = [
      'milestone=submitted',
      'waitingFor=sobOffice&limit=50',
      `year=${caseNumber.slice(2, 6)}&order=newest`,
      `q=${encodeURIComponent('ätstörning höj')}`,
      `q=${caseNumber}`,
    ];
    for (const query of queries)
      await eventually(async () => expect([query, await isListed(query, id)]).toEqual([query, true]));
    const [found] = await listed(`q=${caseNumber}`);
    expect(found).toEqual({
      ...{ id, caseNumber, title: TITLE, nominatingUnit: UNIT, kind: 'support' },
      ...{ type: 'createNew', milestone: 'submitted', councils: [] },
      ...{ submittedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), isOpen: true, isOverdue: false },
      ...{
        waitingFor: ['headOfOperations', 'sobOffice'],
        waitingSince: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      },
    });
    expect(await listed('milestone=submitted&state=ended')).toEqual([]);
  });

  it('goes on with its cursor', async () => {
    await nominated();
    await nominated();
    const first = await eventually(async () => {
      const page = await get('?waitingFor=sobOffice&limit=1');
      expect(page.body.cursor).toBeDefined();
      return page;
    });
    const next = await get(`?waitingFor=sobOffice&limit=1&cursor=${first.body.cursor}`);
    expect(next.status).toBe(200);
    const [one, other] = [first, next].map(({ body }) => (body.nominations as Listed)[0]?.id);
    expect(other).not.toBe(one);
  });

  it('names every parameter that it cannot take, and what it may be', async () => {
    const { status, body } = await get('?milestone=x&year=26&limit=0&overdue=ja&q=&colour=red');
    expect([status, body.title]).toEqual([400, 'Frågan kan inte besvaras som den är ställd.']);
    const errors = body.errors as readonly { field: string; message: string }[];
    expect(errors.map(({ field }) => field).sort()).toEqual([
      ...['colour', 'limit', 'milestone', 'overdue', 'q', 'year'],
    ]);
    expect((await get('?cursor=nonsense')).body.errors).toMatchObject([{ field: 'cursor' }]);
  });

  it('asks for the scope', async () => {
    expect((await call('', 'nominations.write')).status).toBe(403);
  });
});

describe('one nomination', () => {
  it('is told as it stands, and what has been done in it, without personal data', async () => {
    const { id, caseNumber } = await nominated();
    const one = await get(`/${id}`);
    expect(one.body).toMatchObject({
      ...{ id, caseNumber, title: TITLE, phase: 'nomination', milestone: 'submitted' },
      asked: expect.arrayContaining([expect.objectContaining({ step: 'screening', body: 'sobOffice' })]),
    });
    const events = await get(`/${id}/events`);
    expect(events.body).toEqual({ events: [{ at: expect.any(String), kind: 'submitted' }] });
    for (const secret of SECRET) expect(`${one.text}${events.text}`).not.toContain(secret);
  });

  it('that is not there is a 404 that says where the list is', async () => {
    for (const path of ['/nobody', '/nobody/events']) {
      const { status, body } = await get(path);
      expect([status, body.errors]).toMatchObject([404, [{ field: 'id' }]]);
    }
  });
});

describe('POST /api/nominations/{id}/withdrawal', () => {
  it('withdraws what the same client sent in, once, with its reason', async () => {
    const { id, caseNumber } = await nominated();
    expect((await withdraw(id, {})).body.errors).toMatchObject([{ field: 'withdrawReason' }]);
    const reason = { withdrawReason: 'Programmet finns redan i en annan region.' };
    const { status, body } = await withdraw(id, reason);
    expect([status, body]).toEqual([
      200,
      { id, caseNumber, milestone: 'withdrawn', withdrawnAt: expect.any(String) },
    ]);
    await endsAs(id, 'withdrawn');
    expect((await withdraw(id, reason)).status).toBe(409);
    await eventually(async () => {
      const [row] = await listed(`q=${caseNumber}`);
      expect(row).toMatchObject({ milestone: 'withdrawn', isOpen: false, waitingFor: [] });
      expect((await listed('waitingFor=sobOffice')).map((it) => it.id)).not.toContain(id);
    });
    const { events } = (await get(`/${id}/events`)).body as { events: readonly { kind: string }[] };
    expect(events.map(({ kind }) => kind)).toEqual(['submitted', 'withdraw']);
  });

  it('asks for the scope, and for a nomination that is there', async () => {
    expect(
      (await call('/nobody/withdrawal', 'nominations.read', { method: 'POST', body: '{}' })).status,
    ).toBe(403);
    expect((await withdraw('nobody', { withdrawReason: 'Behövs inte längre.' })).status).toBe(404);
  });
});
