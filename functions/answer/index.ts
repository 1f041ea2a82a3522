import middy from '@middy/core';
import {
  faultPage,
  pageHeaders,
  questionPage,
  receiptPage,
  reviewPage,
  startPage,
  type Typed,
  tooLongPage,
  unknownLinkPage,
  unsureFaultPage,
} from '../../shared/pages/pages.ts';
import { type Reading, readPosted } from '../../shared/pages/posted.ts';
import { listBodies } from '../../shared/records/bodies.ts';
import { readFacts, readTexts } from '../../shared/records/cases.ts';
import { readLink, recordAnswer } from '../../shared/records/questions.ts';
import { openStore } from '../../shared/records/store.ts';
import { wholeForm } from '../../shared/routine/answerer.ts';
import type { FieldProblem } from '../../shared/routine/check.ts';
import type { Language } from '../../shared/routine/words.ts';
import { minutesAfter, now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { type HttpEvent, type HttpResult, served } from '../../shared/runtime/http.ts';
import { type AnswerDeps, giveAnswer, type Opened, openLink } from './answer.ts';
import { lengthProblems, sentForm, typedIn } from './sent.ts';
import { questionView, receiptView, reviewView } from './view.ts';

const { TABLE_NAME, PATIENCE_MINUTES } = config('TABLE_NAME', 'PATIENCE_MINUTES');
const store = openStore(TABLE_NAME);

const deps: AnswerDeps = {
  record: {
    link: (digest) => readLink(store, digest),
    facts: (caseId) => readFacts(store, caseId),
    texts: (caseId) => readTexts(store, caseId),
    bodies: () => listBodies(store),
    record: (facts, given) =>
      recordAnswer(store, facts, {
        ...given,
        wake: crypto.randomUUID(),
        lookAgainAt: minutesAfter(now(), PATIENCE_MINUTES),
      }),
  },
  now,
};

const language = (event: HttpEvent): Language => (event.queryStringParameters?.lang === 'en' ? 'en' : 'sv');
const secretOf = (event: HttpEvent): string => event.pathParameters?.secret ?? '';

const page = (statusCode: number, body: string): HttpResult => ({ statusCode, headers: pageHeaders, body });

const unknownLink = (event: HttpEvent): HttpResult =>
  page(404, unknownLinkPage({ lang: language(event), typed: typedIn(event) }));

const start = async (event: HttpEvent): Promise<HttpResult> => page(200, startPage(language(event)));

const show = async (event: HttpEvent): Promise<HttpResult> => {
  const opened = await openLink(deps, secretOf(event));
  if (opened === undefined) return unknownLink(event);
  return opened.asked.status === 'answered' ? receipt(200, event, opened) : form(200, event, opened);
};

const take = async (event: HttpEvent): Promise<HttpResult> => {
  const opened = await openLink(deps, secretOf(event));
  if (opened === undefined) return unknownLink(event);
  const body = sentForm(event);
  if (body === undefined) return page(413, tooLongPage({ lang: language(event) }));
  const reading = readPosted(wholeForm(opened.question), body, opened.known);
  const tooLong = lengthProblems(body);
  if (tooLong.length > 0) return form(413, event, opened, reading, tooLong);
  const given = await giveAnswer(deps, secretOf(event), opened, reading);
  switch (given.kind) {
    case 'given':
      return toReceipt(event);
    case 'editing':
      return form(200, event, opened, reading);
    case 'wrong':
      return form(422, event, opened, reading, given.problems);
    case 'review':
      return page(200, reviewPage(reviewView(opened, reading, given, language(event))));
    case 'late':
      return receipt(409, event, given.opened, { question: opened.question, ...reading });
  }
};

/** After an answer the reader is sent to the same address, which from then on shows the receipt. */
const toReceipt = (event: HttpEvent): HttpResult => ({
  statusCode: 303,
  headers: { ...pageHeaders, location: `${secretOf(event)}${language(event) === 'en' ? '?lang=en' : ''}` },
});

const form = async (
  status: number,
  event: HttpEvent,
  opened: Opened,
  { posted }: Partial<Reading> = {},
  problems: readonly FieldProblem[] = [],
): Promise<HttpResult> => {
  const texts = await deps.record.texts(opened.facts.head.id);
  const typed = posted && { posted, problems };
  return page(status, questionPage(questionView(opened, texts, language(event), typed)));
};

const receipt = async (
  status: number,
  event: HttpEvent,
  opened: Opened,
  late?: Typed,
): Promise<HttpResult> => {
  const texts = await deps.record.texts(opened.facts.head.id);
  return page(status, receiptPage(receiptView(opened, texts, language(event), late)));
};

const routes: Readonly<Record<string, (event: HttpEvent) => Promise<HttpResult>>> = {
  'GET /': start,
  'HEAD /': start,
  'GET /a/{secret}': show,
  'HEAD /a/{secret}': show,
  'POST /a/{secret}': take,
};

const fault = (event: HttpEvent): HttpResult => {
  const lang = language(event);
  const isAnswer = event.requestContext.http.method === 'POST';
  return page(500, isAnswer ? unsureFaultPage({ lang, typed: typedIn(event) }) : faultPage({ lang }));
};

/** People's pages, by the route that the HTTP API found. `GET` and `HEAD` only read. */
export const handler = middy<HttpEvent, HttpResult>()
  .use(served(fault))
  .handler(async (event) => routes[event.routeKey]?.(event) ?? unknownLink(event));
