import { closedPage, questionPage, receiptPage, reviewPage, tooLongPage } from '../../shared/pages/pages.ts';
import { type Reading, readPosted } from '../../shared/pages/posted.ts';
import { wholeForm } from '../../shared/routine/answerer.ts';
import type { FieldProblem } from '../../shared/routine/check.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { language, page, sentForm } from '../../shared/web/request.ts';
import { giveAnswer } from './give.ts';
import { bodyName } from './names.ts';
import type { Opened } from './opened.ts';
import { questionView } from './question-view.ts';
import { closedView, receiptView } from './receipt-view.ts';
import type { AnswerDeps } from './record.ts';
import { askingOf, toPage } from './request.ts';
import { lengthProblems } from './sent.ts';
import { reviewView } from './view.ts';

/** A question as it stands: its form, its receipt, or that it needs no answer any more. */
export const showQuestion = (deps: AnswerDeps, event: HttpEvent, opened: Opened): Promise<HttpResult> =>
  opened.asked.status === 'open' ? form(200, deps, event, opened) : ended(200, deps, event, opened);

/** Takes the answer that was sent. */
export const takeAnswer = async (deps: AnswerDeps, event: HttpEvent, opened: Opened): Promise<HttpResult> => {
  const body = sentForm(event);
  if (body === undefined) return page(413, tooLongPage({ lang: language(event), routeKey: event.routeKey }));
  const reading = readPosted(wholeForm(opened.question), body, opened.known);
  const tooLong = lengthProblems(body);
  if (tooLong.length > 0) return form(413, deps, event, opened, reading, tooLong);
  const given = await giveAnswer(deps, opened, reading);
  switch (given.kind) {
    case 'given':
      return toReceipt(event, opened);
    case 'editing':
      return form(200, deps, event, opened, reading);
    case 'wrong':
      return form(422, deps, event, opened, reading, given.problems);
    case 'review': {
      const name = bodyName(opened.bodies, opened.asked);
      const whole = { ...reading, ...given };
      return page(200, reviewPage(reviewView(opened.question, opened, name, whole, askingOf(event))));
    }
    case 'late':
      return ended(409, deps, event, given.opened, reading);
  }
};

/** After an answer the reader is sent to the same address, which from then on shows the receipt. */
const toReceipt = (event: HttpEvent, { reader, fromAgenda, facts, asked }: Opened): HttpResult =>
  toPage(event, {
    case: fromAgenda ? facts.head.id : undefined,
    question: reader === undefined && !fromAgenda ? undefined : asked.id,
  });

const form = async (
  status: number,
  deps: AnswerDeps,
  event: HttpEvent,
  opened: Opened,
  { posted }: Partial<Reading> = {},
  problems: readonly FieldProblem[] = [],
): Promise<HttpResult> => {
  const typed = posted && { posted, problems };
  const view = await questionView(deps, opened, askingOf(event), typed);
  const isByItsLink = opened.reader === undefined && !opened.fromAgenda;
  const calendar = isByItsLink && { calendarHref: '?calendar' };
  return page(status, questionPage({ ...view, ...calendar }));
};

const ended = async (
  status: number,
  deps: AnswerDeps,
  event: HttpEvent,
  opened: Opened,
  reading?: Reading,
): Promise<HttpResult> => {
  const late = reading && { sheet: opened.question, ...reading };
  const asking = askingOf(event);
  return opened.asked.status === 'answered'
    ? page(status, receiptPage(await receiptView(deps, opened, asking, late)))
    : page(status, closedPage(await closedView(deps, opened, asking, late)));
};
