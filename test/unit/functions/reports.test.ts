import { beforeEach, describe, expect, it } from 'vitest';
import type { ReportDeps } from '../../../functions/follow/report-record.ts';
import { reportRoutes } from '../../../functions/follow/reports.ts';
import type { ApprovedReport } from '../../../shared/case/report.ts';
import type { Tally } from '../../../shared/case/tally.ts';
import { linkDigest } from '../../../shared/links/links.ts';
import { SEEN } from '../../../shared/pages/pages.ts';
import type { StoredBody } from '../../../shared/records/bodies.ts';
import type { HttpEvent, HttpResult } from '../../../shared/runtime/http.ts';

const SECRET = 's'.repeat(43);
const name = { sv: 'Organet', en: 'The body' };
const OFFICE: StoredBody = {
  ...{ id: 'sobOffice', role: 'sobOffice', name, mailbox: 'sob@example.se', language: 'sv', version: 1 },
};
const OWNERS: StoredBody = {
  ...{
    id: 'contentOwners',
    role: 'contentOwners',
    name,
    mailbox: 'agare@example.se',
    language: 'sv',
    version: 1,
  },
};

let counts: Record<string, number>;
let frozen: { approved: ApprovedReport; told: string | undefined }[];
let bodies: readonly StoredBody[];
let deps: ReportDeps;

beforeEach(() => {
  counts = { '2025/nominated': 3, '2026/nominated': 8, '2026/developed/treatment': 2 };
  frozen = [];
  bodies = [OFFICE, OWNERS];
  deps = {
    deskBar: async () => ({}),
    now: () => new Date('2027-01-11T09:00:00.000Z'),
    record: {
      counts: async (): Promise<Tally> => counts,
      versions: async (year) => frozen.map((it) => it.approved).filter(({ report }) => report.year === year),
      link: async (digest) => (digest === linkDigest(SECRET) ? { report: 2026, since: 'never' } : undefined),
      bodies: async () => bodies,
      freeze: async (approved, contentOwners) => {
        if (frozen.some((it) => it.approved.version === approved.version)) return false;
        frozen.push({ approved, told: contentOwners?.mailbox });
        return true;
      },
    },
  };
});

