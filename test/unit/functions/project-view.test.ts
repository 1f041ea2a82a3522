import { describe, expect, it } from 'vitest';
import { openTo } from '../../../functions/answer/history.ts';
import { projectView } from '../../../functions/answer/project-view.ts';
import type { ActAnswers } from '../../../shared/case/answers.ts';
import type { CaseFacts, QuestionFact } from '../../../shared/case/facts.ts';
import type { CaseTexts, StoredAct } from '../../../shared/records/cases.ts';
import { ROLE_NAMES } from '../../../shared/routine/routine.ts';
import { asked, produced } from '../../builders/programme.ts';
import { aDeviation, anAssignment } from '../production-answers.ts';

const TODAY = '2027-05-20';
const AT = '2027-02-01T08:00:00.000Z';
const REPORTED = '2027-04-01T08:00:00.000Z';

const assignment = asked('projectAssignment', 'nominator', { outcome: 'started' });
const approval = (who: string, cause: QuestionFact, outcome?: string): QuestionFact => ({
  ...asked('assignmentApproval', who, outcome === undefined ? undefined : { outcome }),
  cause: cause.id,
  ...(outcome !== undefined && { answeredAt: AT }),
});
const approved = ['projectOwner', 'projectManager'].map((who) => approval(who, assignment, 'approved'));

const deviationOf = (answers: ActAnswers['reportDeviation']): StoredAct => ({
  seq: 7,
  act: 'reportDeviation',
  at: REPORTED,
  by: 'projectManager',
  signedBy: 'Exempel Ledare, projektledare',
  answers,
});
const decider = {
  ...asked('deviationApproval', 'projectOwner', { outcome: 'approved', deviation: '7', affectsFrame: true }),
  openedAt: REPORTED,
  answeredAt: '2027-04-03T08:00:00.000Z',
};

const viewed = (
  questions: readonly QuestionFact[],
  texts: Partial<CaseTexts> = {},
  given: { readonly seesAll?: boolean; readonly facts?: Partial<CaseFacts> } = {},
) =>
  projectView(
    {
      facts: { ...produced({}, { questions }), ...given.facts },
      bodies: [],
      files: [],
      known: { today: TODAY, facts: {}, registers: {} },
    },
    {
      nomination: {},
      versions: [],
      acts: [],
      answers: [{ questionId: assignment.id, answeredAt: AT, answers: anAssignment() }],
      ...texts,
    },
    openTo(given.seesAll ?? true),
  );

const line = (amountSek: number, confidential = false) => ({
  category: 'development' as const,
  description: 'Film',
  amountSek,
  recurrence: 'oneOff' as const,
  bornBy: 'region' as const,
  confidential,
});

