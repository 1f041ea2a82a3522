import { beforeAll, describe, expect, it } from 'vitest';
import { withQuery } from '../../local/people.ts';
import { draftIdOf } from '../../shared/case/draft.ts';
import { linkDigest } from '../../shared/links/links.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import type { Act, Actor, Step } from '../../shared/routine/question.ts';
import { movedNow } from '../harness/clock.ts';
import {
  aGuess,
  aToken,
  type Bearer,
  everybody,
  LINKS,
  type LinkKind,
  type Who,
} from '../harness/everybody.ts';
import {
  ANSWERS,
  CONFIRMED,
  type Fields,
  post,
  type Reached,
  reach,
  read,
  SIGNED,
} from '../harness/people.ts';
import { wholeTable } from '../harness/record.ts';
import { deployedRoutes } from '../harness/routes.ts';
import { system } from '../harness/system.ts';

/** Every route of the deployed API, tried as everyone. */

/** What opens a route. */
type Door =
  | 'everyone'
  | 'callback'
  | 'logout'
  | 'desk'
  | 'officers'
  | `link ${LinkKind}`
  | 'nominations.read'
  | 'nominations.write'
  | 'admin';

const READ = ['GET', 'HEAD'] as const;
const SEND = [...READ, 'POST'] as const;

const routes = (
  door: Door,
  methods: readonly string[],
  ...paths: readonly string[]
): readonly [string, Door][] =>
  paths.flatMap((path) => methods.map((method): [string, Door] => [`${method} ${path}`, door]));

const DOORS: Readonly<Record<string, Door>> = Object.fromEntries([
  ...routes(
    'everyone',
    READ,
    '/',
    '/glossary',
    '/accessibility',
    '/privacy',
    '/programmes',
    '/programmes/{id}',
  ),
  ...routes('everyone', READ, '/reports', '/reports/{year}', '/openapi.json'),
  ...routes('everyone', SEND, '/nominate', '/programmes/{id}/interest'),
  ...routes('everyone', ['GET'], '/desk/login'),
  ...routes('callback', ['GET'], '/desk/callback'),
  ...routes('logout', SEND, '/desk/logout'),
  ...routes('link question', SEND, '/a/{secret}'),
  ...routes('link case', SEND, '/c/{secret}'),
  ...routes('link agenda', SEND, '/m/{secret}'),
  ...routes('link draft', SEND, '/n/{secret}'),
  ...routes('link report', SEND, '/r/{secret}'),
  ...routes('desk', READ, '/desk', '/desk/bodies', '/desk/disclosures'),
  ...routes('desk', READ, '/desk/cases/{number}/print', '/desk/cases/{number}/export.json'),
  ...routes('desk', SEND, '/desk/bodies/new', '/desk/bodies/{id}', '/desk/calls', '/desk/drafts/{id}'),
  ...routes('desk', SEND, '/desk/cases/{number}'),
  ...routes('officers', SEND, '/desk/people', '/desk/cases/{number}/disclosure'),
  ...routes(
    'nominations.read',
    ['GET'],
    '/api/nominations',
    '/api/nominations/{id}',
    '/api/nominations/{id}/events',
  ),
  ...routes('nominations.read', ['GET'], '/api/programmes', '/api/programmes/{id}', '/api/reports/{year}'),
  ...routes('nominations.write', ['POST'], '/api/nominations', '/api/nominations/similar'),
  ...routes('nominations.write', ['POST'], '/api/nominations/{id}/withdrawal'),
  ...routes('nominations.write', ['POST'], '/api/programmes/{id}/inactivation-proposals'),
  ...routes('admin', ['GET'], '/api/bodies', '/api/bodies/{id}'),
  ...routes('admin', ['PUT'], '/api/bodies/{id}'),
]);

/** `in`: it goes on behind the door, whatever it says there; `login`: led to the login. */
type Verdict = 'in' | 'login' | 400 | 401 | 403 | 404 | 410;

/** Where nothing else is said below: by a token, by a link, and at the desk by asking for a page and by sending a form. */
interface Row {
  readonly token: 401 | 403;
  /** The scope, or the link, that one has. */
  readonly holds?: Door;
  /** The link that a newer one has replaced. */
  readonly replaced?: Door;
  readonly desk: readonly [Verdict, Verdict];
  readonly officers: readonly [Verdict, Verdict];
}

