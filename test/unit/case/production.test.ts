import { describe, expect, it } from 'vitest';
import type { Acting } from '../../../shared/case/acting.ts';
import { actConsequence, actRefusals, mayAct } from '../../../shared/case/acts.ts';
import { consequence } from '../../../shared/case/answer.ts';
import type { Answering } from '../../../shared/case/answering.ts';
import type { ActAnswers, StepAnswers } from '../../../shared/case/answers.ts';
import { applied } from '../../../shared/case/apply.ts';
import type { CaseFacts, CaseHead, QuestionFact, Round } from '../../../shared/case/facts.ts';
import { refusals } from '../../../shared/case/refusals.ts';
import { roundOutcome } from '../../../shared/case/rounds.ts';
import type { ActName, Step } from '../../../shared/routine/question.ts';
import { aQuestion, facts, NOBODY, NOW, toldIn } from '../../builders/case.ts';
import { aProgramme } from '../../builders/programme.ts';
import {
  aChecklist,
  aDeviation,
  anAssignment,
  aReview,
  aTest,
  someProjectContacts,
} from '../production-answers.ts';

const round = (step: Step, nth = 1): Round => ({ phase: 'production', step, nth });
const asked = (step: Step, body: string, given: Partial<QuestionFact> = {}): QuestionFact =>
  aQuestion(step, body, { round: round(step), ...given });
const answered = (step: Step, body: string, outcome: string, nth = 1): QuestionFact =>
  asked(step, body, { round: round(step, nth), told: { outcome } });

const decided = (outcome: string): QuestionFact =>
  aQuestion('decision', 'sobOffice', {
    round: { phase: 'nomination', step: 'decision', nth: 1 },
    told: { outcome },
  });

const CONTACTS = { nominator: 'n@example.se', headOfOperations: 'h@example.se' };
const PROJECT = {
  ...CONTACTS,
  projectOwner: 'owner@example.se',
  projectManager: 'manager@example.se',
};

/** A case that was decided so, in production. */
const producing = (
  questions: readonly QuestionFact[],
  head: Partial<CaseHead> = {},
  decision = 'create',
): CaseFacts =>
  facts({
    head: {
      milestone: 'decided',
      phase: 'production',
      occasion: 'decided',
      contacts: CONTACTS,
      attempt: 2,
      ...head,
    },
    questions: [decided(decision), ...questions],
  });

const answering = (given: CaseFacts, question: QuestionFact): Answering => ({
  facts: given,
  asked: question,
  answeredBy: { name: 'Exempel Person', role: 'Projektledare' },
  recordedByOffice: false,
  now: NOW,
});

/** The case once a question has been answered. */
const once = <S extends Step>(given: CaseFacts, question: QuestionFact, answers: StepAnswers[S]) => {
  const it = consequence(question.round.step as S, answers, answering(given, question));
  return { ...it, facts: applied(given, it) };
};

const refused = <S extends Step>(given: CaseFacts, question: QuestionFact, answers: StepAnswers[S]) =>
  refusals(question.round.step, answers, answering(given, question), NOBODY).map(({ field }) => field);

const openOf = (given: CaseFacts, step: Step): readonly QuestionFact[] =>
  given.questions.filter((it) => it.round.step === step && it.status === 'open');

const f = asked('projectAssignment', 'nominator');

/** f is reopened, and asked anew. */
const reopened = ({ head, questions, ...others }: CaseFacts, asked: QuestionFact): CaseFacts => ({
  ...others,
  head: { ...head, askedAgain: ['production/projectAssignment/1'] },
  questions: [...questions, asked],
});

