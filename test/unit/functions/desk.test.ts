import { describe, expect, it } from 'vitest';
import { endLogin, startLogin } from '../../../functions/desk/login.ts';
import { showLogout } from '../../../functions/desk/logout.ts';
import { openProvider, type Provider } from '../../../functions/desk/provider.ts';
import type { DeskDeps } from '../../../functions/desk/record.ts';
import type { HttpEvent } from '../../../shared/runtime/http.ts';

const SECRET = 's'.repeat(43);

const asked = (path: string, query: Readonly<Record<string, string>> = {}): HttpEvent =>
  ({
    headers: { cookie: `__Host-nominera-login=${SECRET}` },
    rawPath: `/desk/${path}`,
    rawQueryString: String(new URLSearchParams(query)),
    queryStringParameters: query,
    requestContext: { http: { method: 'GET' } },
  }) as unknown as HttpEvent;

const down = () => Promise.reject(new TypeError('fetch failed'));
const DOWN: Provider = { loginUrl: down, claims: down, logoutUrl: down };

/** What would be written is noted, and nothing else is there. */
const deskWith = (provider: Provider, written: string[] = []): DeskDeps => {
  const note = (what: string) => async () => void written.push(what);
  return {
    record: {
      session: async () => undefined,
      putSession: note('session'),
      endSession: note('end'),
      putLogin: note('login'),
      takeLogin: async () => ({ browser: '', verifier: 'v', nonce: 'n', next: 'desk/people', endsAt: '' }),
      people: async () => ({ people: [], version: 0 }),
      writePerson: async () => true,
      peopleLog: async () => [],
    },
    provider,
    baseUrl: 'https://nominera.example.se',
    firstOfficers: [],
    now: () => new Date('2026-03-02T09:00:00Z'),
  };
};

describe('while the identity provider is not there', () => {
  it('no login begins: the page says so, and leads to another try at the same place', async () => {
    const written: string[] = [];
    const answer = await startLogin(deskWith(DOWN, written), asked('login', { next: 'desk/people' }));
    expect(answer.statusCode).toBe(502);
    expect(answer.body).toContain('login?next=desk%2Fpeople');
    expect([written, answer.cookies]).toEqual([[], undefined]);
  });

  it('whoever reads English is told in English', async () => {
    const answer = await startLogin(deskWith(DOWN), asked('login', { next: 'desk/people', lang: 'en' }));
    expect(answer.body).toContain('You were not logged in');
    expect(answer.body).toContain('login?next=desk%2Fpeople%3Flang%3Den');
  });

  it('none ends either', async () => {
    const written: string[] = [];
    const answer = await endLogin(deskWith(DOWN, written), asked('callback', { state: SECRET, code: 'x' }));
    expect(answer.statusCode).toBe(502);
    expect(answer.body).toContain('login?next=desk%2Fpeople');
    expect([written, answer.cookies]).toEqual([[], undefined]);
  });

  it('whoever logs out here is out all the same', async () => {
    const answer = await showLogout(deskWith(DOWN), asked('logout'));
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toContain('Logga ut från inloggningstjänsten</a>');
  });
});

it('somebody whom the desk does not know gets a session without a role, and is not written among its people', async () => {
  const written: string[] = [];
  const claims = { subject: 'x', name: 'X', email: 'x@example.se', emailVerified: true };
  const desk = deskWith({ ...DOWN, claims: async () => claims }, written);
  const people: string[] = [];
  const record = { ...desk.record, writePerson: async () => people.push('person') > 0 };
  const answer = await endLogin({ ...desk, record }, asked('callback', { state: SECRET, code: 'x' }));
  expect(answer).toMatchObject({ statusCode: 303, headers: { location: '../desk/people' } });
  expect([written, people]).toEqual([['session'], []]);
});

it('talks to a provider over TLS, but for one on this machine', async () => {
  const settings = { clientId: 'c', clientSecret: async () => 's', redirectUri: 'https://x.example/cb' };
  const login = { state: SECRET, nonce: SECRET, verifier: SECRET, lang: 'sv' } as const;
  for (const issuer of [
    'http://issuer.invalid',
    'http://127.0.0.1.issuer.invalid',
    'http://localhost.issuer.invalid',
  ])
    await expect(openProvider({ ...settings, issuer }).loginUrl(login)).rejects.toThrow('HTTPS');
});
