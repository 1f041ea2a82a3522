import { describe, expect, it } from 'vitest';
import { answersBefore, prefilled } from '../../../functions/answer/prefilled.ts';
import type { CaseFacts, QuestionFact } from '../../../shared/case/facts.ts';
import type { CaseTexts } from '../../../shared/records/cases.ts';
import { ACTS } from '../../../shared/routine/acts.ts';
import type { Sheet } from '../../../shared/routine/question.ts';
import { QUESTIONS } from '../../../shared/routine/routine.ts';
import { aQuestion } from '../../builders/case.ts';
import { asked, inUse, produced, roundOf } from '../../builders/programme.ts';
import { anAssignment, aReview, aTest } from '../production-answers.ts';

const NOTHING: CaseTexts = { nomination: {}, versions: [], answers: [], acts: [] };
const known = { today: '2027-04-02', facts: {}, registers: {} };

const given = (question: QuestionFact, answers: object) => ({
  questionId: question.id,
  answers: answers as Readonly<Record<string, unknown>>,
  answeredAt: '2027-01-01T08:00:00.000Z',
});

const beforehand = (
  sheet: Pick<Sheet, 'id'>,
  facts: CaseFacts,
  texts: Partial<CaseTexts> = {},
  question?: QuestionFact,
) =>
  answersBefore(
    sheet,
    { facts, bodies: [], files: [], known, ...(question && { asked: question }) },
    { ...NOTHING, ...texts },
  );

describe('f holds beforehand', () => {
  const costLines = [
    { category: 'other', description: 'Film', amountSek: 1, recurrence: 'oneOff', bornBy: 'region' },
  ];
  const facts = produced({}, { questions: [asked('projectAssignment', 'nominator')] });

  it('R-f5, P-17: the nomination’s costs and the usual weights', () => {
    expect(beforehand(QUESTIONS.projectAssignment, facts, { nomination: { costLines } })).toEqual({
      costLines,
      weightQuality: 70,
      weightSchedule: 15,
      weightBudget: 15,
    });
  });

  it('R-06: costs that are not known stay to be stated', () => {
    const unknown = { costLines: { unknown: true, reason: 'Offert saknas.' } };
    expect(beforehand(QUESTIONS.projectAssignment, facts, { nomination: unknown })).not.toHaveProperty(
      'costLines',
    );
  });

  it('asked again, the answer before it, but not whether the work can start', () => {
    const first = asked('projectAssignment', 'nominator', { outcome: 'started' });
    const again = asked('projectAssignment', 'nominator', undefined, 2);
    const refused = produced({}, { questions: [first, again] });
    const answers = beforehand(
      QUESTIONS.projectAssignment,
      refused,
      { answers: [given(first, anAssignment())] },
      again,
    );
    expect(answers).toMatchObject({ goal: anAssignment().goal });
    expect(answers).not.toHaveProperty('projectOutcome');
  });
});

describe('what decides is never chosen beforehand', () => {
  it.each([
    ['contentReview', aReview(), ['reviewDone', 'reviewOutcome']],
    ['test', aTest('failed', 'passed'), ['functional.outcome', 'functional.done', 'clinical.outcome']],
  ] as const)('%s', (step, answers, decisive) => {
    const first = asked(step, 'projectManager', { outcome: 'failed' });
    const again = asked(step, 'projectManager', undefined, 2);
    const posted = prefilled(
      QUESTIONS[step],
      { facts: produced({}, { questions: [first, again] }), bodies: [], files: [], known, asked: again },
      { ...NOTHING, answers: [given(first, answers)] },
    );
    expect(posted).toBeDefined();
    for (const path of decisive) {
      const value = path
        .split('.')
        .reduce((it, key) => (it as Record<string, unknown>)?.[key], posted as unknown);
      expect(value).toBeUndefined();
    }
  });

  it.each(['assignmentApproval', 'deviationApproval', 'inactivationPosition', 'inactivation'] as const)(
    '%s is empty',
    (step) => {
      expect(beforehand(QUESTIONS[step], inUse())).toBeUndefined();
    },
  );
});

