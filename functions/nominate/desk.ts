import { linkDigest } from '../../shared/links/links.ts';
import { type DeskFrame, deskCallsPage, deskRefusedPage, pageHeaders } from '../../shared/pages/pages.ts';
import type { Session } from '../../shared/records/sessions.ts';
import { deskHref, guard, loginHref, REFUSAL_STATUS, toLogin } from '../../shared/runtime/desk-door.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { sessionSecret } from '../../shared/runtime/session-cookie.ts';
import type { DraftDeps } from './draft-deps.ts';
import { knownNow, serveDraft, typedIn, unknownDraft } from './draft-pages.ts';
import { callShown } from './draft-view.ts';
import { isPost, language, page, sentForm, toPage } from './request.ts';

interface Visitor {
  readonly session: Session;
  readonly desk: DeskFrame;
}

/** Lets in whoever is logged in at the desk; the others are told why not, with what they typed. */
const atDesk = async (
  { record }: DraftDeps,
  event: HttpEvent,
  serve: (visitor: Visitor) => Promise<HttpResult>,
): Promise<HttpResult> => {
  const digest = linkDigest(sessionSecret(event) ?? '');
  const session = digest === undefined ? undefined : await record.session(digest);
  const verdict = guard(event, session);
  if (verdict === 'login') return toLogin(event, pageHeaders);
  const at = { deskHref: deskHref(event), at: 'calls' as const };
  if (verdict === 'open' && session !== undefined) {
    const readsOnly = session.role === 'reader' && { readsOnly: true as const };
    return serve({ session, desk: { name: session.name, ...at, ...readsOnly } });
  }
  const why = verdict === 'open' ? 'forbidden' : verdict;
  return page(
    REFUSAL_STATUS[why],
    deskRefusedPage({
      lang: language(event),
      why,
      ...at,
      loginHref: loginHref(event),
      ...(session && { name: session.name }),
      typed: typedIn(event),
      isAnswer: isPost(event),
    }),
  );
};

/** `/desk/calls`: those who want to be called, and a button for each that somebody has dealt with. */
export const serveCalls = (deps: DraftDeps, event: HttpEvent): Promise<HttpResult> =>
  atDesk(deps, event, async ({ session, desk }) => {
    const calls = await deps.record.calls();
    if (!isPost(event)) {
      return page(200, deskCallsPage({ lang: language(event), desk, calls: calls.map(callShown) }));
    }
    const done = new URLSearchParams(sentForm(event)).get('done');
    const call = calls.find(({ draftId }) => draftId === done);
    if (call !== undefined) await deps.record.dealWithCall(call, session.name);
    return toPage(event, '');
  });

/** `/desk/drafts/{id}`: the same form as its link opens, for an officer with somebody on the phone. */
export const serveDeskDraft = (deps: DraftDeps, event: HttpEvent): Promise<HttpResult> =>
  atDesk(deps, event, async ({ desk }) => {
    const id = event.pathParameters?.id ?? '';
    const draft = id === '' ? undefined : await deps.record.draft(id);
    // What somebody writes with a link of their own is theirs until they send it.
    if (draft === undefined) return unknownDraft(event);
    const call = (await deps.record.calls()).find(({ draftId }) => draftId === id);
    if (call === undefined) return unknownDraft(event);
    return serveDraft(deps, event, { draft, known: knownNow(deps), up: '../../', desk, call });
  });
