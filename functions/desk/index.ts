import middy from '@middy/core';
import { faultPage, unknownLinkPage, unsureFaultPage } from '../../shared/pages/pages.ts';
import { listBodies } from '../../shared/records/bodies.ts';
import { listDisclosures } from '../../shared/records/disclosures.ts';
import { searchRows } from '../../shared/records/row-words.ts';
import { listRows } from '../../shared/records/rows.ts';
import { openStore } from '../../shared/records/store.ts';
import { now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { type HttpEvent, type HttpResult, served } from '../../shared/runtime/http.ts';
import { readSecret } from '../../shared/runtime/secret.ts';
import { type CasesDeps, showCases } from './cases.ts';
import { showDisclosures } from './disclosures.ts';
import { behindDoor } from './door.ts';
import { endLogin, startLogin } from './login.ts';
import { showLogout, takeLogout } from './logout.ts';
import { showPeople, takePeople } from './people.ts';
import { openProvider } from './provider.ts';
import { type DeskDeps, deskRecord } from './record.ts';
import { isPost, language, page } from './request.ts';

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

type Serve = (deps: DeskDeps, event: HttpEvent) => Promise<HttpResult>;

const OFFICER = { officer: true };

const reads = (path: string, serve: Serve): Readonly<Record<string, Serve>> => ({
  [`GET ${path}`]: serve,
  [`HEAD ${path}`]: serve,
});

/** A login is no page: asking for its head alone begins none. */
const routes: Readonly<Record<string, Serve>> = {
  'GET /desk/login': startLogin,
  'GET /desk/callback': endLogin,
  'POST /desk/logout': takeLogout,
  ...reads('/desk/logout', showLogout),
  ...reads(
    '/desk',
    behindDoor((_deps, event, session) => showCases(cases, event, session)),
  ),
  ...reads(
    '/desk/disclosures',
    behindDoor((_deps, event, session) => showDisclosures(() => listDisclosures(store), event, session)),
  ),
  ...reads('/desk/people', behindDoor(showPeople, OFFICER)),
  'POST /desk/people': behindDoor(takePeople, OFFICER),
};

const fault = (event: HttpEvent): HttpResult => {
  const lang = language(event);
  return page(500, isPost(event) ? unsureFaultPage({ lang }) : faultPage({ lang }));
};

/** The login of the desk, its list of cases and its people, by the route that the HTTP API found. */
export const handler = middy<HttpEvent, HttpResult>()
  .use(served(fault))
  .handler(
    async (event) =>
      routes[event.routeKey]?.(deps, event) ?? page(404, unknownLinkPage({ lang: language(event) })),
  );
