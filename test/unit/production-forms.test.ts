import { describe, expect, it } from 'vitest';
import { ACTS } from '../../shared/routine/acts.ts';
import { checkAnswers } from '../../shared/routine/check.ts';
import type { Form } from '../../shared/routine/form.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { aChecklist, aDeviation, anAssignment, aReview, aTest } from './production-answers.ts';

type Changes = Readonly<Record<string, unknown>>;

/** The paths of what is wrong with complete answers that were changed, or of what should have been there as well. */
const checkedWith =
  (form: Form, complete: object) =>
  (changes: Changes, known: Changes = {}) => {
    const checked = checkAnswers(
      form,
      { ...complete, ...changes },
      {
        today: '2026-11-23',
        facts: {
          decision: 'create',
          occasion: 'decided',
          programmeKind: 'treatment',
          children: false,
          ...known,
        },
        registers: {},
      },
    );
    const paths = (found: readonly { readonly field: string }[]) => found.map(({ field }) => field);
    return checked.ok
      ? { problems: [], warnings: paths(checked.warnings) }
      : { problems: paths(checked.problems), warnings: [] };
  };

describe('form f', () => {
  const check = checkedWith(QUESTIONS.projectAssignment.form, anAssignment());
  const without = (...names: readonly string[]) => Object.fromEntries(names.map((it) => [it, undefined]));
  const WHOLE = Object.keys(anAssignment()).filter((it) => it !== 'projectOutcome');

  it.each<[string, Changes, readonly string[]]>([
    ['a complete one goes through', {}, []],
    [
      '0 no. 15: it has a goal and says what is not included',
      without('goal', 'notIncluded'),
      ['goal', 'notIncluded'],
    ],
    ['0 no. 15: and a frame of time and money', without('timeTo', 'budgetSek'), ['timeTo', 'budgetSek']],
    [
      'P-21, P-22: and an owner and a manager',
      without('projectOwnerEmail', 'projectManagerName'),
      ['projectOwnerEmail', 'projectManagerName'],
    ],
    ['P-17: and weights', without('weightQuality'), ['weightQuality']],
    ['P-06: it is open or confidential', without('documentStatus'), ['documentStatus']],
    ['P-06: a confidential one states its ground', { documentStatus: 'confidential' }, ['legalGround']],
    ['P-06: an open one none', { legalGround: 'OSL 19 kap. 3 §' }, ['legalGround']],
    ['R-f2: a group', without('projectMembers'), ['projectMembers']],
    ['R-f5: costs and financing', without('costLines', 'financing'), ['costLines', 'financing']],
    ['R-f4: “none needed” is an answer', without('agreementsNeeded'), ['agreementsNeeded']],
    ['R-f4: agreements that are needed are listed', { agreementsNeeded: true }, ['agreements']],
    [
      'R-f4: and may be listed',
      { agreementsNeeded: true, agreements: [{ kind: 'copyright', status: 'underWay' }] },
      [],
    ],
    [
      'R-f1: what is not feasible says why',
      { projectOutcome: 'notFeasible', ...without(...WHOLE) },
      ['notFeasibleReason'],
    ],
    ['f: what is put off has a day', { projectOutcome: 'putOff', ...without(...WHOLE) }, ['reviewOn']],
  ])('%s', (_rule, changes, problems) => {
    expect(check(changes).problems).toEqual(problems);
  });

  it('P-05: a registration number should be there', () => {
    expect(check({}).warnings).toEqual([]);
    expect(check({ registrationNumber: undefined }).warnings).toEqual(['registrationNumber']);
  });

  it('R-e1: a purchase should have a group and a procurement, and needs no group', () => {
    const { problems, warnings } = check({ projectMembers: undefined }, { decision: 'purchase' });
    expect(problems).toEqual([]);
    expect(warnings).toEqual(expect.arrayContaining(['projectMembers', 'procurementRef']));
  });

  it('R-e1: to use what exists takes agreements alone', () => {
    const access = checkedWith(QUESTIONS.projectAssignment.form, {
      projectOutcome: 'started',
      agreementsNeeded: false,
    });
    expect(access({}, { decision: 'useExisting' })).toEqual({ problems: [], warnings: [] });
    expect(access({ agreementsNeeded: undefined }, { decision: 'useExisting' }).problems).toEqual([
      'agreementsNeeded',
    ]);
    expect(access({ goal: 'X' }, { decision: 'useExisting' }).problems).toEqual(['goal']);
  });

  it('0 no. 13: a joint project has a lead region, and regions with their shares', () => {
    const joint = { decision: 'collaborate' };
    expect(check({}, joint).problems).toEqual(['leadRegion', 'participatingRegions']);
    const regions = { leadRegion: 'Region A', participatingRegions: [{ region: 'Region B', share: 40 }] };
    expect(check(regions, joint).problems).toEqual([]);
    expect(check(regions).problems).toEqual(['leadRegion', 'participatingRegions']);
  });
});

