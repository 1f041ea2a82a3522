import { describe, expect, it } from 'vitest';
import { actRefusals } from '../../../shared/case/acts.ts';
import type { ActAnswers } from '../../../shared/case/answers.ts';
import type { CaseFacts } from '../../../shared/case/facts.ts';
import { STEPS_OF } from '../../../shared/routine/question.ts';
import { facts, NOW, questionTo, toldIn } from '../../builders/case.ts';
import { acted, answered, atRest, waitsFor } from '../../builders/course.ts';
import { aCouncilChange, aDecision, aPosition, aPprPosition, aScreening } from '../complete-answers.ts';

const STEPS = STEPS_OF.nomination;
type MachineStep = (typeof STEPS)[number];

const A = 'council-a';
const B = 'council-b';
const referring = aPosition({ manageableWithinUnits: false, manageableText: 'Kräver nya lokaler.' });
const boldly = { deviationReason: 'Behovet väger tyngre.', overrideReason: 'Det brådskar.' };

const submitted = () => atRest(facts());
const forwardedTo = (...councils: string[]) =>
  answered(submitted(), 'screening', 'sobOffice', aScreening({ councils }));
const assessed = () => answered(forwardedTo(A), 'position', A, aPosition());
const atPpr = () => answered(forwardedTo(A), 'position', A, referring);
const prioritised = () => answered(atPpr(), 'pprPosition', 'ppr', aPprPosition());
const decide = (given: CaseFacts) => answered(given, 'decision', 'sobOffice', aDecision(boldly));
const withdrawn = (given: CaseFacts) =>
  acted(given, 'withdraw', 'nominator', { withdrawReason: 'Behövs inte.' });

const toReopen = (reopenStep: MachineStep, councils = [A]): ActAnswers['reopen'] => ({
  reopenStep,
  ...(reopenStep === 'position' && { councils }),
  reopenReason: 'Nya uppgifter.',
});
const reopened = (given: CaseFacts, step: MachineStep, councils?: string[]) =>
  acted(given, 'reopen', 'sobOffice', toReopen(step, councils));
const refused = (given: CaseFacts, answers: ActAnswers['reopen']) =>
  actRefusals('reopen', answers, { facts: given, by: 'sobOffice', now: NOW }).map(({ field }) => field);

describe('R-05: what can be reopened', () => {
  it.each<[string, () => CaseFacts, readonly MachineStep[]]>([
    ['a case that was just submitted', submitted, []],
    ['one that councils assess', () => forwardedTo(A), ['screening']],
    ['one that PPR has', atPpr, ['screening', 'position']],
    ['one to be decided', prioritised, ['screening', 'position', 'pprPosition']],
    ['one to be decided that PPR never had', assessed, ['screening', 'position']],
    ['one that is decided', () => decide(prioritised()), STEPS],
    ['one that was withdrawn', () => withdrawn(atPpr()), ['screening', 'position', 'pprPosition']],
    [
      'one that is being reopened',
      () => reopened(decide(prioritised()), 'position'),
      ['screening', 'pprPosition'],
    ],
  ])('%s', (_case, given, steps) => {
    expect(STEPS.filter((step) => refused(given(), toReopen(step)).length === 0)).toEqual(steps);
  });

  it('PPR’s position not where no council refers any more', () => {
    const again = answered(reopened(prioritised(), 'position'), 'position', A, aPosition());
    expect(refused(again, toReopen('pprPosition'))).toEqual(['reopenStep']);
  });

  it('positions of councils that have the nomination only', () => {
    expect(refused(assessed(), toReopen('position', [B]))).toEqual(['councils']);
    expect(refused(assessed(), toReopen('position', [A]))).toEqual([]);
  });
});

