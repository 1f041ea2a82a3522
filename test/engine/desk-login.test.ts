import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ISSUER_USERS } from '../../local/issuer-people.ts';
import { subjectId } from '../../shared/case/desk-people.ts';
import { linkDigest } from '../../shared/links/links.ts';
import { keys } from '../../shared/records/keys.ts';
import { readPeople, readPeopleLog } from '../../shared/records/people.ts';
import { chromium } from '../harness/browser.ts';
import { type AtDesk, atDesk, inBrowser, setRole } from '../harness/desk.ts';
import { everyLogLine } from '../harness/log-lines.ts';
import { store, wholeTable } from '../harness/record.ts';
import { dynamodb, system } from '../harness/system.ts';
import { Visitor } from '../harness/visitor.ts';

const [OFFICER, EMPLOYEE] = ISSUER_USERS.map(({ name }) => name) as [string, string];
const EMPLOYEE_ADDRESS = String(ISSUER_USERS[1]?.email);
const at = (path: string): string => `${system().baseUrl}/${path}`;

let browser: Browser;
beforeAll(async () => {
  browser = await chromium();
});
afterAll(() => browser.close());

/** A browser of its own, as somebody has it at their desk. */
const inNewBrowser = async <T>(visit: (page: Page, context: BrowserContext) => Promise<T>): Promise<T> => {
  const context = await browser.newContext();
  try {
    return await visit(await context.newPage(), context);
  } finally {
    await context.close();
  }
};

const choose = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();

const logIn = async (page: Page, name: string, path = 'desk'): Promise<void> => {
  await page.goto(at(path));
  await choose(page, name);
};

const isAnswer = (url: string): boolean => url.includes('/desk/callback?');

/** Logs in as far as the provider's answer, which is not followed. */
const answerTo = async (visitor: Visitor, sub = 'kim-1001'): Promise<string> => {
  const next = await visitor.until(
    at('desk/login?next=desk%2Fpeople'),
    (url) => /\/login\/\w/.test(url) || isAnswer(url),
  );
  if (isAnswer(next)) return next;
  const chosen = await visitor.send(next, { method: 'POST', body: new URLSearchParams({ sub }) });
  return visitor.until(String(new URL(String(chosen.headers.get('location')), next)), isAnswer);
};

const SESSION = '__Host-nominera';

const sessionIn = async (context: BrowserContext) =>
  (await context.cookies()).find(({ name }) => name === SESSION);

const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

const where = ({ status, headers }: Response) => [status, headers.get('location')];

const get = (path: string, cookie?: string, method = 'GET'): Promise<Response> =>
  fetch(at(path), { method, redirect: 'manual', ...(cookie && { headers: { cookie } }) });

const post = (path: string, headers: Readonly<Record<string, string>>, fields = {}): Promise<Response> =>
  fetch(at(path), { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) });

describe('who gets in', () => {
  it('whoever the stage names as its first officer, by the address that the provider vouches for', async () => {
    await inNewBrowser(async (page, context) => {
      await logIn(page, OFFICER, 'desk/people');
      expect(page.url()).toBe(at('desk/people'));
      expect(await page.locator('main').innerText()).toContain(OFFICER);
      expect(await sessionIn(context)).toMatchObject({
        ...{ httpOnly: true, secure: true, sameSite: 'Lax', path: '/', domain: '127.0.0.1', expires: -1 },
      });
      expect(page.url()).not.toMatch(/code|state/);
    });
    const officer = (await readPeople(store())).people.find(({ name }) => name === OFFICER);
    expect(officer).toMatchObject({ id: subjectId('kim-1001'), role: 'officer' });
  });

  it('nobody else whom the provider knows: they are told so, and see nothing', async () => {
    await inNewBrowser(async (page) => {
      const answer = page.waitForResponse((response) => response.url() === at('desk/people'));
      await page.goto(at('desk/login?next=desk%2Fpeople'));
      await choose(page, EMPLOYEE);
      expect((await answer).status()).toBe(403);
      const text = await page.locator('body').innerText();
      expect(text).toContain(EMPLOYEE);
      expect(text).toContain('alex-1002');
      expect(text).not.toContain(OFFICER);
      for (const path of ['desk', 'desk/disclosures'])
        expect((await page.goto(at(path)))?.status()).toBe(403);
    });
  });

  it('nobody who declines at the provider', async () => {
    await inNewBrowser(async (page, context) => {
      const answer = page.waitForResponse((response) => response.url().includes('/desk/callback'));
      await page.goto(at('desk/people'));
      await choose(page, 'Avbryt');
      expect((await answer).status()).toBe(403);
      expect(await heading(page)).toBe('Du blev inte inloggad');
      expect(await sessionIn(context)).toBeUndefined();
      await page.getByRole('link', { name: 'Logga in igen' }).click();
      await choose(page, OFFICER);
      expect(page.url()).toBe(at('desk/people'));
    });
  });

  it('a reader reads, sends nothing, and does not see who the people are', async () => {
    const { headers, cookie } = await atDesk('reader');
    expect((await get('desk', cookie)).status).toBe(200);
    expect((await get('desk/people', cookie)).status).toBe(403);
    expect((await post('desk/people', headers, { what: 'remove', id: subjectId('kim-1001') })).status).toBe(
      403,
    );
  });
});

