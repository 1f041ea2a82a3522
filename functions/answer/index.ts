import middy from '@middy/core';
import type { QuestionFact } from '../../shared/case/facts.ts';
import { SOB_OFFICE } from '../../shared/case/rounds.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { agendaPage, faultPage, startPage, unsureFaultPage } from '../../shared/pages/pages.ts';
import { endOfficeLink, listBodies, readBody } from '../../shared/records/bodies.ts';
import { readCandidates } from '../../shared/records/candidates.ts';
import {
  caseByNumber,
  casesWaitingFor,
  minutesToDecision,
  readFacts,
  readTexts,
} from '../../shared/records/cases.ts';
import { readInterests } from '../../shared/records/interests.ts';
import { mailAgain } from '../../shared/records/mailings.ts';
import { listProgrammes } from '../../shared/records/programmes.ts';
import { readLink } from '../../shared/records/questions.ts';
import { recordAct } from '../../shared/records/record-act.ts';
import { readVersions } from '../../shared/records/reports.ts';
import { openStore } from '../../shared/records/store.ts';
import { minutesAfter, now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { type HttpEvent, type HttpResult, served } from '../../shared/runtime/http.ts';
import { showAct, showCase, showDone, takeAct } from './case-pages.ts';
import { agendaView } from './case-view.ts';
import { openAct, openLateAct } from './do.ts';
import {
  type Opened,
  type OpenedCase,
  openAgenda,
  openCasePage,
  openLink,
  questionFor,
  questionIn,
  type Replaced,
  waitingFor,
} from './opened.ts';
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
    resend: async ({ head }, mail) => {
      const office = await readBody(store, SOB_OFFICE);
      if (office?.movedAt !== undefined) await endOfficeLink(store, head.id, office.movedAt);
      return mailAgain(store, head.id, mail, now(), crypto.randomUUID());
    },
    caseByNumber: (number) => caseByNumber(store, number),
    candidates: () => readCandidates(store),
    programmes: () => listProgrammes(store),
    interests: (caseId) => readInterests(store, caseId),
    waitingFor: (body) => casesWaitingFor(store, body),
    minutesToDecision: () => minutesToDecision(store, LATEST_CASES),
  },
  now,
};

type Serve = (event: HttpEvent) => Promise<HttpResult>;

const isPost = (event: HttpEvent): boolean => event.requestContext.http.method === 'POST';
const asked = (event: HttpEvent, name: string): string | undefined => event.queryStringParameters?.[name];

/** R-u1: last year's report is led to once it is approved. */
const start: Serve = async (event) => {
  const lastYear = Number(dateInSweden(now()).slice(0, 'YYYY'.length)) - 1;
  const isReported = (await readVersions(store, lastYear)).length > 0;
  return page(200, startPage(language(event), isReported ? lastYear : undefined));
};

/** The act that the query names, or `undefined` where it names none: its receipt, its form, or what came of it. */
const serveAct = async (
  event: HttpEvent,
  opened: OpenedCase,
  on?: QuestionFact,
): Promise<HttpResult | undefined> => {
  const name = asked(event, 'act');
  if (isPost(event)) {
    const sent = openLateAct(opened, name, on);
    return sent && takeAct(deps, event, sent);
  }
  const act = openAct(deps, opened, name, on);
  return showDone(event, { ...opened, ...(on && { on }) }) ?? (act && showAct(deps, event, act));
};

const serveQuestion = async (event: HttpEvent, opened: Opened): Promise<HttpResult> => {
  const act = await serveAct(event, opened, opened.asked);
  if (act !== undefined) return act;
  return isPost(event) ? takeAnswer(deps, event, opened) : showQuestion(deps, event, opened);
};

/** An act can end the link that it was done with: its receipt is shown all the same. */
const serveReplaced = async (event: HttpEvent, opened: Replaced): Promise<HttpResult> =>
  isPost(event) ? takeResend(deps, event, opened) : (showDone(event, opened) ?? showReplaced(event));

/** `/a/{secret}`: the question that a link is for. */
const byQuestion: Serve = async (event) => {
  const opened = await openLink(deps, secretOf(event));
  if (opened === undefined) return unknownLink(event);
  if ('replaced' in opened) return serveReplaced(event, opened);
  return serveQuestion(event, opened);
};

/** `/c/{secret}`: a reader's page of the case, its acts, and the questions that are the reader's to answer. */
const byCase: Serve = async (event) => {
  const opened = await openCasePage(deps, secretOf(event));
  if (opened === undefined) return unknownLink(event);
  if ('replaced' in opened) return serveReplaced(event, opened);
  const question = questionIn(opened, asked(event, 'question') ?? '', now());
  if (question !== undefined) return serveQuestion(event, question);
  return (await serveAct(event, opened)) ?? showCase(deps, event, opened);
};

/** `/m/{secret}`: all that waits for a body, each of it to be answered from there. */
const byAgenda: Serve = async (event) => {
  const body = await openAgenda(deps, secretOf(event));
  if (body === undefined) return unknownLink(event);
  const question = await questionFor(deps, body, asked(event, 'case') ?? '', asked(event, 'question') ?? '');
  if (question !== undefined) return serveQuestion(event, question);
  const waiting = await waitingFor(deps, body);
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
