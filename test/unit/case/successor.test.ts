import { describe, expect, it } from 'vitest';
import { applied } from '../../../shared/case/apply.ts';
import type { CaseFacts } from '../../../shared/case/facts.ts';
import { moveToSuccessor } from '../../../shared/case/successor.ts';
import { aQuestion, aRound, facts } from '../../builders/case.ts';
import { aProgramme } from '../../builders/programme.ts';

const NOW = new Date('2026-12-01T09:00:00.000Z');
const OLD = 'council-old';
const NEW = 'council-new';

const moved = (given: CaseFacts) => moveToSuccessor(given, OLD, NEW, NOW);
const position = (body: string, given: Parameters<typeof aQuestion>[2] = {}) =>
  aQuestion('position', body, { receivedOn: '2026-11-23', targetOn: '2026-12-23', linked: 1, ...given });
const answered = { status: 'answered' as const, told: { outcome: 'noReferral', position: 'supportCreate' } };
const withCouncils = (...councils: string[]) => ({
  milestone: 'forwardedToCouncil' as const,
  councils,
  councilsAsked: councils,
});

const asked = facts({
  head: withCouncils(OLD, 'council-b'),
  questions: [position(OLD), position('council-b')],
});

describe('ROUTINE.md section 0 no. 12: a successor takes over', () => {
  it('the question, received and wished for on the same days, with a link to be made', () => {
    const consequence = moved(asked);
    expect(consequence?.questions).toEqual({ [position(OLD).id]: { status: 'released' } });
    expect(consequence?.asks).toEqual([
      {
        id: position(NEW).id,
        round: aRound('position'),
        body: NEW,
        status: 'open',
        linkVersion: 1,
        linked: 0,
        openedAt: NOW.toISOString(),
        receivedOn: '2026-11-23',
        targetOn: '2026-12-23',
      },
    ]);
  });

  it('the place among the councils', () => {
    expect(moved(asked)?.head).toEqual({
      councils: [NEW, 'council-b'],
      councilsAsked: [NEW, 'council-b'],
    });
  });

  it('once: what was moved is not moved again', () => {
    const consequence = moved(asked);
    expect(consequence && moved(applied(asked, consequence))).toBeUndefined();
  });

  it('before the councils have been asked', () => {
    const consequence = moved(facts({ head: withCouncils(OLD) }));
    expect(consequence).toMatchObject({ head: { councils: [NEW], councilsAsked: [NEW] }, asks: [] });
  });

  it('no second question where it has one of its own', () => {
    const both = facts({ head: withCouncils(OLD, NEW), questions: [position(OLD), position(NEW)] });
    expect(moved(both)).toMatchObject({ head: { councils: [NEW], councilsAsked: [NEW] }, asks: [] });
  });

  it('its own question again, where it had been released from that', () => {
    const own = position(NEW, { status: 'released', linkVersion: 2 });
    const consequence = moved(facts({ head: withCouncils(OLD), questions: [position(OLD), own] }));
    expect(consequence?.asks).toEqual([]);
    expect(consequence?.questions[own.id]).toMatchObject({ status: 'open', linkVersion: 3 });
  });

  it('R-b3: with nothing sent yet and no meeting of its own, where it is opened again', () => {
    const before = { meetingOn: '2026-12-20', remindedOn: '2026-12-16', deputyAskedOn: '2026-12-16' };
    const own = position(NEW, { status: 'released', ...before, escalatedOn: '2026-12-16' });
    const given = facts({ head: withCouncils(OLD), questions: [position(OLD), own] });
    const consequence = moved(given);
    const [, reopened] = consequence ? applied(given, consequence).questions : [];
    for (const mark of ['meetingOn', 'remindedOn', 'deputyAskedOn', 'escalatedOn'] as const)
      expect(reopened?.[mark]).toBeUndefined();
  });

  it('in silence: the old body is not told that it need not answer', () => {
    expect(moved(asked)?.mailings).toEqual([]);
  });

  it('and is not waiting for what the other body waited for', () => {
    const waits = [{ for: 'nomination/supplement/1/nominator', from: '2026-11-25T08:00:00.000Z' }];
    const waiting = facts({ head: withCouncils(OLD), questions: [position(OLD, { waits })] });
    expect(moved(waiting)?.asks[0]?.waits).toEqual([{ ...waits[0], to: NOW.toISOString() }]);
  });
});

describe('what a successor does not take over', () => {
  it('R-c1: a position that was given stays, with the council that gave it', () => {
    const given = facts({
      head: withCouncils(OLD, 'council-b'),
      questions: [position(OLD, answered), position('council-b')],
    });
    expect(moved(given)).toBeUndefined();
  });

  it('R-c1: nor where the council had been asked again, and the case went on without its answer', () => {
    const given = facts({
      head: withCouncils(OLD),
      questions: [position(OLD, answered), position(OLD, { status: 'closed', round: aRound('position', 2) })],
    });
    expect(moved(given)).toBeUndefined();
  });

  it('R-c1: where the council was asked again, the successor gives the new position', () => {
    const again = aRound('position', 2);
    const given = facts({
      head: withCouncils(OLD),
      questions: [position(OLD, answered), position(OLD, { round: again })],
    });
    expect(moved(given)).toMatchObject({ head: { councils: [NEW] }, asks: [{ round: again, body: NEW }] });
  });

  it('a case that has ended', () => {
    expect(moved({ ...asked, head: { ...asked.head, phaseWanted: false } })).toBeUndefined();
  });

  it('a case of other councils', () => {
    const other = facts({ head: withCouncils('council-b'), questions: [position('council-b')] });
    expect(moved(other)).toBeUndefined();
  });
});

it('the positions are in, when the successor’s own was the last one missing', () => {
  const last = facts({ head: withCouncils(OLD, NEW), questions: [position(OLD), position(NEW, answered)] });
  expect(moved(last)?.head).toMatchObject({ milestone: 'positionGiven' });
});

it('R-12: a programme’s council hands it over too, also when nobody is asked anything', () => {
  const programme = aProgramme({ council: OLD });
  const rest = facts({ head: { milestone: 'inUse', phase: 'production', phaseWanted: false } });
  expect(moved({ ...rest, programme })?.programme).toEqual({ ...programme, council: NEW });
  const gone = { ...programme, inactivatedOn: '2026-01-01', unpublishedOn: '2026-02-01' };
  expect(moved({ ...rest, programme: gone })).toBeUndefined();
});
