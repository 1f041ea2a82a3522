import { type JsonWebKey, randomBytes, sign } from 'node:crypto';
import { issuerSecrets } from '../../local/issuer.ts';
import type { DeskRole } from '../../shared/case/desk-people.ts';
import { SOB_OFFICE } from '../../shared/case/rounds.ts';
import { linkDigest } from '../../shared/links/links.ts';
import { mailboxSince, readBody } from '../../shared/records/bodies.ts';
import { type LinkTarget, putLink } from '../../shared/records/questions.ts';
import { movedNow } from './clock.ts';
import { atDesk } from './desk.ts';
import { beginDraft } from './drafts.ts';
import { linkTo, pageOf } from './links.ts';
import { agenda, MAILBOX, type Reached } from './people.ts';
import { store } from './record.ts';
import { system } from './system.ts';

/** Everyone who could come to a route, by what they have in their hands. */

/** The kinds of link, each with the path that it opens. */
export const LINKS = { question: 'a', case: 'c', agenda: 'm', draft: 'n', report: 'r' } as const;
export type LinkKind = keyof typeof LINKS;

/** What somebody comes with: headers, and the secret that they put where a path wants one. */
export interface Bearer {
  readonly headers: Readonly<Record<string, string>>;
  readonly secret: string;
}

const OURS = { 'sec-fetch-site': 'same-origin' };
const HOUR = 3600;

export const aGuess = (): string => randomBytes(32).toString('base64url');

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as the issuer signs it, with changes to its claims; `alg: 'none'` leaves it unsigned. */
export const aToken = (
  claims: Readonly<Record<string, unknown>>,
  { alg = 'RS256' }: { readonly alg?: 'RS256' | 'none' } = {},
): string => {
  const { kid, ...key } = issuerSecrets().signingKey;
  const iat = Math.floor(Date.now() / 1000);
  const payload = {
    ...{ iss: system().issuer, aud: 'nominera', sub: 'local-client', client_id: 'local-client' },
    ...{ iat, exp: iat + HOUR, scope: 'nominations.read nominations.write admin', ...claims },
  };
  const signed = `${base64url({ alg, kid, typ: 'at+jwt' })}.${base64url(payload)}`;
  if (alg === 'none') return `${signed}.`;
  const signature = sign('RSA-SHA256', Buffer.from(signed), { key: key as JsonWebKey, format: 'jwk' });
  return `${signed}.${signature.toString('base64url')}`;
};

const withToken = (token: string): Bearer => ({
  headers: { ...OURS, authorization: `Bearer ${token}` },
  secret: aGuess(),
});

const withLink = (link: string): Bearer => ({
  headers: OURS,
  secret: String(new URL(link).pathname.split('/').at(-1)),
});

/** A link that is in the record, made for this. */
const linked = async (target: LinkTarget): Promise<Bearer> => {
  const secret = aGuess();
  await putLink(store(), String(linkDigest(secret)), target);
  return { headers: OURS, secret };
};

/** @param changes headers in the place of those of a form on our own pages; `undefined` takes one away */
const loggedIn = async (
  role: DeskRole | 'none',
  changes: Readonly<Record<string, string | undefined>> = {},
  startedAt?: Date,
): Promise<Bearer> => {
  const given = Object.entries({ ...(await atDesk(role, startedAt)).headers, ...changes });
  const headers = Object.fromEntries(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return { headers, secret: aGuess() };
};

/**
 * Everyone, for a case that waits for PPR.
 * @param year of the report
 */
export const everybody = async ({ id, caseNumber, facts }: Reached, year: number) => {
  const office = await readBody(store(), SOB_OFFICE);
  const asked = facts.questions.find(({ round }) => round.step === 'pprPosition');
  if (office === undefined || asked === undefined) throw new Error('PPR is not asked');
  const long = new Date(movedNow().getTime() - 9 * HOUR * 1000);
  const now = Math.floor(Date.now() / 1000);
  const scoped = async (scope: string) => withToken(await system().token(scope));
  return {
    nobody: { headers: OURS, secret: aGuess() },
    'with what is no secret': { headers: OURS, secret: 'x' },

    'a token of all scopes, unsigned': withToken(aToken({}, { alg: 'none' })),
    'a token of all scopes, its signature changed': withToken(`${aToken({}).slice(0, -8)}AAAAAAAA`),
    'a token of all scopes, expired': withToken(aToken({ iat: now - 2 * HOUR, exp: now - HOUR })),
    'a token of all scopes, for another audience': withToken(aToken({ aud: 'another' })),
    'a token of all scopes, by another issuer': withToken(aToken({ iss: 'https://issuer.example.org' })),
    'a token without scope': withToken(aToken({ scope: undefined })),
    'a token of a scope that nobody knows': withToken(aToken({ scope: 'nominations' })),
    'nominations.read': await scoped('nominations.read'),
    'nominations.write': await scoped('nominations.write'),
    admin: await scoped('admin'),

    question: withLink(await linkTo(facts, 'pprPosition')),
    case: withLink(await pageOf(id, 'nominator')),
    agenda: withLink(await agenda(caseNumber, MAILBOX.ppr)),
    draft: withLink((await beginDraft()).link),
    report: await linked({ report: year, since: mailboxSince(office) }),
    'a replaced question': await linked({
      caseId: id,
      questionId: asked.id,
      linkVersion: asked.linkVersion - 1,
    }),
    'a replaced case': await linked({ caseId: id, reader: 'nominator', linkVersion: 0 }),
    'a replaced agenda': await linked({ agenda: 'ppr', since: '2019-01-01T00:00:00.000Z' }),
    'a replaced report': await linked({ report: year, since: '2019-01-01T00:00:00.000Z' }),
    'a draft that is gone': await linked({ draft: 'gone' }),
    'a link used as a token': withToken(aGuess()),

    officer: await loggedIn('officer'),
    reader: await loggedIn('reader'),
    'logged in without a role': await loggedIn('none'),
    'an officer whose session has ended': await loggedIn('officer', {}, long),
    'with a session that is a guess': {
      headers: { ...OURS, cookie: `__Host-nominera=${aGuess()}` },
      secret: aGuess(),
    },
    'an officer on a page of another site': await loggedIn('officer', {
      'sec-fetch-site': 'cross-site',
      origin: 'https://example.org',
    }),
    'an officer on a page of a sister site': await loggedIn('officer', { 'sec-fetch-site': 'same-site' }),
    'an officer whose browser says nothing': await loggedIn('officer', { 'sec-fetch-site': undefined }),
  } satisfies Readonly<Record<string, Bearer>>;
};

export type Who = keyof Awaited<ReturnType<typeof everybody>>;
