import { beforeEach, describe, expect, it } from 'vitest';
import { listProgrammes } from '../../../functions/follow/api.ts';
import { showInterest, takeInterest } from '../../../functions/follow/interest.ts';
import { showProgramme, showProgrammes } from '../../../functions/follow/programmes.ts';
import { proposeInactivation } from '../../../functions/follow/proposals.ts';
import type { FollowDeps, FollowRecord } from '../../../functions/follow/record.ts';
import type { CaseFacts } from '../../../shared/case/facts.ts';
import type { Interest } from '../../../shared/records/interests.ts';
import type { Programme } from '../../../shared/records/programmes.ts';
import { registerEntry } from '../../../shared/records/register.ts';
import type { UnderWay } from '../../../shared/records/under-way.ts';
import type { HttpEvent, HttpResult } from '../../../shared/runtime/http.ts';
import { aQuestion, facts, NOW } from '../../builders/case.ts';
import { aSpreadProgramme } from '../../builders/spread-programme.ts';

const SECRETS = ['hemlig@example.se', 'ekdungen@example.se', 'Avtal 7', 'Exempelkliniken', 'medicinsk risk'];

const summary: UnderWay = {
  number: 'N-2026-0001',
  caseId: 'case-1',
  workingTitle: 'Sömn på nätet',
  clinicalAreas: ['psykisk hälsa vuxna'],
  targetGroup: 'Vuxna med insomni',
  summary: 'KBT mot sömnproblem, medicinsk risk bedömd.',
  nominatingUnit: 'Vårdcentral Ekdungen',
  submittedAt: '2026-01-10T08:00:00.000Z',
  milestone: 'forwardedToCouncil',
  councils: ['council-psykisk-halsa'],
};

const CATALOGUE: Programme = {
  id: 'EX-1',
  source: 'sobCatalogue',
  name: 'Sömnskola',
  publisher: 'Region Exempel',
  clinicalAreas: [],
};

let stored: CaseFacts | undefined;
let interests: Interest[];
let taken: Awaited<ReturnType<FollowRecord['putInterest']>>;
let recorded: Parameters<FollowRecord['record']>[1][];
let programmes: readonly Programme[];
let underWay: readonly UnderWay[];

const deps: FollowDeps = {
  deskBar: async () => ({}),
  now: () => NOW,
  record: {
    programmes: async () => programmes,
    programme: async (id) => programmes.find((it) => it.id === id),
    underWay: async () => underWay,
    bodies: async () => [
      {
        id: 'council-psykisk-halsa',
        role: 'coordinationCouncil',
        name: { sv: 'Samordningsråd psykisk hälsa', en: 'Coordination council for mental health' },
        mailbox: 'hemlig@example.se',
        language: 'sv',
      },
    ],
    summary: async (number) => (number === summary.number ? summary : undefined),
    facts: async () => stored,
    acts: async () => [],
    rows: async () => ({ rows: [], units: 0 }),
    search: async () => ({ rows: [], units: 0 }),
    putInterest: async (_, interest) => {
      interests.push(interest);
      return taken;
    },
    record: async (_, given) => {
      recorded.push(given);
      return recorded.length > 1;
    },
  },
};

beforeEach(() => {
  stored = facts({ head: { milestone: 'forwardedToCouncil', councils: ['council-psykisk-halsa'] } });
  interests = [];
  taken = 'new';
  recorded = [];
  programmes = [];
  underWay = [];
});

const published = (given: Parameters<typeof aSpreadProgramme>[0] = {}): void => {
  const programme = aSpreadProgramme(given);
  stored = facts({ head: { milestone: 'inUse', phase: 'review', phaseWanted: false }, programme });
  programmes = [registerEntry(stored.head, programme, summary)];
};

const event = (given: {
  readonly id?: string;
  readonly query?: Record<string, string>;
  readonly body?: string;
  readonly claims?: Record<string, string>;
}): HttpEvent =>
  ({
    routeKey: '',
    headers: {},
    pathParameters: { id: given.id ?? 'N-2026-0001' },
    queryStringParameters: given.query,
    body: given.body,
    requestContext: { authorizer: { jwt: { claims: given.claims ?? { client_id: 'journal' } } } },
  }) as unknown as HttpEvent;

/** Without its style, which nobody wants to read where a test fails. */
const bare = ({ statusCode, headers, body }: HttpResult) => ({
  statusCode,
  headers,
  body: String(body).replace(/<style>.*<\/style>/su, ''),
});

const list = async (query: Record<string, string> = {}): Promise<string> =>
  bare(await showProgrammes(deps, event({ query }))).body;

