import { deskCallsPage } from '../../shared/pages/pages.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { behindDoor, type Visitor } from '../../shared/web/desk-door.ts';
import { isPost, language, page, sentForm } from '../../shared/web/request.ts';
import type { DraftDeps } from './draft-deps.ts';
import { knownNow, serveDraft, typedIn, unknownDraft } from './draft-pages.ts';
import { callShown } from './draft-view.ts';
import { toPage } from './request.ts';

const atDesk = (
  { record }: DraftDeps,
  event: HttpEvent,
  serve: (visitor: Visitor) => Promise<HttpResult>,
): Promise<HttpResult> => behindDoor(event, { read: record.session, at: 'calls', typedIn: typed }, serve);

const typed = (event: HttpEvent) => ({ typed: typedIn(event) });

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
