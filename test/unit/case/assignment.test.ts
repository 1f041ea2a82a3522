import { describe, expect, it } from 'vitest';
import {
  assignmentVersions,
  costDifference,
  type GivenAssignment,
  type ReportedDeviation,
} from '../../../shared/case/assignment.ts';
import type { QuestionFact } from '../../../shared/case/facts.ts';
import type { Step } from '../../../shared/routine/question.ts';
import { aQuestion, facts } from '../../builders/case.ts';
import { aDeviation, anAssignment } from '../production-answers.ts';

const asked = (step: Step, body: string, nth: number, given: Partial<QuestionFact>): QuestionFact =>
  aQuestion(step, body, { round: { phase: 'production', step, nth }, ...given });

const assigned = (nth: number): QuestionFact =>
  asked('projectAssignment', 'nominator', nth, {
    told: { outcome: 'started' },
    answeredBy: 'Exempel Person, Vårdutvecklare',
  });

/** An approval, or a no, of the nth assignment on a day of November. */
const approval = (nth: number, body: string, day: number, outcome = 'approved'): QuestionFact =>
  asked('assignmentApproval', body, nth, {
    cause: assigned(nth).id,
    told: { outcome },
    answeredAt: `2026-11-${day}T12:00:00.000Z`,
  });

const both = (nth: number, day: number): readonly QuestionFact[] => [
  approval(nth, 'projectOwner', day - 1),
  approval(nth, 'projectManager', day),
];

/** The decision on the deviation that a version of the case reported. */
const decided = (deviation: number, body: string, day: number, outcome?: string): QuestionFact =>
  asked('deviationApproval', body, deviation, {
    status: outcome === undefined ? 'open' : 'answered',
    told: { deviation: String(deviation), affectsFrame: true, ...(outcome !== undefined && { outcome }) },
    ...(outcome !== undefined && { answeredAt: `2026-11-${day}T23:30:00.000Z` }),
  });

const given = (nth = 1, goal = 'Sömn'): GivenAssignment => ({
  questionId: assigned(nth).id,
  answers: anAssignment({ goal }),
});
const reported = (version: number, changes: Parameters<typeof aDeviation>[0] = {}): ReportedDeviation => ({
  version,
  by: 'Exempel Ledare, Projektledare',
  answers: aDeviation(changes),
});

const versions = (
  questions: readonly QuestionFact[],
  deviations: readonly ReportedDeviation[] = [],
  assignments = [given()],
) => assignmentVersions(facts({ questions: [assigned(1), ...questions] }), assignments, deviations);

describe('P-03, P-07: the versions of a project assignment', () => {
  it('P-02: there is none before both have approved, and none after a no', () => {
    const open = asked('assignmentApproval', 'projectManager', 1, { cause: assigned(1).id });
    expect(versions([])).toEqual([]);
    expect(versions([approval(1, 'projectOwner', 20), open])).toEqual([]);
    expect(versions([approval(1, 'projectOwner', 20), approval(1, 'projectManager', 21, 'refused')])).toEqual(
      [],
    );
  });

  it('the first is what both approved, from the day of the last approval', () => {
    expect(versions(both(1, 21))).toEqual([
      {
        version: 1,
        on: '2026-11-21',
        issuer: 'Exempel Person, Vårdutvecklare',
        frame: { goal: 'Sömn', timeTo: '2027-12', budgetSek: 400_000 },
      },
    ]);
  });

  it('P-13: an approved deviation changes what it names and nothing else, on the day in Sweden', () => {
    const [, second] = versions([...both(1, 21), decided(5, 'projectOwner', 23, 'approved')], [reported(5)]);
    expect(second).toEqual({
      version: 2,
      on: '2026-11-24',
      issuer: 'Exempel Ledare, Projektledare',
      reasonForChange: 'Studion var stängd.',
      frame: { goal: 'Sömn', timeTo: '2028-02', budgetSek: 400_000 },
    });
  });

  it.each<[string, readonly QuestionFact[]]>([
    ['waits', [decided(5, 'projectOwner', 23)]],
    ['was refused', [decided(5, 'projectOwner', 23, 'refused')]],
    [
      'waits for the steering group',
      [decided(5, 'projectOwner', 23, 'approved'), decided(5, 'steeringGroup', 23)],
    ],
    ['belongs to another report', [decided(6, 'projectOwner', 23, 'approved')]],
  ])('P-13: one that %s makes none', (_how, decisions) => {
    expect(versions([...both(1, 21), ...decisions], [reported(5)])).toHaveLength(1);
  });

  it('P-03: nor does one that leaves the frame as it is', () => {
    const inside = reported(5, { affectsFrame: false });
    expect(versions([...both(1, 21), decided(5, 'projectOwner', 23, 'approved')], [inside])).toHaveLength(1);
  });

  it('come in the order in which they were approved, each on top of the one before', () => {
    const questions = [
      ...both(1, 21),
      decided(5, 'projectOwner', 25, 'approved'),
      decided(6, 'projectOwner', 23, 'approved'),
    ];
    const { newTimeTo: _, ...money } = aDeviation({ newBudgetSek: 500_000 });
    const found = versions(questions, [reported(5), { ...reported(6), answers: money }]);
    expect(found.map(({ version, frame }) => [version, frame.timeTo, frame.budgetSek])).toEqual([
      [1, '2027-12', 400_000],
      [2, '2027-12', 500_000],
      [3, '2028-02', 500_000],
    ]);
  });

  it('an assignment that is given anew replaces the frame whole', () => {
    const questions = [
      ...both(1, 21),
      decided(5, 'projectOwner', 23, 'approved'),
      assigned(2),
      ...both(2, 27),
    ];
    const found = versions(questions, [reported(5)], [given(), given(2, 'Sömn och stress')]);
    expect(found.map(({ frame }) => [frame.goal, frame.timeTo])).toEqual([
      ['Sömn', '2027-12'],
      ['Sömn', '2028-02'],
      ['Sömn och stress', '2027-12'],
    ]);
  });

  it('R-e1: so does one that is for access alone, and has none', () => {
    const access = { questionId: assigned(2).id, answers: { projectOutcome: 'started' } } as const;
    const found = versions([...both(1, 21), assigned(2), ...both(2, 27)], [], [given(), access]);
    expect(found.map(({ version, frame }) => [version, Object.keys(frame).length])).toEqual([
      [1, 3],
      [2, 0],
    ]);
  });
});

describe('R-f5: the difference from the nominated costs', () => {
  const line = (amountSek: number | undefined, recurrence: 'oneOff' | 'perYear') => ({
    category: 'staffTime' as const,
    description: 'Arbete',
    ...(amountSek === undefined ? { hours: 10 } : { amountSek }),
    recurrence,
    bornBy: 'ownUnit' as const,
  });

  it('is taken of one-off and of yearly costs, each for itself', () => {
    const nominated = [line(100, 'oneOff'), line(50, 'oneOff'), line(30, 'perYear')];
    const estimated = [line(200, 'oneOff'), line(10, 'perYear'), line(undefined, 'perYear')];
    expect(costDifference(nominated, estimated)).toEqual({
      nominated: { oneOff: 150, perYear: 30 },
      estimated: { oneOff: 200, perYear: 10 },
      difference: { oneOff: 50, perYear: -20 },
    });
  });

  it('is unknown where the nominated costs were', () => {
    expect(costDifference({ unknown: true, reason: 'Offert saknas.' }, [line(1, 'oneOff')])).toBeUndefined();
    expect(costDifference(undefined, [line(1, 'oneOff')])).toBeUndefined();
  });
});
