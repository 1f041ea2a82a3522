import { describe, expect, it } from 'vitest';
import type { CaseHead, QuestionFact } from '../../../shared/case/facts.ts';
import {
  askedBodies,
  isReferred,
  positionsOf,
  pprPositionOf,
  roundOutcome,
} from '../../../shared/case/rounds.ts';
import type { Step } from '../../../shared/routine/question.ts';
import { aQuestion, aRound, facts } from '../../builders/case.ts';

const councils = ['council-a', 'council-b', 'council-c'];
const position = aRound('position');
const told = (body: string, outcome: string, nth = 1) =>
  aQuestion('position', body, { told: { outcome }, round: aRound('position', nth) });
const outcomeOf = (
  step: Step,
  questions: readonly QuestionFact[],
  head: Partial<CaseHead> = {},
  nth = 1,
): string | undefined => roundOutcome(aRound(step, nth), facts({ head, questions }));

describe('a round of one body', () => {
  it('is not settled while the question is open', () => {
    expect(outcomeOf('screening', [aQuestion('screening', 'sobOffice')])).toBeUndefined();
  });

  it('is settled by its answer', () => {
    const answered = aQuestion('screening', 'sobOffice', { told: { outcome: 'notForSob' } });
    expect(outcomeOf('screening', [answered])).toBe('notForSob');
  });

  it('is not settled by the answer of an earlier round of the same step', () => {
    const earlier = aQuestion('decision', 'sobOffice', { told: { outcome: 'defer' } });
    expect(outcomeOf('decision', [earlier], {}, 2)).toBeUndefined();
  });

  it.each<[Step, string]>([
    ['screening', 'sobOffice'],
    ['decision', 'sobOffice'],
    ['councilChange', 'sobOffice'],
    ['pprPosition', 'ppr'],
    ['anchoring', 'headOfOperations'],
    ['supplement', 'nominator'],
  ])('%s asks %s', (step, body) => {
    expect(askedBodies(aRound(step), facts())).toEqual([body]);
  });
});

describe('R-c1: a round of several councils', () => {
  it('waits for every council, also for one whose question is not open yet', () => {
    const questions = [told('council-a', 'noReferral'), told('council-b', 'noReferral')];
    expect(outcomeOf('position', questions, { councils })).toBeUndefined();
  });

  it('does not wait for one that was released', () => {
    const questions = [
      told('council-a', 'noReferral'),
      told('council-b', 'noReferral'),
      aQuestion('position', 'council-c', { status: 'released' }),
    ];
    expect(outcomeOf('position', questions, { councils })).toBe('noReferral');
  });

  it('is not settled when no council has been named', () => {
    expect(roundOutcome(position, facts())).toBeUndefined();
  });

  it.each(councils)('refers to PPR when only %s does', (referring) => {
    const questions = councils.map((body) => told(body, body === referring ? 'referToPpr' : 'noReferral'));
    expect(outcomeOf('position', questions, { councils })).toBe('referToPpr');
  });

  it('goes on to the decision when none refers', () => {
    const questions = councils.map((body) => told(body, 'noReferral'));
    expect(outcomeOf('position', questions, { councils })).toBe('noReferral');
  });
});

