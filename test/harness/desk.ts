import { randomBytes } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import { type DeskRole, subjectId } from '../../shared/case/desk-people.ts';
import { linkDigest } from '../../shared/links/links.ts';
import { readPeople, writePerson } from '../../shared/records/people.ts';
import { putSession } from '../../shared/records/sessions.ts';
import { sessionCookie } from '../../shared/runtime/session-cookie.ts';
import { movedNow } from './clock.ts';
import { store } from './record.ts';
import { system } from './system.ts';

const HOUR = 3_600_000;

/** Somebody who is logged in, as a test that is not about the login has it. */
export interface AtDesk {
  readonly subject: string;
  readonly name: string;
  /** What a browser sends back, `name=value`. */
  readonly cookie: string;
  /** Headers of a form that is sent from our own pages; those of a page asked for are the cookie alone. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Makes a person of the desk with a session, or for `none` somebody whom only the provider knows. */
export const atDesk = async (
  role: DeskRole | 'none' = 'officer',
  startedAt: Date = movedNow(),
): Promise<AtDesk> => {
  const subject = `test-${randomBytes(6).toString('hex')}`;
  const name = `Exempel ${role === 'reader' ? 'Läsare' : 'Handläggare'}`;
  if (role !== 'none') await setRole(subject, role, name);
  const secret = randomBytes(32).toString('base64url');
  await putSession(store(), String(linkDigest(secret)), {
    ...{ subject, name, startedAt: startedAt.toISOString() },
    endsAt: new Date(startedAt.getTime() + 8 * HOUR).toISOString(),
  });
  const cookie = String(sessionCookie(secret).split(';')[0]);
  return { subject, name, cookie, headers: { cookie, 'sec-fetch-site': 'same-origin' } };
};

/** Gives a role, or takes it away. */
export const setRole = async (subject: string, role: DeskRole | undefined, name = subject): Promise<void> => {
  const by = { at: movedNow().toISOString(), by: { subject: 'test', name: 'Test' } };
  const id = subjectId(subject);
  for (;;) {
    const people = await readPeople(store());
    const before = people.people.find((it) => it.id === id);
    const after = { id, subject, name, ...(role && { role }) };
    if (await writePerson(store(), people, { ...(before && { before }), after }, by)) return;
  }
};

/** Puts somebody's session in a browser. */
export const inBrowser = async (context: BrowserContext, { cookie }: AtDesk): Promise<void> => {
  const [name = '', value = ''] = cookie.split('=');
  // A cookie that is bound to its host and needs TLS; the browser sends it to this machine without.
  const url = `https://${new URL(system().baseUrl).host}/`;
  await context.addCookies([{ name, value, url, secure: true, httpOnly: true, sameSite: 'Lax' }]);
};
