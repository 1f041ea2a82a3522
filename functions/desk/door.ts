import { linkDigest } from '../../shared/links/links.ts';
import { deskRefusedPage, pageHeaders } from '../../shared/pages/pages.ts';
import type { Session } from '../../shared/records/sessions.ts';
import { deskHref, guard, loginHref, REFUSAL_STATUS, toLogin } from '../../shared/runtime/desk-door.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { sessionSecret } from '../../shared/runtime/session-cookie.ts';
import type { DeskDeps } from './record.ts';
import { isPost, language, page } from './request.ts';

type Behind = (deps: DeskDeps, event: HttpEvent, session: Session) => Promise<HttpResult>;

/** A route of the desk: served to whoever may have it, and otherwise the login or why not. */
export const behindDoor =
  (serve: Behind, needs: { readonly officer?: boolean } = {}) =>
  async (deps: DeskDeps, event: HttpEvent): Promise<HttpResult> => {
    const session = await sessionOf(deps, event);
    const verdict = guard(event, session, needs);
    if (verdict === 'login') return toLogin(event, pageHeaders);
    if (verdict === 'open' && session !== undefined) return serve(deps, event, session);
    const why = verdict === 'open' ? 'loggedOut' : verdict;
    const refused = deskRefusedPage({
      ...{ why, lang: language(event), isAnswer: isPost(event) },
      ...{ deskHref: deskHref(event), loginHref: loginHref(event) },
      ...(session && whoIs(event, session)),
    });
    return page(REFUSAL_STATUS[why], refused);
  };

/** Whoever has a role can go elsewhere at the desk; whoever has none must say what they are called, to be given one. */
const whoIs = (event: HttpEvent, { name, subject, role }: Session) =>
  role === undefined
    ? { name, subject }
    : {
        desk: {
          ...{ name, deskHref: deskHref(event), at: 'people' as const },
          ...(role === 'reader' && { readsOnly: true as const }),
        },
      };

/** Whose request it is, if anybody's. */
export const sessionOf = async (
  { record, now }: DeskDeps,
  event: HttpEvent,
): Promise<Session | undefined> => {
  const digest = sessionDigest(event);
  return digest === undefined ? undefined : record.session(digest, now());
};

export const sessionDigest = (event: HttpEvent): string | undefined => linkDigest(sessionSecret(event) ?? '');
