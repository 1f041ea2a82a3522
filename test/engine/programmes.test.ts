import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { withQuery } from '../../local/people.ts';
import { readCandidates } from '../../shared/records/candidates.ts';
import { interestsSince, MOST_INTERESTS, readInterests } from '../../shared/records/interests.ts';
import { keys } from '../../shared/records/keys.ts';
import { importCatalogue, isThere, listProgrammes, putProgrammes } from '../../shared/records/programmes.ts';
import { registerEntry } from '../../shared/records/register.ts';
import { aSpreadProgramme } from '../builders/spread-programme.ts';
import { type Fields, post, type Reached, SIGNED, submit } from '../harness/people.ts';
import { published } from '../harness/programmes.ts';
import { store, waitsAt, wholeCase, wholeTable } from '../harness/record.ts';
import { dynamodb, system } from '../harness/system.ts';

const at = (path: string, query: Readonly<Record<string, string>> = {}): string =>
  withQuery(`${system().baseUrl}/programmes${path}`, query);

const shown = async (path: string, query?: Readonly<Record<string, string>>) => {
  const response = await fetch(at(path, query));
  return {
    status: response.status,
    page: (await response.text()).replace(/<style>.*<\/style>/su, ''),
    headers: response.headers,
  };
};

const call = async (path: string, scope: string, init: RequestInit = {}) => {
  const authorization = `Bearer ${await system().token(scope)}`;
  const response = await fetch(`${system().baseUrl}/api/programmes${path}`, {
    ...init,
    headers: { authorization },
  });
  return { status: response.status, content: (await response.json()) as Record<string, never> };
};

const WANTED: Fields = {
  ...SIGNED,
  unit: 'Vårdcentral Lärkan',
  need: 'Fyrtio patienter om året, från i höst.',
  email: 'larkan@example.se',
};

const want = (caseNumber: string, given: Fields = {}): Promise<Response> =>
  post(at(`/${caseNumber}/interest`), { ...WANTED, ...given });

const SUBJECT = { workingTitle: 'Åskrädsla hos åttaåringar', nominatingUnit: 'BUP Ängsö' };

describe('R-10: a nomination under way', () => {
  it('is found on the open page by words with å, ä and ö, for anyone and without a script', async () => {
    const { id, caseNumber } = await submit(4, SUBJECT);
    await waitsAt(id, 'screening');
    for (const q of ['åskrädsla', 'ÅTTAÅRING', 'ängsö', caseNumber]) {
      const { status, page, headers } = await shown('', { q });
      expect([q, status, page.includes(`href="programmes/${caseNumber}"`)]).toEqual([q, 200, true]);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(page).toContain('Inskickad');
    }
    expect((await shown('', { q: 'öknenxyz' })).page).toContain('Inget hittades');
    expect((await shown('', { lang: 'en' })).page).toContain(SUBJECT.workingTitle);
  });

  it('has a page that tells its title, status and unit, and no address or amount', async () => {
    const { caseNumber } = await submit(4, SUBJECT);
    const { status, page } = await shown(`/${caseNumber}`);
    expect(status).toBe(200);
    expect(page).toContain('Åskrädsla hos åttaåringar');
    expect(page).toContain('BUP Ängsö');
    expect(page).not.toMatch(/@example\.se|\d kr\b/u);
    expect((await shown('/N-1999-0001')).status).toBe(404);
  });
});

describe('R-10: "vi vill också"', () => {
  it('counts once however often it is sent, and no mail comes of it', async () => {
    const { id, caseNumber } = await submit(4, SUBJECT);
    await waitsAt(id, 'screening');
    const since = new Date().toISOString();
    const sent = await Promise.all([want(caseNumber), want(caseNumber), want(caseNumber)]);
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await want(caseNumber, { unit: ' vårdcentral LÄRKAN ', need: 'Mer.' })).status).toBe(303);
    expect((await want(caseNumber, { email: 'annan@example.se' })).status).toBe(303);
    const interests = await readInterests(store(), id);
    expect(interests.map(({ email }) => email)).toEqual(['larkan@example.se', 'annan@example.se']);
    expect(interests[0]).toMatchObject({ unit: WANTED.unit, need: WANTED.need, name: SIGNED.answeredByName });
    expect((await interestsSince(store(), since))[caseNumber]).toBe(2);
    expect((await interestsSince(store(), new Date().toISOString()))[caseNumber]).toBeUndefined();
    const mails = await system().mailbox.mails();
    expect(mails.filter(({ to }) => to[0]?.address === 'larkan@example.se')).toEqual([]);
  });

  it('leads from the form to a receipt, by links that work wherever the pages lie', async () => {
    const { caseNumber } = await submit(4, SUBJECT);
    const response = await want(caseNumber);
    const receipt = new URL(String(response.headers.get('location')), at(`/${caseNumber}/interest`));
    expect(String(receipt)).toBe(at(`/${caseNumber}/interest`, { done: '1' }));
    const page = await (await fetch(receipt)).text();
    expect(page).toContain('Tack, ert intresse är sparat');
    const back = /href="(\.\.\/N-[\d-]+)"/u.exec(page)?.[1];
    expect(String(new URL(String(back), receipt))).toBe(at(`/${caseNumber}`));
  });

  it('is refused with what is missing, and is then not kept', async () => {
    const { id, caseNumber } = await submit(4, SUBJECT);
    const response = await want(caseNumber, { email: 'inte en adress' });
    expect([response.status, await response.text()]).toEqual([
      422,
      expect.stringContaining(String(WANTED.need)),
    ]);
    expect(await readInterests(store(), id)).toEqual([]);
  });

  it('only a sent form changes anything', async () => {
    const { id, caseNumber } = await submit(4, SUBJECT);
    await waitsAt(id, 'screening');
    const before = await wholeCase(id);
    for (const path of ['', `/${caseNumber}`, `/${caseNumber}/interest`])
      for (const method of ['GET', 'HEAD']) expect((await fetch(at(path), { method })).status).toBe(200);
    expect(await wholeCase(id)).toEqual(before);
  });

  it('is taken from no more than there can be units', async () => {
    const { id, caseNumber } = await submit(4, SUBJECT);
    await want(caseNumber);
    const Item = { ...keys.interestCounter(id), used: MOST_INTERESTS - 1 };
    await dynamodb.send(new PutCommand({ TableName: system().table, Item }));
    const status = async (email: string) => (await want(caseNumber, { email })).status;
    expect(await status('nummer-200@example.se')).toBe(303);
    expect(await status('nummer-201@example.se')).toBe(409);
    expect(await status('nummer-200@example.se')).toBe(303);
    expect(await readInterests(store(), id)).toHaveLength(2);
  });
});

