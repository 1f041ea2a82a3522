import type { CaseFacts, MailFact } from '../../shared/case/facts.ts';
import { replacedPage, resentPage } from '../../shared/pages/pages.ts';
import { BUTTON } from '../../shared/pages/posted.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { language, page, sentForm } from '../../shared/web/request.ts';
import type { Replaced } from './opened.ts';
import type { AnswerDeps } from './record.ts';
import { typedIn } from './sent.ts';

/** A link that a newer one has replaced. */
export const showReplaced = (event: HttpEvent): HttpResult =>
  page(410, replacedPage({ lang: language(event), typed: typedIn(event) }));

/** Sends the newer link to the mailbox on record, and to nobody else; what came with another form is shown. */
export const takeResend = async (
  { record }: AnswerDeps,
  event: HttpEvent,
  { facts, replaced }: Replaced,
): Promise<HttpResult> => {
  const wantsIt = new URLSearchParams(sentForm(event) ?? '').has(BUTTON.resend);
  if (!wantsIt) return showReplaced(event);
  if (isWanted(facts, replaced)) await record.resend(facts, replaced);
  return page(200, resentPage({ lang: language(event), typed: typedIn(event) }));
};

/** A question is mailed again only as long as it waits for its answer. */
const isWanted = ({ questions }: CaseFacts, { about }: MailFact): boolean =>
  !('question' in about) || questions.some(({ id, status }) => id === about.question && status === 'open');
