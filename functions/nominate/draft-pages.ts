import { withFiles } from '../../shared/case/attachments.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { linkDigest } from '../../shared/links/links.ts';
import {
  draftOverviewPage,
  draftPartPage,
  draftReceiptPage,
  draftReviewPage,
  unknownLinkPage,
} from '../../shared/pages/pages.ts';
import { readPosted } from '../../shared/pages/posted.ts';
import type { Known } from '../../shared/routine/check.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import { nominationSheet } from '../../shared/routine/nomination-sheet.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { isFromOurPages } from '../../shared/runtime/session-cookie.ts';
import { isPost, language, page, sentForm } from '../../shared/web/request.ts';
import { ATTACHMENTS, showAttachments, takeAttachment } from './attachments.ts';
import type { DraftDeps, OpenedDraft } from './draft-deps.ts';
import { takePart } from './draft-save.ts';
import { takeSending } from './draft-send.ts';
import { overviewView, partView, reviewView } from './draft-view.ts';
import { asked, beginningOf, fromQuery, toPage } from './request.ts';
import { resendLink } from './resend.ts';

export const knownNow = ({ now }: Pick<DraftDeps, 'now'>): Known => ({
  today: dateInSweden(now()),
  facts: {},
  registers: {},
});

/** The draft behind a link's secret, or `undefined` for a stranger's guess. Reads only. */
const openDraft = async (deps: DraftDeps, secret: string): Promise<OpenedDraft | undefined> => {
  const digest = linkDigest(secret);
  const target = digest === undefined ? undefined : await deps.record.link(digest);
  if (target === undefined || !('draft' in target)) return undefined;
  const draft = await deps.record.draft(target.draft);
  return draft && { draft, known: knownNow(deps), up: '../' };
};

/** `/n/{secret}`: a nomination that is being written, or its receipt. */
export const byLink = async (deps: DraftDeps, event: HttpEvent): Promise<HttpResult> => {
  const opened = await openDraft(deps, event.pathParameters?.secret ?? '');
  return opened === undefined ? unknownDraft(event) : serveDraft(deps, event, opened);
};

/** Nobody's draft: what was typed is shown, where it came from a form of ours. */
export const unknownDraft = (event: HttpEvent): HttpResult =>
  page(404, unknownLinkPage({ lang: language(event), routeKey: event.routeKey, typed: typedIn(event) }));

/** What was typed, read without knowing the draft. No other site may put its words on our pages. */
export const typedIn = (event: HttpEvent) => {
  const form = isPost(event) ? sentForm(event) : undefined;
  if (form === undefined || !isFromOurPages(event)) return undefined;
  const known = { today: '', facts: {}, registers: {} };
  return { sheet: nominationSheet, ...readPosted(nominationForm, form, known) };
};

/** A draft, however its reader came to it: one part at a time, or all of it to read through. */
export const serveDraft = async (
  deps: DraftDeps,
  event: HttpEvent,
  given: OpenedDraft,
): Promise<HttpResult> => {
  const opened = { ...given, known: withFiles(given.known, given.draft.attachments ?? []) };
  const part = asked(event, 'part');
  if (isPost(event)) {
    if (part === 'review') return takeSending(deps, event, opened);
    if (part === ATTACHMENTS) return takeAttachment(deps, event, opened);
    return part === undefined ? resendLink(deps, event, opened) : takePart(deps, event, opened, part);
  }
  const { sent } = opened.draft;
  if (sent !== undefined) return page(200, draftReceiptPage({ lang: language(event), ...sent }));
  if (part === ATTACHMENTS) return showAttachments(deps, event, opened);
  const from = beginningOf(event, opened.draft.version, deps.newId);
  if (part === undefined) return page(200, draftOverviewPage(overviewView(event, opened, from)));
  if (part === 'review') return page(200, draftReviewPage(await reviewView(deps, event, opened, from)));
  const view = partView(event, opened, part, from);
  return view === undefined ? toPage(event, fromQuery(from)) : page(200, draftPartPage(view));
};
