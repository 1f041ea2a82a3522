import { describe, expect, it } from 'vitest';
import { completed } from '../../../shared/case/completed.ts';
import { NO_CONSEQUENCE } from '../../../shared/case/consequence.ts';
import type { CaseHead, QuestionFact } from '../../../shared/case/facts.ts';
import { aMailing, aQuestion, facts, toldIn } from '../../builders/case.ts';

const councils = ['council-a', 'council-b'];
const told = (body: string, outcome = 'noReferral') => aQuestion('position', body, { told: { outcome } });
const followsFrom = (questions: readonly QuestionFact[], head: Partial<CaseHead> = {}) =>
  completed(
    facts({ head: { milestone: 'forwardedToCouncil', councils, ...head }, questions }),
    NO_CONSEQUENCE,
  );

describe('the milestone positionGiven', () => {
  it.each<[string, readonly QuestionFact[]]>([
    ['the last council has answered', [told('council-a'), told('council-b')]],
    [
      'the others are released',
      [told('council-a'), aQuestion('position', 'council-b', { status: 'released' })],
    ],
  ])('is reached when %s', (_when, questions) => {
    expect(followsFrom(questions).head).toEqual({ milestone: 'positionGiven' });
  });

  it.each<[string, readonly QuestionFact[], Partial<CaseHead>]>([
    ['one has not answered', [told('council-a'), aQuestion('position', 'council-b')], {}],
    ['one has not been asked', [told('council-a')], {}],
    [
      'the round was reopened',
      [told('council-a'), told('council-b')],
      { askedAgain: ['nomination/position/1'] },
    ],
    ['the screening is not done', [told('council-a'), told('council-b')], { milestone: 'submitted' }],
    [
      'the case has ended',
      [told('council-a'), told('council-b')],
      { milestone: 'decided', phaseWanted: false },
    ],
  ])('is not reached while %s', (_while, questions, head) => {
    expect(followsFrom(questions, head).head).toEqual({});
  });
});

describe('R-c1: PPR answers only what a council refers', () => {
  const ppr = aQuestion('pprPosition', 'ppr');

  it('is released where none does any more', () => {
    expect(followsFrom([told('council-a'), told('council-b'), ppr]).questions).toEqual({
      [ppr.id]: { status: 'released' },
    });
  });

  it('is asked for as long as one does', () => {
    expect(followsFrom([told('council-a', 'referToPpr'), told('council-b'), ppr]).questions).toEqual({});
  });

  it('keeps what it has answered', () => {
    const answered = aQuestion('pprPosition', 'ppr', { told: { outcome: 'supported' } });
    expect(followsFrom([told('council-a'), told('council-b'), answered]).questions).toEqual({});
  });
});

describe('whoever need not answer any more', () => {
  const ppr = aQuestion('pprPosition', 'ppr');
  const open = [told('council-a'), told('council-b'), ppr];

  it('R-c1: is told so', () => {
    expect(toldIn(followsFrom(open).mailings)).toEqual(['released → ppr']);
  });

  it('is not told of a question that it was never mailed', () => {
    expect(followsFrom([...open.slice(0, 2), { ...ppr, linked: 0 }]).mailings).toEqual([]);
  });

  it('is told once, where the act has told it already', () => {
    const mailing = aMailing({
      mails: [{ id: 'mail', about: { notice: 'referralWithdrawn' }, to: { body: 'ppr' } }],
    });
    const after = completed(facts({ head: { milestone: 'forwardedToCouncil', councils }, questions: open }), {
      ...NO_CONSEQUENCE,
      mailings: [mailing],
    });
    expect(toldIn(after.mailings)).toEqual(['referralWithdrawn → ppr']);
  });
});

describe('P-02: approvals of an assignment', () => {
  const assignment = aQuestion('projectAssignment', 'nominator', { told: { outcome: 'started' } });
  const approval = aQuestion('assignmentApproval', 'projectOwner', { cause: assignment.id });
  const production = { milestone: 'decided', phase: 'production', occasion: 'decided' } as const;
  const follows = (head: Partial<CaseHead>) =>
    followsFrom([assignment, approval], { ...production, ...head }).questions;

  it('are not waited for once the assignment is to be given anew', () => {
    const askedAgain = ['production/projectAssignment/1'];
    expect(follows({ askedAgain })).toEqual({ [approval.id]: { status: 'released' } });
  });

  it('are waited for until then', () => {
    expect(follows({})).toEqual({});
  });
});

describe('the milestone projectStarted', () => {
  const given = (outcome: string) =>
    followsFrom([aQuestion('projectAssignment', 'nominator', { told: { outcome } })], {
      ...{ milestone: 'decided', phase: 'production', occasion: 'decided' },
    });

  it.each(['started', 'accessArranged'])('R-f2: is reached with %s, and N-11 told', (outcome) => {
    expect(given(outcome).head).toEqual({ milestone: 'projectStarted' });
    expect(toldIn(given(outcome).mailings)).toContain('N-11 → nominator');
  });

  it.each(['putOff', 'notFeasible'])('R-f1: not with %s', (outcome) => {
    expect(given(outcome).head).toEqual({});
    expect(given(outcome).mailings).toEqual([]);
  });
});