describe('R-c1: each council’s newest position counts', () => {
  const asked = [
    told('council-a', 'referToPpr'),
    told('council-b', 'noReferral'),
    told('council-a', 'noReferral', 2),
  ];
  const head = { councils: ['council-a', 'council-b'], councilsAsked: ['council-a'] };

  it('one for each council that the nomination is with, in its order', () => {
    const newest = positionsOf(facts({ head: { councils: ['council-b', 'council-a'] }, questions: asked }));
    expect(newest.map(({ id }) => id)).toEqual([
      'nomination/position/1/council-b',
      'nomination/position/2/council-a',
    ]);
    expect(isReferred(newest)).toBe(false);
  });

  it('not what is open, nor of a council that the nomination is not with', () => {
    const questions = [aQuestion('position', 'council-a'), told('council-x', 'referToPpr')];
    expect(positionsOf(facts({ head, questions }))).toEqual([]);
  });

  it('a round that only some are asked in is settled by them, with the positions of the others', () => {
    expect(outcomeOf('position', asked, head, 2)).toBe('noReferral');
    const other = [
      told('council-a', 'noReferral'),
      told('council-b', 'referToPpr'),
      told('council-a', 'noReferral', 2),
    ];
    expect(outcomeOf('position', other, head, 2)).toBe('referToPpr');
  });

  it('a settled round keeps its outcome when a council that is asked again gives way to another', () => {
    const asked = [
      told('council-a', 'referToPpr'),
      aQuestion('position', 'council-d', { round: aRound('position', 2) }),
    ];
    const head = { councils: ['council-d'], councilsAsked: ['council-d'] };
    expect(outcomeOf('position', asked, head)).toBe('referToPpr');
    expect(outcomeOf('position', asked, head, 2)).toBeUndefined();
  });

  it('a settled round keeps its outcome when its phase is started anew', () => {
    expect(outcomeOf('position', asked, head, 1)).toBe('referToPpr');
    const open = [...asked.slice(0, 2), aQuestion('position', 'council-a', { round: aRound('position', 2) })];
    expect(outcomeOf('position', open, head, 1)).toBe('referToPpr');
    expect(outcomeOf('position', open, head, 2)).toBeUndefined();
  });
});

describe('PPR’s round', () => {
  const head = { councils: ['council-a'] };
  const referred = told('council-a', 'referToPpr');
  const ppr = (given: Partial<QuestionFact>, nth = 1) =>
    aQuestion('pprPosition', 'ppr', { round: aRound('pprPosition', nth), ...given });

  it('R-c1: is over when no council refers any more', () => {
    const taken = told('council-a', 'noReferral');
    expect(outcomeOf('pprPosition', [taken, ppr({ status: 'released' })], head)).toBe('referralWithdrawn');
    expect(outcomeOf('pprPosition', [taken], head)).toBe('referralWithdrawn');
    expect(outcomeOf('pprPosition', [taken, ppr({ told: { outcome: 'supported' } })], head)).toBe(
      'supported',
    );
  });

  it('R-c1: is asked again when a council refers after all', () => {
    expect(outcomeOf('pprPosition', [referred, ppr({ status: 'released' })], head)).toBe('again');
  });

  it.each([
    ['supported', true],
    ['supportedWithConditions', true],
    ['notSupported', true],
    ['deferred', false],
    ['returnedToCouncil', false],
  ])('%s is a position: %s', (outcome, counts) => {
    const first = ppr({ told: { outcome } });
    expect(pprPositionOf(facts({ questions: [first] }))).toEqual(counts ? first : undefined);
  });

  it('its newest position counts', () => {
    const newest = ppr({ told: { outcome: 'notSupported' } }, 2);
    const questions = [newest, ppr({ told: { outcome: 'supported' } }), ppr({}, 3)];
    expect(pprPositionOf(facts({ questions }))).toBe(newest);
  });
});

describe('R-05: a round that was reopened, and a case that has ended', () => {
  const answered = aQuestion('screening', 'sobOffice', { told: { outcome: 'forwardToCouncils' } });
  const open = aQuestion('screening', 'sobOffice');

  it('is asked again, whatever was answered', () => {
    const askedAgain = ['nomination/screening/1'];
    expect(outcomeOf('screening', [answered], { askedAgain })).toBe('again');
    expect(outcomeOf('screening', [answered], { askedAgain: ['nomination/decision/1'] })).toBe(
      'forwardToCouncils',
    );
  });

  it('is left out where the case was decided without it, and taken back with the case', () => {
    expect(outcomeOf('screening', [open], { phaseWanted: false, milestone: 'decided' })).toBe('skipped');
    expect(outcomeOf('screening', [open], { phaseWanted: false, milestone: 'withdrawn' })).toBe('withdrawn');
    expect(outcomeOf('screening', [answered], { phaseWanted: false, milestone: 'withdrawn' })).toBe(
      'forwardToCouncils',
    );
  });

  it('stays left out when the case is reopened at a later step', () => {
    expect(outcomeOf('screening', [{ ...open, status: 'closed' }])).toBe('skipped');
    const closed = aQuestion('position', 'council-a', { status: 'closed' });
    expect(outcomeOf('position', [closed], { councils: ['council-a'] })).toBe('skipped');
    expect(outcomeOf('position', [closed], { councils: ['council-a', 'council-b'] })).toBeUndefined();
  });
});