describe('R-10: a published programme', () => {
  let programme: Reached;
  beforeAll(async () => {
    programme = await published();
  }, 120_000);

  it('stands in the register, where everyone finds it in the place of its nomination', async () => {
    const { id, caseNumber, facts } = programme;
    const name = String(facts.programme?.name);
    const { page } = await shown('', { q: name });
    expect(page).toContain(`href="programmes/${caseNumber}"`);
    expect(page.split(`href="programmes/${caseNumber}"`)).toHaveLength(2);
    expect((await shown(`/${caseNumber}`)).page).toContain(name);
    const searched = (await readCandidates(store())).map((it) => it.id);
    expect(searched).toContain(`vgr#${id}`);
    expect(searched).not.toContain(caseNumber);
    const written = (await wholeTable()).filter(({ pk, sk }) => pk === 'programmes' && sk === `vgr#${id}`);
    expect(JSON.stringify(written)).not.toContain('@');
  });

  it('R-a9: is offered as similar until it is taken down, and stays in the register, marked', async () => {
    const head = { id: 'taken-down', number: 'PSY-2011-1' };
    const entry = registerEntry(head, aSpreadProgramme({ unpublishedOn: '2026-01-01' }));
    await putProgrammes(store(), [entry]);
    expect((await readCandidates(store())).map((it) => it.id)).not.toContain('vgr#taken-down');
    expect((await shown('')).page).not.toContain(head.number);
    expect((await call('/taken-down', 'nominations.read')).content).toMatchObject({
      state: 'unpublished',
      unpublishedOn: '2026-01-01',
    });
  });

  it('is not missed by the list of the region’s own, in which it does not stand', async () => {
    const own = (await listProgrammes(store())).filter(
      ({ source, caseNumber }) => source === 'vgr' && caseNumber === undefined,
    );
    const programmes = own.filter(isThere).map(({ importedOn: _, ...it }) => it);
    const changes = await importCatalogue(
      store(),
      { source: 'vgr', programmes, isWhole: true },
      '2026-11-23',
    );
    expect(changes.gone).toEqual([]);
  });

  it('is read over the API with its scope', async () => {
    const { id, caseNumber } = programme;
    const { status, content } = await call(`/${id}`, 'nominations.read');
    expect([status, content]).toMatchObject([200, { id, caseNumber, kind: 'treatment' }]);
    const list = await call('', 'nominations.read');
    expect(list.content.programmes).toContainEqual(content);
    expect((await call('/okand', 'nominations.read')).status).toBe(404);
    expect((await call('', 'nominations.write')).status).toBe(403);
    expect((await fetch(`${system().baseUrl}/api/programmes`)).status).toBe(401);
  });

  it('R-k4: is proposed to be inactivated over the API, once', async () => {
    const { id, caseNumber } = programme;
    const propose = (body: object, scope = 'nominations.write') =>
      call(`/${id}/inactivation-proposals`, scope, { method: 'POST', body: JSON.stringify(body) });
    const proposal = { ground: 'needChanged', proposalReason: 'Få patienter använder det.' };
    expect((await propose(proposal, 'nominations.read')).status).toBe(403);
    expect(await propose({ ground: 'needChanged' })).toMatchObject({
      status: 422,
      content: { errors: [{ field: 'proposalReason' }] },
    });
    expect(await propose(proposal)).toMatchObject({ status: 201, content: { id, caseNumber } });
    expect((await propose(proposal)).status).toBe(409);
    const acts = (await wholeCase(id)).filter(({ sk }) => String(sk).startsWith('x#act#'));
    expect(acts.at(-1)).toMatchObject({ kind: 'proposeInactivation', by: { client: 'local-client' } });
    await waitsAt(id, 'inactivationPosition', { attempt: 3 });
  });
});
