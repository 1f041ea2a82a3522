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
import { type Bodies, found, listed, put } from './bodies.ts';
import { fault, refused } from './problems.ts';

const { TABLE_NAME, PATIENCE_MINUTES } = config('TABLE_NAME', 'PATIENCE_MINUTES');
const store = openStore(TABLE_NAME);

const bodies: Bodies = {
  record: {
    list: () => listBodies(store),
    body: (id) => readBody(store, id),
    replace: (body, newSuccessor) => replaceBody(store, body, newSuccessor),
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
        by: { client: by },
        answers: { from, to },
        consequence,
        wake: crypto.randomUUID(),
        lookAgainAt: minutesAfter(at, PATIENCE_MINUTES),
      });
    },
  },
  now,
};

/** `GET /api/bodies`, `GET` and `PUT /api/bodies/{id}`; the HTTP API's authorizer has checked the token and its scope. */
export const handler = middy<HttpEvent, HttpResult>()
  .use(served((event) => fault(acceptedLanguage(event))))
  .handler(async (event) => {
    const language = acceptedLanguage(event);
    const id = event.pathParameters?.id;
    if (id === undefined) return listed(bodies);
    if (event.requestContext.http.method !== 'PUT') return found(bodies, id, language);
    const client = clientOf(event);
    if (client === undefined) return refused('noClient', language);
    return put(bodies, { id, client, body: bodyText(event), ifMatch: event.headers['if-match'], language });
  });