describe('R-10: the open list', () => {
  it('shows programmes and nominations with their status, council and units, and nothing else of them', async () => {
    published();
    underWay = [{ ...summary, number: 'N-2026-0002', workingTitle: 'Oro hos äldre', caseId: 'case-2' }];
    const page = await list();
    for (const words of [
      'Bättre nätter',
      'Används sedan 10 juni 2026',
      'Behandlingsprogram',
      'Psykisk hälsa, vuxna',
      'Samordningsråd psykisk hälsa',
      'Vårdcentral Ekdungen, Region Exempel',
      'Oro hos äldre',
      'Hos samordningsråd',
      'href="programmes/N-2026-0001"',
      'href="programmes/N-2026-0002"',
    ])
      expect(page).toContain(words);
    for (const secret of SECRETS) expect(page).not.toContain(secret);
  });

  it('R-e1: says where a programme comes from', async () => {
    published({ origin: 'purchase' });
    expect(await list()).toContain('Inköpt');
    published();
    expect(await list()).toContain('Skapat i regionen');
  });

  it('shows what others have only to who searches', async () => {
    programmes = [CATALOGUE];
    expect(await list()).not.toContain('Sömnskola');
    expect(await list({ q: 'sömn' })).toContain('Sömnskola');
  });

  it('keeps the search in the link to the other language, and in the field', async () => {
    const page = await list({ q: 'sömn & "oro"' });
    expect(page).toContain('href="?q=s%C3%B6mn+%26+%22oro%22&amp;lang=en"');
    expect(page).toContain('value="sömn &amp; &quot;oro&quot;"');
    expect(page).toContain('Inget hittades');
  });

  it('finds a programme by a unit that uses it, and a nomination by its council', async () => {
    published();
    underWay = [{ ...summary, number: 'N-2026-0002', workingTitle: 'Oro hos äldre', caseId: 'case-2' }];
    expect(await list({ q: 'region exempel' })).toContain('Bättre nätter');
    expect(await list({ q: 'samordningsråd' })).toContain('Oro hos äldre');
  });

  it('no longer shows what is taken down, and sets apart what no new patients start', async () => {
    published({ inactivatedOn: '2026-11-01' });
    expect(await list()).toContain('Program som inga nya patienter startar (1)');
    published({ inactivatedOn: '2026-11-01', unpublishedOn: '2026-11-20' });
    expect(await list()).not.toContain('Bättre nätter');
  });
});

describe('R-10: the page of one', () => {
  const one = async (id?: string) =>
    bare(await showProgramme(deps, event({ ...(id !== undefined && { id }) })));

  it('shows a nomination, what was decided, and the way to want it too', async () => {
    const told = { outcome: 'create' };
    stored = facts({
      head: { milestone: 'decided' },
      questions: [aQuestion('decision', 'sobOffice', { told })],
    });
    const { body } = await one();
    expect(body).toContain('Beslut är fattat');
    expect(body).toContain('Skapa programmet');
    expect(body).toContain('href="N-2026-0001/interest"');
    for (const secret of SECRETS) expect(body).not.toContain(secret);
  });

  it('shows a programme and since when each unit uses it', async () => {
    published();
    const { body } = await one();
    expect(body).toContain('Vårdcentral Ekdungen</span>, sedan 10 juni 2026');
    expect(body).toContain('Region Exempel</span>, annan region eller vårdgivare, sedan 1 augusti 2026');
    for (const secret of SECRETS) expect(body).not.toContain(secret);
  });

  it('is not there for another number', async () => {
    expect((await one('N-2026-0099')).statusCode).toBe(404);
  });

  it.each([
    [
      'a case that has ended',
      () => (stored = facts({ head: { milestone: 'declined', phaseWanted: false } })),
    ],
    ['an inactivated programme', () => published({ inactivatedOn: '2026-11-01' })],
  ])('offers nothing to want of %s', async (_what, given) => {
    given();
    expect((await one()).body).not.toContain('/interest"');
    expect((await showInterest(deps, event({}))).statusCode).toBe(410);
    expect((await want({ body: WANTED })).statusCode).toBe(409);
    expect(interests).toEqual([]);
  });
});

const WANTED = new URLSearchParams({
  unit: 'Vårdcentral Lärkan',
  need: 'Fyrtio patienter om året.',
  email: 'larkan@example.se',
  answeredByName: 'Exempel Person',
  answeredByRole: 'enhetschef',
}).toString();

const want = async (given: Parameters<typeof event>[0]) => bare(await takeInterest(deps, event(given)));

