import { describe, expect, it } from 'vitest';
import type { StepAnswers } from '../../../shared/case/answers.ts';
import type { CaseHead, QuestionFact } from '../../../shared/case/facts.ts';
import { g2, g3, g4, g5, gateProblems, isAnchored } from '../../../shared/case/gates.ts';
import { aHead, aQuestion, aRound, facts } from '../../builders/case.ts';
import { aPosition, aScreening } from '../complete-answers.ts';

const fieldsOf = (unmet: Parameters<typeof gateProblems>[0], reason?: string) =>
  gateProblems(unmet, reason).map(({ field }) => field);

describe('G2, R-a3: forwarding waits for the manager’s word where it was asked for, or objected to', () => {
  it.each<[CaseHead['anchoring'], boolean]>([
    ['asked', false],
    ['notSupported', false],
    ['stated', true],
    ['notNeeded', true],
    ['supported', true],
    ['supportedWithConditions', true],
  ])('%s: %s', (anchoring, passes) => {
    const head = aHead({ anchoring });
    expect(isAnchored(head)).toBe(passes);
    expect(fieldsOf(g2(head, aScreening()))).toEqual(passes ? [] : ['overrideReason']);
    expect(fieldsOf(g2(head, aScreening()), 'Chefen har svarat på telefon.')).toEqual([]);
  });
});

const asCreated = (answers: Partial<StepAnswers['screening']>, nominationType: CaseHead['nominationType']) =>
  g2(aHead({ nominationType }), aScreening(answers));

describe.each<[string, Partial<StepAnswers['screening']>]>([
  ['G2, R-a7: what cannot be built is forwarded with a reason only', { buildableInSob: 'no' }],
  [
    'G2, R-a8: what is neither kind of programme is forwarded with a reason only',
    { programmeKind: 'neither' },
  ],
])('%s', (_rule, lacking) => {
  it('lacks the reason, and nothing with it', () => {
    const unmet = asCreated(lacking, 'createNew');
    expect(unmet).toMatchObject([{ mayBeOverridden: true }]);
    expect(fieldsOf(unmet)).toEqual(['overrideReason']);
    expect(fieldsOf(unmet, 'Rådet vill se den.')).toEqual([]);
  });
});

it('G2, R-a7, R-a8: what can be built, also with adjustments, as either kind, is forwarded', () => {
  for (const buildableInSob of ['yes', 'yesWithAdjustments'] as const) {
    for (const programmeKind of ['treatment', 'support'] as const) {
      expect(asCreated({ buildableInSob, programmeKind }, 'createNew')).toEqual([]);
    }
  }
});

it('G2: tells each thing that is lacking', () => {
  const unmet = g2(
    aHead({ anchoring: 'asked' }),
    aScreening({ buildableInSob: 'no', programmeKind: 'neither' }),
  );
  expect(new Set(unmet.map(({ message }) => message.sv)).size).toBe(3);
});

it('R-a12: a purchase passes, whatever the manager and the screening say', () => {
  const head = aHead({ nominationType: 'purchaseExisting', anchoring: 'notSupported' });
  expect(isAnchored(head)).toBe(true);
  expect(g2(head, aScreening({ buildableInSob: 'no', programmeKind: 'neither' }))).toEqual([]);
  expect(isAnchored({ ...head, nominationType: 'createNew' })).toBe(false);
});

describe('G3, R-c3: a referral to PPR describes the consequences', () => {
  it.each<[string, Partial<StepAnswers['position']>]>([
    ['organisational', { organisationalConsequences: { value: true, text: 'Två tjänster.' } }],
    ['economic', { economicConsequences: { value: true, text: 'En miljon.' } }],
    ['that the units cannot handle', { manageableWithinUnits: false, manageableText: 'Kräver nya lokaler.' }],
    ['in the minutes', { manageableWithinUnits: false, manageableText: { inMinutes: true } }],
  ])('%s', (_which, given) => {
    expect(g3(aPosition(given))).toEqual([]);
  });

  it('and is never made without, whatever the reason', () => {
    const unmet = g3(aPosition({ manageableWithinUnits: false }));
    expect(unmet).toMatchObject([{ mayBeOverridden: false, field: 'manageableText' }]);
    expect(fieldsOf(unmet, 'Rådet vill det.')).toEqual(['manageableText']);
  });
});

