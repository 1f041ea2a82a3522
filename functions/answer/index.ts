import middy from '@middy/core';
import type { QuestionFact } from '../../shared/case/facts.ts';
import { SOB_OFFICE } from '../../shared/case/rounds.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { openFiles, places } from '../../shared/files/bucket.ts';
import { downloadUrl, removeFromCase } from '../../shared/files/kept.ts';
import { inspect, keep, uploadForm } from '../../shared/files/uploads.ts';
import { agendaUrl, answerUrl } from '../../shared/links/links.ts';
import { startPage } from '../../shared/pages/pages.ts';
import { readActs } from '../../shared/records/acts.ts';
import { endOfficeLink, listBodies, readBody } from '../../shared/records/bodies.ts';
import { candidatesReader } from '../../shared/records/candidates.ts';
import {
  caseByNumber,
  casesWaitingFor,
  minutesToDecision,
  readFacts,
  readTexts,
} from '../../shared/records/cases.ts';
import { disclosuresOf, putDisclosure } from '../../shared/records/disclosures.ts';
import { readFiles, recordAttached } from '../../shared/records/files.ts';
import { readInterests } from '../../shared/records/interests.ts';
import { mailAgain } from '../../shared/records/mailings.ts';
import { listProgrammes } from '../../shared/records/programmes.ts';
import { readLink } from '../../shared/records/questions.ts';
import { recordAct } from '../../shared/records/record-act.ts';
import { redactTexts } from '../../shared/records/redaction.ts';
import { readVersions } from '../../shared/records/reports.ts';
import { readSession } from '../../shared/records/sessions.ts';
import { openStore } from '../../shared/records/store.ts';
import { minutesAfter, now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { type HttpEvent, type HttpResult, served } from '../../shared/runtime/http.ts';
import { logged, loggedStep } from '../../shared/runtime/log.ts';
import { fault, isPost, language, page } from '../../shared/web/request.ts';
import { serveAgenda } from './agenda.ts';
import { isAttaching, serveAttach } from './attach.ts';
import { sendAgendaCalendar, sendQuestionCalendar } from './calendars.ts';
import { showAct, showCase, showDone, takeAct } from './case-pages.ts';
import { showDisclosure, showPrint, takeDisclosure } from './copies.ts';
import { atDesk } from './desk-door.ts';
import { type OpenedAct, openAct, openLateAct } from './do.ts';
import { serveFile } from './documents.ts';
import { sendExport } from './exporting.ts';
import {
  type Opened,
  type OpenedCase,
  openAgenda,
  openCasePage,
  openLink,
  questionFor,
  questionIn,
  type Replaced,
  readsOnly,
} from './opened.ts';
import { showQuestion, takeAnswer } from './question-pages.ts';
import type { AnswerDeps } from './record.ts';
import { showTexts, withText } from './redacting.ts';
import { showReplaced, takeResend } from './replaced.ts';
import { secretOf, toSelf, unknownLink } from './request.ts';
import { typedIn } from './sent.ts';

const { TABLE_NAME, PATIENCE_MINUTES, BASE_URL, FILES_BUCKET, SCANNER } = config(
  'TABLE_NAME',
  'PATIENCE_MINUTES',
  'BASE_URL',
  'FILES_BUCKET',
  'SCANNER',
);
const files = openFiles(FILES_BUCKET, SCANNER);
const store = openStore(TABLE_NAME);

/** Decided cases that a forecast is made from. */
const LATEST_CASES = 50;

/** Has the case looked at after an act, at once and once more if that is lost. */
const wake = () => ({
  wake: crypto.randomUUID(),
  lookAgainAt: minutesAfter(now(), PATIENCE_MINUTES),
});

const deps: AnswerDeps = {
  record: {
    link: (digest) => readLink(store, digest),
    facts: async (caseId) => logged(await readFacts(store, caseId)),
    texts: (caseId) => readTexts(store, caseId),
    bodies: () => listBodies(store),
    record: (facts, given) => recordAct(store, facts, { ...given, ...wake() }),
    resend: async ({ head }, mail) => {
      const office = await readBody(store, SOB_OFFICE);
      if (office?.movedAt !== undefined) await endOfficeLink(store, head.id, office.movedAt);
      return mailAgain(store, head.id, mail, now(), crypto.randomUUID());
    },
    caseByNumber: (number) => caseByNumber(store, number),
    candidates: candidatesReader(store, now),
    programmes: () => listProgrammes(store),
    interests: (caseId) => readInterests(store, caseId),
    files: (caseId) => readFiles(store, caseId),
    attach: (facts, given, file) => recordAttached(store, facts, { ...given, ...wake() }, file),
    waitingFor: (body) => casesWaitingFor(store, body),
    minutesToDecision: () => minutesToDecision(store, LATEST_CASES),
    session: (digest) => readSession(store, digest, now()),
    redact: (facts, given, redaction) => redactTexts(store, facts, { ...given, ...wake() }, redaction),
    acts: (caseId) => readActs(store, caseId),
    disclose: (disclosure) => putDisclosure(store, disclosure),
    disclosures: (caseId) => disclosuresOf(store, caseId),
  },
  files: {
    form: (caseId, back) => uploadForm(files, caseId, `${BASE_URL}${back}`),
    inspect: (caseId, upload) => inspect(files, caseId, upload),
    keep: (caseId, upload) => keep(files, upload, places.case(caseId, upload.id)),
    url: (caseId, file) => downloadUrl(files, places.case(caseId, file.id), file),
    remove: (caseId, file) => removeFromCase(files, caseId, file),
  },
  now,
};

type Serve = (event: HttpEvent) => Promise<HttpResult>;

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
    if (sent !== undefined && isAttaching(sent)) return serveAttach(deps, event, sent);
    return sent && takeAct(deps, event, await ready(event, sent));
  }
  const act = openAct(deps, opened, name, on);
  if (act?.act.id === 'redact' && asked(event, 'text') === undefined) return showTexts(deps, event, opened);
  const done = showDone(event, { ...opened, ...(on && { on }) });
  if (done === undefined && act !== undefined && isAttaching(act)) return serveAttach(deps, event, act);
  return done ?? (act && showAct(deps, event, await ready(event, act)));
};

