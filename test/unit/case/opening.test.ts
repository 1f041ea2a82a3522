import { describe, expect, it } from 'vitest';
import type { CaseHead, QuestionFact } from '../../../shared/case/facts.ts';
import {
  askingIsWanted,
  missingQuestions,
  newQuestion,
  sideQuestion,
  targetFrom,
  wantsLink,
} from '../../../shared/case/opening.ts';
import type { MachineStep, Step } from '../../../shared/routine/question.ts';
import { aQuestion, aRound, aToken, facts, NOW } from '../../builders/case.ts';

describe('a question that comes to be', () => {
  it('R-b3: the month counts from the day in Sweden that a council is asked', () => {
    expect(newQuestion(aRound('position'), 'council-a', new Date('2026-11-23T23:30:00.000Z'))).toMatchObject({
      ...{
        id: 'nomination/position/1/council-a',
        body: 'council-a',
        status: 'open',
        linkVersion: 1,
        linked: 0,
      },
      ...{ receivedOn: '2026-11-24', targetOn: '2026-12-28' },
    });
  });

  it.each<[Step]>([
    ['screening'],
    ['pprPosition'],
    ['decision'],
    ['anchoring'],
    ['supplement'],
    ['councilChange'],
  ])('R-b3: the routine states no time for %s', (step) => {
    expect(targetFrom(step, '2026-11-23')).toEqual({});
    expect(newQuestion(aRound(step), 'somebody', NOW)).not.toHaveProperty('targetOn');
  });

  it('a side question is the next of its step, and remembers whose question caused it', () => {
    const cause = aQuestion('position', 'council-a');
    const before = facts({ questions: [cause, aQuestion('supplement', 'nominator')] });
    expect(sideQuestion(before, 'supplement', 'nominator', NOW, cause)).toMatchObject({
      ...{ id: 'nomination/supplement/2/nominator', cause: cause.id },
    });
    expect(sideQuestion(before, 'anchoring', 'headOfOperations', NOW)).not.toHaveProperty('cause');
  });
});

describe('R-c1: who is still to be asked', () => {
  const councils = ['council-a', 'council-b'];
  const missing = (
    step: MachineStep,
    questions: readonly QuestionFact[],
    head: Partial<CaseHead> = {},
    nth = 1,
  ) => missingQuestions(facts({ head, questions, tokens: [aToken(aRound(step, nth))] }), NOW);

  it('everybody whom the machine’s round asks, once', () => {
    const ids = missing('position', [aQuestion('position', 'council-a')], { councils }).map(({ id }) => id);
    expect(ids).toEqual(['nomination/position/1/council-b']);
  });

  it('nobody in a round that is settled, or that an earlier attempt waited for', () => {
    expect(missing('position', [], { councils, askedAgain: ['nomination/position/1'] })).toEqual([]);
    expect(missing('position', [], { councils, attempt: 2 })).toEqual([]);
    const driven = aToken(aRound('screening'), { drivenAt: NOW.toISOString() });
    expect(missingQuestions(facts({ tokens: [driven] }), NOW)).toEqual([]);
  });

  const put = (step: MachineStep, outcome: string) => aQuestion(step, 'body', { told: { outcome } });
  const referral = aQuestion('position', 'council-a', { told: { outcome: 'referToPpr' } });
  const rests = (step: MachineStep, before: QuestionFact, on: string) =>
    missing(step, [referral, before], { councils: ['council-a'], reviewOn: { [step]: on } }, 2).map(
      ({ restsUntil }) => restsUntil,
    );

  it.each<[MachineStep, string]>([
    ['pprPosition', 'deferred'],
    ['decision', 'defer'],
  ])('a step that was put off rests until its day: %s', (step, outcome) => {
    expect(rests(step, put(step, outcome), '2027-01-15')).toEqual(['2027-01-15']);
    expect(rests(step, put(step, outcome), '2026-11-23')).toEqual([undefined]);
  });

  it('a step that is asked again for another reason does not rest', () => {
    expect(rests('decision', put('decision', 'collaborate'), '2027-01-15')).toEqual([undefined]);
    expect(rests('pprPosition', put('pprPosition', 'returnedToCouncil'), '2027-01-15')).toEqual([undefined]);
  });
});

describe('a link is made', () => {
  const today = '2026-11-23';

  it.each<[string, Partial<QuestionFact>, boolean]>([
    ['where there is none', { linked: 0 }, true],
    ['where a newer one is wanted', { linkVersion: 2 }, true],
    ['on the day that it rests until', { linked: 0, restsUntil: today }, true],
    ['not before', { linked: 0, restsUntil: '2026-11-24' }, false],
    ['not twice', {}, false],
    ['not for an answer', { linked: 0, told: { outcome: 'given' } }, false],
    ['not for whoever is let go', { linked: 0, status: 'released' }, false],
  ])('%s', (_when, given, wanted) => {
    const question = aQuestion('supplement', 'nominator', given);
    expect(wantsLink(question, today)).toBe(wanted);
    expect(askingIsWanted(facts({ questions: [question] }), NOW)).toBe(wanted);
  });

  it('for nobody in a case that has ended, but to its pages', () => {
    const questions = [aQuestion('supplement', 'nominator', { linked: 0 })];
    const ended = { phaseWanted: false, milestone: 'withdrawn' } as const;
    expect(askingIsWanted(facts({ head: ended, questions }), NOW)).toBe(false);
    const caseLinks = { nominator: { version: 2, linked: 1 }, sobOffice: { version: 1, linked: 1 } };
    expect(askingIsWanted(facts({ head: { ...ended, caseLinks } }), NOW)).toBe(true);
  });
});
