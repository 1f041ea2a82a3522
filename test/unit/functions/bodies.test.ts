import { describe, expect, it } from 'vitest';
import { found, listed, type PutRequest, put } from '../../../functions/bodies/bodies.ts';
import type { Bodies } from '../../../functions/bodies/change.ts';
import type { CaseFacts } from '../../../shared/case/facts.ts';
import type { Body, StoredBody } from '../../../shared/records/bodies.ts';
import { aQuestion, facts } from '../../builders/case.ts';

const NOW = new Date('2026-12-01T09:00:00.000Z');
const IN_A_MINUTE = '2026-12-01T09:01:00.000Z';

const council = (id: string, given: Partial<StoredBody> = {}): StoredBody => ({
  id,
  role: 'coordinationCouncil',
  name: { sv: `Råd ${id}`, en: `Council ${id}` },
  mailbox: `${id}@example.se`,
  language: 'sv',
  version: 1,
  ...given,
});

/** A register that keeps what is put in it, over one case that stays as given unless it is moved. */
const register = (stored: readonly StoredBody[], given: CaseFacts = facts()) => {
  const kept = new Map(stored.map((body) => [body.id, body]));
  const ended = new Set<string>();
  const did: string[] = [];
  const bodies: Bodies = {
    record: {
      list: async () => [...kept.values()],
      body: async (id) => kept.get(id),
      actingBody: async (id) => {
        let body = kept.get(id);
        while (body?.successor !== undefined) body = kept.get(body.successor);
        return body;
      },
      replace: async (body) => {
        kept.set(body.id, body);
        did.push(`replace ${body.id}`);
        return true;
      },
      caseIds: async () => [given.head.id],
      facts: async () => given,
      endLink: async (_case, question) => {
        if (ended.has(question)) return false;
        ended.add(question);
        did.push(`end ${question}`);
        return true;
      },
      endOfficeLink: async (_case, movedAt) => {
        if (ended.has(movedAt)) return false;
        ended.add(movedAt);
        did.push('end the office’s page');
        return true;
      },
      wake: async () => {
        did.push('wake');
      },
      recordMove: async (_facts, { asks }, { from, to, by }) => {
        did.push(`${Object.values(by)} moves ${from} to ${to}: ${asks.map(({ id }) => id).join()}`);
        return true;
      },
    },
    now: () => NOW,
  };
  return { bodies, kept, did };
};

type Register = ReturnType<typeof register>;

const { version: _version, ...councilA } = council('council-a');

const sent = async ({ bodies }: Register, body: unknown, given: Partial<PutRequest> = {}) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = { id: 'council-a', client: 'admin', ifMatch: '"1"', language: 'sv' as const, ...given };
  const { statusCode, headers, body: answer } = await put(bodies, { ...request, body: text });
  return { status: statusCode, etag: headers?.etag, ...JSON.parse(String(answer)) };
};

const fieldsOf = (answer: { errors?: { field: string }[] }) => answer.errors?.map(({ field }) => field);

describe('GET /api/bodies', () => {
  it('gives all, without what only the record needs', async () => {
    const { bodies } = register([council('council-a', { movedAt: IN_A_MINUTE })]);
    expect(JSON.parse(String((await listed(bodies)).body))).toEqual({ bodies: [councilA] });
  });

  it('gives one, with the version that a change must name', async () => {
    const { bodies } = register([council('council-a', { version: 7 })]);
    const { statusCode, headers, body } = await found(bodies, 'council-a', 'sv');
    expect([statusCode, headers?.etag, JSON.parse(String(body))]).toEqual([200, '"7"', councilA]);
    expect((await found(bodies, 'council-b', 'sv')).statusCode).toBe(404);
  });
});

