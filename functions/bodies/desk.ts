import { dateInSweden } from '../../shared/case/sweden.ts';
import { homeFrom } from '../../shared/pages/links.ts';
import {
  type BodyView,
  bodiesPage,
  bodyPage,
  type ListedBody,
  type ShownBodyChange,
  tooLongPage,
  unknownBodyPage,
  VERSION,
} from '../../shared/pages/pages.ts';
import type { Body, BodyChange, StoredBody } from '../../shared/records/bodies.ts';
import type { FieldProblem } from '../../shared/routine/check.ts';
import type { Words } from '../../shared/routine/words.ts';
import { bodyText, type HttpEvent, type HttpResult } from '../../shared/runtime/http.ts';
import type { Visitor } from '../../shared/web/desk-door.ts';
import { language, page, seeOther } from '../../shared/web/request.ts';
import { asSent, changeBody, etagOf } from './change.ts';
import type { DeskBodies } from './desk-door.ts';
import { fieldsThatDiffer, filledWith, knownFor, readBodyForm, type Sent } from './desk-form.ts';

/** `GET /desk/bodies`: all whom the routine asks. */
export const showBodies = async (
  bodies: DeskBodies,
  event: HttpEvent,
  { desk }: Visitor,
): Promise<HttpResult> => {
  const all = await bodies.record.list();
  const today = dateInSweden(bodies.now());
  const counts = await Promise.all(all.map(({ id }) => bodies.desk.openQuestions(id)));
  const listed = all.map((body, index) => asListed(body, all, today, counts[index] ?? 0));
  return page(
    200,
    bodiesPage({ lang: language(event), desk, today, bodies: listed.toSorted(byName(language(event))) }),
  );
};

const byName =
  (lang: 'sv' | 'en') =>
  (a: ListedBody, b: ListedBody): number =>
    a.name[lang].localeCompare(b.name[lang], lang);

const asListed = (
  { successor, absences = [], ...stored }: StoredBody,
  all: readonly Body[],
  today: string,
  openQuestions: number,
): ListedBody => {
  const { version: _v, movedAt: _m, ...body } = stored;
  const heir = all.find(({ id }) => id === successor);
  return {
    ...body,
    absences: absences.filter(({ to }) => to >= today).toSorted((a, b) => a.from.localeCompare(b.from)),
    openQuestions,
    ...(heir && { successor: heir.name }),
  };
};

/** `GET /desk/bodies/{id}`, and `new`: the form; after it was sent, what came of it. */
export const showBody = async (
  bodies: DeskBodies,
  event: HttpEvent,
  visitor: Visitor,
): Promise<HttpResult> => {
  const opened = await open(bodies, event);
  if (opened === undefined) return page(404, unknownBodyPage(language(event), homeFrom(event.routeKey)));
  const moved = Number(event.queryStringParameters?.moved ?? Number.NaN);
  const isSaved = Number.isInteger(moved) && moved >= 0;
  return page(
    200,
    bodyPage({
      ...(await viewOf(bodies, event, visitor, opened)),
      posted: filledWith(opened.body),
      ...(isSaved && { saved: { movedQuestions: moved }, query: `moved=${moved}` }),
    }),
  );
};

