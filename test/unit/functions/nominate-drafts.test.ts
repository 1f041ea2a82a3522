import { beforeEach, describe, expect, it } from 'vitest';
import type { DraftDeps } from '../../../functions/nominate/draft-deps.ts';
import { serveDraft } from '../../../functions/nominate/draft-pages.ts';
import type { Draft } from '../../../shared/case/draft.ts';
import { byField, toPosted } from '../../../shared/pages/posted.ts';
import { nominationForm } from '../../../shared/routine/nomination.ts';
import type { HttpEvent } from '../../../shared/runtime/http.ts';
import { sample } from '../../builders/samples.ts';

/** What the tests on the engine do not meet: others who save or send at the very moment, parts that cease to apply. */

const AT = '2026-11-23T10:00:00.000Z';

const draftOf = (nomination: Readonly<Record<string, unknown>>): Draft => {
  const values = Object.entries(byField(nominationForm, toPosted(nominationForm, nomination)));
  const answers = values
    .filter(([, value]) => Object.keys(value).length > 0)
    .map(([field, value]) => [field, { value, at: AT, by: 'anna', version: 1 }]);
  return {
    id: 'd-1',
    language: 'sv',
    mailbox: 'enhet@example.se',
    answers: Object.fromEntries(answers),
    version: 1,
    createdAt: AT,
    savedAt: AT,
  };
};

let stored: Draft;
/** What others do just before a write of ours. */
let meanwhile: (() => void)[];
let cases: number;

const unused = async (): Promise<never> => {
  throw new Error('Not part of this test');
};

const writes = (draft: { readonly version: number } | undefined, write: () => void): boolean => {
  meanwhile.shift()?.();
  if (stored.sent !== undefined || stored.version !== draft?.version) return false;
  write();
  return true;
};

const deps: DraftDeps = {
  record: {
    link: unused,
    session: unused,
    put: unused,
    wantMail: unused,
    countTry: unused,
    calls: unused,
    dealWithCall: unused,
    candidates: async () => [],
    draft: async () => stored,
    save: async (draft, before) =>
      writes(before, () => {
        stored = draft;
      }),
  },
  filing: {
    record: {
      nextCaseNumber: async () => 'N-2026-0001',
      submit: async ({ head, draft }) =>
        writes(draft, () => {
          cases += 1;
          stored = { ...stored, sent: { caseId: head.id, caseNumber: head.number, at: AT } };
        }),
    },
    now: () => new Date(AT),
    newId: () => 'new-id',
    patienceMinutes: 15,
  },
  files: { form: unused, inspect: unused, keep: unused, remove: unused, url: unused, give: async () => [] },
  now: () => new Date(AT),
  newId: () => 'new-id',
};

const post = async (part: string, body: Readonly<Record<string, string>>, opened = stored) => {
  const event = {
    rawPath: '/n/secret',
    routeKey: 'POST /n/{secret}',
    headers: {},
    queryStringParameters: { part },
    body: String(new URLSearchParams(body)),
    requestContext: { http: { method: 'POST' } },
  } as unknown as HttpEvent;
  const known = { today: '2026-11-23', facts: {}, registers: {} };
  const {
    statusCode,
    body: html = '',
    headers,
  } = await serveDraft(deps, event, {
    draft: opened,
    known,
    up: '../',
  });
  return { status: statusCode, html: String(html), location: String(headers?.location) };
};

const savedByBo = (text: string) => () => {
  const version = stored.version + 1;
  const summary = { value: { summary: text }, at: AT, by: 'bo', version };
  stored = { ...stored, version, answers: { ...stored.answers, summary } };
};

beforeEach(() => {
  stored = draftOf(sample(1).nomination);
  meanwhile = [];
  cases = 0;
});

describe('saving a part', () => {
  it('is tried again on what others have saved at the same moment', async () => {
    meanwhile = [savedByBo('Bo ett'), savedByBo('Bo två')];
    const { status } = await post('D', { _seen: 'targetGroup', targetGroup: 'Alla vuxna.' });
    expect(status).toBe(303);
    expect(stored.answers).toMatchObject({
      summary: { value: { summary: 'Bo två' } },
      targetGroup: { value: { targetGroup: 'Alla vuxna.' } },
    });
  });

  it('touches no field that its form did not show', async () => {
    const before = stored.answers.purpose;
    await post('D', { _seen: 'targetGroup', targetGroup: 'Alla vuxna.', purpose: 'Insmugglat.' });
    expect(stored.answers.purpose).toBe(before);
  });

  it('keeps what was written in a part that others have made not apply', async () => {
    await post('H', { _seen: 'existingPublisher', existingPublisher: 'Exempelförlaget' });
    expect(stored.answers.existingPublisher?.value).toEqual({ existingPublisher: 'Exempelförlaget' });
    const row = await post('H', { _seen: 'existingPublisher', existingPublisher: 'Ett till', _edit: '1' });
    expect(row.html).toContain('Ett till');
  });

  it('refuses what would make the whole too long, and shows it', async () => {
    const long = { value: { otherInformation: 'x'.repeat(256 * 1024) }, at: AT, by: 'bo', version: 1 };
    stored = { ...stored, answers: { ...stored.answers, otherInformation: long } };
    const { status, html } = await post('D', { _seen: 'targetGroup', targetGroup: 'En till.' });
    expect(status).toBe(413);
    expect(html).toContain('En till.');
    expect(stored.version).toBe(1);
  });

  it('sent again from the page of a fault, which carries the answers alone, loses nothing', async () => {
    await post('D', { targetGroup: 'Efter felet.' });
    expect(stored.answers.targetGroup).toMatchObject({ value: { targetGroup: 'Efter felet.' } });
    expect(stored.answers.targetGroup?.rivals).toHaveLength(1);
    expect(stored.answers.purpose?.value).toEqual({ purpose: sample(1).nomination.purpose });
  });
});

describe('sending', () => {
  const READ = { _version: '1', readThrough: 'true' };

  it('at the moment that somebody saves: nothing is sent, and it is read through again', async () => {
    meanwhile = [savedByBo('Bos sammanfattning')];
    const { status, html } = await post('review', READ);
    expect([status, cases]).toEqual([409, 0]);
    expect(html).toContain('Bos sammanfattning');
  });

  it('twice from the same page: one case, and the receipt both times', async () => {
    const first = stored;
    const answers = [await post('review', READ, first), await post('review', READ, first)];
    expect(answers.map(({ status, location }) => [status, location])).toEqual([
      [303, 'secret'],
      [303, 'secret'],
    ]);
    expect(cases).toBe(1);
  });

  it('takes nothing that lacks what must be there, whatever is posted', async () => {
    stored = draftOf({ workingTitle: 'Sömn' });
    const { status, html } = await post('review', READ);
    expect([status, cases]).toEqual([422, 0]);
    expect(html).toContain('Det här saknas för att skicka');
  });

  it('is not done by the button alone, which a mail scanner may press', async () => {
    const { status, html } = await post('review', { _version: '1' });
    expect([status, cases]).toEqual([422, 0]);
    expect(html).toContain('href="#f-readThrough"');
    expect(html).not.toMatch(/name="readThrough"[^>]*\schecked/u);
  });
});
