import type { Attachment } from '../../shared/case/attachments.ts';
import { rivalled } from '../../shared/case/draft.ts';
import { CARRIED, type DraftReviewView, draftReviewPage } from '../../shared/pages/pages.ts';
import { readPosted } from '../../shared/pages/posted.ts';
import { checkAnswers, type FieldProblem } from '../../shared/routine/check.ts';
import { sendingForm } from '../../shared/routine/draft-sending.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { page, sentForm } from '../../shared/web/request.ts';
import type { DraftDeps, OpenedDraft } from './draft-deps.ts';
import { checkDraft, problemsIn, reviewView } from './draft-view.ts';
import { fileNomination } from './file.ts';
import { beginningOf, toPage } from './request.ts';

/**
 * Sends the draft in, as it was read through: the same submission as the API makes. The case comes to be together with
 * the draft's mark that it was sent, so that of two presses of the button one makes it, and both lead to the receipt.
 */
export const takeSending = async (
  deps: DraftDeps,
  event: HttpEvent,
  opened: OpenedDraft,
): Promise<HttpResult> => {
  const { draft } = opened;
  if (draft.sent !== undefined) return toPage(event, '');
  const read = Number(new URLSearchParams(sentForm(event)).get(CARRIED.version));
  if (read !== draft.version) return again(409, deps, event, opened, { hasChanged: true });
  const checked = checkDraft(opened);
  if (!checked.ok || rivalled(draft).length > 0) return again(422, deps, event, opened);
  const unread = unreadProblems(event, opened);
  if (unread.length > 0) return again(422, deps, event, opened, { unread });
  const { attachments = [] } = draft;
  const gone = await deps.files.give(draft.id, attachments);
  if (gone.length > 0) return again(422, deps, event, opened, { problems: gone.map(goneProblem) });
  const submittedBy = { draft: draft.id };
  if (await fileNomination(deps.filing, checked.answers, { language: draft.language, submittedBy, draft }))
    return toPage(event, '');
  const now = await deps.record.draft(draft.id);
  if (now === undefined) throw new Error('The draft is gone');
  if (now.sent !== undefined) return toPage(event, '');
  return again(409, deps, event, { ...opened, draft: now }, { hasChanged: true });
};

/** Nothing is sent by a button alone, which a mail scanner may press. */
const unreadProblems = (event: HttpEvent, { known }: OpenedDraft): readonly FieldProblem[] => {
  const { raw } = readPosted(sendingForm, sentForm(event) ?? '', known);
  return problemsIn(checkAnswers(sendingForm, raw, known));
};

/** A draft's files are kept for a year and a month, however long it is written on. */
const goneProblem = ({ title }: Attachment): FieldProblem => ({
  field: 'attachments',
  message: {
    sv: `Filen till bilagan ”${title}” finns inte kvar. Ta bort bilagan och lägg till filen igen.`,
    en: `The file of the attachment “${title}” is no longer there. Remove the attachment and add the file again.`,
  },
});

const again = async (
  status: number,
  deps: DraftDeps,
  event: HttpEvent,
  opened: OpenedDraft,
  more: Partial<Pick<DraftReviewView, 'hasChanged' | 'problems' | 'unread'>> = {},
): Promise<HttpResult> => {
  const from = beginningOf(event, opened.draft.version, deps.newId);
  return page(status, draftReviewPage({ ...(await reviewView(deps, event, opened, from)), ...more }));
};