const OUT = { desk: ['login', 401], officers: ['login', 401] } as const;
const STRANGER: Row = { token: 401, ...OUT };
const WITHOUT_SCOPE: Row = { token: 403, ...OUT };
const FOREIGN: Row = { token: 401, desk: ['in', 403], officers: ['in', 403] };

const EXPECTED: Readonly<Record<Who, Row>> = {
  nobody: STRANGER,
  'with what is no secret': STRANGER,

  'a token of all scopes, unsigned': STRANGER,
  'a token of all scopes, its signature changed': STRANGER,
  'a token of all scopes, expired': STRANGER,
  'a token of all scopes, for another audience': STRANGER,
  'a token of all scopes, by another issuer': STRANGER,
  'a token without scope': WITHOUT_SCOPE,
  'a token of a scope that nobody knows': WITHOUT_SCOPE,
  'nominations.read': { ...WITHOUT_SCOPE, holds: 'nominations.read' },
  'nominations.write': { ...WITHOUT_SCOPE, holds: 'nominations.write' },
  admin: { ...WITHOUT_SCOPE, holds: 'admin' },

  question: { ...STRANGER, holds: 'link question' },
  case: { ...STRANGER, holds: 'link case' },
  agenda: { ...STRANGER, holds: 'link agenda' },
  draft: { ...STRANGER, holds: 'link draft' },
  report: { ...STRANGER, holds: 'link report' },
  'a replaced question': { ...STRANGER, replaced: 'link question' },
  'a replaced case': { ...STRANGER, replaced: 'link case' },
  'a replaced agenda': STRANGER,
  'a replaced report': STRANGER,
  'a draft that is gone': STRANGER,
  'a link used as a token': STRANGER,

  officer: { token: 401, desk: ['in', 'in'], officers: ['in', 'in'] },
  reader: { token: 401, desk: ['in', 403], officers: [403, 403] },
  'logged in without a role': { token: 401, desk: [403, 403], officers: [403, 403] },
  'an officer whose session has ended': STRANGER,
  'with a session that is a guess': STRANGER,
  'an officer on a page of another site': FOREIGN,
  'an officer on a page of a sister site': FOREIGN,
  'an officer whose browser says nothing': FOREIGN,
};

const expected = (who: Who, route: string, door: Door): Verdict => {
  const row = EXPECTED[who];
  const isForm = route.startsWith('POST');
  if (door === 'everyone' || row.holds === door) return 'in';
  if (door === 'callback') return 400;
  if (door === 'logout') return isForm && row === FOREIGN ? 403 : 'in';
  if (door === 'desk' || door === 'officers') return row[door][isForm ? 1 : 0];
  if (!door.startsWith('link ')) return row.token;
  return row.replaced === door && !route.endsWith('.ics') ? 410 : 404;
};

const YEAR = movedNow().getUTCFullYear();

let everyone: Readonly<Record<Who, Bearer>>;
let reached: Reached;
let caller: string;

/** Somebody who wants to be called: their draft. */
const aCall = async (): Promise<string> => {
  const key = crypto.randomUUID();
  const said = { name: 'Exempel Person', unit: 'Enhet', phone: '010-000 00 71', about: 'En idé.' };
  const body = new URLSearchParams({ _key: key, ...said });
  const kept = await fetch(`${system().baseUrl}/nominate?call=1`, {
    method: 'POST',
    body,
    redirect: 'manual',
  });
  expect(kept.status).toBe(303);
  return draftIdOf(key, 'call');
};

beforeAll(async () => {
  reached = await reach('pprPosition');
  [everyone, caller] = await Promise.all([everybody(reached, YEAR), aCall()]);
}, 120_000);

const ID_OF: Readonly<Record<string, () => string>> = {
  '/desk/bodies/{id}': () => 'ppr',
  '/desk/drafts/{id}': () => caller,
  '/programmes/{id}': () => reached.caseNumber,
  '/programmes/{id}/interest': () => reached.caseNumber,
  '/api/bodies/{id}': () => 'ppr',
  '/api/nominations/{id}': () => reached.id,
  '/api/nominations/{id}/events': () => reached.id,
  '/api/nominations/{id}/withdrawal': () => reached.id,
};

