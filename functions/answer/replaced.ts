import type { CaseFacts, QuestionFact } from '../../shared/case/facts.ts';
import { replacedPage, resentPage } from '../../shared/pages/pages.ts';
import { BUTTON } from '../../shared/pages/posted.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import type { AnswerDeps } from './record.ts';
import { language, page } from './request.ts';
import { sentForm, typedIn } from './sent.ts';

/** A link that a newer one has replaced. */
export const showReplaced = (event: HttpEvent): HttpResult =>
  page(410, replacedPage({ lang: language(event), typed: typedIn(event) }));

/** Sends the newer link to the mailbox on record, and to nobody else; what came with another form is shown. */
export const takeResend = async (
  { record }: AnswerDeps,
  event: HttpEvent,
  { facts, replaced }: { readonly facts: CaseFacts; readonly replaced: QuestionFact },
): Promise<HttpResult> => {
  const wantsIt = new URLSearchParams(sentForm(event) ?? '').has(BUTTON.resend);
  if (!wantsIt) return showReplaced(event);
  if (replaced.status === 'open') await record.resend(facts, replaced);
  return page(200, resentPage({ lang: language(event), typed: typedIn(event) }));
};
