import middy from '@middy/core';
import { openFiles, places } from '../../shared/files/bucket.ts';
import { downloadUrl, giveToCase, removeFromDraft } from '../../shared/files/kept.ts';
import { inspect, keep, uploadForm } from '../../shared/files/uploads.ts';
import { candidatesReader } from '../../shared/records/candidates.ts';
import { readHead } from '../../shared/records/cases.ts';
import {
  countTry,
  dealWithCall,
  listCalls,
  putDraft,
  readDraft,
  saveDraft,
  wantDraftMail,
} from '../../shared/records/drafts.ts';
import { nextCaseNumber, readIdempotency, submitNomination } from '../../shared/records/nominations.ts';
import { readLink } from '../../shared/records/questions.ts';
import { readSession } from '../../shared/records/sessions.ts';
import { openStore } from '../../shared/records/store.ts';
import { now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { bodyText, type HttpEvent, type HttpResult, served } from '../../shared/runtime/http.ts';
import { acceptedLanguage, clientOf } from '../../shared/runtime/json-api.ts';
import { logged } from '../../shared/runtime/log.ts';
import { isPost, fault as pageFault } from '../../shared/web/request.ts';
import { showCall, takeCall } from './call.ts';
import { serveCalls, serveDeskDraft } from './desk.ts';
import type { DraftDeps } from './draft-deps.ts';
import { byLink, typedIn } from './draft-pages.ts';
import { type Nominate, nominate } from './nominate.ts';
import { fault as problem, refused } from './problems.ts';
import { asked } from './request.ts';
import { similarTo } from './similar.ts';
import { showStart, takeStart } from './start.ts';

const { TABLE_NAME, PATIENCE_MINUTES, BASE_URL, FILES_BUCKET, SCANNER } = config(
  'TABLE_NAME',
  'PATIENCE_MINUTES',
  'BASE_URL',
  'FILES_BUCKET',
  'SCANNER',
);
const store = openStore(TABLE_NAME);
const files = openFiles(FILES_BUCKET, SCANNER);
const newId = () => crypto.randomUUID();
const at = () => now().toISOString();

const deps: Nominate = {
  record: {
    nextCaseNumber: (year) => nextCaseNumber(store, year),
    submit: async (submission) => {
      const isStored = await submitNomination(store, submission);
      if (isStored) logged({ head: submission.head, questions: [] });
      return isStored;
    },
    byIdempotencyKey: (client, key) => readIdempotency(store, client, key),
    head: (caseId) => readHead(store, caseId),
  },
  now,
  newId,
  patienceMinutes: PATIENCE_MINUTES,
};

const drafts: DraftDeps = {
  record: {
    link: (digest) => readLink(store, digest),
    session: (digest) => readSession(store, digest, now()),
    draft: (id) => readDraft(store, id),
    put: (draft, mails) => putDraft(store, draft, mails, newId()),
    save: (draft, before) => saveDraft(store, draft, before),
    wantMail: (draft, mail) => wantDraftMail(store, draft, mail, at(), newId()),
    countTry: (what, most) => countTry(store, what, at(), most),
    calls: () => listCalls(store),
    dealWithCall: (call, by) => dealWithCall(store, call, { by, at: at() }),
    candidates: candidatesReader(store, now),
  },
  filing: deps,
  files: {
    form: (draftId, back) => uploadForm(files, draftId, `${BASE_URL}${back}`),
    inspect: (draftId, upload) => inspect(files, draftId, upload),
    keep: (draftId, upload) => keep(files, upload, places.draft(draftId, upload.id)),
    remove: (draftId, file) => removeFromDraft(files, draftId, file),
    url: (draftId, file) => downloadUrl(files, places.draft(draftId, file.id), file),
    give: (draftId, attachments) => giveToCase(files, draftId, attachments),
  },
  now,
  newId,
};

type Serve = (event: HttpEvent) => HttpResult | Promise<HttpResult>;

/** The HTTP API's authorizer has already checked the token and its scope. */
const forClient =
  (serve: (event: HttpEvent, client: string) => Promise<HttpResult>): Serve =>
  (event) => {
    const client = clientOf(event);
    return client === undefined ? refused('noClient', acceptedLanguage(event)) : serve(event, client);
  };

const submit = forClient((event, client) =>
  nominate(deps, {
    client,
    idempotencyKey: event.headers['idempotency-key'],
    body: bodyText(event),
    language: acceptedLanguage(event),
  }),
);

const findSimilar = forClient((event) =>
  similarTo(drafts.record.candidates, bodyText(event), acceptedLanguage(event)),
);

const start: Serve = (event) => {
  const isCall = asked(event, 'call') !== undefined;
  if (isPost(event)) return isCall ? takeCall(drafts, event) : takeStart(drafts, event);
  return isCall ? showCall(drafts, event) : showStart(drafts, event);
};

const routes: Readonly<Record<string, Serve>> = Object.fromEntries([
  ['POST /api/nominations', submit],
  ['POST /api/nominations/similar', findSimilar],
  ...['GET', 'HEAD', 'POST'].flatMap((method): [string, Serve][] => [
    [`${method} /nominate`, start],
    [`${method} /n/{secret}`, (event) => byLink(drafts, event)],
    [`${method} /desk/calls`, (event) => serveCalls(drafts, event)],
    [`${method} /desk/drafts/{id}`, (event) => serveDeskDraft(drafts, event)],
  ]),
] satisfies [string, Serve][]);

const fault = (event: HttpEvent): HttpResult =>
  event.routeKey.includes(' /api/') ? problem(acceptedLanguage(event)) : pageFault(event, typedIn(event));

/** The API that takes nominations, and the pages on which people write them. `GET` and `HEAD` only read. */
export const handler = middy<HttpEvent, HttpResult>()
  .use(served(fault))
  .handler(async (event) => {
    const serve = routes[event.routeKey];
    if (serve === undefined) throw new Error(`No such route: ${event.routeKey}`);
    return serve(event);
  });