describe('f: the project assignment', () => {
  const given = producing([f]);

  it('P-02: owner and manager are each asked to approve it, in one round, and f waits for both', () => {
    const { facts: then, asks } = once(given, f, anAssignment());
    expect(asks.map(({ id, cause }) => [id, cause])).toEqual([
      ['production/assignmentApproval/1/projectOwner', f.id],
      ['production/assignmentApproval/1/projectManager', f.id],
    ]);
    expect(then.head.contacts).toEqual(PROJECT);
    expect(roundOutcome(f.round, then)).toBeUndefined();
    expect(then.head).toMatchObject({ milestone: 'decided' });
    expect(then.head.assignmentVersion).toBeUndefined();
  });

  it('0 no. 12: who is named can be reached, and the manager has a page of the case', () => {
    const named = anAssignment({
      steeringGroupEmail: 'group@example.se',
      independentReviewerEmail: 'reviewer@example.se',
      programmeOwnerEmail: 'programme@example.se',
    });
    const { head } = once(given, f, named).facts;
    expect(head.contacts).toEqual({
      ...PROJECT,
      steeringGroup: 'group@example.se',
      independentReviewer: 'reviewer@example.se',
      programmeOwner: 'programme@example.se',
    });
    expect(head.caseLinks).toMatchObject({
      projectManager: { version: 1, linked: 0 },
      programmeOwner: { version: 1, linked: 0 },
    });
  });

  it('P-07: both approvals establish version 1 and start the project (N-11)', () => {
    const first = once(given, f, anAssignment()).facts;
    const [owner, manager] = openOf(first, 'assignmentApproval');
    const second = once(first, owner as QuestionFact, { approved: true });
    expect(second.facts.head.assignmentVersion).toBeUndefined();
    expect(roundOutcome(f.round, second.facts)).toBeUndefined();

    const last = once(second.facts, manager as QuestionFact, { approved: true });
    expect(roundOutcome(f.round, last.facts)).toBe('started');
    expect(last.facts.head).toMatchObject({ assignmentVersion: 1, milestone: 'projectStarted' });
    // The manager has the questions of the production, and no mail beside them.
    expect(toldIn(last.mailings)).toEqual(
      ['projectOwner', 'nominator', 'headOfOperations', 'sobOffice'].map((who) => `N-11 → ${who}`),
    );
  });

  it('P-02: a no asks f again, lets the other go and is told to whoever wrote it', () => {
    const first = once(given, f, anAssignment()).facts;
    const [owner, manager] = openOf(first, 'assignmentApproval');
    const no = once(first, owner as QuestionFact, { approved: false, comment: 'Tiden räcker inte.' });
    expect(roundOutcome(f.round, no.facts)).toBe('again');
    expect(no.facts.head.attempt).toBe(given.head.attempt);
    expect(no.facts.questions.find(({ id }) => id === manager?.id)?.status).toBe('released');
    expect(no.facts.head.assignmentVersion).toBeUndefined();
    expect(toldIn(no.mailings)).toEqual(
      expect.arrayContaining(['assignmentRefused → nominator', 'assignmentRefused → sobOffice']),
    );
  });

  it('P-07: an assignment that is given anew is the next version, and approvals of the old one are let go', () => {
    const first = once(producing([f], { assignmentVersion: 1 }), f, anAssignment()).facts;
    const second = asked('projectAssignment', 'nominator', { round: round('projectAssignment', 2) });
    const anew = reopened(first, second);
    const then = once(anew, second, anAssignment()).facts;
    const open = openOf(then, 'assignmentApproval');
    expect(open.map(({ cause }) => cause)).toEqual([second.id, second.id]);
    const established = open.reduce((now, it) => once(now, it, { approved: true }).facts, then);
    expect(established.head.assignmentVersion).toBe(2);
  });

  it('R-f1: what is not feasible goes back to the decision, once, and is told', () => {
    const waiting = producing([f], { reviewOn: { projectAssignment: '2026-11-20', decision: '2027-01-01' } });
    const { facts: then, mailings } = once(waiting, f, {
      projectOutcome: 'notFeasible',
      notFeasibleReason: 'Ingen kan leda arbetet.',
    });
    expect(then.head).toMatchObject({
      phase: 'nomination',
      milestone: 'positionGiven',
      attempt: waiting.head.attempt + 1,
      phaseWanted: true,
      reviewOn: {},
    });
    expect(roundOutcome({ phase: 'nomination', step: 'decision', nth: 1 }, then)).toBe('again');
    expect(toldIn(mailings)).toEqual([
      'backToDecision → sobOffice',
      'backToDecision → nominator',
      'backToDecision → headOfOperations',
    ]);
  });

  it('f: what is put off is taken up again on its day, and a start ends that', () => {
    const off = once(given, f, { projectOutcome: 'putOff', reviewOn: '2027-02-01' }).facts;
    expect(off.head.reviewOn).toEqual({ projectAssignment: '2027-02-01' });
    expect(roundOutcome(f.round, off)).toBe('putOff');
    const second = asked('projectAssignment', 'nominator', { round: round('projectAssignment', 2) });
    const on = once({ ...off, questions: [...off.questions, second] }, second, anAssignment()).facts;
    expect(on.head.reviewOn).toEqual({});
  });

  it('f: what is put off once it had been given lets the approvals of it go', () => {
    const first = once(given, f, anAssignment()).facts;
    const second = asked('projectAssignment', 'nominator', { round: round('projectAssignment', 2) });
    const anew = reopened(first, second);
    const off = once(anew, second, { projectOutcome: 'putOff', reviewOn: '2027-02-01' }).facts;
    expect(openOf(off, 'assignmentApproval')).toEqual([]);
  });

  describe('R-e1: a programme that exists takes access only', () => {
    const access = producing([f], {}, 'useExisting');
    const arranged = { projectOutcome: 'started', agreementsNeeded: false } as const;

    it('with nobody named nobody is asked', () => {
      const { facts: then, asks } = once(access, f, arranged);
      expect(asks).toEqual([]);
      expect(roundOutcome(f.round, then)).toBe('accessArranged');
      expect(then.head.contacts).toEqual(CONTACTS);
      expect(then.head.assignmentVersion).toBeUndefined();
    });

    it('R-e1: who is named has nothing to approve: there is no project, and no version of its assignment (P-07)', () => {
      const named = { ...arranged, projectOwnerEmail: 'owner@example.se' };
      const { asks, mailings, facts: then } = once(access, f, named);
      expect(asks).toEqual([]);
      expect(roundOutcome(f.round, then)).toBe('accessArranged');
      expect(then.head).toMatchObject({
        milestone: 'projectStarted',
        contacts: { projectOwner: 'owner@example.se' },
      });
      expect(then.head.assignmentVersion).toBeUndefined();
      const about = mailings.flatMap(({ mails }) => mails.map((mail) => mail.about));
      expect(about).toContainEqual({ notice: 'N-11', outcome: 'access' });
    });
  });

  describe('is refused', () => {
    it('no complete one', () => {
      expect(refused(given, f, anAssignment())).toEqual([]);
    });

    it.each<[string, Partial<StepAnswers['projectAssignment']>, string]>([
      ['P-22: the owner as manager', { projectManagerEmail: 'Owner@Example.se' }, 'projectManagerEmail'],
      ['P-17: weights that do not add up', { weightQuality: 71 }, 'weightBudget'],
      [
        'P-17: weights that are all nought',
        { weightQuality: 0, weightSchedule: 0, weightBudget: 0 },
        'weightBudget',
      ],
      ['P-01: an end before the beginning', { timeTo: '2026-12' }, 'timeTo'],
      ...(['content', 'design', 'pedagogy'] as const).map(
        (lacking): [string, Partial<StepAnswers['projectAssignment']>, string] => [
          `R-f2: a group without ${lacking}`,
          {
            projectMembers: (['content', 'design', 'pedagogy', 'research'] as const)
              .filter((it) => it !== lacking)
              .map((it) => ({ person: it, responsibility: [it] })),
          },
          'projectMembers',
        ],
      ),
    ])('%s', (_rule, changes, field) => {
      expect(refused(given, f, anAssignment(changes))).toEqual([field]);
    });

    it('P-17: other weights are not', () => {
      expect(
        refused(given, f, anAssignment({ weightQuality: 40, weightSchedule: 40, weightBudget: 20 })),
      ).toEqual([]);
    });

    it('R-f2: one person may answer for all three', () => {
      const projectMembers = [{ person: 'En', responsibility: ['content', 'design', 'pedagogy'] }] as const;
      expect(refused(given, f, anAssignment({ projectMembers }))).toEqual([]);
    });

    it.each([
      ['create', ['projectMembers']],
      ['collaborate', ['projectMembers']],
      ['purchase', []],
      ['useExisting', []],
    ])('R-f2: an incomplete group, of %s: %s', (decision, fields) => {
      const projectMembers = [{ person: 'En', responsibility: ['content'] }] as const;
      expect(refused(producing([f], {}, decision), f, anAssignment({ projectMembers }))).toEqual(fields);
    });

    it.each(['decline', 'defer'])('G5: a start after the decision %s', (decision) => {
      const { projectMembers: _, ...rest } = anAssignment();
      expect(refused(producing([f], {}, decision), f, rest)).toEqual(['projectOutcome']);
      expect(
        refused(producing([f], {}, decision), f, { projectOutcome: 'notFeasible', notFeasibleReason: 'X' }),
      ).toEqual([]);
    });

    it.each([
      ['2026-11-23', ['reviewOn']],
      ['2026-11-24', []],
    ])('f: put off to %s: %s', (reviewOn, fields) => {
      expect(refused(given, f, { projectOutcome: 'putOff', reviewOn })).toEqual(fields);
    });
  });
});

