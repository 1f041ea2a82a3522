import { describe, expect, it } from 'vitest';
import { consequence, refersToPpr, refusals, type StepAnswers } from '../../../shared/case/answer.ts';
import { aHead, aQuestion, facts } from '../../builders/case.ts';

const aPosition = (given: Partial<StepAnswers['position']> = {}): StepAnswers['position'] => ({
  position: 'supportCreate',
  positionReason: 'Behovet är stort.',
  organisationalConsequences: { value: false },
  economicConsequences: { value: false },
  manageableWithinUnits: true,
  ...given,
});

describe('R-c3, R-c4: referral to PPR', () => {
  it('is not made when nothing calls for it', () => {
    expect(refersToPpr(aPosition())).toBe(false);
  });

  it.each<[string, Partial<StepAnswers['position']>]>([
    [
      'significant organisational consequences',
      { organisationalConsequences: { value: true, text: 'Bemanning' } },
    ],
    ['significant economic consequences', { economicConsequences: { value: true, text: 'Avgifter' } }],
    ['consequences that the units cannot handle', { manageableWithinUnits: false }],
    ["the council's own wish", { referToPpr: true }],
  ])('is made for %s alone', (_why, given) => {
    expect(refersToPpr(aPosition(given))).toBe(true);
  });
});

describe('R-a12: a purchase always goes to a council', () => {
  const notForSob = { screeningOutcome: 'notForSob' };

  it('refuses to close a purchase in the screening, naming the field', () => {
    expect(refusals('screening', notForSob, aHead({ nominationType: 'purchaseExisting' }))).toMatchObject([
      { field: 'screeningOutcome' },
    ]);
  });

  it('lets a new programme be closed in the screening', () => {
    expect(refusals('screening', notForSob, aHead({ nominationType: 'createNew' }))).toEqual([]);
  });

  it('lets a purchase be forwarded', () => {
    const forward = { screeningOutcome: 'forwardToCouncils' };
    expect(refusals('screening', forward, aHead({ nominationType: 'purchaseExisting' }))).toEqual([]);
  });
});

describe('what an answer changes', () => {
  const screening: StepAnswers['screening'] = {
    buildableInSob: 'yes',
    programmeKind: 'support',
    screeningOutcome: 'forwardToCouncils',
    councils: ['council-a'],
    screeningReason: 'Idén passar i SoB.',
  };
  const asked = aQuestion('screening', 'sobOffice');

  it('R-a11: a forwarded nomination names its councils and its kind', () => {
    expect(consequence('screening', screening, facts(), asked)).toEqual({
      told: { outcome: 'forwardToCouncils' },
      head: { milestone: 'forwardedToCouncil', programmeKind: 'support', councils: ['council-a'] },
    });
  });

  it('a nomination that is not for SoB wants no execution any more', () => {
    const closed = consequence('screening', { ...screening, screeningOutcome: 'notForSob' }, facts(), asked);
    expect(closed.head).toMatchObject({ milestone: 'notForSob', phaseWanted: false });
  });

  it.each([
    ['create', 'decided'],
    ['purchase', 'decided'],
    ['useExisting', 'decided'],
    ['collaborate', 'decided'],
    ['decline', 'declined'],
  ] as const)('R-e1: the decision %s gives the milestone %s and ends the phase', (decision, milestone) => {
    const answers: StepAnswers['decision'] = { decision, reason: 'Samlad bedömning.' };
    const after = consequence('decision', answers, facts(), aQuestion('decision', 'sobOffice'));
    expect(after).toEqual({ told: { outcome: decision }, head: { milestone, phaseWanted: false } });
  });

  it('the milestone positionGiven is reached with the last council, not before', () => {
    const first = aQuestion('position', 'council-a');
    const second = aQuestion('position', 'council-b');
    const head = { councils: ['council-a', 'council-b'] };
    const one = consequence('position', aPosition(), facts({ head, questions: [first, second] }), first);
    const answered = { ...first, status: 'answered' as const, told: one.told };
    const both = consequence('position', aPosition(), facts({ head, questions: [answered, second] }), second);
    expect(one.head).toEqual({});
    expect(both.head).toEqual({ milestone: 'positionGiven' });
  });
});
