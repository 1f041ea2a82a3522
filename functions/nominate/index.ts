import middy from '@middy/core';
import { readCandidates } from '../../shared/records/candidates.ts';
import { readHead } from '../../shared/records/cases.ts';
import { nextCaseNumber, readIdempotency, submitNomination } from '../../shared/records/nominations.ts';
import { openStore } from '../../shared/records/store.ts';
import { now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { bodyText, type HttpEvent, type HttpResult, served } from '../../shared/runtime/http.ts';
import { acceptedLanguage, clientOf } from '../../shared/runtime/json-api.ts';
import { type Nominate, nominate } from './nominate.ts';
import { fault, refused } from './problems.ts';
import { similarTo } from './similar.ts';

const { TABLE_NAME, PATIENCE_MINUTES } = config('TABLE_NAME', 'PATIENCE_MINUTES');
const store = openStore(TABLE_NAME);

const deps: Nominate = {
  record: {
    nextCaseNumber: (year) => nextCaseNumber(store, year),
    submit: (submission) => submitNomination(store, submission),
    byIdempotencyKey: (client, key) => readIdempotency(store, client, key),
    head: (caseId) => readHead(store, caseId),
  },
  now,
  newId: () => crypto.randomUUID(),
  patienceMinutes: PATIENCE_MINUTES,
};

type Serve = (event: HttpEvent, client: string) => Promise<HttpResult>;

const submit: Serve = (event, client) =>
  nominate(deps, {
    client,
    idempotencyKey: event.headers['idempotency-key'],
    body: bodyText(event),
    language: acceptedLanguage(event),
  });

const findSimilar: Serve = (event) =>
  similarTo(() => readCandidates(store), bodyText(event), acceptedLanguage(event));

/** Routes under `/api/nominations`; the HTTP API's authorizer has already checked the token and its scope. */
export const handler = middy<HttpEvent, HttpResult>()
  .use(served((event) => fault(acceptedLanguage(event))))
  .handler(async (event) => {
    const client = clientOf(event);
    if (client === undefined) return refused('noClient', acceptedLanguage(event));
    const serve = event.routeKey === 'POST /api/nominations/similar' ? findSimilar : submit;
    return serve(event, client);
  });
