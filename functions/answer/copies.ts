import type { Signatory } from '../../shared/case/answers.ts';
import { isRemovedFile } from '../../shared/case/attachments.ts';
import { MASKED, maskedCase, maskedNames } from '../../shared/case/masking.ts';
import { storedTexts } from '../../shared/case/stored-texts.ts';
import { copyPage, disclosurePage, tooLongPage } from '../../shared/pages/pages.ts';
import { type Reading, readPosted } from '../../shared/pages/posted.ts';
import { digestOf, textDigest } from '../../shared/records/acts.ts';
import { manifestOf } from '../../shared/records/case-export.ts';
import type { Disclosure } from '../../shared/records/disclosures.ts';
import { wholeForm } from '../../shared/routine/answerer.ts';
import { checkAnswers, type FieldProblem, type Known } from '../../shared/routine/check.ts';
import { disclosure } from '../../shared/routine/disclosure.ts';
import type { Answers } from '../../shared/routine/form.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import type { Visitor } from '../../shared/web/desk-door.ts';
import { language, page, sentForm } from '../../shared/web/request.ts';
import { copyView } from './copy-view.ts';
import { exportedOf } from './exporting.ts';
import { onDate } from './names.ts';
import type { OpenedCase } from './opened.ts';
import { whoever } from './prefilled.ts';
import type { AnswerDeps } from './record.ts';
import { type Written, writtenIn } from './redacting.ts';
import { askingOf } from './request.ts';
import { lengthProblems } from './sent.ts';
import { signed } from './signed.ts';
import { frameOf } from './view.ts';

/** `/desk/cases/{number}/print`: the whole case, for the archive, with the manifest of its export. */
export const showPrint = async (
  deps: AnswerDeps,
  event: HttpEvent,
  opened: OpenedCase,
): Promise<HttpResult> => {
  const written = await writtenIn(deps, opened.facts);
  const today = onDate(deps.now().toISOString());
  const manifest = manifestOf(await exportedOf(deps, opened, written));
  return page(200, copyPage({ ...copyView(opened, written, askingOf(event), today, true), manifest }));
};

/** `/desk/cases/{number}/disclosure`: whom a copy is for, and what is masked in it. */
export const showDisclosure = async (
  deps: AnswerDeps,
  event: HttpEvent,
  opened: OpenedCase,
): Promise<HttpResult> => form(200, event, opened, await writtenIn(deps, opened.facts));

/** Makes the copy, and notes it before it is shown. The same form sent twice is noted once. */
export const takeDisclosure = async (
  deps: AnswerDeps,
  event: HttpEvent,
  opened: OpenedCase & { readonly desk: Visitor },
): Promise<HttpResult> => {
  const body = sentForm(event);
  if (body === undefined) return page(413, tooLongPage({ lang: language(event), routeKey: event.routeKey }));
  const written = await writtenIn(deps, opened.facts);
  const known = withTexts(opened.known, written);
  const reading = readPosted(wholeForm(disclosure), body, known);
  const tooLong = lengthProblems(body);
  if (tooLong.length > 0) return form(413, event, opened, written, reading, tooLong);
  if (reading.intent === 'edit') return form(200, event, opened, written, reading);
  const checked = checkAnswers(wholeForm(disclosure), reading.raw, known);
  if (!checked.ok) return form(422, event, opened, written, reading, checked.problems);
  const { answers, answeredBy } = signed(checked.answers);
  return give(deps, event, opened, written, answers as Wanted, answeredBy);
};

type Wanted = Answers<(typeof disclosure)['form']>;

const give = async (
  deps: AnswerDeps,
  event: HttpEvent,
  opened: OpenedCase & { readonly desk: Visitor },
  whole: Written,
  wanted: Wanted,
  by: Signatory,
): Promise<HttpResult> => {
  const { head } = opened.facts;
  const at = deps.now().toISOString();
  const { written, masked } = maskedCase(whole, wanted.maskedTexts ?? []);
  const { disclosedTo: to, disclosureRequest: request, disclosureGround: ground } = wanted;
  const { known } = opened;
  // What a file is called cannot be ticked: its line says what it is.
  const files = opened.files.map((it) => (isRemovedFile(it) ? it : { ...it, fileName: MASKED }));
  const users = maskedNames(known.registers.users ?? [], whole, masked);
  const named = { ...opened, files, known: { ...known, registers: { ...known.registers, users } } };
  const copy = copyPage({
    ...copyView(named, written, askingOf(event), onDate(at), false),
    disclosed: { to, request, by: `${by.name}, ${by.role}`, masked: masked.length },
  });
  const once = event.queryStringParameters?.once ?? at;
  const digest = textDigest(copy);
  const noted: Disclosure = {
    // Sent again after the case has changed it is another copy, and is noted as that.
    ...{
      id: digestOf([once, wanted, by, digest]),
      caseId: head.id,
      caseNumber: head.number,
      at,
      to,
      request,
    },
    ...(ground !== undefined && { ground }),
    by: { subject: opened.desk.session.subject, ...by },
    masked,
    digest,
  };
  await deps.record.disclose(noted);
  return page(200, copy);
};

/** The texts to tick: all but those that are taken out whatever is ticked. */
const withTexts = (known: Known, written: Written): Known => {
  const texts = storedTexts(written)
    .filter(({ isContact }) => !isContact)
    .map(({ id, where, label, text }) => ({
      value: id,
      label: {
        sv: `${where.sv}, ${label.sv}: ${shortened(text)}`,
        en: `${where.en}, ${label.en}: ${shortened(text)}`,
      },
    }));
  return { ...known, registers: { ...known.registers, texts } };
};

/** As much of a text as tells it from others. */
const SHOWN = 160;

const shortened = (text: string): string =>
  text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()} …` : text;

const form = (
  status: number,
  event: HttpEvent,
  opened: OpenedCase,
  written: Written,
  { posted }: Partial<Pick<Reading, 'posted'>> = {},
  problems: readonly FieldProblem[] = [],
): HttpResult => {
  const { facts, known, desk } = opened;
  const shown = posted ?? (desk && whoever(desk));
  return page(
    status,
    disclosurePage({
      ...askingOf(event),
      ...frameOf(opened),
      caseNumber: facts.head.number,
      workingTitle: String(written.nomination.workingTitle ?? '–'),
      sheet: disclosure,
      known: withTexts(known, written),
      backHref: `../${facts.head.number}`,
      ...(shown !== undefined && { posted: shown }),
      problems,
    }),
  );
};
