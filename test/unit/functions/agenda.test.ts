import { expect, it } from 'vitest';
import { openAgenda } from '../../../functions/answer/opened.ts';
import type { AnswerDeps } from '../../../functions/answer/record.ts';
import { agendaSubject, linkDigest, linkSecret } from '../../../shared/links/links.ts';
import { mailboxSince, type StoredBody } from '../../../shared/records/bodies.ts';

const RING = { current: 'k1', keys: { k1: 'key' } };

const ppr: StoredBody = {
  id: 'ppr',
  role: 'ppr',
  name: { sv: 'PPR', en: 'PPR' },
  mailbox: 'ppr@example.se',
  language: 'sv',
  version: 1,
};

/** The body whose agenda opens by the link that it was sent when it was as `then`, now that it is as `now`. */
const openedBy = async (then: StoredBody, now: StoredBody) => {
  const since = mailboxSince(then);
  const secret = linkSecret(RING, 'k1', agendaSubject(then.id, since));
  const links = new Map([[linkDigest(secret), { agenda: then.id, since }]]);
  const record = { link: async (digest: string) => links.get(digest), bodies: async () => [now] };
  return openAgenda({ record } as unknown as AnswerDeps, secret);
};

it('ROUTINE.md section 0 no. 12: a link to an agenda ends with the mailbox that it was sent to', async () => {
  const moved = { ...ppr, movedAt: '2026-12-01T09:01:00.000Z' };
  const movedAgain = { ...ppr, movedAt: '2026-12-02T09:01:00.000Z' };
  expect(await openedBy(ppr, ppr)).toBe(ppr);
  expect(await openedBy(ppr, moved)).toBeUndefined();
  expect(await openedBy(moved, moved)).toBe(moved);
  expect(await openedBy(moved, movedAgain)).toBeUndefined();
});
