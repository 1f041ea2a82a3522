import { ACTS } from '../routine/acts.ts';
import { nominationForm } from '../routine/nomination.ts';
import type { ActName, Step } from '../routine/question.ts';
import { QUESTIONS } from '../routine/routine.ts';
import type { Words } from '../routine/words.ts';
import type { StepAnswers } from './answers.ts';
import { isConfidential, marksOf } from './confidential.ts';
import { openAnswers, WITHHELD } from './openness.ts';
import { type StoredText, storedTexts, type WrittenCase, withTextAt } from './stored-texts.ts';

type Answers = Readonly<Record<string, unknown>>;

/** Stands where a passage was masked for whoever a copy is given to. */
export const MASKED = '[Maskerat]';

/** A copy of what people wrote, and how much of it was taken out. */
export interface MaskedCase<W extends WrittenCase> {
  readonly written: W;
  /** The ids of the texts that were masked, because they were chosen or hold contact details. */
  readonly masked: readonly string[];
}

/**
 * A case as it may be given to somebody outside: what is marked as confidential is withheld, e-mail addresses and phone
 * numbers are masked wherever they stand, and so is each text that was chosen.
 */
export const maskedCase = <W extends WrittenCase>(written: W, chosen: readonly string[]): MaskedCase<W> => {
  const open = withheld(written);
  const texts = storedTexts(open).flatMap((it) => {
    const text = chosen.includes(it.id) || it.isContact ? MASKED : withoutContacts(it.text);
    return text === it.text ? [] : [{ ...it, text }];
  });
  return { written: withTexts(open, texts), masked: texts.map(({ id }) => id) };
};

/** Names among which forms choose, such as those of units, as the copy may tell them: masked where the text that gave them is. */
export const maskedNames = <N extends { readonly label: Words }>(
  names: readonly N[],
  whole: WrittenCase,
  masked: readonly string[],
): readonly N[] => {
  const hidden = new Set(
    storedTexts(whole).flatMap(({ id, text }) => (masked.includes(id) ? [text.trim()] : [])),
  );
  return names.map((it) =>
    hidden.has(it.label.sv.trim()) ? { ...it, label: { sv: MASKED, en: MASKED } } : it,
  );
};

/** What is marked as confidential is for the office and for the bodies that judge (ROUTINE.md section 7.3). */
const withheld = <W extends WrittenCase>(written: W): W => {
  const stepOf = (questionId: string) => written.questions.find(({ id }) => id === questionId)?.round.step;
  const isSecret = written.answers.some(
    ({ questionId, answers }) => stepOf(questionId) === 'projectAssignment' && isConfidential(answers),
  );
  return {
    ...written,
    versions: written.versions.map((it) => ({ ...it, answers: openAnswers(nominationForm, it.answers) })),
    answers: written.answers.map((it) => {
      const step = stepOf(it.questionId);
      return step === undefined ? it : { ...it, answers: openAnswer(step, it.answers, isSecret) };
    }),
    acts: written.acts.map((it) => ({
      ...it,
      answers: isSecret && OF_PROJECT.includes(it.act) ? {} : openAct(it),
    })),
  };
};

/** Acts that tell what is in an assignment, and what has become of it. */
const OF_PROJECT: readonly ActName[] = ['reportDeviation', 'reportMonth'];

/** Of an attached document that is marked: that it is there. */
const openAct = ({ act, answers }: WrittenCase['acts'][number]): Answers =>
  'file' in answers && answers.confidential === true
    ? { ...answers, file: WITHHELD, title: WITHHELD }
    : openAnswers(ACTS[act].form, answers);

const openAnswer = (step: Step, answers: Answers, isSecret: boolean): Answers => {
  if (isSecret && step === 'projectAssignment') return marksOf(answers as StepAnswers['projectAssignment']);
  if (isSecret && (step === 'assignmentApproval' || step === 'deviationApproval'))
    return { approved: answers.approved };
  return openAnswers(QUESTIONS[step].form, answers);
};

/** The same with other texts in their places. */
const withTexts = <W extends WrittenCase>(written: W, texts: readonly StoredText[]): W => {
  const byDocument = Map.groupBy(texts, ({ document }) => document);
  const put = <T>(document: string, stored: T): T =>
    (byDocument.get(document) ?? []).reduce<unknown>(
      (left, { path, text }) => withTextAt(left, path, text),
      stored,
    ) as T;
  return {
    ...written,
    questions: written.questions.map((it) => put(`signature/${it.id}`, it)),
    versions: written.versions.map((it, at) => put(`nomination/${at + 1}`, it)),
    answers: written.answers.map((it) => put(`answer/${it.questionId}`, it)),
    acts: written.acts.map((it) => put(`act/${it.seq}`, it)),
    interests: written.interests.map((it) => put(`interest/${it.id}`, it)),
  };
};

/** A running text without the addresses and numbers in it. */
const withoutContacts = (text: string): string =>
  text.replaceAll(EMAIL, MASKED).replaceAll(PHONE, (it) => (digitsIn(it) >= FEWEST_DIGITS ? MASKED : it));

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
/** Begins as phone numbers do here, and with the country's code; amounts and years begin otherwise. */
const PHONE = /(?<![\p{L}\p{N}-])(?:\+\d{1,3}[ -]?(?:\(0\)[ -]?)?|0)\d(?:[ -]?\d)+(?!\d)/gu;
/** Fewer are no phone number in Sweden. */
const FEWEST_DIGITS = 8;

const digitsIn = (text: string): number => text.replaceAll(/\D/gu, '').length;