const g = asked('productionChecklist', 'projectManager');
const h = asked('contentReview', 'projectManager');
const i = asked('test', 'projectManager');
const started = { milestone: 'projectStarted', contacts: PROJECT, assignmentVersion: 1 } as const;
const began = answered('projectAssignment', 'nominator', 'started');

describe('g: the checklist', () => {
  it('R-g1, R-g3, G6: tells what publishing depends on', () => {
    const given = producing([began, g, h, i], started);
    const { facts: then } = once(
      given,
      g,
      aChecklist({ medicalDevice: 'undecided', accessibility: { value: 'notOk', comment: 'Kontrasten.' } }),
    );
    expect(then.questions.find(({ id }) => id === g.id)?.told).toEqual({
      outcome: 'done',
      publicName: 'Sov bättre',
      medicalDevice: 'undecided',
      accessibility: 'notOk',
    });
  });
});

const done = answered('productionChecklist', 'projectManager', 'done');

describe('h: the review', () => {
  const given = producing([began, done, h, i], started);
  const NOT_APPROVED = aReview({
    reviewOutcome: 'notApproved',
    findings: [{ text: 'Dosen är fel.', severity: 'mustFix' }],
  });

  it.each<[string, StepAnswers['contentReview']]>([
    ['approved', aReview()],
    ['approvedWithChanges', aReview({ reviewOutcome: 'approvedWithChanges' })],
    ['withoutReview', { reviewDone: false, skipReason: 'Ingen finns att fråga.' }],
  ])('R-h1, R-h2: %s leaves what was produced as it is', (outcome, answers) => {
    const { facts: then, mailings } = once(given, h, answers);
    expect(roundOutcome(h.round, then)).toBe(outcome);
    expect(then.head.askedAgain).toBeUndefined();
    expect(mailings).toEqual([]);
  });

  it('R-h1: what is not approved is worked on again, and told', () => {
    const { facts: then, mailings } = once(given, h, NOT_APPROVED);
    expect(roundOutcome(h.round, then)).toBe('notApproved');
    expect(roundOutcome(g.round, then)).toBe('again');
    expect(then.head.attempt).toBe(given.head.attempt);
    expect(toldIn(mailings)).toEqual(['rework → projectManager', 'rework → sobOffice']);
  });

  it('R-h1: while it is being worked on, that is enough', () => {
    const working = producing([began, g, h, i], started);
    const { facts: then, mailings } = once(working, h, NOT_APPROVED);
    expect(then.head.askedAgain).toBeUndefined();
    expect(toldIn(mailings)).toEqual(['rework → projectManager', 'rework → sobOffice']);
  });

  it.each(['approved', 'approvedWithChanges'] as const)(
    'R-h1: what must be fixed and is not, is never %s',
    (reviewOutcome) => {
      const finding = { text: 'Dosen är fel.', severity: 'mustFix' } as const;
      const withFinding = (more: object) => aReview({ reviewOutcome, findings: [{ ...finding, ...more }] });
      expect(refused(given, h, withFinding({}))).toEqual(['reviewOutcome']);
      expect(refused(given, h, withFinding({ resolution: 'Dosen är rättad.' }))).toEqual([]);
      expect(refused(given, h, withFinding({ severity: 'shouldFix' }))).toEqual([]);
      expect(refused(given, h, NOT_APPROVED)).toEqual([]);
    },
  );
});

