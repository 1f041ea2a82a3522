import { describe, expect, it } from 'vitest';
import {
  consequence,
  deviates,
  refersToPpr,
  refusals,
  type StepAnswers,
} from '../../../shared/case/answer.ts';
import { aQuestion, facts } from '../../builders/case.ts';
import { aDecision, aPosition, aScreening } from '../complete-answers.ts';

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
    expect(
      refusals('screening', notForSob, facts({ head: { nominationType: 'purchaseExisting' } })),
    ).toMatchObject([{ field: 'screeningOutcome' }]);
  });

  it('lets a new programme be closed in the screening', () => {
    expect(refusals('screening', notForSob, facts({ head: { nominationType: 'createNew' } }))).toEqual([]);
  });

  it('lets a purchase be forwarded', () => {
    const forward = { screeningOutcome: 'forwardToCouncils' };
    expect(refusals('screening', forward, facts({ head: { nominationType: 'purchaseExisting' } }))).toEqual(
      [],
    );
  });
});

describe('R-a11: one of several councils leads', () => {
  const councils = ['council-a', 'council-b'];
  const led = (leadCouncil: string) =>
    refusals('screening', aScreening({ councils, leadCouncil }), facts()).map(({ field }) => field);

  it('which is one of those chosen', () => {
    expect(led('council-b')).toEqual([]);
  });

  it('and not another', () => {
    expect(led('council-c')).toEqual(['leadCouncil']);
  });
});

describe('R-b10: only a support programme has no evidence to speak of', () => {
  it.each<[string, 'treatment' | 'support', Partial<StepAnswers['position']>, readonly string[]]>([
    ['a treatment programme', 'treatment', {}, ['evidenceLevel']],
    ['a support programme', 'support', {}, []],
    [
      'a treatment programme that the council finds to be support',
      'treatment',
      { programmeKindByCouncil: { value: 'support', text: 'Ingen egen effekt.' } },
      [],
    ],
    [
      'a support programme that the council finds to be treatment',
      'support',
      { programmeKindByCouncil: { value: 'treatment', text: 'Ger effekt.' } },
      ['evidenceLevel'],
    ],
  ])('%s', (_of, programmeKind, given, fields) => {
    const answers = aPosition({ evidenceLevel: 'notApplicable', ...given });
    expect(
      refusals('position', answers, facts({ head: { programmeKind } })).map(({ field }) => field),
    ).toEqual(fields);
  });
});

describe('R-e2, R-e3: a decision that departs from a position', () => {
  type Decision = StepAnswers['decision']['decision'];
  const council = (position: string, body = 'council-a') =>
    aQuestion('position', body, { told: { outcome: 'noReferral', position } });
  const ppr = (outcome: string) => aQuestion('pprPosition', 'ppr', { told: { outcome } });

  it.each<[string, Decision, ReturnType<typeof aQuestion>[], boolean]>([
    ['does what the council supports', 'create', [council('supportCreate')], false],
    ['buys what it supports buying', 'purchase', [council('supportPurchase')], false],
    ['uses what it would use', 'useExisting', [council('useExisting')], false],
    ['collaborates as it would', 'collaborate', [council('collaborate')], false],
    ['declines what it does not support', 'decline', [council('notSupported')], false],
    ['creates what it does not support', 'create', [council('notSupported')], true],
    ['creates where it would buy', 'create', [council('supportPurchase')], true],
    ['declines what it supports', 'decline', [council('supportCreate')], true],
    [
      'cannot follow councils that disagree',
      'create',
      [council('supportCreate'), council('useExisting', 'council-b')],
      true,
    ],
    ['does what PPR supports', 'create', [council('supportCreate'), ppr('supported')], false],
    ['also on conditions', 'create', [council('supportCreate'), ppr('supportedWithConditions')], false],
    ['does what PPR does not support', 'create', [council('supportCreate'), ppr('notSupported')], true],
    ['declines what PPR supports', 'decline', [council('notSupported'), ppr('supported')], true],
    ['declines with PPR', 'decline', [council('notSupported'), ppr('notSupported')], false],
    ['has nothing to depart from yet', 'create', [aQuestion('position', 'council-a')], false],
    [
      'is not compared with the screening',
      'decline',
      [aQuestion('screening', 'x', { told: { outcome: 'y' } })],
      false,
    ],
  ])('%s', (_how, decision, questions, departs) => {
    expect(deviates(decision, questions)).toBe(departs);
    const fields = (given = {}) =>
      refusals('decision', aDecision({ decision, ...given }), facts({ questions })).map(({ field }) => field);
    expect(fields()).toEqual(departs ? ['deviationReason'] : []);
    expect(fields({ deviationReason: 'Behovet väger tyngre.' })).toEqual([]);
  });
});

describe('what an answer changes', () => {
  const screening = aScreening({ programmeKind: 'support', councils: ['council-a'] });
  const asked = aQuestion('screening', 'sobOffice');

  it('R-a11: a forwarded nomination names its councils and its kind', () => {
    expect(consequence('screening', screening, facts(), asked)).toEqual({
      told: { outcome: 'forwardToCouncils' },
      head: { milestone: 'forwardedToCouncil', programmeKind: 'support', councils: ['council-a'] },
    });
  });

  it('section 0 no. 5: what is neither kind keeps the kind that was proposed', () => {
    const found = consequence('screening', { ...screening, programmeKind: 'neither' }, facts(), asked);
    expect(found.head).not.toHaveProperty('programmeKind');
  });

  it('R-04: a council may change the kind', () => {
    const answers = aPosition({ programmeKindByCouncil: { value: 'support', text: 'Ingen egen effekt.' } });
    const first = aQuestion('position', 'council-a');
    const head = { councils: ['council-a', 'council-b'] };
    expect(consequence('position', answers, facts({ head, questions: [first] }), first).head).toEqual({
      programmeKind: 'support',
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
    const after = consequence(
      'decision',
      aDecision({ decision }),
      facts(),
      aQuestion('decision', 'sobOffice'),
    );
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
