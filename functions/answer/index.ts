import middy from '@middy/core';
import { agendaPage, faultPage, startPage, unsureFaultPage } from '../../shared/pages/pages.ts';
import { listBodies } from '../../shared/records/bodies.ts';
import { readCandidates } from '../../shared/records/candidates.ts';
import {
  caseByNumber,
  casesWaitingFor,
  minutesToDecision,
  readFacts,
  readTexts,
} from '../../shared/records/cases.ts';
import { mailQuestion } from '../../shared/records/mailings.ts';
import { readLink } from '../../shared/records/questions.ts';
import { recordAct } from '../../shared/records/record-act.ts';
import { openStore } from '../../shared/records/store.ts';
import { minutesAfter, now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { type HttpEvent, type HttpResult, served } from '../../shared/runtime/http.ts';
import { showAct, showCase, showDone, takeAct } from './case-pages.ts';
import { agendaView } from './case-view.ts';
import { openAct } from './do.ts';
import { type Opened, openAgenda, openCasePage, openLink, questionIn } from './opened.ts';
import { showQuestion, takeAnswer } from './question-pages.ts';
import type { AnswerDeps } from './record.ts';
import { showReplaced, takeResend } from './replaced.ts';
import { askingOf, language, page, secretOf, unknownLink } from './request.ts';
import { typedIn } from './sent.ts';

const { TABLE_NAME, PATIENCE_MINUTES } = config('TABLE_NAME', 'PATIENCE_MINUTES');
const store = openStore(TABLE_NAME);

/** Decided cases that a forecast is made from. */
const LATEST_CASES = 50;

const deps: AnswerDeps = {
  record: {
    link: (digest) => readLink(store, digest),
    facts: (caseId) => readFacts(store, caseId),
    texts: (caseId) => readTexts(store, caseId),
    bodies: () => listBodies(store),
    record: (facts, given) =>
      recordAct(store, facts, {
        ...given,
        wake: crypto.randomUUID(),
        lookAgainAt: minutesAfter(now(), PATIENCE_MINUTES),
      }),
    resend: ({ head }, question) => mailQuestion(store, head.id, question, now(), crypto.randomUUID()),
    caseByNumber: (number) => caseByNumber(store, number),
    candidates: () => readCandidates(store),
    waitingFor: (body) => casesWaitingFor(store, body),
    minutesToDecision: () => minutesToDecision(store, LATEST_CASES),
  },
  now,
};

type Serve = (event: HttpEvent) => Promise<HttpResult>;

const isPost = (event: HttpEvent): boolean => event.requestContext.http.method === 'POST';
const asked = (event: HttpEvent, name: string): string | undefined => event.queryStringParameters?.[name];

const start: Serve = async (event) => page(200, startPage(language(event)));

/** What the query asks for of a question: an act beside it, the receipt of one, or the question itself. */
const serveQuestion = async (event: HttpEvent, opened: Opened): Promise<HttpResult> => {
  const done = showDone(event, opened, opened.asked);
  if (done !== undefined) return done;
  const act = openAct(deps, opened, asked(event, 'act') ?? '', opened.asked);
  if (act !== undefined) return isPost(event) ? takeAct(deps, event, act) : showAct(deps, event, act);
  return isPost(event) ? takeAnswer(deps, event, opened) : showQuestion(deps, event, opened);
};

/** `/a/{secret}`: the question that a link is for. */
const byQuestion: Serve = async (event) => {
  const opened = await openLink(deps, secretOf(event));
  if (opened === undefined) return unknownLink(event);
  if ('replaced' in opened) return isPost(event) ? takeResend(deps, event, opened) : showReplaced(event);
  return serveQuestion(event, opened);
};

/** `/c/{secret}`: a reader's page of the case, its acts, and the questions that are the reader's to answer. */
const byCase: Serve = async (event) => {
  const opened = await openCasePage(deps, secretOf(event));
  if (opened === undefined) return unknownLink(event);
  const question = questionIn(opened, asked(event, 'question') ?? '', now());
  if (question !== undefined) return serveQuestion(event, question);
  const done = showDone(event, opened);
  if (done !== undefined) return done;
  const act = openAct(deps, opened, asked(event, 'act') ?? '');
  if (act !== undefined) return isPost(event) ? takeAct(deps, event, act) : showAct(deps, event, act);
  return showCase(deps, event, opened);
};

/** `/m/{secret}`: all that waits for a body, each of it to be answered from there. */
const byAgenda: Serve = async (event) => {
  const opened = await openAgenda(deps, secretOf(event));
  if (opened === undefined) return unknownLink(event);
  const { body, waiting } = opened;
  const question = waiting.find(
    (it) => it.facts.head.id === asked(event, 'case') && it.asked.id === asked(event, 'question'),
  );
  if (question !== undefined) return serveQuestion(event, question);
  return page(200, agendaPage(await agendaView(deps, body, waiting, askingOf(event))));
};

const routes: Readonly<Record<string, Serve>> = Object.fromEntries([
  ['GET /', start],
  ['HEAD /', start],
  ...['GET', 'HEAD', 'POST'].flatMap((method) => [
    [`${method} /a/{secret}`, byQuestion],
    [`${method} /c/{secret}`, byCase],
    [`${method} /m/{secret}`, byAgenda],
  ]),
]);

const fault = (event: HttpEvent): HttpResult => {
  const lang = language(event);
  return page(500, isPost(event) ? unsureFaultPage({ lang, typed: typedIn(event) }) : faultPage({ lang }));
};

/** People's pages, by the route that the HTTP API found. `GET` and `HEAD` only read. */
export const handler = middy<HttpEvent, HttpResult>()
  .use(served(fault))
  .handler(async (event) => routes[event.routeKey]?.(event) ?? unknownLink(event));