describe('i: the tests', () => {
  const given = producing([began, done, h, i], started);

  it.each([
    ['passed', 'passed', 'passed'],
    ['passed', undefined, 'passed'],
    [undefined, 'passed', 'passed'],
    ['passedWithIssues', 'passed', 'passedWithIssues'],
    [undefined, 'passedWithIssues', 'passedWithIssues'],
    ['failed', 'passed', 'failed'],
    ['passedWithIssues', 'failed', 'failed'],
    ['failed', undefined, 'failed'],
    [undefined, undefined, 'withoutTest'],
  ] as const)('R-i1: function %s and clinic %s: %s', (functional, clinical, outcome) => {
    const { facts: then, mailings } = once(given, i, aTest(functional, clinical));
    expect(roundOutcome(i.round, then)).toBe(outcome);
    expect(then.head.askedAgain ?? []).toEqual(
      outcome === 'failed' ? ['production/productionChecklist/1'] : [],
    );
    expect(toldIn(mailings)).toEqual(
      outcome === 'failed' ? ['rework → projectManager', 'rework → sobOffice'] : [],
    );
  });

  it('R-h1, R-i1: review and test that both fail ask for one rework', () => {
    const first = once(given, i, aTest('failed', undefined)).facts;
    const both = once(first, h, aReview({ reviewOutcome: 'notApproved' })).facts;
    expect(both.head.askedAgain).toEqual(['production/productionChecklist/1']);
  });
});

