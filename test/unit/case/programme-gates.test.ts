import { describe, expect, it } from 'vitest';
import type { StepAnswers } from '../../../shared/case/answers.ts';
import type { CaseFacts } from '../../../shared/case/facts.ts';
import { gateProblems, type Unmet } from '../../../shared/case/gates.ts';
import { g6, g7, g8 } from '../../../shared/case/programme-gates.ts';
import { checkAnswers } from '../../../shared/routine/check.ts';
import { introduction } from '../../../shared/routine/introduction.ts';
import { facts } from '../../builders/case.ts';
import { anIntroduction, asked, inUse, produced } from '../../builders/programme.ts';

const fieldsOf = (unmet: readonly Unmet[], reason?: string) =>
  gateProblems(unmet, reason).map(({ field }) => field);

/** A lack that is said where the reason is asked for, and is nothing more once a reason is given. */
const isOverridable = (unmet: readonly Unmet[]) => {
  expect(fieldsOf(unmet)).toEqual(['overrideReason']);
  expect(fieldsOf(unmet, 'Det brådskar för patienterna.')).toEqual([]);
};

const without = (facts: CaseFacts, step: string): CaseFacts => ({
  ...facts,
  questions: facts.questions.filter(({ round }) => round.step !== step),
});

describe('G6: a programme is published once it is decided, checked, reviewed and tested', () => {
  const SUPPORT = { head: { programmeKind: 'support' } } as const;

  it('is met by what is produced well, or skipped with a reason', () => {
    expect(g6(anIntroduction(), produced())).toEqual([]);
    const skipped = without(without(produced(), 'contentReview'), 'test').questions;
    const questions = [
      ...skipped,
      asked('contentReview', 'projectManager', { outcome: 'withoutReview' }),
      asked('test', 'projectManager', { outcome: 'withoutTest' }),
    ];
    expect(g6(anIntroduction(), produced({}, { questions }))).toEqual([]);
  });

  const { experienceMeasure: _e, ...withoutExperience } = anIntroduction();
  const { outcomeMeasure: _o, ...withoutResult } = anIntroduction();
  const unsure = produced({}, { head: { programmeKind: 'unsure' } });

  it.each<[string, CaseFacts, StepAnswers['introduction']]>([
    ['R-g3: accessibility that is not good enough', produced({ accessibility: 'notOk' }), anIntroduction()],
    [
      'R-g3: accessibility that nobody has checked',
      without(produced(), 'productionChecklist'),
      anIntroduction({ medicalDevice: 'notDevice' }),
    ],
    ['R-g1: a medical device that is undecided', produced({ medicalDevice: 'undecided' }), anIntroduction()],
    ['R-h1: a review that is not done', without(produced(), 'contentReview'), anIntroduction()],
    ['R-i1: a test that is not done', without(produced(), 'test'), anIntroduction()],
    ['R-b10: a support programme without the experience', produced({}, SUPPORT), withoutExperience],
    ['R-b10: a support programme without the result', produced({}, SUPPORT), withoutResult],
    ['R-b10, R-04: what is found to be one only now', unsure, { ...withoutResult, programmeKind: 'support' }],
  ])('%s takes a reason', (_lack, facts, answers) => {
    isOverridable(g6(answers, facts));
  });

  it('R-b10: asks no measures of a treatment programme', () => {
    expect(g6(withoutExperience, produced())).toEqual([]);
    expect(g6(withoutResult, produced())).toEqual([]);
  });

  it('R-h1: a review that did not approve is none, until the next one does', () => {
    const first = without(produced(), 'contentReview');
    const refused = asked('contentReview', 'independentReviewer', { outcome: 'notApproved' });
    const approved = asked('contentReview', 'independentReviewer', { outcome: 'approved' }, 2);
    isOverridable(g6(anIntroduction(), { ...first, questions: [...first.questions, refused] }));
    expect(g6(anIntroduction(), { ...first, questions: [...first.questions, refused, approved] })).toEqual(
      [],
    );
  });

  it('R-e1: what was not decided is never published, whatever the reason', () => {
    const undecided = g6(anIntroduction(), without(produced(), 'decision'));
    expect(fieldsOf(undecided, 'Det brådskar.')).toEqual(['publishedOn']);
    const declined = produced().questions.map((it) =>
      it.round.step === 'decision' ? { ...it, told: { outcome: 'decline' } } : it,
    );
    expect(fieldsOf(g6(anIntroduction(), produced({}, { questions: declined })), 'Nej.')).toEqual([
      'publishedOn',
    ]);
  });

  it.each(['create', 'purchase', 'collaborate'])('R-e1: %s leads here, and is checked', (outcome) => {
    const decided = [asked('decision', 'sobOffice', { outcome })];
    expect(g6(anIntroduction(), produced({}, { questions: decided })).length).toBe(3);
  });

  describe('R-b6: an existing programme that is taken into use is not produced here', () => {
    const questions = [asked('decision', 'sobOffice', { outcome: 'useExisting' })];
    const existing = (occasion: 'decided' | 'revision') => produced({}, { questions, head: { occasion } });

    it('and needs no review, test or check; whether it is a medical device is said in j', () => {
      expect(g6(anIntroduction({ medicalDevice: 'classI' }), existing('decided'))).toEqual([]);
      isOverridable(g6(anIntroduction({ medicalDevice: 'undecided' }), existing('decided')));
    });

    it('but a version of it that is made here does', () => {
      expect(g6(anIntroduction({ medicalDevice: 'classI' }), existing('revision')).length).toBe(2);
    });
  });

  it.each(['responsibleCouncil', 'programmeOwner', 'evaluationPlan', 'operationalResponsibility'])(
    'R-12, R-j1: the form itself is not complete without %s, whatever the reason',
    (field) => {
      const handover = { receiver: 'A', content: 'B', acceptedBy: 'C', acceptedOn: '2026-11-01' };
      const known = {
        today: '2026-11-23',
        facts: { decision: 'create', occasion: 'decided', programmeKind: 'treatment' },
        registers: { councils: [{ value: 'adult', label: { sv: 'Vuxna', en: 'Adults' } }] },
      };
      const whole = { ...anIntroduction({ handover, overrideReason: 'Det brådskar.' }) };
      expect(checkAnswers(introduction.form, whole, known)).toMatchObject({ ok: true });
      expect(checkAnswers(introduction.form, { ...whole, [field]: undefined }, known)).toMatchObject({
        ok: false,
        problems: [{ field }],
      });
    },
  );
});

