import { type Draft, draftIdOf, merged } from '../../shared/case/draft.ts';
import { CARRIED, callDonePage, callPage, tooLongPage } from '../../shared/pages/pages.ts';
import { byField, readPosted, toPosted } from '../../shared/pages/posted.ts';
import { callMe } from '../../shared/routine/call-me.ts';
import { checkAnswers, type FieldProblem } from '../../shared/routine/check.ts';
import type { Answers } from '../../shared/routine/form.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { language, page, sentForm } from '../../shared/web/request.ts';
import type { DraftDeps } from './draft-deps.ts';
import { knownNow } from './draft-pages.ts';
import { asked, lengthProblems, toPage } from './request.ts';
import { FIRST_LINK } from './resend.ts';
import { countsForMailbox, digestOf } from './start.ts';

/** Calls that may be asked for within an hour: to one number, and by all together. */
const MOST = { toNumber: 3, inAll: 30 };

/** "Ring mig": its form; after it was sent, that it was. */
export const showCall = (deps: DraftDeps, event: HttpEvent): HttpResult =>
  page(
    200,
    asked(event, 'call') === 'done'
      ? callDonePage({ ...frame(event), query: 'call=done' })
      : callPage({ ...frame(event), key: deps.newId() }),
  );

const frame = (event: HttpEvent) => ({ lang: language(event), home: '', query: 'call=1' });

/** Keeps who wants to be called as a draft that the office goes on with, and tells the office by a mail. */
export const takeCall = async (deps: DraftDeps, event: HttpEvent): Promise<HttpResult> => {
  const body = sentForm(event);
  if (body === undefined) return page(413, tooLongPage({ lang: language(event), routeKey: event.routeKey }));
  const known = knownNow(deps);
  const reading = readPosted(callMe.form, body, known);
  const key = new URLSearchParams(body).get(CARRIED.key) || deps.newId();
  const again = (status: number, problems: readonly FieldProblem[]) =>
    page(status, callPage({ ...frame(event), key, posted: reading.posted, problems }));
  const tooLong = lengthProblems(body);
  if (tooLong.length > 0) return again(413, tooLong);
  if (reading.intent === 'edit') return again(200, []);
  const checked = checkAnswers(callMe.form, reading.raw, known);
  if (!checked.ok) return again(422, checked.problems);
  const isKept = await keep(deps, event, key, checked.answers);
  return isKept ? toPage(event, 'call=done') : again(429, [TOO_MANY]);
};

const keep = async (
  { record, now }: DraftDeps,
  event: HttpEvent,
  key: string,
  said: Answers<typeof callMe.form>,
): Promise<boolean> => {
  const id = draftIdOf(key, 'call');
  if ((await record.draft(id)) !== undefined) return true;
  const { name, unit, phone, email } = said;
  const isWithin =
    (await record.countTry(`call#${digestOf(phone.replaceAll(/\D/gu, ''))}`, MOST.toNumber)) &&
    (email === undefined || (await countsForMailbox(record, email))) &&
    (await record.countTry('calls', MOST.inAll));
  if (!isWithin) return false;
  const at = now().toISOString();
  const empty: Draft = {
    id,
    language: language(event),
    ...(email !== undefined && { mailbox: email }),
    answers: {},
    version: 0,
    createdAt: at,
    savedAt: at,
    callMe: said as Readonly<Record<string, string>>,
  };
  const told = toPosted(nominationForm, {
    nominatingUnit: unit,
    contactFunction: name,
    contactPhone: phone,
    ...(email !== undefined && { contactEmail: email }),
  });
  const draft = merged(empty, { sent: byField(nominationForm, told), seen: {}, by: 'call', at });
  if (draft === undefined) throw new Error('A call without a caller');
  await record.put(draft, [{ id: 'call', kind: 'call' }, ...(email === undefined ? [] : [FIRST_LINK])]);
  return true;
};

const TOO_MANY: FieldProblem = {
  field: 'phone',
  message: {
    sv: 'Vi har redan fått flera önskemål om samtal den senaste timmen. Vänta en timme och skicka igen, eller skriv till den regionala SoB-förvaltningen.',
    en: 'We have had several requests for calls within the hour. Wait an hour and send again, or write to the regional SoB office.',
  },
};