describe('R-05: the step is asked anew, and what comes after it keeps its answers', () => {
  it.each<[MachineStep, readonly string[], string]>([
    ['screening', ['screening/2/sobOffice'], 'submitted'],
    ['position', ['position/2/council-a'], 'forwardedToCouncil'],
    ['pprPosition', ['pprPosition/2/ppr'], 'positionGiven'],
  ])('%s, while the case is to be decided', (step, asked, milestone) => {
    const again = reopened(prioritised(), step);
    expect(waitsFor(again)).toEqual(asked);
    expect(again.head).toMatchObject({ milestone, phaseWanted: true, attempt: 2 });
    const done = {
      screening: () => answered(again, 'screening', 'sobOffice', aScreening({ councils: [A] })),
      position: () => answered(again, 'position', A, referring),
      pprPosition: () => answered(again, 'pprPosition', 'ppr', aPprPosition()),
      decision: () => again,
    }[step]();
    expect(waitsFor(done)).toEqual(['decision/1/sobOffice']);
    expect(done.head.milestone).toBe('positionGiven');
  });

  it('is told to the nominator and the office', () => {
    expect(toldIn(reopened(assessed(), 'position').mailings.slice(-1))).toEqual([
      'reopened → nominator',
      'reopened → sobOffice',
    ]);
  });

  it('of several councils, those that are named answer again; the positions of the others stand', () => {
    const one = answered(forwardedTo(A, B), 'position', A, referring);
    const both = answered(one, 'position', B, aPosition());
    const again = reopened(both, 'position', [B]);
    expect(waitsFor(again)).toEqual(['position/2/council-b']);
    expect(waitsFor(answered(again, 'position', B, aPosition()))).toEqual(['pprPosition/1/ppr']);
  });

  it('a decision that was put off until a day does not rest again', () => {
    const collaborating = aDecision({ ...boldly, decision: 'collaborate', reviewOn: '2027-01-15' });
    const decided = answered(assessed(), 'decision', 'sobOffice', collaborating);
    expect(questionTo(reopened(decided, 'decision'), 'decision', 'sobOffice')).not.toHaveProperty(
      'restsUntil',
    );
  });

  it('never takes a case further while an earlier step is done again', () => {
    const put = answered(assessed(), 'decision', 'sobOffice', aDecision({ decision: 'decline', ...boldly }));
    const twice = reopened(reopened(put, 'screening'), 'position');
    expect(waitsFor(twice)).toEqual(['screening/2/sobOffice']);
    expect(twice.head.milestone).toBe('submitted');
  });
});

/** A case that was decided goes on to f. */
const AT_F = ['projectAssignment/1/nominator'];

