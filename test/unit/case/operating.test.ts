import { describe, expect, it } from 'vitest';
import {
  isMendedByItself,
  restarted,
  restartRefusal,
  type Surroundings,
  troublesIn,
} from '../../../shared/case/operating.ts';
import { aHead, aMailing, aQuestion, aRound, aToken, facts, NOW } from '../../builders/case.ts';

const watched = { lookAgainAt: '2026-11-24T12:00:00.000Z' };
const waiting = {
  head: watched,
  questions: [aQuestion('screening', 'sobOffice')],
  tokens: [aToken(aRound('screening'))],
};
const around: Surroundings = { now: NOW, isRunning: true, isBody: () => true };

const kinds = (given: Parameters<typeof facts>[0], surroundings: Partial<Surroundings> = {}) =>
  troublesIn(facts(given), { ...around, ...surroundings }).map(({ kind }) => kind);

describe('what an operator is told of a case', () => {
  it('is nothing while people are asked and the execution runs', () => {
    expect(kinds(waiting)).toEqual([]);
  });

  it('is nothing of a case that has ended', () => {
    const head = { phaseWanted: false, milestone: 'declined' } as const;
    expect(kinds({ head }, { isRunning: false })).toEqual([]);
  });

  it('is that the execution is gone', () => {
    expect(kinds(waiting, { isRunning: false })).toEqual(['executionGone']);
  });

  it('is that an answer has not been driven, and since when', () => {
    const answeredAt = '2026-11-23T09:00:00.000Z';
    const answered = aQuestion('screening', 'sobOffice', {
      told: { outcome: 'forwardToCouncils' },
      answeredAt,
    });
    expect(troublesIn(facts({ ...waiting, questions: [answered] }), around)).toEqual([
      { kind: 'answerNotDriven', about: 'nomination/screening/1', since: answeredAt },
    ]);
  });

  it('is not that a token of an attempt that was replaced is left', () => {
    const answered = aQuestion('screening', 'sobOffice', { told: { outcome: 'forwardToCouncils' } });
    const asked = aQuestion('position', 'council-1');
    const given = {
      head: { ...watched, attempt: 2, startedAttempt: 2, councils: ['council-1'] },
      questions: [answered, asked],
      tokens: [aToken(aRound('screening')), aToken(aRound('position'), { attempt: 2 })],
    };
    expect(kinds(given)).toEqual([]);
  });

  it('is that an execution runs and nobody is asked', () => {
    expect(kinds({ ...waiting, tokens: [] })).toEqual(['nobodyAsked']);
  });

  it('is that a phase is to start, and that drive has not come', () => {
    expect(kinds({ head: { ...watched, startedAttempt: 0, wake: 'w' } })).toEqual([
      'wakeNotTaken',
      'notStarted',
    ]);
  });

  it('is that a mail or a link is to be made', () => {
    expect(kinds({ ...waiting, mailings: [aMailing()] })).toEqual(['mailNotSent']);
    const unlinked = aQuestion('screening', 'sobOffice', { linked: 0 });
    expect(kinds({ ...waiting, questions: [unlinked] })).toEqual(['linkNotMade']);
  });

  it.each([
    ['nothing looks at it again', { ...waiting, head: {} }, {}, 'unwatched'],
    [
      'its phase was restarted twice since people acted',
      {
        ...waiting,
        head: { ...watched, firstAttempt: 2, attempt: 4, startedAttempt: 4 },
        tokens: [aToken(aRound('screening'), { attempt: 4 })],
      },
      {},
      'failsAgain',
    ],
    ['a body is not in the register', waiting, { isBody: () => false }, 'noMailbox'],
    [
      'the case names nobody for it',
      { ...waiting, questions: [...waiting.questions, aQuestion('figures', 'programmeOwner')] },
      {},
      'noMailbox',
    ],
  ] as const)('is what nothing mends by itself: %s', (_why, given, surroundings, kind) => {
    const found = troublesIn(facts(given), { ...around, ...surroundings });
    expect(found.map((it) => it.kind)).toEqual([kind]);
    expect(found.map(isMendedByItself)).toEqual([false]);
  });
});

describe('a phase that an operator has started again', () => {
  it('is the next attempt, and the first that patience counts from', () => {
    const { head } = restarted({ head: aHead({ attempt: 3, startedAttempt: 3 }) });
    expect(head).toEqual({ attempt: 4, firstAttempt: 4 });
  });

  it('is refused where nothing is to run, or it is to start already', () => {
    expect(restartRefusal({ head: aHead() })).toBeUndefined();
    expect(restartRefusal({ head: aHead({ phaseWanted: false }) })).toBe('ended');
    expect(restartRefusal({ head: aHead({ attempt: 2, startedAttempt: 1 }) })).toBe('startsAlready');
  });
});
