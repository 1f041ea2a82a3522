import middy from '@middy/core';
import { unknownLinkPage } from '../../shared/pages/pages.ts';
import { listBodies } from '../../shared/records/bodies.ts';
import { listDisclosures } from '../../shared/records/disclosures.ts';
import { searchRows } from '../../shared/records/row-words.ts';
import { listRows } from '../../shared/records/rows.ts';
import { openStore } from '../../shared/records/store.ts';
import { now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { type HttpEvent, type HttpResult, served } from '../../shared/runtime/http.ts';
import { readSecret } from '../../shared/runtime/secret.ts';
import { behindDoor, type Door, type Needs, type Visitor } from '../../shared/web/desk-door.ts';
import { fault, language, page } from '../../shared/web/request.ts';
import { type CasesDeps, showCases } from './cases.ts';
import { showDisclosures } from './disclosures.ts';
import { endLogin, startLogin } from './login.ts';
import { showLogout, takeLogout } from './logout.ts';
import { showPeople, takePeople } from './people.ts';
import { openProvider } from './provider.ts';
import { type DeskDeps, deskRecord, sessionsOf } from './record.ts';

const settings = config(
  ...(['TABLE_NAME', 'BASE_URL', 'DESK_ISSUER', 'DESK_CLIENT_ID'] as const),
  ...(['DESK_CLIENT_SECRET', 'DESK_FIRST_OFFICERS'] as const),
);
const store = openStore(settings.TABLE_NAME);

const deps: DeskDeps = {
  record: deskRecord(store),
  provider: openProvider({
    issuer: settings.DESK_ISSUER,
    clientId: settings.DESK_CLIENT_ID,
    clientSecret: () => readSecret(settings.DESK_CLIENT_SECRET),
    redirectUri: `${settings.BASE_URL}/desk/callback`,
  }),
  baseUrl: settings.BASE_URL,
  firstOfficers: settings.DESK_FIRST_OFFICERS,
  now,
};

const cases: CasesDeps = {
  record: {
    bodies: () => listBodies(store),
    rows: (filter, paging) => listRows(store, filter, paging),
    search: (words, filter, paging) => searchRows(store, words, { filter, ...paging }),
  },
  now,
};

type Serve = (event: HttpEvent) => Promise<HttpResult>;
type Behind = (event: HttpEvent, visitor: Visitor) => Promise<HttpResult>;

const inside =
  (at: Door['at'], serve: Behind, needs: Needs = {}): Serve =>
  (event) =>
    behindDoor(event, { read: sessionsOf(deps), at, needs }, (visitor) => serve(event, visitor));

const OFFICER = { officer: true };

const reads = (path: string, serve: Serve): Readonly<Record<string, Serve>> => ({
  [`GET ${path}`]: serve,
  [`HEAD ${path}`]: serve,
});

const disclosures: Behind = (event, visitor) => showDisclosures(() => listDisclosures(store), event, visitor);
const people: Behind = (event, visitor) => showPeople(deps, event, visitor);
const changePeople: Behind = (event, visitor) => takePeople(deps, event, visitor);

/** A login is no page: asking for its head alone begins none. */
const routes: Readonly<Record<string, Serve>> = {
  'GET /desk/login': (event) => startLogin(deps, event),
  'GET /desk/callback': (event) => endLogin(deps, event),
  'POST /desk/logout': (event) => takeLogout(deps, event),
  ...reads('/desk/logout', (event) => showLogout(deps, event)),
  ...reads(
    '/desk',
    inside('cases', (event, visitor) => showCases(cases, event, visitor)),
  ),
  ...reads('/desk/disclosures', inside('disclosures', disclosures)),
  ...reads('/desk/people', inside('people', people, OFFICER)),
  'POST /desk/people': inside('people', changePeople, OFFICER),
};

/** The login of the desk, its list of cases and its people, by the route that the HTTP API found. */
export const handler = middy<HttpEvent, HttpResult>()
  .use(served(fault))
  .handler(
    async (event) =>
      routes[event.routeKey]?.(event) ??
      page(404, unknownLinkPage({ lang: language(event), routeKey: event.routeKey })),
  );