describe('R-05: a case that has ended and is reopened has somebody to act, at every step', () => {
  const notForSob = () =>
    answered(submitted(), 'screening', 'sobOffice', aScreening({ screeningOutcome: 'notForSob' }));
  const merged = () =>
    answered(
      submitted(),
      'screening',
      'sobOffice',
      aScreening({ screeningOutcome: 'mergeWithOther', mergedInto: 'N-2026-0002' }),
    );
  /** The office records a position and decides before anybody else has answered. */
  const decidedEarly = () => decide(answered(submitted(), 'position', A, aPosition()));
  const earlyButNotForSob = () =>
    answered(
      answered(submitted(), 'position', A, aPosition()),
      'screening',
      'sobOffice',
      aScreening({ screeningOutcome: 'notForSob' }),
    );

  it.each<
    [string, () => CaseFacts, string | readonly string[], Partial<Record<MachineStep, readonly string[]>>]
  >([
    [
      'decided',
      () => decide(prioritised()),
      AT_F,
      {
        screening: ['screening/2/sobOffice'],
        position: ['position/2/council-a'],
        pprPosition: ['pprPosition/2/ppr'],
        decision: ['decision/2/sobOffice'],
      },
    ],
    [
      'decided before PPR had answered',
      () => decide(atPpr()),
      AT_F,
      {
        position: ['position/2/council-a'],
        pprPosition: ['pprPosition/2/ppr'],
        decision: ['decision/2/sobOffice'],
      },
    ],
    [
      'decided before a council had answered',
      () => decide(answered(forwardedTo(A, B), 'position', A, aPosition())),
      AT_F,
      {
        screening: ['screening/2/sobOffice'],
        position: ['position/2/council-a'],
        decision: ['decision/2/sobOffice'],
      },
    ],
    [
      'decided before it was screened',
      decidedEarly,
      AT_F,
      {
        screening: ['screening/2/sobOffice'],
        position: ['position/2/council-a'],
        decision: ['decision/2/sobOffice'],
      },
    ],
    ['not for SoB', notForSob, 'Avslutad: inte för SoB', { screening: ['screening/2/sobOffice'] }],
    [
      'not for SoB, with a position that came early',
      earlyButNotForSob,
      'Avslutad: inte för SoB',
      { screening: ['screening/2/sobOffice'], position: ['screening/2/sobOffice'] },
    ],
    ['merged', merged, 'Avslutad: sammanslagen', { screening: ['screening/2/sobOffice'] }],
    [
      'withdrawn while it was screened',
      () => withdrawn(submitted()),
      'Avslutad: återtagen',
      { screening: ['screening/2/sobOffice'] },
    ],
    [
      'withdrawn while councils assessed it',
      () => withdrawn(forwardedTo(A, B)),
      'Avslutad: återtagen',
      { screening: ['screening/2/sobOffice'], position: ['position/2/council-a'] },
    ],
    [
      'withdrawn while PPR had it',
      () => withdrawn(atPpr()),
      'Avslutad: återtagen',
      {
        screening: ['screening/2/sobOffice'],
        position: ['position/2/council-a'],
        pprPosition: ['pprPosition/2/ppr'],
      },
    ],
  ])('%s', (_how, end, state, steps) => {
    const given = end();
    expect(waitsFor(given)).toEqual(state);
    const open = given.questions.filter(({ status }) => status === 'open');
    expect(open.map(({ id }) => id)).toEqual(
      state === AT_F ? ['production/projectAssignment/1/nominator'] : [],
    );
    for (const [step, asked] of Object.entries(steps)) {
      const again = reopened(given, step as MachineStep);
      expect({ step, asked: waitsFor(again) }).toEqual({ step, asked });
      expect(again.head.phaseWanted).toBe(true);
    }
  });

  it('R-e1: ends with a decision of its own, also where an earlier step was reopened', () => {
    const again = answered(reopened(decide(prioritised()), 'position'), 'position', A, referring);
    expect(waitsFor(again)).toEqual(['decision/2/sobOffice']);
    expect(waitsFor(decide(again))).toEqual(['projectAssignment/2/nominator']);
  });

  it('withdrawn while councils assessed it, and screened anew: they are asked again', () => {
    const again = reopened(withdrawn(forwardedTo(A, B)), 'screening');
    const both = answered(again, 'screening', 'sobOffice', aScreening({ councils: [A, B], leadCouncil: A }));
    expect(waitsFor(both)).toEqual(['position/2/council-a', 'position/2/council-b']);
  });
});

