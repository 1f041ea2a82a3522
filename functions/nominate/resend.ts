import type { Draft } from '../../shared/case/draft.ts';
import type { DraftMail } from '../../shared/records/drafts.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import type { DraftDeps, OpenedDraft } from './draft-deps.ts';
import { beginningOf, fromQuery, toPage } from './request.ts';

/** The mail with the link that a new draft wants. */
export const FIRST_LINK: DraftMail = { id: 'link/first', kind: 'link' };

/** Has the link mailed once more, to the mailbox on record, at most once within an hour of the clock; whether it was. */
export const sendAgain = async ({ record, now }: DraftDeps, draft: Draft): Promise<'sent' | 'wait'> => {
  const hour = now().toISOString().slice(0, 'YYYY-MM-DDTHH'.length);
  return (await record.wantMail(draft, { id: `link/${hour}`, kind: 'link' })) ? 'sent' : 'wait';
};

/** From the draft's own page. */
export const resendLink = async (
  deps: DraftDeps,
  event: HttpEvent,
  { draft }: OpenedDraft,
): Promise<HttpResult> => {
  const from = fromQuery(beginningOf(event, draft.version, deps.newId));
  if (draft.mailbox === undefined || draft.sent !== undefined) return toPage(event, from);
  return toPage(event, `${from}&resent=${await sendAgain(deps, draft)}`, '#result');
};