describe('form g', () => {
  const check = checkedWith(QUESTIONS.productionChecklist.form, aChecklist());

  it.each<[string, Changes, readonly string[]]>([
    ['a complete one goes through', {}, []],
    ['R-g1: what is not in order says why', { designGuide: { value: 'notOk' } }, ['designGuide.comment']],
    ['R-g1: nor what does not apply', { language: { value: 'notApplicable' } }, ['language.comment']],
    [
      'R-g1: a judgement of the device has a reason',
      { medicalDeviceReason: undefined },
      ['medicalDeviceReason'],
    ],
    ['R-g1: and may be open', { medicalDevice: 'undecided' }, []],
    [
      'g: it was checked on a day that has been',
      { factCheck: { value: 'ok', checkedOn: '2026-11-24' } },
      ['factCheck.checkedOn'],
    ],
    [
      'R-a13: no word of children where there are none',
      { childGuideline: { value: 'ok' } },
      ['childGuideline'],
    ],
  ])('%s', (_rule, changes, problems) => {
    expect(check(changes).problems).toEqual(problems);
  });

  it.each([
    'designGuide',
    'medicalGuidance',
    'medicalDevice',
    'regionalDocumentation',
    'publicName',
    'language',
    'accessibility',
    'factCheck',
  ])('R-g1, R-g2, R-g3: %s is needed', (name) => {
    expect(check({ [name]: undefined }).problems).toEqual([name]);
  });

  it('R-a13, R-07: children’s safety and the patients’ part should be there, and block nothing', () => {
    expect(check({}, { children: true })).toEqual({ problems: [], warnings: ['childGuideline'] });
    expect(check({ patientsTookPart: undefined })).toEqual({ problems: [], warnings: ['patientsTookPart'] });
  });
});

describe('forms h and i', () => {
  const review = checkedWith(QUESTIONS.contentReview.form, aReview());
  const without = { reviewers: undefined, reviewOutcome: undefined };

  it.each<[string, Changes, readonly string[]]>([
    ['a complete one goes through', {}, []],
    ['R-h2: a review has a reviewer', { reviewers: undefined }, ['reviewers']],
    [
      'R-h2: who is independent, or is not',
      { reviewers: [{ reviewer: 'En', organisation: 'X' }] },
      ['reviewers[0].independent'],
    ],
    ['R-h1: and comes to something', { reviewOutcome: undefined }, ['reviewOutcome']],
    ['R-h1: what is not approved says what is wrong', { reviewOutcome: 'notApproved' }, ['findings']],
    ['R-h1: without one there is a reason', { reviewDone: false, ...without }, ['skipReason']],
    ['R-h1: which is enough', { reviewDone: false, skipReason: 'Ingen finns.', ...without }, []],
  ])('h, %s', (_rule, changes, problems) => {
    expect(review(changes).problems).toEqual(problems);
  });

  const tests = checkedWith(QUESTIONS.test.form, aTest('passed', 'passed'));

  it.each<[string, Changes, readonly string[]]>([
    ['complete ones go through', {}, []],
    ['R-i1: both are answered for', { clinical: undefined }, ['clinical']],
    ['R-i1: one that is not made has a reason', { clinical: { done: false } }, ['clinical.skipReason']],
    [
      'R-i1: one that is made has a result',
      { functional: { done: true } },
      ['functional.resultSummary', 'functional.outcome'],
    ],
    [
      'R-i1: one that failed says what is wrong',
      { functional: { done: true, resultSummary: 'X', outcome: 'failed' } },
      ['functional.issues'],
    ],
  ])('i, %s', (_rule, changes, problems) => {
    expect(tests(changes).problems).toEqual(problems);
  });

  it('i: an ethics approval should be answered for, of the clinical test alone', () => {
    const clinical = { done: true, testers: 1, period: 'Maj', resultSummary: 'X', outcome: 'passed' };
    expect(tests({ clinical }).warnings).toEqual(['clinical.ethicsApproval']);
    expect(tests({ clinical: { ...clinical, ethicsApproval: 'applied' } }).warnings).toEqual([
      'clinical.ethicsRef',
    ]);
    expect(tests({ functional: { ...clinical, ethicsApproval: 'applied' } }).problems).toEqual([
      'functional.ethicsApproval',
    ]);
  });
});

describe('forms of approvals and of a deviation', () => {
  it.each(['assignmentApproval', 'deviationApproval'] as const)('P-02, P-13: %s: a no says why', (step) => {
    const check = checkedWith(QUESTIONS[step].form, {});
    expect(check({ approved: true }).problems).toEqual([]);
    expect(check({ approved: false }).problems).toEqual(['comment']);
    expect(check({ approved: false, comment: 'Nej.' }).problems).toEqual([]);
    expect(check({}).problems).toEqual(['approved']);
  });

  it.each<[string, Changes, readonly string[]]>([
    ['P-15: a complete one goes through', {}, []],
    [
      'P-15: there is one form for all',
      { what: undefined, cause: undefined, consequence: undefined, proposal: undefined },
      ['what', 'cause', 'consequence', 'proposal'],
    ],
    ['P-16: it was discovered on a day that has been', { discoveredOn: '2026-11-24' }, ['discoveredOn']],
    ['P-13: outside the frame nothing of it changes', { affectsFrame: false }, ['newTimeTo']],
    [
      'P-17: what gives way nowhere has no reason for it',
      { givesWayIn: 'nothing', givesWayReason: 'X' },
      ['givesWayReason'],
    ],
  ])('%s', (_rule, changes, problems) => {
    expect(checkedWith(ACTS.reportDeviation.form, aDeviation())(changes).problems).toEqual(problems);
  });
});
