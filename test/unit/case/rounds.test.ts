import { describe, expect, it } from 'vitest';
import { roundOutcome } from '../../../shared/case/rounds.ts';
import { aQuestion, aRound, facts } from '../../builders/case.ts';

const councils = ['council-a', 'council-b', 'council-c'];
const position = aRound('position');
const told = (body: string, outcome: string) => aQuestion('position', body, { told: { outcome } });

describe('a round of one body', () => {
  it('is not settled while the question is open', () => {
    expect(
      roundOutcome(aRound('screening'), facts({ questions: [aQuestion('screening', 'sobOffice')] })),
    ).toBeUndefined();
  });

  it('is settled by its answer', () => {
    const answered = aQuestion('screening', 'sobOffice', { told: { outcome: 'notForSob' } });
    expect(roundOutcome(aRound('screening'), facts({ questions: [answered] }))).toBe('notForSob');
  });

  it('is not settled by the answer of an earlier round of the same step', () => {
    const earlier = aQuestion('decision', 'sobOffice', {
      told: { outcome: 'create' },
      round: aRound('decision', 1),
    });
    expect(roundOutcome(aRound('decision', 2), facts({ questions: [earlier] }))).toBeUndefined();
  });
});

describe('R-c1: a round of several councils', () => {
  it('waits for every council, also for one whose question is not open yet', () => {
    const questions = [told('council-a', 'noReferral'), told('council-b', 'noReferral')];
    expect(roundOutcome(position, facts({ head: { councils }, questions }))).toBeUndefined();
  });

  it('is not settled when no council has been named', () => {
    expect(roundOutcome(position, facts())).toBeUndefined();
  });

  it.each(councils)('refers to PPR when only %s does', (referring) => {
    const questions = councils.map((body) => told(body, body === referring ? 'referToPpr' : 'noReferral'));
    expect(roundOutcome(position, facts({ head: { councils }, questions }))).toBe('referToPpr');
  });

  it('goes on to the decision when none refers', () => {
    const questions = councils.map((body) => told(body, 'noReferral'));
    expect(roundOutcome(position, facts({ head: { councils }, questions }))).toBe('noReferral');
  });
});
