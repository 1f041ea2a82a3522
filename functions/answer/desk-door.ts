import { linkDigest } from '../../shared/links/links.ts';
import { deskRefusedPage, pageHeaders } from '../../shared/pages/pages.ts';
import type { Session } from '../../shared/records/sessions.ts';
import {
  deskHref,
  guard,
  loginHref,
  REFUSAL_STATUS,
  type Refusal,
  toLogin,
} from '../../shared/runtime/desk-door.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { sessionSecret } from '../../shared/runtime/session-cookie.ts';
import { type OpenedCase, openAtDesk } from './opened.ts';
import type { AnswerDeps } from './record.ts';
import { language, page, unknownLink } from './request.ts';
import { typedIn } from './sent.ts';
import { deskFrame } from './view.ts';

/** A case of the desk with what is behind its door. */
export type ServeAtDesk = (event: HttpEvent, opened: OpenedCase) => Promise<HttpResult>;

/** `/desk/cases/{number}` and what lies under it, for whoever is logged in and has a role. */
export const atDesk =
  (deps: AnswerDeps, serve: ServeAtDesk, needs: { readonly officer?: boolean } = {}) =>
  async (event: HttpEvent): Promise<HttpResult> => {
    const session = await sessionOf(deps, event);
    const verdict = guard(event, session, needs);
    if (verdict === 'login') return toLogin(event, pageHeaders);
    if (verdict !== 'open') return refused(event, verdict, session);
    if (session === undefined) throw new Error('The door let in nobody');
    const number = event.pathParameters?.number ?? '';
    const opened = await openAtDesk(deps, number, { session, href: deskHref(event) });
    return opened === undefined ? unknownLink(event) : serve(event, opened);
  };

const sessionOf = async ({ record }: AnswerDeps, event: HttpEvent): Promise<Session | undefined> => {
  const digest = linkDigest(sessionSecret(event) ?? '');
  return digest === undefined ? undefined : record.session(digest);
};

/** Nothing is changed, and nothing that was typed is lost. */
const refused = (event: HttpEvent, why: Refusal, session: Session | undefined): HttpResult => {
  const href = deskHref(event);
  return page(
    REFUSAL_STATUS[why],
    deskRefusedPage({
      lang: language(event),
      why,
      deskHref: href,
      loginHref: loginHref(event),
      isAnswer: event.requestContext.http.method === 'POST',
      typed: typedIn(event),
      ...(session && { name: session.name }),
      ...(session?.role && { desk: deskFrame({ session, href }) }),
    }),
  );
};
