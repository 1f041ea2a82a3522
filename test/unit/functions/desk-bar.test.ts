import { describe, expect, it } from 'vitest';
import { showProgrammes } from '../../../functions/follow/programmes.ts';
import type { FollowDeps } from '../../../functions/follow/record.ts';
import { linkDigest } from '../../../shared/links/links.ts';
import type { Session } from '../../../shared/records/sessions.ts';
import type { HttpEvent } from '../../../shared/runtime/http.ts';
import { sessionCookie } from '../../../shared/runtime/session-cookie.ts';
import { deskBarFrom } from '../../../shared/web/desk-door.ts';
import { NOW } from '../../builders/case.ts';

const SECRET = 'a'.repeat(43);
const COOKIE = String(sessionCookie(SECRET).split(';')[0]);

const eventWith = (cookie?: string): HttpEvent =>
  ({ rawPath: '/programmes', headers: { ...(cookie && { cookie }) } }) as unknown as HttpEvent;

const session: Session = {
  ...{ subject: 'sub-1', name: 'Exempel Handläggare', role: 'officer' },
  ...{ startedAt: '2026-12-01T08:00:00.000Z', endsAt: '2026-12-01T16:00:00.000Z' },
};

const barFor = (held: Session | undefined) =>
  deskBarFrom(async (digest) => (digest === linkDigest(SECRET) ? held : undefined));

const pageWith = async (held: Session | undefined, cookie?: string): Promise<string> => {
  const record = { programmes: async () => [], underWay: async () => [], bodies: async () => [] };
  const deps = { record, deskBar: barFor(held), now: () => NOW } as unknown as FollowDeps;
  return String((await showProgrammes(deps, eventWith(cookie))).body);
};

describe('the bar of the desk on a page that is open to everyone', () => {
  it('is there for whoever is logged in, with the place marked, and leads back to the desk', async () => {
    const page = await pageWith(session, COOKIE);
    expect(page).toMatch(/<a [^>]*aria-current="true"[^>]*>Program<\/a>/u);
    expect(page).toContain('href="desk"');
    expect(page).toContain('Exempel Handläggare');
  });

  it.each([
    ['no cookie', undefined, session],
    ['a cookie that nobody gave', COOKIE.replace(SECRET, 'b'.repeat(43)), session],
    ['a session that has ended', COOKIE, undefined],
  ])('is not there for %s', async (_what, cookie, held) => {
    expect(await pageWith(held, cookie)).not.toContain('desk/logout');
  });

  it('is not there for somebody without a role', async () => {
    const { role: _, ...stranger } = session;
    expect(await pageWith(stranger, COOKIE)).not.toContain('desk/logout');
  });

  it('tells a reader from an officer', async () => {
    const bar = await barFor({ ...session, role: 'reader' })(eventWith(COOKIE), 'reports');
    expect(bar.desk).toMatchObject({ at: 'reports', readsOnly: true });
  });
});