describe('a project', () => {
  it('is none before it is assigned, nor where it is put off', () => {
    expect(viewed([])).toBeUndefined();
    expect(viewed([asked('projectAssignment', 'nominator', { outcome: 'putOff' })])).toBeUndefined();
  });

  it('P-02: tells who has approved its assignment, and who has yet to', () => {
    const waiting = [approved[0] as QuestionFact, approval('projectManager', assignment)];
    const view = viewed([assignment, ...waiting]);
    expect(view?.approvals).toEqual([
      { bodyName: ROLE_NAMES.projectOwner, outcome: 'approved', on: '2027-02-01' },
      { bodyName: ROLE_NAMES.projectManager, outcome: 'open' },
    ]);
    expect(view?.versions).toEqual([]);
  });

  it('P-03, P-07: an approved change of the frame is the next version, and says why', () => {
    const view = viewed([assignment, ...approved, decider], {
      acts: [deviationOf(aDeviation({ newTimeTo: '2028-02', cause: 'Studion var stängd.' }))],
    });
    expect(view?.versions.map(({ version, on, reasonForChange }) => [version, on, reasonForChange])).toEqual([
      [1, '2027-02-01', undefined],
      [2, '2027-04-03', 'Studion var stängd.'],
    ]);
    expect(view?.versions.at(-1)?.frame.timeTo).toBe('2028-02');
    expect(view?.deviations).toMatchObject([
      { on: '2027-04-01', by: ROLE_NAMES.projectManager, approvals: [{ outcome: 'approved' }] },
    ]);
  });

  it('P-12: of two reports of the same moment, each has its own approvals', () => {
    const other = { ...deviationOf(aDeviation({ what: 'Filmen dröjer.' })), seq: 8 };
    const view = viewed([assignment, ...approved, decider], { acts: [deviationOf(aDeviation()), other] });
    expect(view?.deviations.map(({ approvals }) => approvals.length)).toEqual([1, 0]);
  });

  it('tells an approver what is new since the assignment before it', () => {
    const again = asked('projectAssignment', 'nominator', { outcome: 'started' }, 2);
    const answers = [
      { questionId: assignment.id, answeredAt: AT, answers: anAssignment({ budgetSek: 1 }) },
      { questionId: again.id, answeredAt: AT, answers: anAssignment({ budgetSek: 2 }) },
    ];
    expect(viewed([assignment, again], { answers })?.changes).toEqual([
      { field: 'budgetSek', before: 1, after: 2 },
    ]);
  });

  it('R-f5: tells the difference from the nomination’s costs, unless the reader would see only a part', () => {
    const answers = [
      { questionId: assignment.id, answeredAt: AT, answers: anAssignment({ costLines: [line(300)] }) },
    ];
    const open = { nomination: { costLines: [line(200)] }, answers };
    expect(viewed([assignment], open)?.costs?.difference).toEqual({ oneOff: 100, perYear: 0 });
    const secret = { nomination: { costLines: [line(200, true)] }, answers };
    expect(viewed([assignment], secret)?.costs?.difference.oneOff).toBe(100);
    expect(viewed([assignment], secret, { seesAll: false })?.costs).toBeUndefined();
  });

  it('P-05: shows the number that the assignment was registered under later', () => {
    const { registrationNumber: _, ...unregistered } = anAssignment();
    const number = (answers: object, acts: readonly StoredAct[]) =>
      viewed([{ ...assignment, answeredAt: AT }], {
        answers: [{ questionId: assignment.id, answeredAt: AT, answers: answers as CaseTexts['nomination'] }],
        acts,
      })?.assignment.registrationNumber;
    const given = (at: string, registrationNumber: string): StoredAct => ({
      ...{ seq: 9, act: 'setRegistrationNumber', by: 'sobOffice', at, answers: { registrationNumber } },
    });
    expect(number(unregistered, [])).toBeUndefined();
    expect(number(unregistered, [given(REPORTED, 'SSN 1'), given(REPORTED, 'SSN 2')])).toBe('SSN 2');
    const own = { ...unregistered, registrationNumber: 'SSN 3' };
    expect(number(own, [given(REPORTED, 'SSN 2')])).toBe('SSN 2');
    expect(number(own, [given('2027-01-01T08:00:00.000Z', 'SSN 2')])).toBe('SSN 3');
  });

  describe('P-06: a confidential assignment', () => {
    const secret = anAssignment({ documentStatus: 'confidential', legalGround: '31 kap. 16 § OSL' });
    const texts: CaseTexts = {
      ...{ nomination: {}, versions: [], acts: [deviationOf(aDeviation())] },
      answers: [{ questionId: assignment.id, answeredAt: AT, answers: secret }],
    };
    const shownTo = (who: Pick<Parameters<typeof projectView>[0], 'reader' | 'asked'>) =>
      projectView(
        {
          facts: produced({}, { questions: [assignment, ...approved] }),
          bodies: [
            { id: 'adult', role: 'coordinationCouncil', name: ROLE_NAMES.ppr, mailbox: '', language: 'sv' },
          ],
          files: [],
          known: { today: TODAY, facts: {}, registers: {} },
          ...who,
        },
        texts,
        openTo(true),
      );

    it.each(['sobOffice', 'nominator', 'projectOwner', 'projectManager'] as const)(
      'P-06: is shown whole to the %s',
      (reader) => {
        expect(shownTo({ reader })?.assignment.goal).toBe(secret.goal);
      },
    );

    it.each([
      ['the steering group', asked('deviationApproval', 'steeringGroup')],
      ['a body of the register', asked('followUp', 'adult')],
      ['whoever is asked to approve', asked('assignmentApproval', 'independentReviewer')],
    ])('P-06: and to %s', (_who, question) => {
      expect(shownTo({ asked: question })?.assignment.goal).toBe(secret.goal);
    });

    it.each([
      ['the programme owner', { reader: 'programmeOwner' as const }],
      ['the independent reviewer', { asked: asked('contentReview', 'independentReviewer') }],
    ])('P-06: %s sees that there is one, and that it is confidential', (_who, who) => {
      expect(shownTo(who)).toMatchObject({
        isWithheld: true,
        assignment: { documentStatus: 'confidential', legalGround: '31 kap. 16 § OSL' },
        versions: [],
        deviations: [],
      });
      expect(shownTo(who)?.assignment.goal).toBeUndefined();
      expect(shownTo(who)?.costs).toBeUndefined();
    });
  });

  it('P-28: flags the months without a report, where the owner wants them', () => {
    const missing = (monthlyReport: boolean) => {
      const answers = [
        { questionId: assignment.id, answeredAt: AT, answers: anAssignment({ monthlyReport }) },
      ];
      return viewed([assignment, ...approved], { answers })?.missing;
    };
    expect(missing(true)).toEqual(['2027-02', '2027-03', '2027-04']);
    expect(missing(false)).toEqual([]);
  });
});
