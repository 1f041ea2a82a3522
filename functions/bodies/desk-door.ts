import { linkDigest } from '../../shared/links/links.ts';
import {
  type DeskFrame,
  type DeskRefusedView,
  deskRefusedPage,
  pageHeaders,
  VERSION,
} from '../../shared/pages/pages.ts';
import { readPosted } from '../../shared/pages/posted.ts';
import type { Session } from '../../shared/records/sessions.ts';
import { bodySheet } from '../../shared/routine/body.ts';
import { deskHref, guard, loginHref, REFUSAL_STATUS, toLogin } from '../../shared/runtime/desk-door.ts';
import { bodyText, type HttpEvent, type HttpResult } from '../../shared/runtime/http.ts';
import { sessionSecret } from '../../shared/runtime/session-cookie.ts';
import type { Bodies } from './change.ts';
import type { DeskRecord } from './desk-record.ts';
import { isPost, language, page } from './request.ts';

/** The register, for whoever is logged in at the desk. */
export interface DeskBodies extends Bodies {
  readonly desk: DeskRecord;
}

export interface Visitor {
  readonly session: Session;
  readonly desk: DeskFrame;
}

type Serve = (bodies: DeskBodies, event: HttpEvent, visitor: Visitor) => Promise<HttpResult>;

/** A page of the register, served to whoever may have it, and otherwise the login, or why not with what was typed. */
export const behindDoor =
  (serve: Serve) =>
  async (bodies: DeskBodies, event: HttpEvent): Promise<HttpResult> => {
    const digest = linkDigest(sessionSecret(event) ?? '');
    const session = digest === undefined ? undefined : await bodies.desk.session(digest, bodies.now());
    const verdict = guard(event, session);
    if (verdict === 'login') return toLogin(event, pageHeaders);
    if (verdict === 'open' && session !== undefined)
      return serve(bodies, event, { session, desk: frameOf(event, session) });
    const why = verdict === 'open' ? 'loggedOut' : verdict;
    return page(
      REFUSAL_STATUS[why],
      deskRefusedPage({
        ...{ why, lang: language(event), isAnswer: isPost(event) },
        ...{ deskHref: deskHref(event), loginHref: loginHref(event) },
        ...(session && whoIs(event, session)),
        ...(isPost(event) && typedIn(event)),
      }),
    );
  };

const whoIs = (event: HttpEvent, session: Session) =>
  session.role === undefined
    ? { name: session.name, subject: session.subject }
    : { desk: frameOf(event, session) };

const frameOf = (event: HttpEvent, { name, role }: Session): DeskFrame => ({
  ...{ name, deskHref: deskHref(event), at: 'bodies' },
  ...(role === 'reader' && { readsOnly: true }),
});

const typedIn = (event: HttpEvent): Pick<DeskRefusedView, 'typed' | 'alongside'> => {
  const body = bodyText(event);
  if (body === undefined) return {};
  const version = new URLSearchParams(body).get(VERSION);
  return {
    typed: { sheet: bodySheet, ...readPosted(bodySheet.form, body, UNREAD) },
    ...(version !== null && { alongside: { [VERSION]: version } }),
  };
};

/** Nothing is read for whoever is not let in. */
const UNREAD = { today: '', facts: {}, registers: {} };