const acting = (given: CaseFacts, by: Acting['by'] = 'projectManager'): Acting => ({
  facts: given,
  by,
  now: NOW,
});
const act = <A extends ActName>(
  given: CaseFacts,
  name: A,
  answers: ActAnswers[A],
  by: Acting['by'] = 'projectManager',
) => {
  const it = actConsequence(name, answers, acting(given, by));
  return { ...it, facts: applied(given, it) };
};
const actRefused = <A extends ActName>(
  given: CaseFacts,
  name: A,
  answers: ActAnswers[A],
  by: Acting['by'] = 'projectManager',
) => actRefusals(name, answers, acting(given, by)).map(({ field }) => field);

const underWay = (head: Partial<CaseHead> = {}) => producing([began, g, h, i], { ...started, ...head });
const withGroup = { contacts: { ...PROJECT, steeringGroup: 'group@example.se' } };

describe('deviations', () => {
  it('P-12, P-13: owner and steering group are asked in one round, each by one mail, and the office is told', () => {
    const { asks, mailings } = act(underWay(withGroup), 'reportDeviation', aDeviation());
    expect(asks.map(({ id, told }) => [id, told])).toEqual([
      ['production/deviationApproval/1/projectOwner', { deviation: '2', affectsFrame: true }],
      ['production/deviationApproval/1/steeringGroup', { deviation: '2', affectsFrame: true }],
    ]);
    expect(toldIn(mailings)).toEqual(['deviationReported → sobOffice']);
  });

  it('0 no. 15: without a steering group the owner decides; without an owner the office', () => {
    const bodies = (head: Partial<CaseHead>) =>
      act(underWay(head), 'reportDeviation', aDeviation()).asks.map(({ body }) => body);
    expect(bodies({})).toEqual(['projectOwner']);
    expect(bodies({ contacts: CONTACTS })).toEqual(['sobOffice']);
  });

  it('P-03, P-13: only what both have approved makes the next version', () => {
    const reported = act(underWay(withGroup), 'reportDeviation', aDeviation()).facts;
    const [owner, group] = openOf(reported, 'deviationApproval');
    const one = once(reported, owner as QuestionFact, { approved: true });
    expect(one.facts.head.assignmentVersion).toBe(1);
    expect(one.mailings).toEqual([]);
    const both = once(one.facts, group as QuestionFact, { approved: true });
    expect(both.facts.head.assignmentVersion).toBe(2);
    expect(toldIn(both.mailings)).toEqual([
      'deviationDecided → projectManager',
      'deviationDecided → sobOffice',
    ]);
    expect(both.mailings[0]?.mails[0]?.about).toMatchObject({ outcome: 'approved' });
  });

  it('P-13: a no changes nothing, lets the other go and is told', () => {
    const reported = act(underWay(withGroup), 'reportDeviation', aDeviation()).facts;
    const [owner, group] = openOf(reported, 'deviationApproval');
    const no = once(reported, owner as QuestionFact, { approved: false, comment: 'Vänta.' });
    expect(no.facts.head.assignmentVersion).toBe(1);
    expect(no.facts.questions.find(({ id }) => id === group?.id)?.status).toBe('released');
    expect(toldIn(no.mailings)).toContain('deviationDecided → projectManager');
    expect(no.mailings[0]?.mails[0]?.about).toMatchObject({ outcome: 'refused' });
  });

  it('P-03: what leaves the frame as it is makes no version', () => {
    const { newTimeTo: _, ...inside } = aDeviation({ affectsFrame: false });
    const reported = act(underWay(), 'reportDeviation', inside).facts;
    const [owner] = openOf(reported, 'deviationApproval');
    expect(once(reported, owner as QuestionFact, { approved: true }).facts.head.assignmentVersion).toBe(1);
  });

  it('P-14: two at once are decided each for itself', () => {
    const first = act(underWay(), 'reportDeviation', aDeviation()).facts;
    const second = act(first, 'reportDeviation', aDeviation()).facts;
    const [one, two] = openOf(second, 'deviationApproval');
    expect([one?.told?.deviation, two?.told?.deviation]).toEqual(['2', '3']);
    const no = once(second, one as QuestionFact, { approved: false, comment: 'Nej.' }).facts;
    expect(once(no, two as QuestionFact, { approved: true }).facts.head.assignmentVersion).toBe(2);
  });

  describe('are refused', () => {
    it('P-15: no complete one', () => {
      expect(actRefused(underWay(), 'reportDeviation', aDeviation())).toEqual([]);
    });

    it('P-13: a change of the frame that changes nothing', () => {
      const { newTimeTo: _, ...nothing } = aDeviation();
      expect(actRefused(underWay(), 'reportDeviation', nothing)).toEqual(['newGoal']);
      expect(actRefused(underWay(), 'reportDeviation', { ...nothing, newBudgetSek: 1 })).toEqual([]);
      expect(actRefused(underWay(), 'reportDeviation', { ...nothing, newGoal: 'Mindre.' })).toEqual([]);
    });

    it('P-13: a change of a frame that nobody has approved yet', () => {
      const { assignmentVersion: _, ...unapproved } = started;
      const given = producing([began, g], unapproved);
      expect(actRefused(given, 'reportDeviation', aDeviation())).toEqual(['affectsFrame']);
      const { newTimeTo: __, ...inside } = aDeviation({ affectsFrame: false });
      expect(actRefused(given, 'reportDeviation', inside)).toEqual([]);
    });

    it.each([
      ['quality', 'quality', ['givesWayReason']],
      ['quality', 'schedule', []],
      ['budget', 'budget', ['givesWayReason']],
      ['budget', 'quality', []],
      [undefined, 'quality', ['givesWayReason']],
      ['quality', 'nothing', []],
    ] as const)('P-17: where %s weighs most, giving way in %s: %s', (heaviest, givesWayIn, fields) => {
      const told = { outcome: 'started', ...(heaviest !== undefined && { heaviest }) };
      const given = producing([asked('projectAssignment', 'nominator', { told }), g], started);
      expect(actRefused(given, 'reportDeviation', aDeviation({ givesWayIn }))).toEqual(fields);
      expect(
        actRefused(
          given,
          'reportDeviation',
          aDeviation({ givesWayIn, givesWayReason: 'Det går inte annars.' }),
        ),
      ).toEqual([]);
    });
  });

  it.each([
    [{}, 'quality'],
    [{ weightQuality: 20, weightSchedule: 20, weightBudget: 60 }, 'budget'],
    [{ weightQuality: 20, weightSchedule: 50, weightBudget: 30 }, 'schedule'],
    [{ weightQuality: 40, weightSchedule: 20, weightBudget: 40 }, 'quality'],
  ])('P-17: of weights %j, %s is the heaviest', (weights, heaviest) => {
    const given = producing([f]);
    const { questions } = once(given, f, anAssignment(weights)).facts;
    expect(questions.find(({ id }) => id === f.id)?.told?.heaviest).toBe(heaviest);
  });
});