describe('G4, R-e3: the decision needs a position, and waits for the rest', () => {
  const told = (body: string, outcome = 'noReferral', nth = 1) =>
    aQuestion('position', body, {
      told: { outcome, position: 'supportCreate' },
      round: aRound('position', nth),
    });
  const ppr = (given: Partial<QuestionFact> = {}) => aQuestion('pprPosition', 'ppr', given);
  const lacks = (questions: readonly QuestionFact[], councils = ['council-a', 'council-b']) =>
    g4(facts({ head: { councils }, questions }));

  it('no position at all can never be overridden', () => {
    const unmet = lacks([aQuestion('position', 'council-a')]);
    expect(unmet).toMatchObject([{ mayBeOverridden: false, field: 'decision' }]);
    expect(fieldsOf(unmet, 'Det brådskar.')).toEqual(['decision']);
  });

  it('is met when every council has answered and none refers', () => {
    expect(lacks([told('council-a'), told('council-b')])).toEqual([]);
  });

  it.each<[string, readonly QuestionFact[]]>([
    ['a council that has not answered', [told('council-a'), aQuestion('position', 'council-b')]],
    ['a council that has not been asked yet', [told('council-a')]],
    [
      'a council that is asked again',
      [
        told('council-a'),
        told('council-b'),
        aQuestion('position', 'council-a', { round: aRound('position', 2) }),
      ],
    ],
    ['PPR, where it has not been asked yet', [told('council-a', 'referToPpr'), told('council-b')]],
    ['PPR, where it has not answered', [told('council-a', 'referToPpr'), told('council-b'), ppr()]],
    [
      'PPR, where it has put it off',
      [told('council-a', 'referToPpr'), told('council-b'), ppr({ told: { outcome: 'deferred' } })],
    ],
    [
      'PPR, where it is asked again',
      [
        told('council-a', 'referToPpr'),
        told('council-b'),
        ppr({ told: { outcome: 'supported' } }),
        ppr({ round: aRound('pprPosition', 2) }),
      ],
    ],
  ])('waits for %s, unless there is a reason', (_whom, questions) => {
    const unmet = lacks(questions);
    expect(fieldsOf(unmet)).toEqual(['overrideReason']);
    expect(fieldsOf(unmet, 'Det brådskar.')).toEqual([]);
  });

  it('is met with PPR’s position', () => {
    const answered = [told('council-a', 'referToPpr'), told('council-b')];
    expect(lacks([...answered, ppr({ told: { outcome: 'notSupported' } })])).toEqual([]);
  });

  it('does not wait for a council that was released', () => {
    const questions = [told('council-a'), aQuestion('position', 'council-b', { status: 'released' })];
    expect(lacks(questions, ['council-a'])).toEqual([]);
  });

  it('waits for PPR no more once the council that referred has changed its position', () => {
    expect(
      lacks([told('council-a', 'referToPpr'), told('council-a', 'noReferral', 2)], ['council-a']),
    ).toEqual([]);
  });
});

describe('G5, R-e1: a project starts on a decision that leads to it', () => {
  const decided = (outcome: string, phase: CaseHead['phase'] = 'production') =>
    g5(facts({ head: { phase }, questions: [aQuestion('decision', 'sobOffice', { told: { outcome } })] }));

  it.each(['create', 'purchase', 'collaborate', 'useExisting'])('%s does', (outcome) => {
    expect(decided(outcome)).toEqual([]);
  });

  it.each(['decline', 'defer'])('%s does not, whatever the reason', (outcome) => {
    expect(decided(outcome)).toMatchObject([{ mayBeOverridden: false, field: 'projectOutcome' }]);
    expect(fieldsOf(decided(outcome), 'Det brådskar.')).toEqual(['projectOutcome']);
  });

  it('nor does a decision that is not made, or is being made anew', () => {
    expect(fieldsOf(g5(facts({ head: { phase: 'production' } })))).toEqual(['projectOutcome']);
    expect(fieldsOf(decided('create', 'nomination'))).toEqual(['projectOutcome']);
  });

  it('the newest decision counts', () => {
    const questions = ['create', 'decline'].map((outcome, index) =>
      aQuestion('decision', 'sobOffice', { told: { outcome }, round: aRound('decision', index + 1) }),
    );
    expect(fieldsOf(g5(facts({ head: { phase: 'production' }, questions })))).toEqual(['projectOutcome']);
  });
});