describe('R-10: "vi vill också"', () => {
  it('is kept with who, where and what', async () => {
    const { statusCode, headers } = await want({ body: WANTED, query: { lang: 'en' } });
    expect([statusCode, headers?.location]).toEqual([303, 'interest?done=1&lang=en']);
    expect(interests).toEqual([
      {
        unit: 'Vårdcentral Lärkan',
        need: 'Fyrtio patienter om året.',
        email: 'larkan@example.se',
        name: 'Exempel Person',
        role: 'enhetschef',
        at: NOW.toISOString(),
      },
    ]);
  });

  it('answers alike whoever sends it again: nobody learns who has wanted it', async () => {
    taken = 'known';
    expect((await want({ body: WANTED })).headers?.location).toBe('interest?done=1');
  });

  it('names what is missing and shows all that was written', async () => {
    const { statusCode, body } = await want({ body: 'unit=V%C3%A5rdcentral+L%C3%A4rkan&email=fel' });
    expect(statusCode).toBe(422);
    expect(body).toContain('<title>Fel: ');
    expect(body).toContain('value="Vårdcentral Lärkan"');
    for (const field of ['need', 'email', 'answeredByName', 'answeredByRole'])
      expect(body).toContain(`href="#f-${field}"`);
    expect(interests).toEqual([]);
  });

  it('goes on in the other language with what was written, and sends nothing in', async () => {
    const { statusCode, body } = await want({ body: `${WANTED}&_edit=`, query: { lang: 'en' } });
    expect([statusCode, interests]).toEqual([200, []]);
    expect(body).toContain('value="Vårdcentral Lärkan"');
    expect(body).toContain('We want it too');
  });

  it('says so, and shows what was written, where too many have wanted it already', async () => {
    taken = 'full';
    const { statusCode, body } = await want({ body: WANTED });
    expect(statusCode).toBe(409);
    expect(body).toContain('Inget är sparat');
    expect(body).toContain('Fyrtio patienter om året.');
  });

  it('is not read where it is longer than any answer', async () => {
    expect((await want({ body: 'x'.repeat(70_000) })).statusCode).toBe(413);
  });

  it('of nothing there is not found', async () => {
    const nowhere = event({ id: 'N-2026-0099', body: WANTED });
    expect((await takeInterest(deps, nowhere)).statusCode).toBe(404);
    expect((await showInterest(deps, nowhere)).statusCode).toBe(404);
  });
});

describe('/api/programmes', () => {
  it('R-10: lists our own, also those that are inactivated or taken down, with how they stand', async () => {
    published({ inactivatedOn: '2026-11-01', unpublishedOn: '2026-11-20' });
    const own: Programme = { ...CATALOGUE, id: 'OWN-1', source: 'vgr', name: 'Äldre' };
    programmes = [own, CATALOGUE, { ...own, id: 'OWN-2', goneOn: '2026-01-01' }, ...programmes];
    const { body } = await listProgrammes(deps, event({}));
    expect(JSON.parse(String(body))).toMatchObject({
      programmes: [
        { id: 'case-1', caseNumber: 'N-2026-0001', state: 'unpublished', unpublishedOn: '2026-11-20' },
        { id: 'OWN-1', name: 'Äldre' },
      ],
    });
    const found = await listProgrammes(deps, event({ query: { q: 'insomni' } }));
    expect(JSON.parse(String(found.body)).programmes).toHaveLength(1);
  });
});

const PROPOSAL = JSON.stringify({ ground: 'needChanged', proposalReason: 'Få använder det.' });

describe('R-k4: a proposal over the API', () => {
  const propose = (given: Parameters<typeof event>[0]) =>
    proposeInactivation(deps, event({ id: 'case-1', ...given }));

  it('is recorded as that act, as the client’s, again where somebody came between', async () => {
    published();
    const { statusCode, body } = await propose({ body: PROPOSAL });
    expect([statusCode, JSON.parse(String(body))]).toEqual([
      201,
      { id: 'case-1', caseNumber: 'N-2026-0001', proposedAt: NOW.toISOString() },
    ]);
    expect(recorded).toHaveLength(2);
    expect(recorded[1]).toMatchObject({
      kind: 'proposeInactivation',
      by: { client: 'journal' },
      answers: JSON.parse(PROPOSAL),
    });
  });

  it.each([
    ['404 of a case without a programme', () => undefined, PROPOSAL, 404],
    ['409 once it is inactivated', () => published({ inactivatedOn: '2026-11-01' }), PROPOSAL, 409],
    ['422 with something missing', () => published(), '{"ground":"needChanged"}', 422],
    ['400 where it is not JSON', () => published(), 'ground=needChanged', 400],
    ['413 where it is too large', () => published(), 'x'.repeat(70_000), 413],
  ])('%s', async (_what, given, body, status) => {
    given();
    const response = await propose({ body });
    expect(response.statusCode).toBe(status);
    expect(String(response.headers?.['content-type'])).toMatch(/^application\/problem\+json/);
    expect(recorded).toEqual([]);
  });

  it('403 from who cannot be named', async () => {
    expect((await propose({ body: PROPOSAL, claims: {} })).statusCode).toBe(403);
  });
});
