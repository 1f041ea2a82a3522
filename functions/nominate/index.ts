import middy from '@middy/core';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { readHead } from '../../shared/records/cases.ts';
import { nextCaseNumber, readIdempotency, submitNomination } from '../../shared/records/nominations.ts';
import { openStore } from '../../shared/records/store.ts';
import { now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { bodyText, type HttpEvent, type HttpResult, problem, served } from '../../shared/runtime/http.ts';
import { type Nominate, nominate } from './nominate.ts';

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

const clientOf = (event: HttpEvent): string =>
  String((event as APIGatewayProxyEventV2WithJWTAuthorizer).requestContext.authorizer?.jwt?.claims.sub ?? '');

/** `POST /api/nominations`; the HTTP API's authorizer has already checked the token and its scope. */
export const handler = middy<HttpEvent, HttpResult>()
  .use(served(() => problem(500, 'Något gick fel hos oss. Inget är sparat – försök igen.')))
  .handler((event) =>
    nominate(deps, {
      client: clientOf(event),
      idempotencyKey: event.headers['idempotency-key'],
      body: bodyText(event),
      language: event.headers['accept-language']?.startsWith('en') ? 'en' : 'sv',
    }),
  );
