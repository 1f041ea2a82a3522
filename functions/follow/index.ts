import middy from '@middy/core';
import { accessibilityPage, privacyPage } from '../../shared/pages/pages.ts';
import { readActs } from '../../shared/records/acts.ts';
import { listBodies } from '../../shared/records/bodies.ts';
import { readCaseSummary } from '../../shared/records/candidates.ts';
import { readFacts } from '../../shared/records/cases.ts';
import { putInterest } from '../../shared/records/interests.ts';
import { listProgrammes as listRegister, readProgramme } from '../../shared/records/programmes.ts';
import { recordAct } from '../../shared/records/record-act.ts';
import { searchRows } from '../../shared/records/row-words.ts';
import { listRows } from '../../shared/records/rows.ts';
import { readSession } from '../../shared/records/sessions.ts';
import { openStore } from '../../shared/records/store.ts';
import { listUnderWay } from '../../shared/records/under-way.ts';
import { minutesAfter, now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { type HttpEvent, type HttpResult, served } from '../../shared/runtime/http.ts';
import { acceptedLanguage } from '../../shared/runtime/json-api.ts';
import { logged } from '../../shared/runtime/log.ts';
import { deskBarFrom } from '../../shared/web/desk-door.ts';
import { fault as pageFault } from '../../shared/web/request.ts';
import { getProgramme, listProgrammes } from './api.ts';
import { showInterest, takeInterest } from './interest.ts';
import { getNomination, listEvents, listNominations } from './nominations.ts';
import { showOpenApi } from './openapi.ts';
import { fault as problem } from './problems.ts';
import { showProgramme, showProgrammes } from './programmes.ts';
import { proposeInactivation } from './proposals.ts';
import type { FollowDeps } from './record.ts';
import { type ReportDeps, reportRecord } from './report-record.ts';
import { reportRoutes } from './reports.ts';
import { showGlossary, showStatement } from './statements.ts';
import { withdrawNomination } from './withdrawal.ts';

const { TABLE_NAME, PATIENCE_MINUTES, ISSUER } = config('TABLE_NAME', 'PATIENCE_MINUTES', 'ISSUER');
const store = openStore(TABLE_NAME);

const deskBar = deskBarFrom((digest) => readSession(store, digest, now()));

const deps: FollowDeps = {
  record: {
    programmes: () => listRegister(store),
    programme: (id) => readProgramme(store, 'vgr', id),
    underWay: () => listUnderWay(store),
    bodies: () => listBodies(store),
    summary: (number) => readCaseSummary(store, number),
    facts: async (caseId) => logged(await readFacts(store, caseId)),
    acts: (caseId) => readActs(store, caseId),
    rows: (filter, paging) => listRows(store, filter, paging),
    search: (words, paging) => searchRows(store, words, paging),
    putInterest: (head, interest) => putInterest(store, head, interest),
    record: (facts, given) =>
      recordAct(store, facts, {
        ...given,
        wake: crypto.randomUUID(),
        lookAgainAt: minutesAfter(now(), PATIENCE_MINUTES),
      }),
  },
  deskBar,
  now,
};

const reports: ReportDeps = { record: reportRecord(store), deskBar, now };

type Serve = (event: HttpEvent) => Promise<HttpResult>;

const routes: Readonly<Record<string, Serve>> = Object.fromEntries([
  ...['GET', 'HEAD'].flatMap((method): [string, Serve][] => [
    [`${method} /programmes`, (event) => showProgrammes(deps, event)],
    [`${method} /programmes/{id}`, (event) => showProgramme(deps, event)],
    [`${method} /programmes/{id}/interest`, (event) => showInterest(deps, event)],
    [`${method} /openapi.json`, () => showOpenApi(ISSUER)],
    [`${method} /glossary`, (event) => showGlossary(event)],
    [`${method} /accessibility`, (event) => showStatement(deps, event, accessibilityPage)],
    [`${method} /privacy`, (event) => showStatement(deps, event, privacyPage)],
  ]),
  ['POST /programmes/{id}/interest', (event) => takeInterest(deps, event)],
  ['GET /api/nominations', (event) => listNominations(deps, event)],
  ['GET /api/nominations/{id}', (event) => getNomination(deps, event)],
  ['GET /api/nominations/{id}/events', (event) => listEvents(deps, event)],
  ['POST /api/nominations/{id}/withdrawal', (event) => withdrawNomination(deps, event)],
  ['GET /api/programmes', (event) => listProgrammes(deps, event)],
  ['GET /api/programmes/{id}', (event) => getProgramme(deps, event)],
  ['POST /api/programmes/{id}/inactivation-proposals', (event) => proposeInactivation(deps, event)],
  ...reportRoutes.map(({ method, path, handle }): [string, Serve] => [
    `${method} ${path}`,
    (event) => handle(reports, event),
  ]),
] satisfies [string, Serve][]);

const fault = (event: HttpEvent): HttpResult =>
  event.routeKey.includes(' /api/') ? problem(acceptedLanguage(event)) : pageFault(event);

/**
 * The open pages, the yearly reports, and the API of both, by the route that the HTTP API found. `GET` and `HEAD` only
 * read.
 */
export const handler = middy<HttpEvent, HttpResult>()
  .use(served(fault))
  .handler(async (event) => {
    const serve = routes[event.routeKey];
    if (serve === undefined) throw new Error(`No such route: ${event.routeKey}`);
    return serve(event);
  });