const pathOf = (path: string, secret: string): string =>
  path
    .replace('{secret}', secret)
    .replace('{number}', reached.caseNumber)
    .replace('{year}', String(YEAR))
    .replace('{id}', () => ID_OF[path]?.() ?? reached.caseNumber);

/** A form that changes nothing by itself, or for the API an object without anything in it. */
const bodyOf = (method: string, path: string) => {
  if (READ.some((it) => it === method)) return {};
  return path.startsWith('/api/') ? { body: '{}' } : { body: new URLSearchParams() };
};

const tried = (route: string, { headers, secret }: Bearer): Promise<Response> => {
  const [method = '', path = ''] = route.split(' ');
  const url = `${system().baseUrl}${pathOf(path, secret)}`;
  return fetch(url, { method, headers, redirect: 'manual', ...bodyOf(method, path) });
};

const verdictOf = (route: string, { status, headers }: Response): Verdict | number => {
  if (/(^|\/)login\?next=/u.test(headers.get('location') ?? '')) return 'login';
  // The authorizer says 401 or 403: what is not found was looked for.
  if (status === 404 && route.includes(' /api/')) return 'in';
  return [400, 401, 403, 404, 410].includes(status) || status >= 500 ? status : 'in';
};

const AT_ONCE = 6;

const each = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  for (let first = 0; first < items.length; first += AT_ONCE)
    await Promise.all(items.slice(first, first + AT_ONCE).map(work));
};

/** To be tried last. */
const endsSession = ({ route }: { readonly route: string }): boolean => route === 'POST /desk/logout';

/** The newest question of a step. */
const questionTo = ({ facts }: Reached, step: Step): string => {
  const found = facts.questions.find(({ round }) => round.step === step);
  if (found === undefined) throw new Error(`${step} is not asked`);
  return found.id;
};

/** The secret with its first character changed. */
const near = (secret: string): string => `${secret.startsWith('A') ? 'B' : 'A'}${secret.slice(1)}`;

/** Headers that differ between any two answers. */
const OF_EACH_ANSWER = ['date', 'apigw-requestid', 'x-amzn-requestid', 'x-amzn-trace-id'];

const TRIES = Object.entries(DOORS).flatMap(([route, door]) =>
  Object.keys(EXPECTED).map((who) => ({
    route,
    who: who as Who,
    verdict: expected(who as Who, route, door),
  })),
);

describe('every route as everyone', () => {
  it('is known by what opens it: there is no route but those in the table', async () => {
    expect(await deployedRoutes()).toEqual(Object.keys(DOORS).sort());
  });

  it('each refused attempt is refused as the table says, shows nothing of the case, and leaves every byte of the record', async () => {
    const before = JSON.stringify(await wholeTable());
    const title = String(/<h1[^>]*>([^<]+)/u.exec(await read(reached.nominator))?.[1]).trim();
    const wrong: unknown[] = [];
    const refused = TRIES.filter(({ verdict }) => verdict !== 'in');
    await each(refused, async ({ route, who, verdict }) => {
      const response = await tried(route, everyone[who]);
      const text = await response.text();
      const given = verdictOf(route, response);
      if (given !== verdict || text.includes(title)) wrong.push({ route, who, verdict, given });
    });
    expect(wrong).toEqual([]);
    expect(refused.length).toBeGreaterThan(1000);
    expect(JSON.stringify(await wholeTable())).toBe(before);
  }, 600_000);

  it('each other attempt is let in', async () => {
    const wrong: unknown[] = [];
    const open = TRIES.filter(({ verdict }) => verdict === 'in');
    const enter = async ({ route, who }: (typeof TRIES)[number]): Promise<void> => {
      const given = verdictOf(route, await tried(route, everyone[who]));
      if (given !== 'in') wrong.push({ route, who, given });
    };
    await each(
      open.filter((it) => !endsSession(it)),
      enter,
    );
    await each(open.filter(endsSession), enter);
    expect(wrong).toEqual([]);
  }, 600_000);

  it('a token that these tests make is like those of the issuer: the others are refused for what is wrong with them', async () => {
    const headers = { authorization: `Bearer ${aToken({})}` };
    expect((await fetch(`${system().baseUrl}/api/bodies`, { headers })).status).toBe(200);
  });
});

