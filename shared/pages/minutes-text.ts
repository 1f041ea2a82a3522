import type { Field, Form } from '../routine/form.ts';
import type { Step } from '../routine/question.ts';
import { dateInWords, type Language, type Words } from '../routine/words.ts';
import type { PackView } from './agenda-views.ts';
import type { QuestionView } from './views.ts';
import { SAY } from './words.ts';

/**
 * A draft of the minutes as plain text, to paste where a body keeps its own: each case with what is asked, and what the
 * body can say in the words of the routine.
 */
export const minutesText = ({ bodyName, meetingOn, cases, lang }: PackView): string =>
  [
    [bodyName[lang], meetingOn && `${MEETING[lang]} ${dateInWords(meetingOn, lang)}`]
      .filter(Boolean)
      .join('\n'),
    ...cases.map((it) => paragraph(it, lang)),
  ].join('\n\n\n');

const paragraph = (view: QuestionView, lang: Language): string => {
  const { question, caseNumber, nomination, submittedOn } = view;
  const form: Form = question.form;
  const lines = (MINUTED[question.step] ?? []).flatMap((name) => {
    const field = form[name];
    return field === undefined ? [] : [said(field, lang)];
  });
  return [
    `§ ___  ${caseNumber}: ${titleOf(view)}`,
    `${SAY.nominatedBy[lang]} ${String(nomination.nominatingUnit ?? '–')}, ${SAY.submittedOn[lang]} ${dateInWords(submittedOn, lang)}.`,
    `${QUESTION[lang]}: ${question.asks[lang]}`,
    '',
    ...lines,
  ].join('\n');
};

/** What a case is called: of a programme its name. */
export const titleOf = ({ programme, nomination }: QuestionView): string =>
  programme?.name ?? String(nomination.workingTitle ?? '–');

/** What minutes say of an answer, in this order: its position and the reasons for it. */
const MINUTED: Partial<Readonly<Record<Step, readonly string[]>>> = {
  position: [
    'position',
    'positionConditions',
    'positionReason',
    'manageableWithinUnits',
    'responsibleCouncil',
    'dissent',
  ],
  pprPosition: ['resourceAssessment', 'prioritisationNeeded', 'pprPosition', 'pprReason'],
  followUp: ['conclusion', 'conclusionReason'],
  inactivationPosition: ['position', 'reason'],
};

const said = (field: Field, lang: Language): string => {
  const label = field.label[lang];
  const colon = label.endsWith('?') ? label : `${label}:`;
  const options = optionsOf(field);
  return options.length === 0
    ? `${colon}\n`
    : `${colon} ${STRIKE[lang]}\n${options.map((it) => `- ${it[lang]}\n`).join('')}`;
};

/** What there is to choose from; nothing where words are to be written. */
export const optionsOf = (field: Field): readonly Words[] => {
  if (field.kind === 'choice') return Object.values(field.options);
  return field.kind === 'yesNo' ? [SAY.yes, SAY.no] : [];
};

/** The field by which a question is decided. */
export const positionField = ({ question }: QuestionView): Field | undefined => {
  const form: Form = question.form;
  const name = MINUTED[question.step]?.find((it) => form[it]?.kind === 'choice');
  return name === undefined ? undefined : form[name];
};

const MEETING: Words = { sv: 'Möte den', en: 'Meeting on' };
const QUESTION: Words = { sv: 'Fråga', en: 'Question' };
const STRIKE: Words = { sv: '(stryk det som inte gäller)', en: '(strike what does not apply)' };
