import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { readHead } from '../../shared/records/cases.ts';
import { nextCaseNumber, readIdempotency, submitNomination } from '../../shared/records/nominations.ts';
import { openStore } from '../../shared/records/store.ts';
import type { Language } from '../../shared/routine/words.ts';
import { now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { bodyText, type HttpEvent, type HttpResult, served } from '../../shared/runtime/http.ts';
import { type Nominate, nominate } from './nominate.ts';
import { fault, refused } from './problems.ts';

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

/** Who asks, as the token's issuer names the client; every case and idempotency key belongs to one. */
const clientOf = (event: HttpEvent): string | undefined => {
  const claims = (event as APIGatewayProxyEventV2WithJWTAuthorizer).requestContext.authorizer?.jwt?.claims;
  const client = claims?.client_id ?? claims?.sub;
  return client === undefined || client === '' ? undefined : String(client);
};

const language = (event: HttpEvent): Language =>
  event.headers['accept-language']?.startsWith('en') ? 'en' : 'sv';

/** `POST /api/nominations`; the HTTP API's authorizer has already checked the token and its scope. */
export const handler = middy<HttpEvent, HttpResult>()
  .use(served((event) => fault(language(event))))
  .handler(async (event) => {
    const client = clientOf(event);
    if (client === undefined) return refused('noClient', language(event));
    return nominate(deps, {
      client,
      idempotencyKey: event.headers['idempotency-key'],
      body: bodyText(event),
      language: language(event),
    });
  });