/** A redaction is of the text that the page is of. */
const ready = async (event: HttpEvent, opened: OpenedAct): Promise<OpenedAct> =>
  opened.act.id === 'redact' ? withText(deps, opened, asked(event, 'text') ?? '') : opened;

const serveQuestion = async (event: HttpEvent, opened: Opened): Promise<HttpResult> => {
  loggedStep(opened.asked.round.step);
  const file = await serveFile(deps, event, opened);
  if (file !== undefined) return file;
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
  if (isCalendar(event))
    return sendQuestionCalendar(deps, event, opened, answerUrl(BASE_URL, secretOf(event)));
  return serveQuestion(event, opened);
};

/** Asked for by a query, so that no page has to hold the secret of its own link. */
const isCalendar = (event: HttpEvent): boolean => !isPost(event) && asked(event, 'calendar') !== undefined;

/** `/c/{secret}`: a reader's page of the case, its acts, and the questions that are the reader's to answer. */
const byCase: Serve = async (event) => {
  const opened = await openCasePage(deps, secretOf(event));
  if (opened === undefined) return unknownLink(event);
  if ('replaced' in opened) return serveReplaced(event, opened);
  return serveCase(event, opened);
};

/** Whoever only reads has the answers of a case and none of its forms. */
const serveCase = async (event: HttpEvent, opened: OpenedCase): Promise<HttpResult> => {
  const question = questionIn(opened, asked(event, 'question') ?? '', now());
  const isReadable = question?.asked.status === 'answered' || !readsOnly(opened);
  if (question !== undefined && isReadable) return serveQuestion(event, question);
  const file = await serveFile(deps, event, opened);
  return file ?? (await serveAct(event, opened)) ?? showCase(deps, event, opened);
};

/** `/desk/cases/{number}/disclosure`; its address says once for all which copy a form sent twice is for. */
const serveDisclosure = async (event: HttpEvent, opened: OpenedCase): Promise<HttpResult> => {
  const { desk } = opened;
  if (isPost(event) && desk !== undefined) return takeDisclosure(deps, event, { ...opened, desk });
  if (asked(event, 'once') !== undefined) return showDisclosure(deps, event, opened);
  return toSelf(event, 'disclosure', { once: crypto.randomUUID() });
};

/** `/m/{secret}`: all that waits for a body, each of it to be answered from there. */
const byAgenda: Serve = async (event) => {
  const body = await openAgenda(deps, secretOf(event));
  if (body === undefined) return unknownLink(event);
  if (isCalendar(event)) return sendAgendaCalendar(deps, event, body, agendaUrl(BASE_URL, secretOf(event)));
  const caseId = asked(event, 'case');
  if (caseId === undefined) return serveAgenda(deps, event, body);
  const question = await questionFor(deps, body, caseId, asked(event, 'question') ?? '');
  if (question !== undefined) return serveQuestion(event, question);
  return isPost(event) ? unknownLink(event) : serveAgenda(deps, event, body);
};

const routes: Readonly<Record<string, Serve>> = Object.fromEntries([
  ['GET /', start],
  ['HEAD /', start],
  ...['GET', 'HEAD'].flatMap((method) => [
    [`${method} /desk/cases/{number}/print`, atDesk(deps, (event, opened) => showPrint(deps, event, opened))],
    [
      `${method} /desk/cases/{number}/export.json`,
      atDesk(deps, (event, opened) => sendExport(deps, event, opened)),
    ],
  ]),
  ...['GET', 'HEAD', 'POST'].flatMap((method) => [
    [`${method} /a/{secret}`, byQuestion],
    [`${method} /c/{secret}`, byCase],
    [`${method} /desk/cases/{number}`, atDesk(deps, serveCase)],
    [`${method} /desk/cases/{number}/disclosure`, atDesk(deps, serveDisclosure, { officer: true })],
    [`${method} /m/{secret}`, byAgenda],
  ]),
]);

/** People's pages, by the route that the HTTP API found. `GET` and `HEAD` only read. */
export const handler = middy<HttpEvent, HttpResult>()
  .use(served((event) => fault(event, typedIn(event))))
  .handler(async (event) => routes[event.routeKey]?.(event) ?? unknownLink(event));
