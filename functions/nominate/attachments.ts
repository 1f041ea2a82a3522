import {
  type Attachment,
  attachmentProblems,
  fileInWords,
  type KeptFile,
  REFUSED,
  SCAN_PENDING,
} from '../../shared/case/attachments.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import type { Inspected, Upload, UploadForm } from '../../shared/files/uploads.ts';
import {
  type AttachmentsView,
  attachmentPage,
  attachmentsPage,
  headersPostingTo,
  REMOVE,
  tooLongPage,
} from '../../shared/pages/pages.ts';
import { type Reading, readPosted } from '../../shared/pages/posted.ts';
import { checkAnswers, type FieldProblem } from '../../shared/routine/check.ts';
import { attachmentForm, MOST_ATTACHMENTS } from '../../shared/routine/nomination/closing.ts';
import type { Words } from '../../shared/routine/words.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { language, page, seeOther, sentForm } from '../../shared/web/request.ts';
import type { DraftDeps, OpenedDraft } from './draft-deps.ts';
import { saved } from './draft-save.ts';
import { frameOf } from './draft-view.ts';
import { asked, beginningOf, fromQuery, lengthProblems, toPage } from './request.ts';

/** What the files of drafts need of the bucket. Owners and places are ids of the draft and the file. */
export interface DraftFiles {
  /** A form that sends one file to the bucket, and the browser back to a page of ours. */
  form(draftId: string, back: string): Promise<UploadForm>;
  inspect(draftId: string, upload: string): Promise<Inspected>;
  keep(draftId: string, upload: Upload): Promise<unknown>;
  remove(draftId: string, file: string): Promise<unknown>;
  /** Puts files where those of the case are that the draft becomes. Gives those that are gone. */
  give(draftId: string, attachments: readonly Attachment[]): Promise<readonly Attachment[]>;
  /** An address that gives the file to whoever has it, for a few minutes. */
  url(draftId: string, file: KeptFile): Promise<string>;
}

/** The part of a draft that its files are in. */
export const ATTACHMENTS = 'attachments';

/** `part=attachments`: the files of a draft; one of them; or the form for what a file is that has come in. */
export const showAttachments = async (
  deps: DraftDeps,
  event: HttpEvent,
  opened: OpenedDraft,
): Promise<HttpResult> => {
  const wanted = asked(event, 'file');
  const upload = asked(event, 'upload');
  if (wanted !== undefined) return toFile(deps, event, opened, wanted);
  if (upload === undefined) return list(200, deps, event, opened);
  const found = await deps.files.inspect(opened.draft.id, upload);
  return 'refused' in found
    ? list(422, deps, event, opened, { refused: REFUSED[found.refused] })
    : nameIt(200, deps, event, opened, found.upload);
};

/** Adds the file that came in, or removes one. Done twice it is the same. */
export const takeAttachment = async (
  deps: DraftDeps,
  event: HttpEvent,
  opened: OpenedDraft,
): Promise<HttpResult> => {
  if (opened.draft.sent !== undefined) return toPage(event, '');
  const body = sentForm(event);
  if (body === undefined || lengthProblems(body).length > 0)
    return page(413, tooLongPage({ lang: language(event), routeKey: event.routeKey }));
  const removed = new URLSearchParams(body).get(REMOVE);
  if (removed !== null) return remove(deps, event, opened, removed);
  const found = await deps.files.inspect(opened.draft.id, asked(event, 'upload') ?? '');
  if ('refused' in found) return list(422, deps, event, opened, { refused: REFUSED[found.refused] });
  const reading = readPosted(attachmentForm, body, opened.known);
  if (reading.intent === 'edit') return nameIt(200, deps, event, opened, found.upload, reading);
  const checked = checkAnswers(attachmentForm, reading.raw, opened.known);
  const again = (problems: readonly FieldProblem[]): HttpResult =>
    nameIt(422, deps, event, opened, found.upload, reading, problems);
  if (!checked.ok) return again(checked.problems);
  if (!found.isScanned) return again([{ field: '$', message: SCAN_PENDING }]);
  return add(deps, event, opened, found.upload, checked.answers, again);
};