describe('PUT /api/bodies/{id}', () => {
  it('takes what GET gives, with a change', async () => {
    const held = register([council('council-a')]);
    const name = { sv: 'Nytt namn', en: 'New name' };
    expect(await sent(held, { ...councilA, name })).toEqual({
      status: 200,
      etag: '"2"',
      body: { ...councilA, name },
      movedQuestions: 0,
    });
  });

  it('takes everything that is known of a body', async () => {
    const whole: Body = {
      ...councilA,
      deputy: 'ersattare@example.se',
      escalation: 'chef@example.se',
      absences: [{ from: '2026-12-21', to: '2027-01-06' }],
      summerPause: { from: '07-01', to: '08-15' },
      successor: 'council-b',
    };
    const held = register([council('council-a'), council('council-b')]);
    expect(await sent(held, whole)).toMatchObject({ status: 200, body: whole });
  });

  it('puts a new council in the register', async () => {
    expect(await sent(register([]), councilA, { ifMatch: undefined })).toMatchObject({
      status: 201,
      etag: '"1"',
    });
  });

  it.each([
    ['no version', undefined, 428],
    ['another version', '"2"', 412],
  ])('refuses a change of %s', async (_what, ifMatch, status) => {
    const held = register([council('council-a')]);
    const answer = await sent(held, { ...councilA, language: 'en' }, { ifMatch });
    expect([answer.status, fieldsOf(answer), held.did]).toEqual([status, ['If-Match'], []]);
  });

  it('refuses a change that another one overtook', async () => {
    const held = register([council('council-a')]);
    const record = { ...held.bodies.record, replace: async () => false };
    const overtaken = { ...held, bodies: { ...held.bodies, record } };
    expect(await sent(overtaken, { ...councilA, language: 'en' })).toMatchObject({ status: 412 });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown field', { telephone: '031-1' }, 'telephone'],
    ['an unknown field deep inside', { name: { sv: 'a', en: 'b', fi: 'c' } }, 'name.fi'],
    ['a missing field', { mailbox: undefined }, 'mailbox'],
    ['several addresses in one', { mailbox: 'a@example.se, b@example.se' }, 'mailbox'],
    ['a name of two lines', { name: { sv: 'a\nb', en: 'b' } }, 'name.sv'],
    ['no field at all where there is none', { deputy: null }, 'deputy'],
    ['a day that does not exist', { summerPause: { from: '02-30', to: '08-01' } }, 'summerPause.from'],
    [
      'an absence that ends first',
      { absences: [{ from: '2026-12-02', to: '2026-12-01' }] },
      'absences[0].to',
    ],
    ['the id of another', { id: 'council-b' }, 'id'],
    ['itself as its successor', { successor: 'council-a' }, 'successor'],
    ['a successor that is not there', { successor: 'council-x' }, 'successor'],
    ['a successor of another role', { successor: 'ppr' }, 'successor'],
    ['a successor that has one itself', { successor: 'council-c' }, 'successor'],
    ['a second office', { role: 'sobOffice' }, 'role'],
    ['a second PPR', { role: 'ppr' }, 'role'],
    ['a role that no body has', { role: 'nominator' }, 'role'],
  ])('refuses %s, names the field, and keeps nothing', async (_what, change, field) => {
    const others = [
      council('council-b'),
      council('council-c', { successor: 'council-b' }),
      council('ppr', { role: 'ppr' }),
    ];
    const held = register([council('council-a'), ...others]);
    const answer = await sent(held, { ...councilA, ...change });
    expect([answer.status, fieldsOf(answer), held.did]).toEqual([422, [field], []]);
  });

  it('never makes the office or PPR into anything else', async () => {
    const held = register([council('ppr', { role: 'ppr' })]);
    const answer = await sent(held, { ...councilA, id: 'ppr' }, { id: 'ppr' });
    expect([answer.status, fieldsOf(answer)]).toEqual([422, ['role']]);
  });

  it.each([
    ['not JSON', '{', 400],
    ['no object', '[]', 422],
  ])('refuses what is %s', async (_what, body, status) => {
    const answer = await sent(register([]), body);
    expect([answer.status, fieldsOf(answer)]).toEqual([status, ['body']]);
  });

  it('refuses an id that mails and links could not hold', async () => {
    for (const id of ['', 'Council', 'council/a', 'a'.repeat(61)])
      expect(await sent(register([]), { ...councilA, id }, { id })).toMatchObject({ status: 422 });
  });

  it.each(['nominator', 'headOfOperations', 'sobContact'])(
    'refuses the id %s, whose mails would go to whom the nomination names',
    async (id) => {
      const held = register([]);
      const answer = await sent(held, { ...councilA, id }, { id, ifMatch: undefined });
      expect([answer.status, fieldsOf(answer), held.did]).toEqual([422, ['id'], []]);
    },
  );

  it('says what is wrong in the language asked for', async () => {
    const { errors } = await sent(register([]), { ...councilA, mailbox: 'x' }, { language: 'en' });
    expect(errors).toEqual([{ field: 'mailbox', message: 'State an e-mail address.' }]);
  });
});

