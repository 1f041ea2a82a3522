import { describe, expect, it } from 'vitest';
import { type DraftMails, sendDraftMail } from '../../../functions/ask/draft-mail.ts';
import type { Draft } from '../../../shared/case/draft.ts';
import { draftSubject, linkDigest, linkSecret } from '../../../shared/links/links.ts';
import type { DraftMail } from '../../../shared/records/drafts.ts';

const ring = { current: 'k1', keys: { k1: 'en nyckel' } };

const draft: Draft = {
  id: 'd-1',
  language: 'en',
  mailbox: 'enhet@example.se',
  answers: {},
  version: 1,
  createdAt: '2026-11-23T10:00:00.000Z',
  savedAt: '2026-11-23T10:00:00.000Z',
};

const message = { schema: 1, kind: 'draftMail', draftId: 'd-1', mailId: 'link/first' } as const;

const watched = (kind: DraftMail['kind'], { fails = false, gone = false, claimed = false } = {}) => {
  const done: string[] = [];
  const letters: string[] = [];
  let isClaimed = claimed;
  let isSent = false;
  const mails: DraftMails = {
    record: {
      draft: async () => (gone ? undefined : draft),
      claim: async (_, id) => {
        if (isClaimed || isSent) return undefined;
        isClaimed = true;
        return { id, kind };
      },
      markSent: async () => {
        isSent = true;
        done.push('sent');
      },
      release: async () => {
        isClaimed = false;
        done.push('released');
      },
      body: async (id) => ({
        id,
        role: 'sobOffice',
        name: { sv: 'SoB', en: 'SoB' },
        mailbox: 'sob@example.se',
        language: 'sv',
        version: 1,
      }),
      putLink: async (digest, target) => done.push(`link ${digest} to ${target.draft}`),
    },
    mailer: {
      send: async (to, letter, tags) => {
        if (fails) throw new Error('SES is away');
        done.push(`mail to ${to} about ${JSON.stringify(tags)}`);
        letters.push(letter.text);
        return { messageId: 'm-1' };
      },
    },
    keyRing: async () => ring,
    baseUrl: 'https://nominera.example.se',
  };
  return { mails, done, letters };
};

const secret = linkSecret(ring, 'k1', draftSubject('d-1'));

describe('the link to a draft', () => {
  it('is made where it is mailed, kept by its digest, and stands in the mail', async () => {
    const { mails, done, letters } = watched('link');
    await sendDraftMail(mails, message);
    expect(done).toEqual([
      `link ${linkDigest(secret)} to d-1`,
      'mail to enhet@example.se about {"draft":"d-1"}',
      'sent',
    ]);
    expect(letters[0]).toContain(`https://nominera.example.se/n/${secret}`);
    expect(letters[0]).toContain('lang=en');
  });

  it('is mailed once however often the message comes', async () => {
    const { mails, letters } = watched('link');
    await sendDraftMail(mails, message);
    await sendDraftMail(mails, message);
    expect(letters).toHaveLength(1);
  });

  it('is tried again where it could not be mailed', async () => {
    const { mails, done } = watched('link', { fails: true });
    await expect(sendDraftMail(mails, message)).rejects.toThrow('SES is away');
    expect(done.at(-1)).toBe('released');
  });

  it('is not mailed for a draft that is forgotten', async () => {
    const { mails, letters } = watched('link', { gone: true });
    await sendDraftMail(mails, message);
    expect(letters).toEqual([]);
  });
});

describe('a wish to be called', () => {
  it('is told to the office, with the way to the desk and nothing that was written', async () => {
    const { mails, done, letters } = watched('call');
    await sendDraftMail(mails, { ...message, mailId: 'call' });
    expect(done).toEqual(['mail to sob@example.se about {"draft":"d-1"}', 'sent']);
    expect(letters[0]).toContain('https://nominera.example.se/desk/drafts/d-1');
    expect(letters[0]).not.toContain('enhet@example.se');
  });
});