describe('the monthly report', () => {
  const report = (month: string) => ({
    month,
    activities: 'Två filmer är inspelade.',
    costsToDate: 120_000,
    outlook: 'Resten spelas in i december.',
  });

  it('P-28: is told to the project owner, and asks nobody', () => {
    const { asks, mailings } = act(underWay(), 'reportMonth', report('2026-11'));
    expect(asks).toEqual([]);
    expect(toldIn(mailings)).toEqual(['monthlyReport → projectOwner']);
  });

  it.each([
    ['2026-10', []],
    ['2026-11', []],
    ['2026-12', ['month']],
  ])('P-28: of %s, in November 2026: %s', (month, fields) => {
    expect(actRefused(underWay(), 'reportMonth', report(month))).toEqual(fields);
  });
});

describe('the contacts of a project', () => {
  it('0 no. 12: who is replaced has a link that leads nowhere any more; the nomination’s contacts stay', () => {
    const { facts: then } = act(
      underWay(),
      'changeProjectContacts',
      someProjectContacts({ projectManagerEmail: 'new@example.se', steeringGroupEmail: 'group@example.se' }),
      'sobOffice',
    );
    expect(then.head.contacts).toEqual({
      ...PROJECT,
      projectManager: 'new@example.se',
      steeringGroup: 'group@example.se',
    });
    expect(then.questions.find(({ id }) => id === g.id)).toMatchObject({ status: 'open', linkVersion: 2 });
    expect(then.head.caseLinks.projectManager).toMatchObject({ linked: 0 });
  });

  it('R-h2: a reviewer who is left out leaves the review to the manager', () => {
    const reviewer = asked('contentReview', 'independentReviewer');
    const given = producing([began, g, reviewer, i], {
      ...started,
      contacts: { ...PROJECT, independentReviewer: 'reviewer@example.se' },
    });
    const { facts: then } = act(given, 'changeProjectContacts', someProjectContacts());
    expect(then.questions.find(({ id }) => id === reviewer.id)?.status).toBe('closed');
    expect(roundOutcome(reviewer.round, then)).toBeUndefined();
  });

  it('P-22: the owner is not the manager', () => {
    const same = someProjectContacts({ projectManagerEmail: 'OWNER@example.se' });
    expect(actRefused(underWay(), 'changeProjectContacts', same)).toEqual(['projectManagerEmail']);
    expect(actRefused(underWay(), 'changeProjectContacts', someProjectContacts())).toEqual([]);
  });

  it('P-21, P-22: a project that is under way keeps an owner and a manager', () => {
    const refusedTo = (head: Partial<CaseHead>) =>
      actRefused({ ...underWay(head), programme: aProgramme() }, 'changeProjectContacts', {}, 'sobOffice');
    expect(refusedTo({})).toEqual(['projectManagerEmail', 'projectOwnerEmail']);
    expect(refusedTo({ contacts: CONTACTS })).toEqual([]);
    expect(refusedTo({ phase: 'review' })).toEqual([]);
    expect(refusedTo({ phaseWanted: false })).toEqual([]);
  });

  it('P-21, P-22: the manager may name another manager and another reviewer, and nobody whom the manager answers to', () => {
    const changed = (answers: Parameters<typeof someProjectContacts>[0]) =>
      actRefused(underWay(), 'changeProjectContacts', someProjectContacts(answers));
    const theirs = { projectManagerEmail: 'new@example.se', independentReviewerEmail: 'r@example.se' };
    expect(changed(theirs)).toEqual([]);
    expect(changed({ projectOwnerEmail: 'friend@example.se' })).toEqual(['projectOwnerEmail']);
    expect(changed({ steeringGroupEmail: 'friend@example.se' })).toEqual(['steeringGroupEmail']);
    expect(changed({ programmeOwnerEmail: 'friend@example.se' })).toEqual(['programmeOwnerEmail']);
    expect(actRefused(underWay(), 'changeProjectContacts', {})).toEqual([
      'projectManagerEmail',
      'projectOwnerEmail',
    ]);
  });

  it('P-21, R-j2: who is replaced is told once, and who is named', () => {
    const others = someProjectContacts({
      projectOwnerEmail: 'other@example.se',
      programmeOwnerEmail: 'programme@example.se',
    });
    const { facts: then, mailings } = act(underWay(), 'changeProjectContacts', others, 'sobOffice');
    expect(toldIn(mailings)).toEqual([
      ...['sobOffice', 'projectOwner', 'projectManager', 'programmeOwner'].map(
        (who) => `contactsChanged → ${who}`,
      ),
      'contactReplaced → projectOwner',
    ]);
    expect(then.head).toMatchObject({
      contacts: { projectOwner: 'other@example.se' },
      replaced: { projectOwner: PROJECT.projectOwner },
    });
    const again = act(
      then,
      'changeProjectContacts',
      { ...others, projectManagerEmail: 'm@example.se' },
      'sobOffice',
    );
    expect(toldIn(again.mailings).filter((it) => it.startsWith('contactReplaced'))).toEqual([
      'contactReplaced → projectManager',
    ]);
  });

  it('P-28: the owner has a page of the case, to read the assignment and the monthly reports', () => {
    const { head } = once(producing([f]), f, anAssignment()).facts;
    expect(head.caseLinks.projectOwner).toEqual({ version: 1, linked: 0 });
  });
});

