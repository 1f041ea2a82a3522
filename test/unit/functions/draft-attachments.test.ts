import { describe, expect, it } from 'vitest';
import { showAttachments, takeAttachment } from '../../../functions/nominate/attachments.ts';
import type { DraftDeps, OpenedDraft } from '../../../functions/nominate/draft-deps.ts';
import type { Draft } from '../../../shared/case/draft.ts';
import type { Inspected } from '../../../shared/files/uploads.ts';
import type { HttpEvent } from '../../../shared/runtime/http.ts';

/** What must hold of a draft's files whatever happens in between; the flow itself is tried on the engine. */

const NOW = new Date('2026-11-23T08:00:00.000Z');
const UPLOAD = {
  key: 'incoming',
  version: '1',
  id: 'a'.repeat(64),
  fileName: 'a.pdf',
  type: 'pdf',
  bytes: 9,
};

const begun: Draft = {
  id: 'draft',
  language: 'sv',
  answers: {},
  version: 3,
  createdAt: NOW.toISOString(),
  savedAt: NOW.toISOString(),
};

/** A draft that somebody else saves `meanwhile` times, just before it is to be saved. */
const aDraft = ({ isScanned = true, meanwhile = 0, sent = false } = {}) => {
  let draft: Draft = sent
    ? { ...begun, sent: { caseId: 'draft', caseNumber: 'N-2026-0001', at: '' } }
    : begun;
  let others = meanwhile;
  const kept: string[] = [];
  const found = { upload: UPLOAD, isScanned } as Inspected;
  const deps = {
    record: {
      draft: async () => draft,
      save: async (next: Draft, before: Draft) => {
        if (others > 0) {
          others -= 1;
          draft = { ...draft, version: draft.version + 1 };
        }
        if (before.version !== draft.version) return false;
        draft = next;
        return true;
      },
    },
    files: {
      form: async () => ({ url: 'https://files.example.com/', fields: {} }),
      inspect: async () => found,
      keep: async () => kept.push('kept'),
      remove: async () => kept.push('removed'),
    },
    now: () => NOW,
    newId: () => 'b',
  } as unknown as DraftDeps;
  const opened = (): OpenedDraft => ({
    draft,
    known: { today: '2026-11-23', facts: {}, registers: {} },
    up: '../',
  });
  const event = (method: string, body = '') =>
    ({
      rawPath: '/n/secret',
      headers: {},
      body,
      queryStringParameters: { part: 'attachments', upload: 'upload' },
      requestContext: { http: { method } },
    }) as unknown as HttpEvent;
  return {
    press: (body = 'title=Avtal') => takeAttachment(deps, event('POST', body), opened()),
    look: () => showAttachments(deps, event('GET'), opened()),
    draft: () => draft,
    kept,
  };
};

describe('a file that came in', () => {
  it('that the scanner has not come to stays where it is, with what was written; the same button tries again', async () => {
    const { press, draft, kept } = aDraft({ isScanned: false });
    const { statusCode, body } = await press('title=%C3%85rsavtal');
    expect(statusCode).toBe(422);
    expect(body).toContain('kontrolleras av virusskyddet');
    expect(body).toContain('value="Årsavtal"');
    expect([draft(), kept]).toEqual([begun, []]);
  });

  it('is kept before the draft says that it has it, and added once, also when others save at the same time', async () => {
    const { press, draft, kept } = aDraft({ meanwhile: 2 });
    expect((await press()).statusCode).toBe(303);
    expect((await press()).statusCode).toBe(303);
    expect(kept).toEqual(['kept', 'kept']);
    expect(draft().attachments).toEqual([
      {
        ...{ id: UPLOAD.id, title: 'Avtal', fileName: 'a.pdf', type: 'pdf', bytes: 9 },
        addedAt: NOW.toISOString(),
      },
    ]);
    expect(draft().version).toBe(begun.version + 3);
  });

  it('is not added to what was sent in meanwhile: the receipt is shown', async () => {
    const { press, draft, kept } = aDraft({ sent: true });
    const { statusCode, headers } = await press();
    expect([statusCode, headers?.location]).toEqual([303, 'secret']);
    expect([draft().attachments, kept]).toEqual([undefined, []]);
  });

  it('is not added by looking at it', async () => {
    const { look, draft, kept } = aDraft();
    expect((await look()).statusCode).toBe(200);
    expect([draft(), kept]).toEqual([begun, []]);
  });

  it('is removed from the draft before it is removed from the bucket, and once', async () => {
    const { press, draft, kept } = aDraft();
    await press();
    await press(`_remove=${UPLOAD.id}`);
    await press(`_remove=${UPLOAD.id}`);
    expect(draft().attachments).toEqual([]);
    expect(kept).toEqual(['kept', 'removed', 'removed']);
  });
});