const add = async (
  deps: DraftDeps,
  event: HttpEvent,
  { draft }: OpenedDraft,
  upload: Upload,
  { title, confidential }: { readonly title: string; readonly confidential?: boolean },
  again: (problems: readonly FieldProblem[]) => HttpResult,
): Promise<HttpResult> => {
  const { id, fileName, type, bytes } = upload;
  const addedAt = deps.now().toISOString();
  const file: Attachment = {
    id,
    title,
    fileName,
    type,
    bytes,
    addedAt,
    ...(confidential && { confidential }),
  };
  let problems = attachmentProblems(draft.attachments ?? [], file);
  if (problems.length > 0) return again(problems);
  await deps.files.keep(draft.id, upload);
  const after = await saved(deps, draft, (it) => {
    const { attachments = [] } = it;
    problems = attachmentProblems(attachments, file);
    if (problems.length > 0 || attachments.some((other) => other.id === id)) return undefined;
    return { ...it, attachments: [...attachments, file], version: it.version + 1, savedAt: addedAt };
  });
  if (problems.length > 0) return again(problems);
  return after === undefined ? toPage(event, '') : toList(deps, event, after, 'added');
};

const remove = async (
  deps: DraftDeps,
  event: HttpEvent,
  { draft }: OpenedDraft,
  id: string,
): Promise<HttpResult> => {
  const after = await saved(deps, draft, (it) => {
    const left = it.attachments?.filter((file) => file.id !== id) ?? [];
    if (left.length === (it.attachments?.length ?? 0)) return undefined;
    return { ...it, attachments: left, version: it.version + 1, savedAt: deps.now().toISOString() };
  });
  if (after === undefined) return toPage(event, '');
  await deps.files.remove(draft.id, id);
  return toList(deps, event, after, 'removed');
};

const toList = (
  deps: DraftDeps,
  event: HttpEvent,
  { version }: { readonly version: number },
  done: NonNullable<AttachmentsView['done']>,
): HttpResult => {
  const { by } = beginningOf(event, version, deps.newId);
  return toPage(event, `part=${ATTACHMENTS}&${fromQuery({ version, by })}&done=${done}`, '#result');
};

const toFile = async (
  { files }: DraftDeps,
  event: HttpEvent,
  { draft }: OpenedDraft,
  id: string,
): Promise<HttpResult> => {
  const file = draft.attachments?.find((it) => it.id === id);
  if (file === undefined) return toPage(event, `part=${ATTACHMENTS}`);
  return seeOther(await files.url(draft.id, file));
};

const list = async (
  status: number,
  deps: DraftDeps,
  event: HttpEvent,
  opened: OpenedDraft,
  more: { readonly refused?: Words } = {},
): Promise<HttpResult> => {
  const { draft } = opened;
  const { attachments = [] } = draft;
  const from = beginningOf(event, draft.version, deps.newId);
  const query = new URLSearchParams(`part=${ATTACHMENTS}&${fromQuery(from)}`);
  if (language(event) === 'en') query.set('lang', 'en');
  const upload =
    attachments.length < MOST_ATTACHMENTS
      ? await deps.files.form(draft.id, `${event.rawPath}?${query}`)
      : undefined;
  const done = asked(event, 'done');
  const html = attachmentsPage({
    ...frameOf(event, opened, from),
    attachments: attachments.map((it) => ({ ...it, addedOn: dateInSweden(new Date(it.addedAt)) })),
    backHref: `?${fromQuery({ ...from, version: draft.version })}`,
    ...(upload && { upload }),
    ...more,
    ...((done === 'added' || done === 'removed') && !more.refused && { done }),
  });
  return { ...page(status, html), ...(upload && { headers: headersPostingTo(upload.url) }) };
};

const nameIt = (
  status: number,
  deps: DraftDeps,
  event: HttpEvent,
  opened: OpenedDraft,
  upload: Upload,
  { posted }: Partial<Reading> = {},
  problems: readonly FieldProblem[] = [],
): HttpResult =>
  page(
    status,
    attachmentPage({
      ...frameOf(event, opened, beginningOf(event, opened.draft.version, deps.newId)),
      file: fileInWords(upload),
      known: opened.known,
      backHref: `?part=${ATTACHMENTS}`,
      ...(posted && { posted }),
      problems,
    }),
  );
