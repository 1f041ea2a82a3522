import type { ActAnswers, Signatory } from '../../shared/case/answers.ts';
import { documentsOf } from '../../shared/case/attachments.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { noteOf, removals } from '../../shared/case/redaction.ts';
import { contentsIn, storedFiles } from '../../shared/case/stored-files.ts';
import { type StoredText, storedTexts, type WrittenCase } from '../../shared/case/stored-texts.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { type RedactView, redactPage } from '../../shared/pages/pages.ts';
import type { CaseTexts } from '../../shared/records/cases.ts';
import type { StoredInterest } from '../../shared/records/interests.ts';
import type { Redaction } from '../../shared/records/redaction.ts';
import type { HttpEvent, HttpResult } from '../../shared/runtime/http.ts';
import { page } from '../../shared/web/request.ts';
import type { OpenedAct } from './do.ts';
import type { OpenedCase } from './opened.ts';
import type { AnswerDeps } from './record.ts';
import { askingOf } from './request.ts';
import { frameOf } from './view.ts';

/** What people wrote in a case and about it. */
export interface Written extends CaseTexts {
  readonly questions: WrittenCase['questions'];
  readonly interests: readonly StoredInterest[];
}

export const writtenIn = async ({ record }: AnswerDeps, { head, questions }: CaseFacts): Promise<Written> => {
  const [texts, interests] = await Promise.all([record.texts(head.id), record.interests(head.id)]);
  return { ...texts, questions, interests };
};

/** All that can be removed: the texts of the case, and its files. */
const removableIn = async (deps: AnswerDeps, facts: CaseFacts): Promise<readonly StoredText[]> => {
  const [written, files] = await Promise.all([writtenIn(deps, facts), deps.record.files(facts.head.id)]);
  return [...storedTexts(written), ...storedFiles(documentsOf(written, files))];
};

/** The texts and files of the case to choose among, each with the way to removing it. */
export const showTexts = async (
  deps: AnswerDeps,
  event: HttpEvent,
  opened: OpenedCase,
): Promise<HttpResult> => {
  const texts = await removableIn(deps, opened.facts);
  const groups = [...Map.groupBy(texts, ({ document, file }) => (file ? 'files' : document)).values()];
  const view: RedactView = {
    ...askingOf(event),
    ...frameOf(opened),
    caseNumber: opened.facts.head.number,
    backHref: '?',
    groups: groups.map((group) => ({
      where: group[0]?.where ?? { sv: '', en: '' },
      texts: group.map(({ id, label, text }) => ({
        label,
        text,
        href: `?${new URLSearchParams({ act: 'redact', text: id })}`,
      })),
    })),
  };
  return page(200, redactPage(view));
};

/**
 * The act of removing a text or a file that was chosen, which its form then asks for by name: also one that is gone, so that
 * whoever sends the same twice is told that it is done.
 */
export const withText = async (deps: AnswerDeps, opened: OpenedAct, id: string): Promise<OpenedAct> => {
  const removed = removals(await removableIn(deps, opened.facts), id);
  const chosen = removed.find((it) => it.id === id);
  const { known } = opened;
  const label = chosen === undefined ? GONE : labelOf(chosen);
  return {
    ...opened,
    known: { ...known, registers: { ...known.registers, texts: [{ value: id, label }] } },
    ...(chosen && {
      removes: { text: chosen.text, places: removed.map(labelOf) },
    }),
  };
};

const labelOf = ({ where, label }: StoredText) => ({
  sv: `${where.sv}: ${label.sv}`,
  en: `${where.en}: ${label.en}`,
});

const GONE = { sv: 'Det finns inte längre', en: 'It is no longer there' };

/** What is removed, and the note in its place; nothing where it is gone. */
export const redactionOf = async (
  deps: AnswerDeps,
  facts: CaseFacts,
  answers: ActAnswers['redact'],
  by: Signatory,
): Promise<Redaction> => ({
  texts: removals(await removableIn(deps, facts), answers.redactedText),
  note: noteOf(answers, by, dateInSweden(deps.now())),
});

/** Contents are deleted before the case says so: done again after a fault, it is the same. `false` as {@link recordAct}. */
export const redact = async (
  { record, files }: AnswerDeps,
  facts: CaseFacts,
  given: Parameters<AnswerDeps['record']['redact']>[1],
  redaction: Redaction,
): Promise<boolean> => {
  for (const file of contentsIn(redaction.texts)) await files.remove(facts.head.id, file);
  return record.redact(facts, given, redaction);
};
