import { changesBetween } from '../../shared/case/changes.ts';
import type { CaseFacts, QuestionFact } from '../../shared/case/facts.ts';
import { openAnswers } from '../../shared/case/openness.ts';
import { positionsOf } from '../../shared/case/rounds.ts';
import type { EarlierAnswer, NominationChange, StatedPosition } from '../../shared/pages/pages.ts';
import type { CaseTexts, StoredAnswer } from '../../shared/records/cases.ts';
import { nominationForm } from '../../shared/routine/nomination.ts';
import { position } from '../../shared/routine/position.ts';
import type { Step } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import type { Words } from '../../shared/routine/words.ts';
import { answerTo } from './give.ts';
import { bodyName, councilName, onDate } from './names.ts';
import type { OpenedCase } from './opened.ts';
import { EARLIER_FOR } from './shown-earlier.ts';

/** What has been said and done in a case, as its pages and those of its questions show it. */

const byTime = (a: StoredAnswer, b: StoredAnswer): number => a.answeredAt.localeCompare(b.answeredAt);

/** Answers that were given in a case, oldest first. */
export const earlierAnswers = ({ facts, bodies }: OpenedCase, texts: CaseTexts): readonly EarlierAnswer[] =>
  [...texts.answers].sort(byTime).flatMap((answer) => {
    const asked = facts.questions.find((it) => it.id === answer.questionId);
    if (asked === undefined || asked.round.step === 'supplement') return [];
    return [
      {
        question: QUESTIONS[asked.round.step],
        bodyName: bodyName(bodies, asked),
        answers: answer.answers,
        answeredBy: asked.answeredBy ?? '',
        answeredOn: onDate(answer.answeredAt),
        ...(asked.givenOn !== undefined && { givenOn: asked.givenOn }),
        ...(asked.recordedByOffice && { recordedByOffice: true }),
      },
    ];
  });

/** Those of the answers that whoever is asked a step needs to read: of each body and step the newest. */
export const answersFor = (step: Step, answers: readonly EarlierAnswer[]): readonly EarlierAnswer[] => {
  const steps = EARLIER_FOR[step];
  if (steps === undefined) return answers;
  const shown = answers.filter(({ question }) => steps.includes(question.step));
  return [...new Map(shown.map((it) => [`${it.question.step} ${it.bodyName.sv}`, it])).values()];
};

/** What changed with each version of the nomination. */
export const nominationChanges = ({ versions }: CaseTexts, open: Opening): readonly NominationChange[] =>
  versions.slice(1).map(({ answers, submittedAt }, index) => ({
    version: index + 2,
    on: onDate(submittedAt),
    changes: changesBetween(nominationForm, open(versions[index]?.answers ?? {}), open(answers)),
  }));

/** Takes away what a reader may not see of a nomination. */
export type Opening = (nomination: Answers) => Answers;

type Answers = Readonly<Record<string, unknown>>;

/** What is marked as confidential is for the office and for the bodies that judge (ROUTINE.md section 7.3). */
export const openTo = (seesAll: boolean): Opening =>
  seesAll ? (answers) => answers : (answers) => openAnswers(nominationForm, answers);

/** R-e2: the councils' positions, in the words of their form. */
export const statedPositions = ({ facts, bodies }: OpenedCase): readonly StatedPosition[] =>
  positionsOf(facts).flatMap(({ body, told }) => {
    const options: Readonly<Record<string, Words>> = position.form.position.options;
    const stated = options[String(told?.position)];
    return stated === undefined ? [] : [{ body: councilName(bodies, body), position: stated }];
  });

/** Why a council was released: said when the councils were changed, or when its proposal was approved. */
export const releaseReason = (
  question: QuestionFact,
  facts: CaseFacts,
  texts: CaseTexts,
): string | undefined => {
  const change = texts.acts.find(
    ({ act, answers }) =>
      act === 'changeCouncils' &&
      Array.isArray(answers.releaseCouncils) &&
      answers.releaseCouncils.includes(question.body),
  );
  const proposal = facts.questions.find(
    ({ round, cause }) => round.step === 'councilChange' && cause === question.id,
  );
  const reason = change?.answers.changeReason ?? (proposal && answerTo(texts, proposal)?.changeReason);
  return typeof reason === 'string' ? reason : undefined;
};