describe('R-c1: the way back from PPR', () => {
  const returned = () =>
    answered(
      answered(answered(forwardedTo(A, B), 'position', A, referring), 'position', B, aPosition()),
      'pprPosition',
      'ppr',
      aPprPosition({ pprPosition: 'returnedToCouncil' }),
    );

  it('leads to the councils that referred, and on by what they answer then', () => {
    expect(waitsFor(returned())).toEqual(['position/2/council-a']);
    expect(waitsFor(answered(returned(), 'position', A, aPosition()))).toEqual(['decision/1/sobOffice']);
    expect(waitsFor(answered(returned(), 'position', A, referring))).toEqual(['pprPosition/2/ppr']);
  });

  it('a referral that is taken back leads to the decision', () => {
    const given = atPpr();
    const referral = given.questions.find(({ body }) => body === A);
    const back = acted(given, 'withdrawReferral', 'referrer', { withdrawalReason: 'Ryms.' }, referral);
    expect(waitsFor(back)).toEqual(['decision/1/sobOffice']);
  });

  it('and PPR is asked once more when another council refers after that', () => {
    const given = atPpr();
    const joined = acted(given, 'changeCouncils', 'sobOffice', { addCouncils: [B], changeReason: 'Berörs.' });
    expect(waitsFor(joined)).toEqual(['position/2/council-b']);
    const referral = joined.questions.find(({ body }) => body === A);
    const back = acted(joined, 'withdrawReferral', 'referrer', { withdrawalReason: 'Ryms.' }, referral);
    expect(waitsFor(answered(back, 'position', B, referring))).toEqual(['pprPosition/2/ppr']);
  });

  it('a deferral is asked anew at once, and rests until its day', () => {
    const answers = aPprPosition({ pprPosition: 'deferred', reviewOn: '2027-01-15' });
    const deferred = answered(atPpr(), 'pprPosition', 'ppr', answers);
    expect(waitsFor(deferred)).toEqual(['pprPosition/2/ppr']);
    expect(questionTo(deferred, 'pprPosition', 'ppr').restsUntil).toBe('2027-01-15');
  });
});

describe('R-a11: councils that come and go', () => {
  it('one that joins after the others have answered is asked alone, before the decision', () => {
    const joined = acted(assessed(), 'changeCouncils', 'sobOffice', {
      addCouncils: [B],
      changeReason: 'Berörs.',
    });
    expect(waitsFor(joined)).toEqual(['position/2/council-b']);
    expect(waitsFor(answered(joined, 'position', B, aPosition()))).toEqual(['decision/1/sobOffice']);
  });

  it('one that a council proposed is asked, also when that council has answered meanwhile', () => {
    const given = forwardedTo(A);
    const on = questionTo(given, 'position', A);
    const answers = { proposalKind: 'also', proposedCouncil: B, proposalReason: 'Berörs.' } as const;
    const proposed = answered(
      acted(given, 'proposeCouncil', 'asked', answers, on),
      'position',
      A,
      aPosition(),
    );
    const joined = answered(proposed, 'councilChange', 'sobOffice', aCouncilChange({ newCouncil: B }));
    expect(waitsFor(joined)).toEqual(['position/2/council-b']);
  });

  it('one that is swapped back and forth is asked again', () => {
    const swap = (given: CaseFacts, add: string, release: string) =>
      acted(given, 'changeCouncils', 'sobOffice', {
        addCouncils: [add],
        releaseCouncils: [release],
        changeReason: 'Rätt råd.',
      });
    expect(waitsFor(swap(swap(forwardedTo(A), B, A), A, B))).toEqual(['position/1/council-a']);
  });

  it('a council that is let go while it is asked again leaves the positions there are', () => {
    const only = answered(forwardedTo(A, B), 'position', A, aPosition());
    const again = reopened(withdrawn(only), 'position', [B]);
    expect(waitsFor(again)).toEqual(['position/2/council-b']);
    const released = acted(again, 'changeCouncils', 'sobOffice', {
      releaseCouncils: [B],
      changeReason: 'Fel råd.',
    });
    expect(waitsFor(released)).toEqual(['decision/1/sobOffice']);
  });

  it('a round without anybody left and without a position asks the councils that are left', () => {
    const again = reopened(withdrawn(forwardedTo(A, B)), 'position', [A]);
    const released = acted(again, 'changeCouncils', 'sobOffice', {
      releaseCouncils: [A],
      changeReason: 'Fel råd.',
    });
    expect(waitsFor(released)).toEqual(['position/2/council-b']);
  });
});

it('R-05: a phase that starts anew asks nobody anew who has answered', () => {
  const courses = [assessed(), atPpr(), prioritised(), reopened(decide(prioritised()), 'position')];
  for (const given of courses) {
    const restarted = atRest({ ...given, head: { ...given.head, attempt: given.head.attempt + 1 } });
    expect(restarted.questions).toEqual(given.questions);
    expect(waitsFor(restarted)).toEqual(waitsFor(given));
  }
});
