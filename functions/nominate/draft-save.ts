import { type Draft, merged, rivalled, type Value } from '../../shared/case/draft.ts';
import { inPart, writtenWrong } from '../../shared/case/draft-parts.ts';
import {
  CARRIED,
  draftPartPage,
  draftReceiptPage,
  tooLongPage,
  unknownLinkPage,
  unsureFaultPage,
} from '../../shared/pages/pages.ts';
import { byField, type Posted, type Reading, readPosted, typedIn } from '../../shared/pages/posted.ts';
import { checkAnswers, type FieldProblem } from '../../shared/routine/check.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import { nominationSheet } from '../../shared/routine/nomination-sheet.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { language, page, sentForm } from '../../shared/web/request.ts';
import {
  contentOf,
  notToBeKept,
  readSeen,
  seenNow,
  sizeProblems,
  wholePart,
  writeSeen,
} from './draft-content.ts';
import type { DraftDeps, OpenedDraft } from './draft-deps.ts';
import { checkDraft, type NotTaken, partView, problemsIn } from './draft-view.ts';
import { beginningOf, fromQuery, lengthProblems, toPage } from './request.ts';

/** Tries at most this often when others save the same draft at the same moment. */
const MOST_TRIES = 8;

/**
 * The draft after `change`, stored; `undefined` when it was sent meanwhile. A change that changes nothing is not stored.
 * @throws when others keep saving, which leaves the form to be sent again
 */
export const saved = async (
  { record }: DraftDeps,
  first: Draft,
  change: (draft: Draft) => Draft | undefined,
): Promise<Draft | undefined> => {
  let draft: Draft | undefined = first;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (draft === undefined || draft.sent !== undefined) return undefined;
    const next = change(draft);
    if (next === undefined || (await record.save(next, draft))) return next ?? draft;
    draft = await record.draft(draft.id);
  }
  throw new Error('The draft kept changing');
};

/** Takes a part that was posted: field by field what its writer has changed. */
export const takePart = async (
  deps: DraftDeps,
  event: HttpEvent,
  opened: OpenedDraft,
  id: string,
): Promise<HttpResult> => {
  const body = sentForm(event);
  if (body === undefined) return page(413, tooLongPage({ lang: language(event), routeKey: event.routeKey }));
  const form = wholePart(id);
  if (form === undefined)
    return page(404, unknownLinkPage({ lang: language(event), routeKey: event.routeKey }));
  const reading = readPosted(form, body, opened.known);
  const names = new URLSearchParams(body);
  const seen = names.get(CARRIED.seen) ?? '';
  const again = (status: number, problems: readonly FieldProblem[]): HttpResult =>
    formAgain(status, deps, event, opened, id, { posted: blanked(reading.posted, seen), seen, problems });

  if (opened.draft.sent !== undefined) return tooLate(event, opened.draft.sent, reading);
  const tooLong = lengthProblems(body);
  if (tooLong.length > 0) return again(413, tooLong);
  if (reading.intent === 'edit') return again(200, []);

  const values = byField(form, reading.posted);
  const shown = seen === '' ? seenNothing(values) : readSeen(seen);
  const refused = notToBeKept(values);
  const sent = Object.fromEntries(
    Object.entries(values).filter(([field]) => Object.hasOwn(shown, field) && !refused.includes(field)),
  );
  const { by } = beginningOf(event, 0, deps.newId);
  const change = { sent, seen: shown, by, at: deps.now().toISOString() };
  const tooMuch = sizeProblems(merged(opened.draft, change) ?? opened.draft);
  if (tooMuch.length > 0) return again(413, tooMuch);
  const draft = await saved(deps, opened.draft, (it) => merged(it, change));
  if (draft === undefined) {
    const now = await deps.record.draft(opened.draft.id);
    return now?.sent === undefined
      ? page(404, unknownLinkPage({ lang: language(event), routeKey: event.routeKey }))
      : tooLate(event, now.sent, reading);
  }
  if (refused.length === 0) return toNext(event, { ...opened, draft }, id, by, names.has(CARRIED.next));
  return refusedAgain(deps, event, { ...opened, draft }, id, { reading, shown, refused });
};

