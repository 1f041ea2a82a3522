import { describe, expect, it } from 'vitest';
import { type CasesDeps, showCases } from '../../../functions/desk/cases.ts';
import type { CaseRow } from '../../../shared/case/row.ts';
import type { Body } from '../../../shared/records/bodies.ts';
import type { RowPage } from '../../../shared/records/rows.ts';
import type { HttpEvent } from '../../../shared/runtime/http.ts';
import type { Visitor } from '../../../shared/web/desk-door.ts';

const TODAY = '2026-12-01';

const council: Body = {
  id: 'council-a',
  role: 'coordinationCouncil',
  name: { sv: 'Råd A', en: 'Council A' },
  mailbox: 'a@example.se',
  language: 'sv',
};

const row: CaseRow = {
  id: 'case-1',
  number: 'N-2026-0001',
  title: 'Sömn på nätet',
  unit: 'Vårdcentral Ekdungen',
  kind: 'treatment',
  type: 'createNew',
  milestone: 'forwardedToCouncil',
  councils: ['council-a'],
  submittedOn: '2026-10-02',
  isOpen: true,
  waitingFor: ['council-a', 'projectOwner'],
  waitingSince: '2026-11-21',
  targetOn: '2026-11-30',
};

const visitor: Visitor = {
  session: {
    ...{ subject: 'sub-1', name: 'Exempel Handläggare', role: 'officer' },
    ...{ startedAt: '2026-12-01T08:00:00.000Z', endsAt: '2026-12-01T16:00:00.000Z' },
  },
  desk: { name: 'Exempel Handläggare', deskHref: 'desk', at: 'cases' },
};

/** A record that remembers what it was asked, and gives a page for each cursor that it knows. */
const asking = (pages: Readonly<Record<string, RowPage>> = { '': { rows: [row], units: 1 } }) => {
  const asked: unknown[] = [];
  const given = (cursor = ''): RowPage | 'badCursor' => pages[cursor] ?? 'badCursor';
  const deps: CasesDeps = {
    record: {
      bodies: async () => [council],
      rows: async (filter, { cursor, ...paging }) => {
        asked.push({ filter, ...paging, ...(cursor !== undefined && { cursor }) });
        return given(cursor);
      },
      search: async (words, filter, { cursor, today }) => {
        asked.push({ words, filter, today });
        return given(cursor);
      },
    },
    now: () => new Date(`${TODAY}T09:00:00.000Z`),
  };
  return { deps, asked };
};

const get = async (
  query: Readonly<Record<string, string>>,
  held = asking(),
  who: Visitor = visitor,
): Promise<{ status: number | undefined; text: string; html: string; asked: readonly unknown[] }> => {
  const event = { rawPath: '/desk', rawQueryString: '', queryStringParameters: query, headers: {} };
  const { statusCode, body = '' } = await showCases(held.deps, event as unknown as HttpEvent, who);
  const text = body.replaceAll(/<style>.*?<\/style>|<[^>]+>/gsu, ' ').replaceAll(/\s+/gu, ' ');
  return { status: statusCode, text, html: body, asked: held.asked };
};

const UNKNOWN = 'Något i adressen kändes inte igen';

describe('GET /desk', () => {
  it('shows what is under way, by the day that an answer is wished for', async () => {
    const { status, asked } = await get({});
    expect([status, asked]).toEqual([200, [{ filter: { state: 'open' }, order: 'target', today: TODAY }]]);
  });

  it('names whom a case waits for and counts the days', async () => {
    const { text } = await get({});
    for (const said of ['Råd A, Projektägaren', 'i 10 dagar', 'Försenat 1 dag', '60 dagar'])
      expect(text).toContain(said);
  });

  it('asks for just what the address says, and takes what is not chosen as nothing', async () => {
    const query = {
      ...{ q: '', state: 'ended', milestone: 'declined', council: 'council-a', kind: 'support' },
      ...{ year: '2025', waitingFor: '', order: 'oldest' },
    };
    const { asked, text } = await get(query);
    expect(asked).toEqual([
      {
        filter: {
          state: 'ended',
          milestone: 'declined',
          council: 'council-a',
          kind: 'support',
          year: '2025',
        },
        order: 'oldest',
        today: TODAY,
      },
    ]);
    expect(text).not.toContain(UNKNOWN);
  });

  it('asks for those that are overdue and wait for somebody, among all cases', async () => {
    const { asked } = await get({ state: 'all', overdue: '1', waitingFor: 'projectOwner' });
    expect(asked).toEqual([
      { filter: { overdue: true, waitingFor: 'projectOwner' }, order: 'target', today: TODAY },
    ]);
  });

  it('searches by words, with the filters that are chosen', async () => {
    const { asked } = await get({ q: ' sömn ', state: 'all', year: '2026' });
    expect(asked).toEqual([{ words: 'sömn', filter: { year: '2026' }, today: TODAY }]);
  });

  it.each([
    { milestone: 'finished' },
    { council: 'council-x' },
    { council: 'ppr' },
    { kind: 'neither' },
    { year: '26' },
    { overdue: 'yes' },
    { waitingFor: 'somebody' },
    { state: 'closed' },
    { order: 'best' },
  ])('leaves out %o, which nobody knows, and says so', async (query) => {
    const { status, text, asked } = await get(query as unknown as Record<string, string>);
    expect(status).toBe(200);
    expect(text).toContain(UNKNOWN);
    expect(asked).toEqual([{ filter: { state: 'open' }, order: 'target', today: TODAY }]);
  });

  it('says that what waits for somebody has one order only', async () => {
    const { text, asked } = await get({ order: 'newest' });
    expect(asked).toMatchObject([{ order: 'target' }]);
    expect(text).toContain('visas alltid efter den dag då svar önskas');
  });

  it('never asks for what has ended by target date, which would find none', async () => {
    expect((await get({ state: 'all', order: 'target' })).asked).toMatchObject([{ order: 'newest' }]);
  });

  it('goes on by the cursor, and begins anew with a sentence where the cursor leads nowhere', async () => {
    const pages = {
      '': { rows: [row], cursor: 'two', units: 1 },
      two: { rows: [{ ...row, number: 'N-2026-0002' }], units: 1 },
    };
    const first = await get({}, asking(pages));
    expect(first.html).toContain('?after=two&amp;first=2');
    const second = await get({ after: 'two', first: '2' }, asking(pages));
    expect(second.text).toContain('N-2026-0002');
    expect(second.text).toContain('Ärende 2–2.');
    const lost = await get({ after: 'three', first: '51' }, asking(pages));
    expect(lost.text).toContain('N-2026-0001');
    expect(lost.text).toContain(UNKNOWN);
  });

  it('says that it was cut short where a page is not full though there is more', async () => {
    const { text } = await get({}, asking({ '': { rows: [], cursor: 'on', units: 3 } }));
    expect(text).toContain('Sök vidare');
    const full = Array.from({ length: 50 }, (_, n) => ({ ...row, number: `N-2026-${n}` }));
    expect((await get({}, asking({ '': { rows: full, cursor: 'on', units: 3 } }))).text).toContain(
      'Visa fler',
    );
  });

  it('shows a reader the same list', async () => {
    const { status, text } = await get({}, asking(), {
      ...visitor,
      desk: { ...visitor.desk, readsOnly: true },
    });
    expect(status).toBe(200);
    expect(text).toContain('Exempel Handläggare (läsare)');
  });
});
