import middy from '@middy/core';
import {
  endLink,
  endOfficeLink,
  listBodies,
  readActingBody,
  readBody,
  replaceBody,
} from '../../shared/records/bodies.ts';
import { readFacts } from '../../shared/records/cases.ts';
import { wakeCase } from '../../shared/records/heads.ts';
import { openCaseIds } from '../../shared/records/open-cases.ts';
import { recordAct } from '../../shared/records/record-act.ts';
import { casesOfCouncil } from '../../shared/records/register.ts';
import { openStore } from '../../shared/records/store.ts';
import { minutesAfter, now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { bodyText, type HttpEvent, type HttpResult, served } from '../../shared/runtime/http.ts';
import { acceptedLanguage, clientOf } from '../../shared/runtime/json-api.ts';
import { fault as pageFault } from '../../shared/web/request.ts';
import { found, listed, put } from './bodies.ts';
import { showBodies, showBody, takeBody } from './desk.ts';
import { atDesk, type DeskBodies } from './desk-door.ts';
import { deskRecord } from './desk-record.ts';
import { fault as problem, refused } from './problems.ts';

const { TABLE_NAME, PATIENCE_MINUTES } = config('TABLE_NAME', 'PATIENCE_MINUTES');
const store = openStore(TABLE_NAME);

const bodies: DeskBodies = {
  record: {
    list: () => listBodies(store),
    body: (id) => readBody(store, id),
    replace: (body, change, newSuccessor) => replaceBody(store, body, change, newSuccessor),
    actingBody: (id) => readActingBody(store, id),
    caseIds: async (body) => [
      ...new Set([...(await openCaseIds(store)), ...(await casesOfCouncil(store, body))]),
    ],
    facts: (caseId) => readFacts(store, caseId),
    endLink: (caseId, questionId, movedAt) => endLink(store, caseId, questionId, movedAt),
    endOfficeLink: (caseId, movedAt) => endOfficeLink(store, caseId, movedAt),
    wake: (caseId) => wakeCase(store, caseId, crypto.randomUUID()),
    recordMove: (facts, consequence, { from, to, by }) => {
      const at = now();
      return recordAct(store, facts, {
        kind: 'bodyMoved',
        at: at.toISOString(),
        by: 'client' in by ? { client: by.client } : { subject: by.subject },
        answers: { from, to },
        consequence,
        wake: crypto.randomUUID(),
        lookAgainAt: minutesAfter(at, PATIENCE_MINUTES),
      });
    },
  },
  desk: deskRecord(store),
  now,
};

type Serve = (bodies: DeskBodies, event: HttpEvent) => Promise<HttpResult>;

const reads = (path: string, serve: Serve): Readonly<Record<string, Serve>> => ({
  [`GET ${path}`]: serve,
  [`HEAD ${path}`]: serve,
});

const routes: Readonly<Record<string, Serve>> = {
  ...reads('/desk/bodies', atDesk(showBodies)),
  ...reads('/desk/bodies/new', atDesk(showBody)),
  ...reads('/desk/bodies/{id}', atDesk(showBody)),
  'POST /desk/bodies/new': atDesk(takeBody),
  'POST /desk/bodies/{id}': atDesk(takeBody),
  'GET /api/bodies': listed,
  'GET /api/bodies/{id}': (register, event) => found(register, idOf(event), acceptedLanguage(event)),
  'PUT /api/bodies/{id}': (register, event) => {
    const language = acceptedLanguage(event);
    const client = clientOf(event);
    if (client === undefined) return Promise.resolve(refused('noClient', language));
    const ifMatch = event.headers['if-match'];
    return put(register, { id: idOf(event), client, body: bodyText(event), ifMatch, language });
  },
};

const idOf = (event: HttpEvent): string => event.pathParameters?.id ?? '';

const fault = (event: HttpEvent): HttpResult =>
  event.routeKey.includes(' /api/') ? problem(acceptedLanguage(event)) : pageFault(event);

/**
 * The register of those whom the routine asks, by the route that the HTTP API found: as an API, whose authorizer has
 * checked the token and its scope, and as pages of the desk.
 */
export const handler = middy<HttpEvent, HttpResult>()
  .use(served(fault))
  .handler(async (event) => {
    const serve = routes[event.routeKey];
    if (serve === undefined) throw new Error(`No such route: ${event.routeKey}`);
    return serve(bodies, event);
  });
