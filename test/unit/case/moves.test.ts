import { describe, expect, it } from 'vitest';
import { isWaiting, nextMoves } from '../../../shared/case/moves.ts';
import { aMailing, aQuestion, aRound, aToken, facts, NOW } from '../../builders/case.ts';

const screening = aRound('screening');
const open = aQuestion('screening', 'sobOffice');
const answered = aQuestion('screening', 'sobOffice', { told: { outcome: 'forwardToCouncils' } });
const kinds = (given: Parameters<typeof facts>[0]) => nextMoves(facts(given), NOW).map(({ kind }) => kind);

describe('what to do next', () => {
  it('starts a wanted phase that is not running', () => {
    expect(nextMoves(facts({ head: { attempt: 1, startedAttempt: 0 } }), NOW)).toEqual([
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
    expect(nextMoves(facts({ questions: [answered], tokens: [token] }), NOW)).toEqual([
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
      NOW,
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
      'ask',
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
    ).toEqual(['resume', 'ask']);
  });

  it('asks for no mail that was sent', () => {
    expect(kinds({ mailings: [aMailing({ sent: { 'mail-1': 'ses-1' } })] })).toEqual([]);
  });

  const waiting = { questions: [open], tokens: [aToken(screening)] };

  it('asks for links where people wait for one: to a side question, or a page of the case', () => {
    const side = aQuestion('supplement', 'nominator', { linked: 0 });
    expect(kinds({ ...waiting, questions: [open, side] })).toEqual(['ask']);
    const moved = { version: 2, linked: 1, keyId: 'k1' };
    const caseLinks = { nominator: moved, sobOffice: { version: 1, linked: 1, keyId: 'k1' } };
    expect(kinds({ ...waiting, head: { caseLinks } })).toEqual(['ask']);
    expect(kinds({ ...waiting, head: { caseLinks, phaseWanted: false, milestone: 'withdrawn' } })).toContain(
      'ask',
    );
  });

  it('asks for no link to a question that is answered, rests, or belongs to a case that has ended', () => {
    const side = (given: object) =>
      kinds({ ...waiting, questions: [open, aQuestion('supplement', 'nominator', { linked: 0, ...given })] });
    expect(side({ told: { outcome: 'given' } })).toEqual([]);
    expect(side({ restsUntil: '2026-11-24' })).toEqual([]);
    expect(side({ restsUntil: '2026-11-23' })).toEqual(['ask']);
    const ended = { phaseWanted: false, milestone: 'withdrawn' } as const;
    expect(kinds({ head: ended, questions: [aQuestion('supplement', 'nominator', { linked: 0 })] })).toEqual(
      [],
    );
  });

  it('R-a11: has a council asked that joins the round that the machine waits in', () => {
    const councils = ['council-a', 'council-b'];
    const asked = { questions: [aQuestion('position', 'council-a')], tokens: [aToken(aRound('position'))] };
    expect(kinds({ ...asked, head: { councils } })).toEqual(['ask']);
    expect(kinds({ ...asked, head: { councils: ['council-a'] } })).toEqual([]);
    expect(kinds({ ...asked, head: { councils, attempt: 2, startedAttempt: 2 } })).toEqual([]);
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