describe('P-05: the registration number of an assignment', () => {
  const assigned = producing([answered('projectAssignment', 'nominator', 'started')], {
    milestone: 'projectStarted',
  });
  const NUMBER = { registrationNumber: 'SSN 2027-0011' };
  const may = (given: CaseFacts, by: Acting['by'] = 'sobOffice') =>
    mayAct('setRegistrationNumber', acting(given, by));

  it('P-05: is given by the office, at any time once there is an assignment', () => {
    expect(may(assigned)).toBe(true);
    expect(may({ ...assigned, head: { ...assigned.head, phase: 'review', phaseWanted: false } })).toBe(true);
    expect(may(assigned, 'projectManager')).toBe(false);
    expect(may(producing([]))).toBe(false);
    expect(may(producing([answered('projectAssignment', 'nominator', 'accessArranged')]))).toBe(false);
    expect(actRefused(producing([]), 'setRegistrationNumber', NUMBER, 'sobOffice')).toEqual(['$']);
    expect(actRefused(assigned, 'setRegistrationNumber', NUMBER, 'sobOffice')).toEqual([]);
  });

  it('P-05: asks nobody to approve the assignment anew', () => {
    const { asks, mailings, facts: then } = act(assigned, 'setRegistrationNumber', NUMBER, 'sobOffice');
    expect([asks, mailings]).toEqual([[], []]);
    expect(then.head).toEqual({ ...assigned.head, version: then.head.version });
  });
});

