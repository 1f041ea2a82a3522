import type { HttpEvent, HttpResult } from './http.ts';
import { isFromOurPages } from './session-cookie.ts';

/**
 * Why a request to the desk is let in or not:
 * - `open`: it may go on.
 * - `login`: nobody is logged in, and a page is asked for: see `toLogin`.
 * - `loggedOut`: a form was sent by somebody who is not logged in any more. What was typed must not be lost.
 * - `foreign`: a form that was not sent from our own pages.
 * - `forbidden`: somebody is logged in who has no role at the desk, or not the one that it takes.
 * - `readsOnly`: a reader sent a form.
 */
export type DeskVerdict = 'open' | 'login' | Refusal;

/** The verdicts that a page tells. */
export type Refusal = 'loggedOut' | 'foreign' | 'forbidden' | 'readsOnly';

export const REFUSAL_STATUS: Readonly<Record<Refusal, number>> = {
  loggedOut: 401,
  foreign: 403,
  forbidden: 403,
  readsOnly: 403,
};

/** What the door needs to know of a session; `undefined` where there is none. */
type Holder = { readonly role?: 'officer' | 'reader' } | undefined;

const isRead = ({ requestContext }: HttpEvent): boolean =>
  requestContext.http.method === 'GET' || requestContext.http.method === 'HEAD';

/**
 * The one rule of who may do what at the desk, for every function that has pages there.
 * @param session what `readSession` gives for the digest of `sessionSecret(event)`: its role is today's
 * @param needs `officer` for what readers may not even see
 */
export const guard = (
  event: HttpEvent,
  session: Holder,
  needs: { readonly officer?: boolean } = {},
): DeskVerdict => {
  if (!isRead(event) && !isFromOurPages(event)) return 'foreign';
  if (session === undefined) return isRead(event) ? 'login' : 'loggedOut';
  if (session.role === undefined) return 'forbidden';
  if (session.role === 'officer') return 'open';
  if (needs.officer) return 'forbidden';
  return isRead(event) ? 'open' : 'readsOnly';
};

/** From the page that is asked for up to where all our paths begin: the base may have a path of its own. */
const upFrom = ({ rawPath }: HttpEvent): string => '../'.repeat(rawPath.split('/').length - 2);

/** From the page that is asked for to the desk, as `DeskFrame.deskHref` wants it. */
export const deskHref = (event: HttpEvent): string => `${upFrom(event)}desk`;

/** To the login, and from there back to the page that is asked for. */
export const loginHref = (event: HttpEvent): string => {
  const path = event.rawPath.slice(1).split('/').map(encodeURIComponent).join('/');
  const next = event.rawQueryString === '' ? path : `${path}?${event.rawQueryString}`;
  return `${deskHref(event)}/login?${new URLSearchParams({ next })}`;
};

/** Pages of the desk, from where our paths begin; no path that leads out of it, and nothing that is not one. */
const PAGE_OF_DESK = /^desk(\/(?!%2e)[\w~%-][\w.~%-]*)*(\?[!-~]*)?$/i;
const MOST_OF_A_PATH = 1000;

/** Where a login goes on to: the page of the desk that `next` names, or the desk where it names none of ours. */
export const pageAfterLogin = (next: string | undefined): string =>
  next !== undefined && next.length <= MOST_OF_A_PATH && PAGE_OF_DESK.test(next) && !OF_THE_LOGIN.test(next)
    ? next
    : 'desk';

const OF_THE_LOGIN = /^desk\/(login|callback|logout)\b/;

/** @param headers those of pages */
export const toLogin = (event: HttpEvent, headers: HttpResult['headers'] = {}): HttpResult => ({
  statusCode: 303,
  headers: { ...headers, location: loginHref(event) },
});
