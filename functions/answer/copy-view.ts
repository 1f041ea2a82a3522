import { withFiles } from '../../shared/case/attachments.ts';
import { isConfidential } from '../../shared/case/confidential.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { holdsWithheld, openAnswers } from '../../shared/case/openness.ts';
import {
  type CopiedDocument,
  type CopyView,
  type DocumentLine,
  type DocumentMark,
  partsOf,
} from '../../shared/pages/pages.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import type { Form } from '../../shared/routine/form.ts';
import { nominationForm, nominationSections } from '../../shared/routine/nomination.ts';
import { QUESTIONS, ROLE_NAMES } from '../../shared/routine/routine.ts';
import { courseIn } from './case-view.ts';
import { mailsOf } from './mails-view.ts';
import { bodyName, onDate, whoActed } from './names.ts';
import type { OpenedCase } from './opened.ts';
import type { Written } from './redacting.ts';
import { type Asking, frameOf } from './view.ts';

type Answers = Readonly<Record<string, unknown>>;

/** Every document of a case, whole, in the order that they came. */
export const documentsOf = (opened: OpenedCase, written: Written): readonly CopiedDocument[] =>
  [
    ...written.versions.map((it, at) => version(it, at + 1)),
    ...written.answers.flatMap((it) => answer(opened, written, it)),
    ...written.acts.filter(({ act }) => Object.keys(ACTS[act].form).length > 0).map((it) => act(opened, it)),
  ].sort((a, b) => a.on.localeCompare(b.on));

const version = ({ answers, submittedAt }: Written['versions'][number], nth: number): CopiedDocument => ({
  id: `nomination/${nth}`,
  title: { sv: `Nomineringen, version ${nth}`, en: `The nomination, version ${nth}` },
  by: ROLE_NAMES.nominator,
  on: onDate(submittedAt),
  mark: markOf(nominationForm, answers),
  parts: nominationSections,
  form: nominationForm,
  answers,
});

const answer = (
  { bodies }: OpenedCase,
  { questions }: Written,
  { questionId, answers, answeredAt }: Written['answers'][number],
): readonly CopiedDocument[] => {
  const asked = questions.find(({ id }) => id === questionId);
  if (asked === undefined) return [];
  const question = QUESTIONS[asked.round.step];
  const { minutesRef } = answers;
  return [
    {
      id: `answer/${questionId}`,
      title: question.title,
      by: bodyName(bodies, asked),
      on: onDate(answeredAt),
      mark: markOf(question.form, answers),
      ...(typeof minutesRef === 'string' && { minutes: minutesRef }),
      ...(asked.answeredBy !== undefined && { signedBy: asked.answeredBy }),
      parts: partsOf(question),
      form: question.form,
      answers,
    },
  ];
};

const act = ({ bodies }: OpenedCase, done: Written['acts'][number]): CopiedDocument => {
  const sheet = ACTS[done.act];
  return {
    id: `act/${done.seq}`,
    title: sheet.title,
    by: whoActed(bodies, done),
    on: onDate(done.at),
    mark: markOf(sheet.form, done.answers),
    ...(done.signedBy !== undefined && { signedBy: done.signedBy }),
    parts: partsOf(sheet),
    form: sheet.form,
    answers: done.answers,
  };
};

/** What is marked in a document, before or after it is taken out. */
const markOf = (form: Form, answers: Answers): DocumentMark => {
  if (isConfidential(answers) || answers.confidential === true) return 'confidential';
  return holdsWithheld(openAnswers(form, answers)) ? 'partly' : 'open';
};

/** The same to list: the nominations and the answers, of the acts only those that hold something to ask for. */
export const documentLines = (opened: OpenedCase, written: Written): readonly DocumentLine[] =>
  documentsOf(opened, written)
    .filter(({ id }) => !id.startsWith('act/'))
    .map(({ title, by, on, mark, minutes }) => ({
      ...{ title, on, mark },
      ...(by && { by }),
      ...(minutes !== undefined && { minutes }),
    }));

/** A case as a whole, to print. */
export const copyView = (
  opened: OpenedCase,
  written: Written,
  asking: Asking,
  today: string,
  withMails: boolean,
): Omit<CopyView, 'disclosed'> => {
  const { facts, known, files } = opened;
  const { head } = facts;
  const { answers: nomination } = written.versions.at(-1) ?? { answers: {} as Answers };
  return {
    ...asking,
    ...frameOf(opened),
    caseNumber: head.number,
    ...registeredIn(written),
    workingTitle: String(nomination.workingTitle ?? '–'),
    submittedOn: onDate(head.submittedAt),
    printedOn: today,
    known: withFiles(known, files),
    documents: documentsOf(opened, written),
    course: courseIn({ ...opened, facts: { ...facts, questions: written.questions } }, written, true),
    mails: withMails ? mailsOf(opened) : [],
    backHref: `../${head.number}`,
  };
};

export const registrationOf = ({ head }: CaseFacts): { readonly registrationNumber?: string } =>
  head.registrationNumber === undefined ? {} : { registrationNumber: head.registrationNumber };

/** The same as the copy may tell it: masked, where the act that stated it is. */
const registeredIn = ({ acts }: Written): { readonly registrationNumber?: string } => {
  const stated = acts.findLast(({ act }) => act === 'registerCase')?.answers.caseRegistrationNumber;
  return typeof stated === 'string' ? { registrationNumber: stated } : {};
};
