import { linkDigest } from '../links/links.ts';
import { type DeskFrame, type DeskRefusal, type DeskRefusedView, deskRefusedPage } from '../pages/pages.ts';
import type { Session } from '../records/sessions.ts';
import type { HttpEvent, HttpResult } from '../runtime/http.ts';
import { isFromOurPages, sessionSecret } from '../runtime/session-cookie.ts';
import { isPost, language, page, seeOther } from './request.ts';

/** `open`: the request may go on; `login`: nobody is logged in, and a page is asked for. The rest are told by a page. */
export type DeskVerdict = 'open' | 'login' | DeskRefusal;

const REFUSAL_STATUS: Readonly<Record<DeskRefusal, number>> = {
  loggedOut: 401,
  foreign: 403,
  forbidden: 403,
  readsOnly: 403,
};

const isRead = ({ requestContext }: HttpEvent): boolean =>
  requestContext.http.method === 'GET' || requestContext.http.method === 'HEAD';

/** What a page of the desk asks of its visitor. */
export interface Needs {
  /** Readers may not even see it. */
  readonly officer?: boolean;
}

/** The one rule of who may do what at the desk. */
export const guard = (
  event: HttpEvent,
  session: Pick<Session, 'role'> | undefined,
  needs: Needs = {},
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

/** The session that is kept under a digest, with the role that its holder has today; see `readSession`. */
export type ReadSession = (digest: string) => Promise<Session | undefined>;

export const sessionDigest = (event: HttpEvent): string | undefined => linkDigest(sessionSecret(event) ?? '');

/** Whose request it is, if anybody's. */
export const sessionOf = async (event: HttpEvent, read: ReadSession): Promise<Session | undefined> => {
  const digest = sessionDigest(event);
  return digest === undefined ? undefined : read(digest);
};

/** Somebody who is let in at the desk. */
export interface Visitor {
  readonly session: Session;
  /** The bar of their pages. */
  readonly desk: DeskFrame;
}

/** A page of the desk: where it is there, whom it is for, and how what is typed on it is read for whoever is not let in. */
export interface Door {
  readonly read: ReadSession;
  readonly at: DeskFrame['at'];
  readonly needs?: Needs;
  readonly typedIn?: (event: HttpEvent) => Pick<DeskRefusedView, 'typed' | 'alongside'>;
}

/** Serves a page to whoever may have it; others get the login, or why not with what they typed. */
export const behindDoor = async (
  event: HttpEvent,
  door: Door,
  serve: (visitor: Visitor) => Promise<HttpResult>,
): Promise<HttpResult> => {
  const session = await sessionOf(event, door.read);
  const verdict = guard(event, session, door.needs);
  if (verdict === 'login') return seeOther(loginHref(event));
  if (verdict !== 'open') return refused(event, verdict, door, session);
  if (session === undefined) throw new Error('The door let in nobody');
  return serve({ session, desk: deskFrame(event, session, door.at) });
};

const refused = (
  event: HttpEvent,
  why: DeskRefusal,
  { at, typedIn }: Pick<Door, 'at' | 'typedIn'>,
  session?: Session,
): HttpResult =>
  page(
    REFUSAL_STATUS[why],
    deskRefusedPage({
      ...{ why, lang: language(event), isAnswer: isPost(event) },
      ...{ deskHref: deskHref(event), loginHref: loginHref(event) },
      ...(session && whoIs(event, session, at)),
      ...(isPost(event) && typedIn?.(event)),
    }),
  );

/** A form that came from somebody else's page, whoever is logged in. */
export const foreignForm = (event: HttpEvent): HttpResult => refused(event, 'foreign', { at: 'cases' });

/** Whoever has a role can go elsewhere at the desk; whoever has none must say what they are called, to be given one. */
const whoIs = (event: HttpEvent, session: Session, at: DeskFrame['at']): Partial<DeskRefusedView> =>
  session.role === undefined
    ? { name: session.name, subject: session.subject }
    : { desk: deskFrame(event, session, at) };

const deskFrame = (event: HttpEvent, { name, role }: Session, at: DeskFrame['at']): DeskFrame => ({
  ...{ name, deskHref: deskHref(event), at },
  ...(role === 'reader' && { readsOnly: true }),
});

/** The bar of the desk for whoever is logged in there, on a page that is open to everybody; nothing for others. */
export type DeskBarOf = (event: HttpEvent, at: DeskFrame['at']) => Promise<{ readonly desk?: DeskFrame }>;

export const deskBarFrom =
  (read: ReadSession): DeskBarOf =>
  async (event, at) => {
    const session = await sessionOf(event, read);
    return session?.role === undefined ? {} : { desk: deskFrame(event, session, at) };
  };