interface Request {
  readonly parameters?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

const call = (route: string, { parameters, query, headers = {}, body }: Request): Promise<HttpResult> => {
  const found = reportRoutes.find(({ method, path }) => `${method} ${path}` === route);
  if (found === undefined) throw new Error(`No route ${route}`);
  const event = { routeKey: route, pathParameters: parameters, queryStringParameters: query, headers, body };
  return found.handle(deps, event as unknown as HttpEvent);
};

const read = (year: string, query: Record<string, string> = {}) =>
  call('GET /reports/{year}', { parameters: { year }, query });
const api = (year: string, accept?: string, query: Record<string, string> = {}) =>
  call('GET /api/reports/{year}', {
    parameters: { year },
    query,
    headers: accept === undefined ? {} : { accept },
  });
const bodyOf = ({ body = '' }: HttpResult) => body;

const APPROVED_BY = { answeredByName: 'Exempel Person', answeredByRole: 'Handläggare' };

const NOBODY_TOLD = 'Rutinens innehållsansvariga finns inte i registret';

const toApprove = (query: Record<string, string> = {}) =>
  call('GET /r/{secret}', { parameters: { secret: SECRET }, query });
const seenIn = (page: HttpResult) =>
  new RegExp(`name="${SEEN}" value="([^"]+)"`, 'u').exec(bodyOf(page))?.[1] ?? '';
const approve = async (fields: Record<string, string> = APPROVED_BY, seen?: string) =>
  call('POST /r/{secret}', {
    parameters: { secret: SECRET },
    body: new URLSearchParams({ ...fields, [SEEN]: seen ?? seenIn(await toApprove()) }).toString(),
  });

describe('reading', () => {
  it('R-u1: until it is approved a report says that it is preliminary, and follows the counts', async () => {
    expect(bodyOf(await read('2026'))).toContain('Preliminär');
    expect(bodyOf(await read('2026'))).toContain('8 nomineringar');
    counts['2026/nominated'] = 9;
    expect(bodyOf(await read('2026'))).toContain('9 nomineringar');
  });

  it('there is a report from the first year that has a case to this year, and no other', async () => {
    const statuses = await Promise.all(
      ['2024', '2025', '2026', '2027', '2028', '26', 'x', ''].map(
        async (year) => (await read(year)).statusCode,
      ),
    );
    expect(statuses).toEqual([404, 200, 200, 200, 404, 404, 404, 404]);
    expect((await api('2028')).statusCode).toBe(404);
  });

  it('without a year is this year’s, in the language of the reader', async () => {
    const to = async (query: Record<string, string>) =>
      (await call('GET /reports', { query })).headers?.location;
    expect([await to({}), await to({ lang: 'en' })]).toEqual(['reports/2027', 'reports/2027?lang=en']);
  });

  it('leads to the years beside it that have a report', async () => {
    expect(bodyOf(await read('2025'))).toMatch(/href="2026"/u);
    expect(bodyOf(await read('2025'))).not.toMatch(/href="2024"/u);
    expect(bodyOf(await read('2026', { lang: 'en' }))).toMatch(/href="2027\?lang=en"/u);
  });

  it('the API gives JSON to whoever takes it or says nothing, CSV to whoever wants that, and nothing else', async () => {
    const types = await Promise.all(
      [undefined, '*/*', 'application/json', 'text/csv', 'text/csv;q=0.5, application/json', 'text/html'].map(
        async (accept) => {
          const { statusCode, headers } = await api('2026', accept);
          return [statusCode, String(headers?.['content-type']).split(';')[0]];
        },
      ),
    );
    expect(types).toEqual([
      [200, 'application/json'],
      [200, 'application/json'],
      [200, 'application/json'],
      [200, 'text/csv'],
      [200, 'application/json'],
      [406, 'application/problem+json'],
    ]);
    expect(JSON.parse(bodyOf(await api('2026')))).toMatchObject({ year: 2026, standing: 'preliminary' });
  });

  it('the page has the same figures as a file to download', async () => {
    const { headers, body } = await read('2026', { format: 'csv' });
    expect(headers?.['content-disposition']).toBe('attachment; filename="uppfoljning-2026.csv"');
    expect(body).toBe(bodyOf(await api('2026', 'text/csv')));
  });
});

describe('approving', () => {
  it('R-u1: freezes the figures that were looked through, with who and when', async () => {
    const { statusCode, headers } = await approve({ ...APPROVED_BY, comment: 'Två råd slogs ihop.' });
    expect([statusCode, headers?.location]).toEqual([303, `${SECRET}?done=1`]);
    expect(frozen).toMatchObject([
      {
        approved: {
          version: 1,
          approvedBy: 'Exempel Person, Handläggare',
          approvedAt: '2027-01-11T09:00:00.000Z',
          comment: 'Två råd slogs ihop.',
        },
        told: OWNERS.mailbox,
      },
    ]);
    counts['2026/nominated'] = 99;
    const page = bodyOf(await read('2026'));
    expect(page).toContain('8 nomineringar');
    expect(page).toContain('Godkänd av regionala SoB-förvaltningen den 11 januari 2027, version 1');
    expect(page).not.toContain('Exempel Person');
    expect(bodyOf(await api('2026'))).not.toContain('Exempel Person');
    const receipt = bodyOf(await toApprove({ done: '1' }));
    expect(receipt).toContain('Ni har godkänt uppföljningen för 2026');
    expect(receipt).toContain(`href="${SECRET}"`);
  });

  it('N-13, R-u2: says that the register has no content owners, and goes on without them', async () => {
    expect(bodyOf(await toApprove())).not.toContain(NOBODY_TOLD);
    bodies = [OFFICE];
    expect(bodyOf(await toApprove())).toContain(NOBODY_TOLD);
    expect((await approve()).statusCode).toBe(303);
    expect(frozen).toMatchObject([{ told: undefined }]);
  });

  it('R-u1: a later correction is a new version, which says why and what it takes the place of', async () => {
    await approve();
    counts['2026/nominated'] = 9;
    expect((await approve()).statusCode).toBe(422);
    expect((await approve({ ...APPROVED_BY, reason: 'Ett ärende var inte infört.' })).statusCode).toBe(303);
    expect(frozen[1]).toMatchObject({
      approved: { version: 2, replaces: 1, reason: 'Ett ärende var inte infört.' },
    });
    const page = bodyOf(await read('2026'));
    expect(page).toContain('9 nomineringar');
    expect(page).toContain('Gäller i stället för version 1: Ett ärende var inte infört.');
    const before = bodyOf(await read('2026', { version: '1' }));
    expect(before).toContain('8 nomineringar');
    expect(before).toContain('Version 2 gäller i stället för den här.');
    expect((await read('2026', { version: '3' })).statusCode).toBe(404);
    expect(JSON.parse(bodyOf(await api('2026', undefined, { version: '1' })))).toMatchObject({ version: 1 });
  });

  it('figures that changed since the page was opened are not approved', async () => {
    const seen = seenIn(await toApprove());
    counts['2026/nominated'] = 9;
    const { statusCode, body } = await approve({ ...APPROVED_BY, comment: 'Kvar' }, seen);
    expect(statusCode).toBe(409);
    expect(body).toContain('9 nomineringar');
    expect(body).toContain('Kvar');
    expect(frozen).toEqual([]);
  });

  it('the same form sent twice makes one version', async () => {
    const seen = seenIn(await toApprove());
    const statuses = [await approve(APPROVED_BY, seen), await approve(APPROVED_BY, seen)];
    expect(statuses.map(({ statusCode }) => statusCode)).toEqual([303, 409]);
    expect(frozen).toHaveLength(1);
  });

  it('a year that was approved has a report, whatever is counted of it afterwards', async () => {
    counts = {};
    expect((await approve()).statusCode).toBe(303);
    expect([(await read('2026')).statusCode, (await read('2025')).statusCode]).toEqual([200, 404]);
  });

  it('nothing is chosen beforehand, and a reader who sends nothing approves nothing', async () => {
    expect(bodyOf(await toApprove())).not.toMatch(/<[^>]+\b(checked|selected)\b[^>]*>/u);
    expect((await approve({})).statusCode).toBe(422);
    expect(frozen).toEqual([]);
  });

  it('a language can be changed in the middle of the form without losing what was typed', async () => {
    const { statusCode, body } = await approve({ comment: 'Två råd', _edit: '' });
    expect([statusCode, body?.includes('Två råd'), frozen.length]).toEqual([200, true, 0]);
  });

  it('the link is for whoever has it, and ends when the office moves', async () => {
    const guess = { parameters: { secret: 'x'.repeat(43) } };
    expect((await call('GET /r/{secret}', guess)).statusCode).toBe(404);
    bodies = [{ ...OFFICE, movedAt: '2027-01-10T09:00:00.000Z' }, OWNERS];
    expect((await toApprove()).statusCode).toBe(404);
    expect((await approve()).statusCode).toBe(404);
  });
});
