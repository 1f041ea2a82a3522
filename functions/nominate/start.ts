import { createHash } from 'node:crypto';
import { type Draft, draftIdOf, merged, type Seen, seenOf, type Value } from '../../shared/case/draft.ts';
import { partsNow } from '../../shared/case/draft-parts.ts';
import { CARRIED, mailedPage, nominatePage, tooLongPage } from '../../shared/pages/pages.ts';
import { byField, type Posted, readPosted } from '../../shared/pages/posted.ts';
import { checkAnswers, type FieldProblem } from '../../shared/routine/check.ts';
import { mailboxForm } from '../../shared/routine/draft-mailbox.ts';
import { isFitId } from '../../shared/routine/id.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { language, page, sentForm } from '../../shared/web/request.ts';
import { notToBeKept } from './draft-content.ts';
import type { DraftDeps } from './draft-deps.ts';
import { knownNow } from './draft-pages.ts';
import { saved } from './draft-save.ts';
import { asked, lengthProblems, queryOf, toPage } from './request.ts';
import { FIRST_LINK, sendAgain } from './resend.ts';

/** Drafts that a mailbox may begin within an hour. */
const MOST_FOR_MAILBOX = 3;

/** `GET /nominate`: the questions and the first part; after it was sent, that the link is mailed. */
export const showStart = async (deps: DraftDeps, event: HttpEvent): Promise<HttpResult> => {
  const draft = await mailedDraft(deps, event);
  if (draft?.mailbox === undefined || draft.sent !== undefined)
    return startAgain(200, deps, event, deps.newId());
  const again = asked(event, 'again');
  return page(
    200,
    mailedPage({
      lang: language(event),
      home: '',
      query: queryOf(event, ['mailed', 'again']),
      mailbox: draft.mailbox,
      ...((again === 'sent' || again === 'wait') && { again }),
    }),
  );
};

const startAgain = (
  status: number,
  deps: DraftDeps,
  event: HttpEvent,
  key: string,
  typed: { readonly posted?: Posted; readonly problems?: readonly FieldProblem[] } = {},
): HttpResult => {
  const known = knownNow(deps);
  const [first] = partsNow({}, known);
  if (first === undefined) throw new Error('The form has no parts');
  return page(status, nominatePage({ lang: language(event), home: '', known, first, key, ...typed }));
};

/** Begins a draft with what was typed, and has its link mailed; or has it mailed once more. */
export const takeStart = async (deps: DraftDeps, event: HttpEvent): Promise<HttpResult> => {
  if (asked(event, 'mailed') !== undefined) return mailAgain(deps, event);
  const body = sentForm(event);
  if (body === undefined) return page(413, tooLongPage({ lang: language(event), routeKey: event.routeKey }));
  const known = knownNow(deps);
  const form = { ...partsNow({}, known)[0]?.form };
  const reading = readPosted({ ...form, ...mailboxForm }, body, known);
  const key = new URLSearchParams(body).get(CARRIED.key) || deps.newId();
  const { posted } = reading;
  const again = (status: number, problems: readonly FieldProblem[]) =>
    startAgain(status, deps, event, key, { posted, problems });
  const tooLong = lengthProblems(body);
  if (tooLong.length > 0) return again(413, tooLong);
  if (reading.intent === 'edit') return again(200, []);

  const values = byField(form, posted);
  const refused = notToBeKept(values);
  const mailbox = checkAnswers(mailboxForm, { mailbox: reading.raw.mailbox }, known);
  const written = checkAnswers(form, omit(reading.raw, ['mailbox']), known);
  const personal = written.ok ? [] : written.problems.filter(({ field }) => refused.includes(field));
  if (!mailbox.ok) return again(422, [...personal, ...mailbox.problems]);
  if (refused.length > 0) return again(422, personal);
  const begun = await begin(deps, event, key, mailbox.answers.mailbox, values);
  return begun === undefined ? again(429, [TOO_MANY]) : toPage(event, `mailed=${begun}`);
};

const omit = (from: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));

/** The id of the draft that holds it; `undefined` when the mailbox has begun too many. */
const begin = async (
  deps: DraftDeps,
  event: HttpEvent,
  key: string,
  mailbox: string,
  values: Readonly<Record<string, Value>>,
): Promise<string | undefined> => {
  const { record, now } = deps;
  const id = draftIdOf(key, mailbox);
  const at = now().toISOString();
  const empty: Draft = {
    id,
    mailbox,
    language: language(event),
    answers: {},
    version: 0,
    createdAt: at,
    savedAt: at,
  };
  const change = { sent: values, seen: {}, by: BEGINNER, at };
  const draft = merged(empty, change) ?? { ...empty, version: 1 };
  const earlier = await record.draft(id);
  if (earlier === undefined) {
    if (!(await countsForMailbox(record, mailbox))) return undefined;
    if (await record.put(draft, [FIRST_LINK])) return id;
  }
  await addTo(deps, earlier ?? (await record.draft(id)), change);
  return id;
};

const BEGINNER = 'start';

/** The same form sent again: where nobody has opened the draft yet, what it says now is meant. */
const addTo = async (
  deps: DraftDeps,
  earlier: Draft | undefined,
  change: { sent: Readonly<Record<string, Value>>; by: string; at: string },
): Promise<void> => {
  if (earlier === undefined) throw new Error('The draft could not be stored');
  const seenBy = ({ answers }: Draft): Readonly<Record<string, Seen | undefined>> =>
    Object.fromEntries(
      Object.keys(change.sent).map((field) => {
        const kept = answers[field];
        return [field, kept === undefined || kept.by === BEGINNER ? seenOf(kept) : undefined];
      }),
    );
  await saved(deps, earlier, (it) => merged(it, { ...change, seen: seenBy(it) }));
};

const mailedDraft = async (deps: DraftDeps, event: HttpEvent): Promise<Draft | undefined> => {
  const id = asked(event, 'mailed') ?? '';
  return isFitId(id) ? deps.record.draft(id) : undefined;
};

const mailAgain = async (deps: DraftDeps, event: HttpEvent): Promise<HttpResult> => {
  const draft = await mailedDraft(deps, event);
  if (draft?.mailbox === undefined || draft.sent !== undefined) return toPage(event, '');
  return toPage(event, `mailed=${draft.id}&again=${await sendAgain(deps, draft)}`, '#result');
};

/** Counts a draft whose link is mailed, however it is begun; `false` when the mailbox has had its most. */
export const countsForMailbox = (
  { countTry }: Pick<DraftDeps['record'], 'countTry'>,
  mailbox: string,
): Promise<boolean> => countTry(`draft#${digestOf(mailbox)}`, MOST_FOR_MAILBOX);

/** Counters hold no address. */
export const digestOf = (text: string): string =>
  createHash('sha256').update(text.toLowerCase()).digest('base64url');

const TOO_MANY: FieldProblem = {
  field: 'mailbox',
  message: {
    sv: 'Flera nomineringar har nyss påbörjats med den här adressen. Öppna länken i något av mejlen, eller vänta en timme och spara igen.',
    en: 'Several nominations were just begun with this address. Open the link in one of the mails, or wait an hour and save again.',
  },
};