describe('sessions', () => {
  it('one that has ended leads to the login, and from there back to where one was', async () => {
    const ended = await atDesk('officer', new Date(Date.now() - 8 * 3_600_000));
    await inNewBrowser(async (page, context) => {
      await inBrowser(context, ended);
      await logIn(page, OFFICER, 'desk/people?done=add&lang=en');
      expect(page.url()).toBe(at('desk/people?done=add&lang=en'));
    });
    const late = await post('desk/people', ended.headers, { what: 'remove', id: subjectId('kim-1001') });
    expect(late.status).toBe(401);
  });

  it('a role that is taken away counts at the next request, and one that is given as well', async () => {
    const { subject, cookie, headers } = await atDesk('officer');
    expect((await get('desk/people', cookie)).status).toBe(200);
    await setRole(subject, undefined);
    expect((await get('desk/people', cookie)).status).toBe(403);
    expect((await post('desk/people', headers, { what: 'add', who: 'x', role: 'reader' })).status).toBe(403);
    await setRole(subject, 'reader');
    expect((await get('desk', cookie)).status).toBe(200);
  });

  it('each login makes a new secret and ends the session before it', async () => {
    const planted = await atDesk('officer');
    await inNewBrowser(async (page, context) => {
      await inBrowser(context, planted);
      await logIn(page, OFFICER, 'desk/login?next=desk%2Fpeople');
      const session = await sessionIn(context);
      expect(`${session?.name}=${session?.value}`).not.toBe(planted.cookie);
    });
    expect((await get('desk/people', planted.cookie)).status).toBe(303);
  });

  it('whoever logs out is out, here and at the provider', async () => {
    await inNewBrowser(async (page, context) => {
      await logIn(page, OFFICER, 'desk/people');
      const session = await sessionIn(context);
      await page.getByRole('button', { name: 'Logga ut' }).click();
      expect(await heading(page)).toBe('Du är utloggad');
      expect(await sessionIn(context)).toBeUndefined();
      expect((await get('desk/people', `${session?.name}=${session?.value}`)).status).toBe(303);
      await page.getByRole('link', { name: 'Logga ut från inloggningstjänsten' }).click();
      await page.getByRole('button', { name: 'Logga ut' }).click();
      await page.waitForURL(at('desk/logout?state=done'));
      await page.goto(at('desk/people'));
      expect(await heading(page)).toBe('Vem är du?');
    });
  });

  it('no secret of a session or a login is in the table or in a log line, nor is the code that it came of', async () => {
    const visitor = new Visitor();
    const answer = await answerTo(visitor);
    expect((await visitor.send(answer)).status).toBe(303);
    const ours = [...visitor.cookies]
      .filter(([name]) => name.startsWith('__Host-'))
      .map(([, value]) => value);
    expect(ours).toHaveLength(2);
    const { code, state } = Object.fromEntries(new URL(answer).searchParams);
    const [table, logLines] = [JSON.stringify(await wholeTable()), await everyLogLine()];
    expect(logLines).toContain('GET /desk/callback');
    for (const secret of [...ours, String(code), String(state)]) {
      expect(secret).toMatch(/^[\w-]{43,}$/);
      expect(table.includes(secret)).toBe(false);
      expect(logLines.includes(secret)).toBe(false);
    }
  });
});

