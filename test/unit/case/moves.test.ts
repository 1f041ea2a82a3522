import { describe, expect, it } from 'vitest';
import { isWaiting, nextMoves } from '../../../shared/case/moves.ts';
import { aMailing, aQuestion, aRound, aToken, facts } from '../../builders/case.ts';

const screening = aRound('screening');
const open = aQuestion('screening', 'sobOffice');
const answered = aQuestion('screening', 'sobOffice', { told: { outcome: 'forwardToCouncils' } });
const kinds = (given: Parameters<typeof facts>[0]) => nextMoves(facts(given)).map(({ kind }) => kind);

describe('what to do next', () => {
  it('starts a wanted phase that is not running', () => {
    expect(nextMoves(facts({ head: { attempt: 1, startedAttempt: 0 } }))).toEqual([
      { kind: 'start', attempt: 1 },
    ]);
  });

  it('does not start a phase that is not wanted', () => {
    expect(kinds({ head: { attempt: 1, startedAttempt: 0, phaseWanted: false } })).toEqual([]);
  });

  it('does nothing while people are asked', () => {
    expect(kinds({ questions: [open], tokens: [aToken(screening)] })).toEqual([]);
  });

  it('resumes a settled round with its outcome', () => {
    const token = aToken(screening);
    expect(nextMoves(facts({ questions: [answered], tokens: [token] }))).toEqual([
      { kind: 'resume', token, outcome: 'forwardToCouncils' },
    ]);
  });

  it('never resumes the same token twice', () => {
    const driven = aToken(screening, { drivenAt: '2026-11-23T09:00:00.000Z' });
    expect(kinds({ questions: [answered], tokens: [driven] })).toEqual([]);
  });

  it('lets a settled round pass through when a restarted phase asks for it again', () => {
    const driven = aToken(screening, { drivenAt: '2026-11-23T09:00:00.000Z' });
    const again = aToken(screening, { attempt: 2 });
    const moves = nextMoves(
      facts({ head: { attempt: 2, startedAttempt: 2 }, questions: [answered], tokens: [driven, again] }),
    );
    expect(moves).toMatchObject([{ kind: 'resume', token: { attempt: 2 } }]);
  });

  it('resumes also when the phase is no longer wanted, so that the machine comes to its end', () => {
    expect(
      kinds({ head: { phaseWanted: false }, questions: [answered], tokens: [aToken(screening)] }),
    ).toEqual(['resume']);
  });

  it('asks for mails where no question will follow that carries them', () => {
    expect(kinds({ questions: [open], tokens: [aToken(screening)], mailings: [aMailing()] })).toEqual([
      'mail',
    ]);
    expect(kinds({ questions: [answered], tokens: [aToken(screening)], mailings: [aMailing()] })).toEqual([
      'resume',
    ]);
    expect(
      kinds({
        head: { phaseWanted: false },
        questions: [answered],
        tokens: [aToken(screening)],
        mailings: [aMailing()],
      }),
    ).toEqual(['resume', 'mail']);
  });

  it('asks for no mail that was sent', () => {
    expect(kinds({ mailings: [aMailing({ sent: { 'mail-1': 'ses-1' } })] })).toEqual([]);
  });
});

describe('waiting for people', () => {
  it('needs an unused token of the running attempt, and an open question of its round', () => {
    expect(isWaiting(facts({ questions: [open], tokens: [aToken(screening)] }))).toBe(true);
    expect(isWaiting(facts({ questions: [open], tokens: [] }))).toBe(false);
    expect(isWaiting(facts({ questions: [], tokens: [aToken(screening)] }))).toBe(false);
    expect(
      isWaiting(
        facts({ head: { attempt: 2, startedAttempt: 2 }, questions: [open], tokens: [aToken(screening)] }),
      ),
    ).toBe(false);
  });
});
