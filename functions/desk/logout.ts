import { inLanguage } from '../../shared/pages/links.ts';
import { loggedOutPage } from '../../shared/pages/pages.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { log } from '../../shared/runtime/log.ts';
import { isFromOurPages, noSessionCookie } from '../../shared/runtime/session-cookie.ts';
import { foreignForm, sessionDigest, sessionOf } from '../../shared/web/desk-door.ts';
import { language, page, seeOther } from '../../shared/web/request.ts';
import { type DeskDeps, sessionsOf } from './record.ts';

/** `GET /desk/logout`: that nobody is logged in any more; whoever still is goes to the desk. */
export const showLogout = async (deps: DeskDeps, event: HttpEvent): Promise<HttpResult> => {
  if ((await sessionOf(event, sessionsOf(deps))) !== undefined)
    return seeOther(inLanguage('../desk', language(event)));
  const isBack = event.queryStringParameters?.state !== undefined;
  const providerHref = isBack ? undefined : await logoutUrl(deps);
  const view = { lang: language(event), loginHref: 'login', ...(providerHref && { providerHref }) };
  return page(200, loggedOutPage(view));
};

/**
 * `POST /desk/logout`: ends the session. The browser would not follow a form to the provider's site, since our pages
 * send forms to us only: the page that it leads to has a link there.
 */
export const takeLogout = async ({ record }: DeskDeps, event: HttpEvent): Promise<HttpResult> => {
  const lang = language(event);
  if (!isFromOurPages(event)) return foreignForm(event);
  const digest = sessionDigest(event);
  if (digest !== undefined) await record.endSession(digest);
  return seeOther(inLanguage('logout', lang), [noSessionCookie()]);
};

/** Who cannot be reached does not keep anybody from having logged out here. */
const logoutUrl = async ({ provider, baseUrl }: DeskDeps): Promise<string | undefined> => {
  try {
    return await provider.logoutUrl(`${baseUrl}/desk/logout`);
  } catch (error) {
    log.warn('no provider to log out of', { name: (error as Error).name });
    return undefined;
  }
};