describe('a link opens what it is for and nothing else', () => {
  const linkOf = (kind: LinkKind): string => `${system().baseUrl}/${LINKS[kind]}/${everyone[kind].secret}`;

  /** A page without what its own links carry on of the query that it was asked for with. */
  const withoutQueries = (html: string): string => html.replaceAll(/\?[^"]*"/gu, '"');
  const shown = async (link: string): Promise<string> => withoutQueries(await read(link));
  const sent = async (link: string, fields: Fields): Promise<readonly [number, string]> => {
    const response = await post(link, { ...fields, ...SIGNED, ...CONFIRMED });
    return [response.status, withoutQueries(await response.text())];
  };

  it('a question that is another’s is neither shown nor answered, in this case or another', async () => {
    const other = await reach('position');
    const [council, office] = [questionTo(reached, 'position'), 'nomination/decision/1/sobOffice'];
    const ppr = questionTo(reached, 'pprPosition');
    const foreign: readonly [LinkKind, Step, Readonly<Record<string, string>>][] = [
      ['case', 'decision', { question: office }],
      ['case', 'pprPosition', { question: ppr }],
      ['case', 'position', { question: council }],
      ['agenda', 'position', { case: reached.id, question: council }],
      ['agenda', 'decision', { case: reached.id, question: office }],
      ['agenda', 'position', { case: other.id, question: questionTo(other, 'position') }],
      ['agenda', 'pprPosition', { case: other.id, question: ppr }],
    ];
    const before = JSON.stringify(await wholeTable());
    for (const [kind, step, query] of foreign) {
      const link = withQuery(linkOf(kind), query);
      const page = await shown(linkOf(kind));
      expect(await shown(link)).toBe(page);
      const [status, html] = await sent(link, ANSWERS[step]);
      expect([link, status]).toEqual([link, kind === 'agenda' ? 404 : 200]);
      if (kind === 'case') expect(html).toBe(page);
    }
    expect(JSON.stringify(await wholeTable())).toBe(before);
  });

  it.each<[LinkKind, readonly Actor[]]>([
    ['question', ['asked', 'referrer']],
    ['case', ['nominator']],
  ])(
    'behind the link of a %s an act that is another’s is as one that does not exist, and does nothing',
    async (kind, mine) => {
      const tried = async (act: string) => {
        const link = withQuery(linkOf(kind), { act });
        return [...(await sent(link, {})), await shown(link)];
      };
      const foreign = Object.values(ACTS).filter((act: Act) => !act.by.some((it) => mine.includes(it)));
      expect(foreign.length).toBeGreaterThan(5);
      const before = JSON.stringify(await wholeTable());
      const unknown = await tried('nothing');
      for (const { id } of foreign) expect([id, ...(await tried(id))]).toEqual([id, ...unknown]);
      expect(JSON.stringify(await wholeTable())).toBe(before);
    },
    120_000,
  );
});

describe('guessing links', () => {
  it('a link holds 256 bits, of which the record has only the digest', async () => {
    const table = JSON.stringify(await wholeTable());
    for (const kind of ['question', 'case', 'agenda', 'draft'] as const) {
      const { secret } = everyone[kind];
      expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
      expect(table).not.toContain(secret);
      expect(table).toContain(String(linkDigest(secret)));
    }
  });

  it.each(Object.entries(LINKS))(
    'near an open %s link, near one that is used, replaced or of another kind: all are told the same',
    async (_kind, path) => {
      const secrets = [...Object.values(everyone).map(({ secret }) => near(secret)), aGuess(), 'x'];
      for (const method of ['GET', 'POST']) {
        const told = new Set<string>();
        for (const secret of secrets) {
          const url = `${system().baseUrl}/${path}/${secret}`;
          const response = await fetch(url, { method, ...bodyOf(method, `/${path}`) });
          const headers = [...response.headers].filter(([name]) => !OF_EACH_ANSWER.includes(name));
          told.add(JSON.stringify([response.status, headers, await response.text()]));
        }
        expect([...told].map((it) => it.slice(0, 5))).toEqual(['[404,']);
      }
    },
    120_000,
  );
});