describe('the login', () => {
  it('counts once', async () => {
    const visitor = new Visitor();
    const answer = await answerTo(visitor);
    expect(where(await visitor.send(answer))).toEqual([303, '../desk/people']);
    const again = await visitor.send(answer);
    expect([again.status, again.headers.getSetCookie()]).toEqual([400, []]);
    expect(await again.text()).toContain('Du blev inte inloggad');
  });

  it('ends in the browser where it began, and in no other: nobody is logged in as somebody else', async () => {
    const [attacker, victim] = [new Visitor(), new Visitor()];
    const answer = await answerTo(attacker);
    const isRefused = async () => {
      expect((await victim.send(answer)).status).toBe(400);
      expect(victim.cookies.has(SESSION)).toBe(false);
    };
    await isRefused();
    // Not even while a login of the victim's own is under way.
    await victim.send(at('desk/login'));
    await isRefused();
    expect((await attacker.send(answer)).status).toBe(303);
  });

  it('refuses a code that nobody gave, and one of another login (PKCE)', async () => {
    const visitor = new Visitor();
    const given = new URL(await answerTo(visitor)).searchParams.get('code');
    for (const code of ['x'.repeat(43), String(given)]) {
      const answer = new URL(await answerTo(visitor));
      answer.searchParams.set('code', code);
      const refused = await visitor.send(String(answer));
      expect(refused.status).toBe(502);
      expect(await refused.text()).toContain('login?next=desk%2Fpeople');
      expect(visitor.cookies.has(SESSION)).toBe(false);
    }
  });

  it('refuses the answer of another provider', async () => {
    const visitor = new Visitor();
    const answer = new URL(await answerTo(visitor));
    answer.searchParams.set('iss', 'https://issuer.invalid');
    expect((await visitor.send(String(answer))).status).toBe(502);
  });

  it('is possible in two tabs at once', async () => {
    await inNewBrowser(async (one, context) => {
      const other = await context.newPage();
      await one.goto(at('desk/people'));
      await other.goto(at('desk/people?lang=en'));
      await choose(one, OFFICER);
      expect(one.url()).toBe(at('desk/people'));
      await choose(other, OFFICER);
      expect(other.url()).toBe(at('desk/people?lang=en'));
    });
  });

  it('has ten minutes', async () => {
    const visitor = new Visitor();
    const answer = await answerTo(visitor);
    const Key = keys.login(String(linkDigest(String(new URL(answer).searchParams.get('state')))));
    const { Item } = await dynamodb.send(new GetCommand({ TableName: system().table, Key }));
    const minutes = (Date.parse(Item?.endsAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(9);
    expect(minutes).toBeLessThan(10.1);
    const past = new Date(Date.now() - 1000).toISOString();
    await dynamodb.send(
      new UpdateCommand({
        ...{ TableName: system().table, Key, UpdateExpression: 'SET endsAt = :past' },
        ExpressionAttributeValues: { ':past': past },
      }),
    );
    expect((await visitor.send(answer)).status).toBe(400);
  });

  it.each([
    'https://example.org/',
    '//example.org',
    '/\\example.org',
    'desk/../../../example',
    'desk/%2e%2e/%2e%2e/x',
    'desk/logout',
    'desk\n/x',
    'a/secret',
  ])('goes on to the desk where `next` is %j', async (next) => {
    const visitor = new Visitor();
    const begun = await visitor.send(at(`desk/login?${new URLSearchParams({ next })}`));
    const state = new URL(String(begun.headers.get('location'))).searchParams.get('state');
    const Key = keys.login(String(linkDigest(String(state))));
    const { Item } = await dynamodb.send(new GetCommand({ TableName: system().table, Key }));
    expect(Item?.next).toBe('desk');
  });
});

describe('forms', () => {
  const FOREIGN: readonly Readonly<Record<string, string>>[] = [
    { 'sec-fetch-site': 'cross-site', origin: 'https://example.org' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://example.org' },
    { origin: 'null' },
    {},
  ];

  it.each(FOREIGN)(
    'one that does not come from our own pages is refused and changes nothing: %j',
    async (of) => {
      const { cookie } = await atDesk('officer');
      const before = await wholeTable();
      for (const path of ['desk/people', 'desk/logout']) {
        const answer = await post(
          path,
          { cookie, ...of },
          { what: 'add', who: 'x@example.se', role: 'officer' },
        );
        expect(answer.status).toBe(403);
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
      expect(await wholeTable()).toEqual(before);
    },
  );

  it('another site on the same host cannot send one in the name of who is logged in', async () => {
    const officer = await atDesk('officer');
    const site = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<form method="post" action="${at('desk/people')}">
        <input name="what" value="add"><input name="who" value="mallory@example.se"><input name="role" value="officer">
        <button>Vinn</button></form>`);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    try {
      await inNewBrowser(async (page, context) => {
        await inBrowser(context, officer);
        await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
        const answer = page.waitForResponse((response) => response.url() === at('desk/people'));
        await page.getByRole('button').click();
        expect((await answer).status()).toBe(403);
        expect((await (await answer).request().allHeaders()).cookie).toContain(officer.cookie);
      });
    } finally {
      site.close();
    }
    expect(JSON.stringify(await readPeople(store()))).not.toContain('mallory');
  });

  it('asking for a head changes nothing', async () => {
    const { cookie } = await atDesk('officer');
    const before = await wholeTable();
    for (const path of ['desk', 'desk/login', 'desk/callback?code=x&state=y', 'desk/logout', 'desk/people'])
      expect((await get(path, cookie, 'HEAD')).status).toBeLessThan(500);
    expect(await wholeTable()).toEqual(before);
  });
});

describe('the people of the desk', () => {
  let officer: AtDesk;
  beforeAll(async () => {
    officer = await atDesk('officer');
  });
  const send = (fields: Readonly<Record<string, string>>) => post('desk/people', officer.headers, fields);

  it('are added by address, known by subject from their first login, and removed; each change is written down', async () => {
    const added = await send({ what: 'add', who: ' Alex.Medarbetare@EXAMPLE.se ', role: 'reader' });
    expect(where(added)).toEqual([303, 'people?done=add']);
    await inNewBrowser(async (page) => {
      await logIn(page, EMPLOYEE);
      expect(page.url()).toBe(at('desk'));
      const people = async () => (await readPeople(store())).people;
      const alex = { id: subjectId('alex-1002'), invitedAs: `email#${EMPLOYEE_ADDRESS}`, name: EMPLOYEE };
      expect((await people()).filter(({ email }) => email === EMPLOYEE_ADDRESS)).toMatchObject([alex]);
      await send({ what: 'change', id: alex.id, role: 'officer' });
      expect((await page.goto(at('desk/people')))?.status()).toBe(200);
      await send({ what: 'remove', id: alex.id });
      expect((await page.goto(at('desk')))?.status()).toBe(403);
    });
    const by = { subject: officer.subject, name: officer.name };
    expect((await readPeopleLog(store())).slice(0, 3)).toMatchObject([
      { by, who: EMPLOYEE, before: 'officer' },
      { by, who: EMPLOYEE, before: 'reader', after: 'officer' },
      { by, who: EMPLOYEE_ADDRESS, after: 'reader' },
    ]);
  });

  it('are kept on a page, without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    try {
      await inBrowser(context, officer);
      const page = await context.newPage();
      await page.goto(at('desk/people'));
      const who = `ny.${officer.subject}@example.se`;
      await page.getByLabel('E-postadress eller användar-id').fill(who);
      await page.getByLabel('Läsare').check();
      await page.getByRole('button', { name: 'Lägg till' }).click();
      const theirs = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: who }) });
      expect(await theirs.innerText()).toContain('Läsare');
      await theirs.locator('summary').click();
      await theirs.getByLabel('Roll').selectOption('officer');
      await theirs.getByRole('button', { name: 'Ändra' }).click();
      expect(await theirs.innerText()).toContain('Handläggare');
      await theirs.locator('summary').click();
      await theirs.getByRole('button', { name: 'Ta bort' }).click();
      expect(await theirs.count()).toBe(0);
      expect((await readPeopleLog(store())).filter((it) => it.who === who)).toHaveLength(3);
    } finally {
      await context.close();
    }
  });

  it('cannot lock themselves out, and are in the list once', async () => {
    const { subject } = officer;
    expect((await send({ what: 'remove', id: subjectId(subject) })).status).toBe(409);
    expect((await send({ what: 'change', id: subjectId(subject), role: 'reader' })).status).toBe(409);
    const again = await send({ what: 'add', who: subject, role: 'reader' });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain(`value="${subject}"`);
    expect((await send({ what: 'add', who: '', role: '' })).status).toBe(422);
  });

  it('two officers who remove each other at the same moment do not both succeed', async () => {
    const other = await atDesk('officer');
    const answers = await Promise.all([
      post('desk/people', officer.headers, { what: 'remove', id: subjectId(other.subject) }),
      post('desk/people', other.headers, { what: 'remove', id: subjectId(officer.subject) }),
    ]);
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  });
});
