import { isOurNumber } from '../../shared/case/case-number.ts';
import { type Beginning, rivalled } from '../../shared/case/draft.ts';
import { inPart, progressOf, writtenWrong } from '../../shared/case/draft-parts.ts';
import { likelySimilar, reasonInWords, soughtIn } from '../../shared/case/similar.ts';
import { costSums } from '../../shared/pages/costs.ts';
import type {
  CallShown,
  DraftFrame,
  DraftReviewView,
  OverviewView,
  PartView,
  Similar,
} from '../../shared/pages/pages.ts';
import { type Posted, typedIn } from '../../shared/pages/posted.ts';
import type { Call } from '../../shared/records/drafts.ts';
import { checkAnswers, type FieldProblem } from '../../shared/routine/check.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import type { HttpEvent } from '../../shared/runtime/http.ts';
import { language } from '../../shared/web/request.ts';
import { contentOf, seenNow, writeSeen } from './draft-content.ts';
import type { DraftDeps, OpenedDraft } from './draft-deps.ts';
import { asked, fromQuery, queryOf } from './request.ts';

export const frameOf = (
  event: HttpEvent,
  { draft, up, desk, call }: OpenedDraft,
  from: Beginning,
): DraftFrame => ({
  lang: language(event),
  query: queryOf(event, ['part', 'from', 'check']),
  from: fromQuery(from),
  savedAt: draft.savedAt,
  nominateHref: `${up}nominate`,
  ...(desk && { desk }),
  ...(call && { call: callShown(call) }),
});

export const callShown = ({ draftId, askedAt, said, dealtWith }: Call): CallShown => {
  const { name = '', unit = '', phone = '', email, about = '' } = said;
  return {
    draftId,
    name,
    unit,
    phone,
    about,
    askedAt,
    ...(email !== undefined && { email }),
    ...(dealtWith && { dealtWith }),
  };
};

/** What blocks the draft from being sent, and what should be answered and is not: as the API says it. */
export const checkDraft = (opened: OpenedDraft) =>
  checkAnswers(nominationForm, contentOf(opened.draft, opened.known).answers, opened.known);

export const overviewView = (event: HttpEvent, opened: OpenedDraft, from: Beginning): OverviewView => {
  const { draft, known } = opened;
  const { answers, parts } = contentOf(draft, known);
  const checked = checkDraft(opened);
  const problems = problemsIn(checked);
  const findings = [...problems, ...checked.warnings];
  const twice = rivalled(draft);
  const resent = asked(event, 'resent');
  return {
    ...frameOf(event, opened, { ...from, version: draft.version }),
    ...(typeof answers.workingTitle === 'string' && { title: answers.workingTitle }),
    parts: parts.map((part) => ({
      ...part,
      state: progressOf(part, answers, findings),
      missing: inPart(part, problems),
      rivalled: part.fields.some((field) => twice.includes(field)),
    })),
    attachments: draft.attachments?.length ?? 0,
    ...(draft.mailbox !== undefined && { mailbox: draft.mailbox }),
    ...((resent === 'sent' || resent === 'wait') && { resent }),
  };
};

/** What was sent to a part and not taken, to be shown again. */
export interface NotTaken {
  readonly posted: Posted;
  /** What its writer saw, as the form carried it. */
  readonly seen: string;
  readonly problems: readonly FieldProblem[];
}

/** A part by its id, if it applies. */
export const partView = (
  event: HttpEvent,
  opened: OpenedDraft,
  id: string,
  from: Beginning,
  typed?: NotTaken,
): PartView | undefined => {
  const { draft, known } = opened;
  const { posted, answers, parts } = contentOf(draft, known, typed?.posted);
  const at = parts.findIndex((part) => part.id === id);
  const part = parts[at];
  if (part === undefined) return undefined;
  const after = parts[at + 1];
  return {
    ...frameOf(event, opened, from),
    part,
    known,
    posted,
    seen: typed?.seen ?? writeSeen(seenNow(draft, part.fields, from)),
    attempt: (Number(asked(event, 'try')) || 0) + 1,
    problems: typed?.problems ?? inPart(part, shownProblems(event, opened, answers)),
    rivals: part.fields.flatMap((field) =>
      (draft.answers[field]?.rivals ?? []).map(({ value, at }) => ({
        field,
        at,
        value: typedIn(part.form, value, known).written,
      })),
    ),
    ...(asked(event, 'saved') !== undefined && typed === undefined && { saved: true }),
    ...(after && { after }),
    ...(part.fields.includes('costLines') && sumsOf(answers)),
  };
};

/** What was written and is not right; on the way from what is missing, also that. */
const shownProblems = (
  event: HttpEvent,
  opened: OpenedDraft,
  answers: Readonly<Record<string, unknown>>,
): readonly FieldProblem[] => {
  const problems = problemsIn(checkDraft(opened));
  return asked(event, 'check') === undefined ? writtenWrong(problems, answers) : problems;
};

/** None where nothing blocks. */
export const problemsIn = ({ problems = [] }: Found): readonly FieldProblem[] => problems;

interface Found {
  readonly ok: boolean;
  readonly problems?: readonly FieldProblem[];
}

const sumsOf = ({ costLines }: Readonly<Record<string, unknown>>): Pick<PartView, 'sums'> => {
  const sums = costSums(costLines);
  return sums === undefined ? {} : { sums };
};

/** Everything to be read through before it is sent. */
export const reviewView = async (
  { record }: DraftDeps,
  event: HttpEvent,
  opened: OpenedDraft,
  from: Beginning,
): Promise<DraftReviewView> => {
  const { draft, known, up } = opened;
  const { answers, parts } = contentOf(draft, known);
  const checked = checkDraft(opened);
  const found = likelySimilar(soughtIn(answers), await record.candidates());
  return {
    ...frameOf(event, opened, { ...from, version: draft.version }),
    parts,
    answers,
    known,
    version: draft.version,
    problems: problemsIn(checked),
    missing: checked.warnings.map(({ field }) => field),
    rivalled: rivalled(draft),
    similar: found.map((similar): Similar => {
      const { kind, id, title, from: publisher, url } = similar.candidate;
      const number = id.replace(/^vgr#/u, '');
      const href = url ?? (isOurNumber(number) ? `${up}programmes/${number}` : undefined);
      return {
        name: kind === 'case' ? `${id}: ${title}` : title,
        what: kind,
        detail: { sv: publisher, en: publisher },
        reason: reasonInWords(similar),
        ...(href !== undefined && { href }),
      };
    }),
  };
};