describe('G7: a unit starts once it is connected and has made its risk analysis', () => {
  const start = { unitConnectedToSob: true, riskAnalysisOn: '2026-09-01', startedOn: '2026-10-01' };

  it('is met by both', () => {
    expect(g7([start, start])).toEqual([]);
  });

  it('R-11: a unit that is not connected takes a reason', () => {
    isOverridable(g7([start, { ...start, unitConnectedToSob: false }]));
  });

  it('P-43: a unit without a risk analysis takes a reason', () => {
    isOverridable(g7([{ unitConnectedToSob: true, startedOn: '2026-10-01' }, start]));
  });

  it('asks nothing of a unit that has not started', () => {
    expect(g7([{ unitConnectedToSob: false }])).toEqual([]);
  });
});

describe('G8, R-k2: a programme is inactivated on its council’s position', () => {
  const reviewed = (...questions: readonly ReturnType<typeof asked>[]) =>
    inUse({}, { questions, head: { phase: 'review', phaseWanted: true, occasion: 'proposal' } });
  const position = (outcome: string, nth = 1) => asked('inactivationPosition', 'adult', { outcome }, nth);

  it('that it is to be', () => {
    expect(g8(reviewed(position('inactivate')))).toEqual([]);
  });

  it.each<[string, CaseFacts]>([
    ['has not been asked', facts()],
    ['has not answered', reviewed(asked('inactivationPosition', 'adult'))],
    ['found that it is to be kept', reviewed(position('keep'))],
    [
      'is asked again',
      reviewed(position('inactivate'), asked('inactivationPosition', 'adult', undefined, 2)),
    ],
  ])('and never where the council %s, whatever the reason', (_why, facts) => {
    expect(fieldsOf(g8(facts), 'Det brådskar.')).toEqual(['inactivatedOn']);
  });

  it('and not on one from an earlier review', () => {
    const before = reviewed(position('inactivate'));
    const head = { ...before.head, askedBefore: { review: { inactivationPosition: 1 } } };
    expect(fieldsOf(g8({ ...before, head }))).toEqual(['inactivatedOn']);
  });
});