/** `POST /desk/bodies/{id}`, and `new`: takes what was sent, by the register's own rules (ROUTINE.md section 0 no. 12). */
export const takeBody = async (
  bodies: DeskBodies,
  event: HttpEvent,
  visitor: Visitor,
): Promise<HttpResult> => {
  const opened = await open(bodies, event);
  const text = bodyText(event);
  if (opened === undefined) return page(404, unknownBodyPage(language(event), homeFrom(event.routeKey)));
  if (text === undefined) return page(413, tooLongPage({ lang: language(event), routeKey: event.routeKey }));
  const sent = readBodyForm(text, opened.body, opened.known);
  const version = new URLSearchParams(text).get(VERSION);
  const again = async (status: number, more: Partial<BodyView>): Promise<HttpResult> => {
    const view = await viewOf(bodies, event, visitor, opened);
    const seen = version === null ? {} : { version: Number(version) };
    return page(status, bodyPage({ ...view, ...seen, posted: { successor: '', ...sent.posted }, ...more }));
  };
  if (sent.intent === 'edit') return again(200, {});
  if (sent.body === undefined) return again(422, { problems: sent.problems });
  const { subject, name } = visitor.session;
  const ifMatch = version === null ? undefined : etagOf({ version: Number(version) });
  const changed = await changeBody(bodies, { body: sent.body, ifMatch, by: { subject, name } });
  if (typeof changed === 'object') return toSaved(event, changed.body.id, changed.movedQuestions);
  if (changed === 'successor') return again(409, { problems: [NOT_TO_BE_FOLLOWED] });
  if (opened.body === undefined) return again(409, { problems: [NAME_TAKEN] });
  return overtaken(bodies, event, visitor, sent);
};

/** Somebody else was first: both are shown, and what is sent next takes the place of what stands now. */
const overtaken = async (
  bodies: DeskBodies,
  event: HttpEvent,
  visitor: Visitor,
  { posted, written }: Sent,
): Promise<HttpResult> => {
  const opened = await open(bodies, event);
  if (opened?.body === undefined) throw new Error('A body that was changed is gone');
  const fields = fieldsThatDiffer({ ...opened.body }, written);
  const view = await viewOf(bodies, event, visitor, opened);
  return page(
    409,
    bodyPage({ ...view, posted: { successor: '', ...posted }, overtaken: { written, fields } }),
  );
};

interface Opened {
  /** Absent of a new one. */
  readonly body?: Body;
  readonly version?: number;
  readonly known: ReturnType<typeof knownFor>;
}

/** The body that the path names, or a new one; nothing where there is no such body. */
const open = async ({ record, now }: DeskBodies, event: HttpEvent): Promise<Opened | undefined> => {
  const id = event.pathParameters?.id;
  const [all, stored] = await Promise.all([record.list(), id === undefined ? undefined : record.body(id)]);
  if (id !== undefined && stored === undefined) return undefined;
  const known = knownFor(stored, all, dateInSweden(now()));
  return { known, ...(stored && { body: asSent(stored), version: stored.version }) };
};

/** Changes that are shown, the latest. */
const MOST_CHANGES = 20;

const viewOf = async (
  { desk: record }: DeskBodies,
  event: HttpEvent,
  { desk }: Visitor,
  { body, version, known }: Opened,
): Promise<Omit<BodyView, 'posted'>> => {
  const changes = body === undefined ? [] : await record.changes(body.id, MOST_CHANGES);
  return {
    ...{ lang: language(event), desk, known, changes: changes.map(asShown) },
    ...(body && { body: { ...body } }),
    ...(version !== undefined && { version }),
  };
};

const asShown = ({ at, by, before, after }: BodyChange): ShownBodyChange => ({
  on: dateInSweden(new Date(at)),
  by: 'client' in by ? by.client : by.name,
  fields: before === undefined ? [] : fieldsThatDiffer({ ...before }, { ...after }),
});

const toSaved = (event: HttpEvent, id: string, moved: number): HttpResult =>
  seeOther(`${id}?moved=${moved}${language(event) === 'en' ? '&lang=en' : ''}#result`);

const problem = (field: string, message: Words): FieldProblem => ({ field, message });

const NAME_TAKEN = problem('name.sv', {
  sv: 'Det finns redan en instans med det namnet. Ändra den i stället, eller välj ett annat namn.',
  en: 'There is a body of that name already. Change that one instead, or choose another name.',
});
const NOT_TO_BE_FOLLOWED = problem('successor', {
  sv: 'Den som du valde kan inte ta över längre. Välj en annan.',
  en: 'The one you chose cannot take over any more. Choose another one.',
});