/** Sent from a page that did not know the draft: what it says counts, and hides nothing. */
const seenNothing = (values: Readonly<Record<string, Value>>): ReturnType<typeof readSeen> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => Object.keys(value).length > 0)
      .map(([field]) => [field, undefined]),
  );

/** Names that a form showed and that hold nothing now: they must hide what is stored. */
const blanked = (posted: Posted, seen: string): Posted => {
  const shown = Object.keys(readSeen(seen)).flatMap((field) => [
    field,
    `${field}_unknown`,
    `${field}_reason`,
  ]);
  return { ...Object.fromEntries(shown.map((name) => [name, undefined])), ...posted };
};

const formAgain = (
  status: number,
  deps: DraftDeps,
  event: HttpEvent,
  opened: OpenedDraft,
  id: string,
  typed: NotTaken,
): HttpResult => {
  const from = beginningOf(event, opened.draft.version, deps.newId);
  const view = partView(event, opened, id, from, typed);
  if (view !== undefined) return page(status, draftPartPage(view));
  // Somebody has changed an answer meanwhile, so that the part does not apply.
  const { posted } = typed;
  const { written } = typedIn(nominationForm, posted, opened.known);
  const shown = { sheet: nominationSheet, posted, written, intent: 'submit' as const };
  return page(409, unsureFaultPage({ lang: language(event), routeKey: event.routeKey, typed: shown }));
};

interface Refused {
  readonly reading: Reading;
  readonly shown: ReturnType<typeof readSeen>;
  readonly refused: readonly string[];
}

/** The rest is saved; what may not be kept is shown as it was sent, with what is wrong. */
const refusedAgain = (
  deps: DraftDeps,
  event: HttpEvent,
  opened: OpenedDraft,
  id: string,
  { reading, shown, refused }: Refused,
): HttpResult => {
  const { draft, known } = opened;
  const { posted } = reading;
  const { answers } = contentOf(draft, known, posted);
  const problems = inPart(
    { fields: Object.keys(shown) },
    writtenWrong(problemsIn(checkAnswers(nominationForm, answers, known)), answers),
  );
  const unsaid = refused.filter((field) => inPart({ fields: [field] }, problems).length === 0);
  const seen = { ...seenNow(draft, Object.keys(shown)), ...pick(shown, refused) };
  return formAgain(422, deps, event, opened, id, {
    posted,
    seen: writeSeen(seen),
    problems: [...problems, ...unsaid.map((field) => ({ field, message: NOT_KEPT }))],
  });
};

/** Of what stands under a question that does not apply. */
const NOT_KEPT: FieldProblem['message'] = {
  sv: 'Ett svar här ser ut att innehålla ett personnummer, och är inte sparat. Ta bort det och spara igen.',
  en: 'An answer here seems to hold a personal number, and is not saved. Remove it and save again.',
};

const pick = <T>(from: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));

/** On to the next part, or back to this one where something in it is to be mended or settled. */
const toNext = (
  event: HttpEvent,
  opened: OpenedDraft,
  id: string,
  by: string,
  goesOn: boolean,
): HttpResult => {
  const { draft, known } = opened;
  const from = fromQuery({ version: draft.version, by });
  const { answers, parts } = contentOf(draft, known);
  const at = parts.findIndex((part) => part.id === id);
  const part = parts[at];
  if (part === undefined) return toPage(event, from);
  const isWrong = inPart(part, writtenWrong(problemsIn(checkDraft(opened)), answers)).length > 0;
  const isRivalled = rivalled(draft).some((field) => part.fields.includes(field));
  if (isWrong || isRivalled || !goesOn) return toPage(event, `part=${id}&${from}&saved=1`);
  return toPage(event, `part=${parts[at + 1]?.id ?? 'review'}&${from}`);
};

/** It has become a case meanwhile: the receipt, and what was typed all the same. */
const tooLate = (
  event: HttpEvent,
  { caseNumber, at }: NonNullable<Draft['sent']>,
  reading: Reading,
): HttpResult =>
  page(
    409,
    draftReceiptPage({
      lang: language(event),
      caseNumber,
      at,
      late: { sheet: nominationSheet, ...reading },
    }),
  );
