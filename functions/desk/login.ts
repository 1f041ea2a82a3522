import { randomBytes } from 'node:crypto';
import { type Claims, personAtLogin } from '../../shared/case/desk-people.ts';
import { linkDigest } from '../../shared/links/links.ts';
import { inLanguage } from '../../shared/pages/links.ts';
import { type LoginFault, loginFailedPage } from '../../shared/pages/pages.ts';
import type { LoginAttempt } from '../../shared/records/logins.ts';
import type { Language } from '../../shared/routine/words.ts';
import { minutesAfter } from '../../shared/runtime/clock.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { acceptedLanguage } from '../../shared/runtime/json-api.ts';
import { log } from '../../shared/runtime/log.ts';
import { loginCookie, loginSecret, sessionCookie } from '../../shared/runtime/session-cookie.ts';
import { pageAfterLogin, sessionDigest } from '../../shared/web/desk-door.ts';
import { language, page, seeOther } from '../../shared/web/request.ts';
import { changePerson } from './change-person.ts';
import { isDeclined } from './provider.ts';
import type { DeskDeps } from './record.ts';

/** How long somebody may take to log in, in minutes. */
const LOGIN_MINUTES = 10;
/** A working day. */
const SESSION_MINUTES = 8 * 60;

/**
 * `GET /desk/login`: begins a login, and sends the browser to the identity provider. The browser is known again by a secret
 * that logins in several of its tabs share.
 */
export const startLogin = async (deps: DeskDeps, event: HttpEvent): Promise<HttpResult> => {
  const { record, provider, now } = deps;
  const lang = language(event);
  const next = inItsLanguage(pageAfterLogin(event.queryStringParameters?.next), lang);
  const browser = digested(loginSecret(event)) ?? newSecret();
  const [state, verifier, nonce] = [newSecret().secret, newSecret().secret, newSecret().secret];
  try {
    const location = await provider.loginUrl({ state, verifier, nonce, lang });
    const endsAt = minutesAfter(now(), LOGIN_MINUTES);
    const attempt = { browser: browser.digest, verifier, nonce, next, endsAt };
    await record.putLogin(String(linkDigest(state)), attempt);
    return seeOther(location, [loginCookie(browser.secret, LOGIN_MINUTES)]);
  } catch (error) {
    return failed(error, next);
  }
};

/**
 * `GET /desk/callback`: the provider's answer. It counts once, in the browser where the login began; the session gets a new
 * secret, and the one before it ends.
 */
export const endLogin = async (deps: DeskDeps, event: HttpEvent): Promise<HttpResult> => {
  const { record, provider, baseUrl, now } = deps;
  const state = event.queryStringParameters?.state ?? '';
  const attempt = await takeAttempt(deps, event, state);
  if (attempt === undefined) return notLoggedIn(acceptedLanguage(event), 400, 'tooLong');
  try {
    const callback = new URL(`${baseUrl}/desk/callback?${event.rawQueryString}`);
    const claims = await provider.claims(callback, { state, ...attempt });
    await keepPerson(deps, claims);
    const { subject, name, email } = claims;
    const { secret, digest } = newSecret();
    const endsAt = minutesAfter(now(), SESSION_MINUTES);
    const startedAt = now().toISOString();
    await record.putSession(digest, { subject, name, ...(email && { email }), startedAt, endsAt });
    const before = sessionDigest(event);
    if (before !== undefined) await record.endSession(before);
    return seeOther(`../${attempt.next}`, [sessionCookie(secret)]);
  } catch (error) {
    return failed(error, attempt.next);
  }
};

const takeAttempt = async (
  { record, now }: DeskDeps,
  event: HttpEvent,
  state: string,
): Promise<LoginAttempt | undefined> => {
  const [digest, browser] = [linkDigest(state), digested(loginSecret(event))];
  if (digest === undefined || browser === undefined) return undefined;
  return record.takeLogin(digest, browser.digest, now());
};

/** What the desk knows of somebody who logs in becomes what the provider says, where the desk knows them at all. */
const keepPerson = async (deps: DeskDeps, claims: Claims): Promise<void> => {
  const { subject, name } = claims;
  await changePerson(deps, { subject, name }, (people) => {
    const person = personAtLogin(people, claims);
    if (person === undefined) return 'unknown';
    return isSame(person.before, person.after) ? 'asBefore' : person;
  });
};

const isSame = (one: object = {}, other: object): boolean =>
  JSON.stringify(Object.entries(one).toSorted()) === JSON.stringify(Object.entries(other).toSorted());

/** 256 bits. */
const newSecret = () => {
  const secret = randomBytes(32).toString('base64url');
  return { secret, digest: String(linkDigest(secret)) };
};

const digested = (secret = '') => {
  const digest = linkDigest(secret);
  return digest === undefined ? undefined : { secret, digest };
};

/** The provider knows nothing of the language of our pages: it is kept with where the login goes on to. */
const inItsLanguage = (next: string, lang: Language): string =>
  languageIn(next) === lang ? next : inLanguage(next, lang);

const languageIn = (next: string): Language => (/[?&]lang=en\b/.test(next) ? 'en' : 'sv');

const failed = (error: unknown, next: string): HttpResult => {
  const lang = languageIn(next);
  if (isDeclined(error)) return notLoggedIn(lang, 403, 'declined', next);
  // The name and the code alone: what a provider answers may hold what nobody else is to read.
  const { name, code } = error as Error & { code?: string };
  log.error('login failed', { name, code });
  return notLoggedIn(lang, 502, 'failed', next);
};

const notLoggedIn = (lang: Language, status: number, why: LoginFault, next = 'desk'): HttpResult =>
  page(status, loginFailedPage({ lang, why, loginHref: `login?${new URLSearchParams({ next })}` }));
