import {
  type CaseDocument,
  type CaseFile,
  type DocumentReader,
  documentsOf,
  fileInWords,
  isRemovedFile,
  mayReadDocument,
} from '../../shared/case/attachments.ts';
import type { QuestionFact } from '../../shared/case/facts.ts';
import { type DocumentView, removedFilePage } from '../../shared/pages/pages.ts';
import type { CaseTexts } from '../../shared/records/cases.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { language, page, seeOther } from '../../shared/web/request.ts';
import { onDate, whoActed } from './names.ts';
import type { OpenedCase } from './opened.ts';
import type { AnswerDeps } from './record.ts';
import { unknownLink } from './request.ts';
import type { Asking } from './view.ts';

type OpenedFor = OpenedCase & { readonly asked?: QuestionFact };

const readerOf = ({ reader, asked, bodies }: OpenedFor): DocumentReader => {
  const id = reader ?? asked?.body ?? '';
  return { id, isBody: bodies.some((body) => body.id === id) };
};

/** The documents of a case as its reader may see them: of what is not for them, that it is there; of what is removed, the note. */
export const documentViews = (
  opened: OpenedFor,
  texts: CaseTexts,
  { query }: Pick<Asking, 'query'>,
): readonly DocumentView[] =>
  documentsOf(texts, opened.files).map((it) => ({
    confidential: it.confidential,
    by: whoActed(opened.bodies, { by: it.file.addedBy }),
    on: onDate(it.file.addedAt),
    ...(mayReadDocument(it, readerOf(opened)) && {
      title: it.title,
      detail: fileInWords(it.file),
      ...(!isRemovedFile(it.file) && {
        href: `?${query === '' ? '' : `${query}&`}${new URLSearchParams(nameOf(it))}`,
      }),
    }),
  }));

/** A file's name in an address: by its content, and by who added it. */
const nameOf = ({ file }: CaseDocument) => ({ file: file.id, by: file.addedBy });

/**
 * The file that the query names, for whoever may read it; the bucket gives it. Of one that was removed they are told that.
 * `undefined` where it names none.
 */
export const serveFile = async (
  deps: AnswerDeps,
  event: HttpEvent,
  opened: OpenedFor,
): Promise<HttpResult | undefined> => {
  const { file: id, by } = event.queryStringParameters ?? {};
  if (id === undefined) return undefined;
  const caseId = opened.facts.head.id;
  const documents = documentsOf(await deps.record.texts(caseId), opened.files);
  const wanted = documents.find(({ file }) => file.id === id && file.addedBy === by);
  if (wanted === undefined || !mayReadDocument(wanted, readerOf(opened))) return unknownLink(event);
  if (isRemovedFile(wanted.file)) return removedFile(event, wanted.file);
  const location = await deps.files.url(caseId, wanted.file);
  return seeOther(location);
};

const removedFile = (event: HttpEvent, { fileName: note }: CaseFile): HttpResult =>
  page(410, removedFilePage({ lang: language(event), routeKey: event.routeKey, note }));
