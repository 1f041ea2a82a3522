import middy from '@middy/core';
import { openStore } from '../../shared/records/store.ts';
import { now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { bodyText, type HttpEvent, type HttpResult, served } from '../../shared/runtime/http.ts';
import { acceptedLanguage, clientOf } from '../../shared/runtime/json-api.ts';
import { logged } from '../../shared/runtime/log.ts';
import { fault as pageFault } from '../../shared/web/request.ts';
import { found, listed, put } from './bodies.ts';
import { showBodies, showBody, takeBody } from './desk.ts';
import { atDesk, type DeskBodies } from './desk-door.ts';
import { deskRecord } from './desk-record.ts';
import { fault as problem, refused } from './problems.ts';
import { bodiesRecord } from './record.ts';

const { TABLE_NAME, PATIENCE_MINUTES } = config('TABLE_NAME', 'PATIENCE_MINUTES');
const store = openStore(TABLE_NAME);

const record = bodiesRecord(store, now, PATIENCE_MINUTES);

const bodies: DeskBodies = {
  record: {
    ...record,
    recordMove: (facts, ...move) => {
      logged(facts);
      return record.recordMove(facts, ...move);
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