describe('ROUTINE.md section 0 no. 12: bodies change', () => {
  const asked = aQuestion('position', 'council-a', { linked: 1 });
  const others = [aQuestion('position', 'council-b', { linked: 1 })];
  const open = facts({
    head: { councils: ['council-a', 'council-b'], councilsAsked: ['council-a', 'council-b'] },
    questions: [asked, ...others],
  });
  const moved = { ...councilA, mailbox: 'nytt@example.se' };

  it('a new mailbox ends the links of the body’s open questions, and of no others', async () => {
    const held = register([council('council-a')], open);
    expect(await sent(held, moved)).toMatchObject({ status: 200, movedQuestions: 1 });
    expect(held.did).toEqual(['replace council-a', `end ${asked.id}`, 'wake']);
    expect(held.kept.get('council-a')).toMatchObject({ version: 2, movedAt: IN_A_MINUTE });
  });

  it('other changes leave the links alone', async () => {
    const held = register([council('council-a')], open);
    await sent(held, { ...councilA, deputy: 'ersattare@example.se' });
    expect(held.did).toEqual(['replace council-a']);
  });

  it('the same change again finishes what was cut off, whatever version it names', async () => {
    const held = register([council('council-a')], open);
    const cutOff = async () => {
      throw new Error('cut off');
    };
    const record = { ...held.bodies.record, endLink: cutOff };
    await expect(sent({ ...held, bodies: { ...held.bodies, record } }, moved)).rejects.toThrow('cut off');
    expect(await sent(held, moved)).toMatchObject({ status: 200, etag: '"2"', movedQuestions: 1 });
    expect(await sent(held, moved)).toMatchObject({ status: 200, etag: '"2"', movedQuestions: 0 });
  });

  it('wakes a case again whose link was ended and not yet made', async () => {
    const ended = facts({ questions: [{ ...asked, linkVersion: 2 }] });
    const held = register([council('council-a', { ...moved, movedAt: IN_A_MINUTE })], ended);
    const record = { ...held.bodies.record, endLink: async () => false };
    await sent({ ...held, bodies: { ...held.bodies, record } }, moved);
    expect(held.did).toEqual(['wake']);
  });

  describe('the office’s new mailbox', () => {
    const { version: _, ...office } = council('sobOffice', { role: 'sobOffice' });
    const movedOffice = { ...office, mailbox: 'nytt@example.se' };
    const putOffice = (held: Register) => sent(held, movedOffice, { id: 'sobOffice' });

    it('ends its link to the page of each open case, also where it is asked nothing', async () => {
      const held = register([council('sobOffice', office)], open);
      await putOffice(held);
      await putOffice(held);
      expect(held.did).toEqual(['replace sobOffice', 'end the office’s page', 'wake']);
    });

    it('wakes a case again whose page’s link was ended and not yet made', async () => {
      const { caseLinks } = open.head;
      const ended = { ...caseLinks, sobOffice: { version: 2, linked: 1 } };
      const held = register([council('sobOffice', { ...movedOffice, movedAt: IN_A_MINUTE })], {
        ...open,
        head: { ...open.head, caseLinks: ended },
      });
      const record = { ...held.bodies.record, endOfficeLink: async () => false };
      await putOffice({ ...held, bodies: { ...held.bodies, record } });
      expect(held.did).toEqual(['wake']);
    });
  });

  it('a successor takes over the open questions, as an act of whoever wanted it', async () => {
    const held = register([council('council-a'), council('council-c')], open);
    expect(await sent(held, { ...councilA, successor: 'council-c' })).toMatchObject({ movedQuestions: 1 });
    expect(held.did).toEqual([
      'replace council-a',
      'admin moves council-a to council-c: nomination/position/1/council-c',
    ]);
  });

  it('a case that others act in meanwhile is tried again', async () => {
    const held = register([council('council-a'), council('council-c')], open);
    let tries = 0;
    const recordMove = async () => {
      tries += 1;
      return tries === 3;
    };
    const record = { ...held.bodies.record, recordMove };
    const busy = { ...held, bodies: { ...held.bodies, record } };
    expect(await sent(busy, { ...councilA, successor: 'council-c' })).toMatchObject({ movedQuestions: 1 });
    expect(tries).toBe(3);
  });

  it('what is left of a body goes to the last of its successors', async () => {
    const chain = [
      council('council-a', { successor: 'council-c' }),
      council('council-c', { successor: 'council-d' }),
      council('council-d'),
    ];
    const held = register(chain, open);
    await sent(held, { ...councilA, successor: 'council-c' });
    expect(held.did).toEqual(['admin moves council-a to council-d: nomination/position/1/council-d']);
  });
});