describe('who may act in a project, and when', () => {
  const EVERYBODY: readonly Acting['by'][] = [
    'nominator',
    'sobOffice',
    'projectOwner',
    'projectManager',
    'programmeOwner',
  ];
  const actors = (name: ActName, given: CaseFacts) =>
    EVERYBODY.filter((by) => mayAct(name, acting(given, by)));

  it('0 no. 12: the office changes the contacts of a programme later too; the manager only while it is produced', () => {
    const later = (head: Partial<CaseHead>): CaseFacts => ({ ...underWay(head), programme: aProgramme() });
    expect(actors('changeProjectContacts', later({}))).toEqual(['sobOffice', 'projectManager']);
    expect(actors('changeProjectContacts', later({ phase: 'review' }))).toEqual(['sobOffice']);
    expect(actors('changeProjectContacts', later({ phaseWanted: false }))).toEqual(['sobOffice']);
  });

  it.each<ActName>(['reportDeviation', 'reportMonth', 'changeProjectContacts'])(
    'P-12, P-28: %s: the manager and the office, while it is under way',
    (name) => {
      expect(actors(name, underWay())).toEqual(['sobOffice', 'projectManager']);
      expect(actors(name, underWay({ phase: 'nomination' }))).toEqual([]);
      expect(actors(name, underWay({ phaseWanted: false }))).toEqual([]);
    },
  );
});