it('g of a new version holds the name, and is checked anew', () => {
  const first = asked('productionChecklist', 'projectManager', { outcome: 'done' });
  const again = asked('productionChecklist', 'projectManager', undefined, 2);
  const head = { occasion: 'revision', askedBefore: { production: { productionChecklist: 1 } } } as const;
  const facts = inUse({}, { questions: [first, again], head });
  const answers = [given(first, { publicName: 'Sov', language: { value: 'ok' } })];
  expect(beforehand(QUESTIONS.productionChecklist, facts, { answers }, again)).toEqual({
    publicName: 'Sov bättre',
  });
});

describe('j holds beforehand', () => {
  it('R-08, R-b10, R-12: name, lead council, owner and plan, as they were stated before', () => {
    const position = aQuestion('position', 'adult', { told: { outcome: 'noReferral' } });
    const facts = produced({ publicName: 'Sov bättre' });
    const answers = [given(position, { followUpExperience: 'Enkät', followUpMedical: { inMinutes: true } })];
    const nomination = {
      evaluationPlan: 'Följs upp varje år.',
      proposedOwner: 'Kliniken',
      followUpMedical: 'ISI',
    };
    const questions = [...facts.questions, position];
    expect(beforehand(QUESTIONS.introduction, { ...facts, questions }, { nomination, answers })).toEqual({
      publicName: 'Sov bättre',
      responsibleCouncil: 'adult',
      programmeOwner: 'Kliniken',
      evaluationPlan: 'Följs upp varje år.',
      experienceMeasure: 'Enkät',
      outcomeMeasure: 'ISI',
    });
  });

  it('of a new version, what holds of the one that there is, but not that it is published', () => {
    const answers = beforehand(QUESTIONS.introduction, inUse({ council: 'primary' }));
    expect(answers).toMatchObject({ responsibleCouncil: 'primary', programmeOwner: 'Exempelkliniken' });
    expect(answers).not.toHaveProperty('publishedOn');
  });
});

describe('the yearly follow-up holds the year’s figures', () => {
  const figures = aQuestion('figures', 'programmeOwner', {
    round: roundOf('figures'),
    told: { outcome: 'given' },
    answeredAt: '2027-02-01T08:00:00.000Z',
  });
  const texts = { answers: [given(figures, { patientsStarted: 12 })] };
  const followUp = (openedAt: string) => aQuestion('followUp', 'adult', { openedAt });

  it('where they came after it was asked', () => {
    const question = followUp('2027-01-15T08:00:00.000Z');
    const facts = inUse({}, { questions: [figures, question] });
    expect(beforehand(QUESTIONS.followUp, facts, texts, question)).toEqual({ patientsStarted: 12 });
  });

  it('and not those of the year before', () => {
    const question = followUp('2027-10-01T08:00:00.000Z');
    const facts = inUse({}, { questions: [figures, question] });
    expect(beforehand(QUESTIONS.followUp, facts, texts, question)).toBeUndefined();
  });
});

describe('acts', () => {
  it('P-28: the monthly report is for the oldest month without one', () => {
    const started = asked('projectAssignment', 'nominator', { outcome: 'started' });
    const facts = produced({}, { questions: [{ ...started, receivedOn: '2027-01-20' }] });
    const report = {
      seq: 1,
      act: 'reportMonth' as const,
      at: '2027-02-05T08:00:00.000Z',
      by: 'projectManager',
      answers: { month: '2027-01', costsToDate: 100 },
    };
    expect(beforehand(ACTS.reportMonth, facts, { acts: [report] })).toEqual({
      month: '2027-02',
      costsToDate: 100,
    });
  });

  it('contacts and details that are changed stand as they are', () => {
    expect(beforehand(ACTS.changeProjectContacts, produced())).toEqual({
      projectManagerEmail: 'projekt@example.se',
    });
    expect(beforehand(ACTS.correctProgramme, inUse())).toMatchObject({
      publicName: 'Sov bättre',
      responsibleCouncil: 'adult',
    });
  });
});
