import { describe, expect, it } from 'vitest';
import { readPosted } from '../../shared/pages/posted.ts';
import { callMe } from '../../shared/routine/call-me.ts';
import type { HttpEvent } from '../../shared/runtime/http.ts';
import { sessionCookie } from '../../shared/runtime/session-cookie.ts';
import {
  behindDoor,
  type DeskVerdict,
  deskHref,
  guard,
  loginHref,
  pageAfterLogin,
  type Visitor,
} from '../../shared/web/desk-door.ts';

const ours = { 'sec-fetch-site': 'same-origin' };
const asked = (
  method: string,
  headers: Readonly<Record<string, string>> = ours,
  path = '/desk',
  query = '',
) =>
  ({
    headers,
    rawPath: path,
    rawQueryString: query,
    requestContext: { http: { method }, domainName: 'nominera.example.se' },
  }) as unknown as HttpEvent;

const OFFICER = { role: 'officer' } as const;
const READER = { role: 'reader' } as const;

describe('the door of the desk', () => {
  it.each<[DeskVerdict, string, Parameters<typeof guard>[1], boolean]>([
    ['login', 'GET', undefined, false],
    ['login', 'HEAD', undefined, true],
    ['loggedOut', 'POST', undefined, false],
    ['forbidden', 'GET', {}, false],
    ['forbidden', 'POST', {}, false],
    ['open', 'GET', READER, false],
    ['open', 'HEAD', READER, false],
    ['readsOnly', 'POST', READER, false],
    ['forbidden', 'GET', READER, true],
    ['forbidden', 'POST', READER, true],
    ['open', 'GET', OFFICER, true],
    ['open', 'POST', OFFICER, true],
  ])('is %s for a %s of %j where it takes an officer: %s', (verdict, method, session, officer) => {
    expect(guard(asked(method), session, { officer })).toBe(verdict);
  });

  it.each<Readonly<Record<string, string>>>([
    {},
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none', origin: 'https://nominera.example.se' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'https://nominera.example.se.evil.example' },
  ])('takes no form from elsewhere, whoever is logged in: %j', (headers) => {
    for (const session of [undefined, {}, READER, OFFICER])
      expect(guard(asked('POST', headers), session)).toBe('foreign');
    expect(guard(asked('GET', headers), OFFICER)).toBe('open');
  });

  it('takes one from a browser that only tells the origin', () => {
    expect(guard(asked('POST', { origin: 'https://nominera.example.se' }), OFFICER)).toBe('open');
  });

  it('leads to the login and back, wherever the page is', () => {
    expect(deskHref(asked('GET'))).toBe('desk');
    const page = asked('GET', {}, '/desk/cases/N 1', 'act=x&lang=en');
    expect(deskHref(page)).toBe('../../desk');
    expect(loginHref(page)).toBe('../../desk/login?next=desk%2Fcases%2FN%25201%3Fact%3Dx%26lang%3Den');
    const back = new URL(loginHref(page), 'https://nominera.example.se/desk/cases/x').searchParams.get(
      'next',
    );
    expect(back).toBe('desk/cases/N%201?act=x&lang=en');
    expect(pageAfterLogin(String(back))).toBe(back);
  });
});

describe('whoever comes to the door', () => {
  const SECRET = 'a'.repeat(43);
  const person = { subject: 'sub-1', name: 'Exempel Person', startedAt: '', endsAt: '' };
  const body = new URLSearchParams({ about: 'En idé om sömn.' }).toString();
  const unread = { today: '', facts: {}, registers: {} };
  const typed = { sheet: callMe, ...readPosted(callMe.form, body, unread) };

  const come = async (method: string, role?: 'officer' | 'reader', headers = ours) => {
    const event = asked(method, { ...headers, cookie: sessionCookie(SECRET) }, '/desk/calls');
    const door = {
      read: async () => ({ ...person, ...(role && { role }) }),
      ...{ at: 'calls' as const, typedIn: () => ({ typed }) },
    };
    const serve = async ({ desk }: Visitor) => ({ statusCode: 200, body: JSON.stringify(desk) });
    const { statusCode, body = '' } = await behindDoor(event, door, serve);
    return { statusCode, body };
  };

  it('is served with the bar of their pages, in which a reader is one', async () => {
    const { body } = await come('GET', 'reader');
    expect(JSON.parse(body)).toEqual({
      ...{ name: 'Exempel Person', deskHref: '../desk', at: 'calls', readsOnly: true },
    });
  });

  it('and has no role is told what the provider calls them, to be given one', async () => {
    const { statusCode, body } = await come('GET');
    expect(statusCode).toBe(403);
    expect(body).toContain('<strong>sub-1</strong>');
  });

  it('and only reads sees what they typed, and the bar', async () => {
    const { statusCode, body } = await come('POST', 'reader');
    expect(statusCode).toBe(403);
    expect(body).toContain('En idé om sömn.');
    expect(body).toContain('Exempel Person (läsare)');
  });

  it('with words that another site sent does not see them on our page', async () => {
    const { statusCode, body } = await come('POST', 'officer', { 'sec-fetch-site': 'cross-site' });
    expect(statusCode).toBe(403);
    expect(body).not.toContain('En idé om sömn.');
  });
});

describe('where a login goes on to', () => {
  it.each(['desk', 'desk?state=all', 'desk/people', 'desk/cases/2026-0001?question=a%2Fb#'])('%s', (next) => {
    expect(pageAfterLogin(next)).toBe(next);
  });

  it.each([
    ...['', 'https://evil.example', '//evil.example', '/desk', '\\\\evil.example', 'javascript:alert(1)'],
    ...['desk/..', 'desk/../x', 'desk/.%2e/x', 'desk/%2E./x', 'desk/%2e%2E', 'desk//evil.example', 'desk:x'],
    ...[
      'desk\\..',
      'desk/a\nb',
      'desk?a b',
      'desk?å',
      'deskx',
      'desk/login',
      'desk/logout?x',
      'desk/callback',
    ],
    ...['a/secret', `desk?${'x'.repeat(1000)}`],
  ])('never %j', (next) => {
    expect(pageAfterLogin(next)).toBe('desk');
  });

  it('the desk where nothing is said', () => {
    expect(pageAfterLogin(undefined)).toBe('desk');
  });
});
