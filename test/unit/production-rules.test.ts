import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Acting } from '../../shared/case/acting.ts';
import { actConsequence } from '../../shared/case/acts.ts';
import { consequence } from '../../shared/case/answer.ts';
import type { StepAnswers } from '../../shared/case/answers.ts';
import { applied } from '../../shared/case/apply.ts';
import { assignmentVersions } from '../../shared/case/assignment.ts';
import type { CaseFacts, QuestionFact } from '../../shared/case/facts.ts';
import { refusals } from '../../shared/case/refusals.ts';
import { askedBodies } from '../../shared/case/rounds.ts';
import { exampleKnown } from '../../shared/pages/examples.ts';
import { questionPage } from '../../shared/pages/pages.ts';
import { ACTS } from '../../shared/routine/acts.ts';
import { checkAnswers } from '../../shared/routine/check.ts';
import type { Form } from '../../shared/routine/form.ts';
import type { MachineStep, Step } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { facts, NOBODY, NOW, toldIn } from '../builders/case.ts';
import { anIntroduction, aProgramme, asked, aUser, produced, roundOf } from '../builders/programme.ts';
import { aChecklist, aDeviation, anAssignment } from './production-answers.ts';

/** Rules of f–j and of a project that are held in several places at once, or by what is not asked. */

const OWNER = 'owner@example.se';
const MANAGER = 'manager@example.se';
const GROUP = 'group@example.se';

const known = {
  today: '2026-11-23',
  facts: { decision: 'create', occasion: 'decided', programmeKind: 'treatment', children: false },
  registers: {},
};

const checked = (form: Form, complete: object, changes: object) => {
  const it = checkAnswers(form, { ...complete, ...changes }, known);
  const fields = (found: readonly { readonly field: string }[]) => found.map(({ field }) => field);
  return it.ok
    ? { refused: [], missed: fields(it.warnings), answers: it.answers }
    : { refused: fields(it.problems), missed: [], answers: {} };
};

const assigned = (changes: object) => checked(QUESTIONS.projectAssignment.form, anAssignment(), changes);

/** A project that is under way under version 1 of its assignment. */
const project = (contacts: Partial<CaseFacts['head']['contacts']> = {}): CaseFacts =>
  facts({
    head: {
      milestone: 'projectStarted',
      phase: 'production',
      occasion: 'decided',
      contacts: {
        nominator: 'nominator@example.se',
        projectOwner: OWNER,
        projectManager: MANAGER,
        ...contacts,
      },
      assignmentVersion: 1,
    },
    questions: [
      asked('decision', 'sobOffice', { outcome: 'create' }),
      {
        ...asked('projectAssignment', 'nominator', { outcome: 'started', heaviest: 'quality' }),
        answeredBy: 'Exempel Person, nominerare',
      },
      ...(['projectOwner', 'projectManager'] as const).map((body) => ({
        ...asked('assignmentApproval', body, { outcome: 'approved' }),
        round: { ...roundOf('assignmentApproval'), phase: 'production' as const },
        cause: 'production/projectAssignment/1/nominator',
        answeredAt: '2026-11-01T08:00:00.000Z',
      })),
    ],
  });

const answering = (given: CaseFacts, question: QuestionFact) => ({
  facts: given,
  asked: question,
  answeredBy: { name: 'Exempel Person', role: 'handläggare' },
  recordedByOffice: false,
  now: NOW,
});

const answered = <S extends Step>(given: CaseFacts, step: S, body: string, answers: StepAnswers[S]) => {
  const question = given.questions.find((it) => it.round.step === step && it.body === body) as QuestionFact;
  const it = consequence(step, answers, answering(given, question));
  return { after: applied(given, it), told: toldIn(it.mailings) };
};

const acting = (given: CaseFacts): Acting => ({ facts: given, by: 'projectManager', now: NOW });

const deviated = (given: CaseFacts, changes: Parameters<typeof aDeviation>[0] = {}) => {
  const it = actConsequence('reportDeviation', aDeviation(changes), acting(given));
  return { after: applied(given, it), asked: it.asks.map(({ body }) => body), told: toldIn(it.mailings) };
};

const whoIsAsked = (step: MachineStep, given: CaseFacts) => askedBodies(roundOf(step), given);

describe('what the project assignment holds', () => {
  it.each([
    ['P-01: the goal', 'goal'],
    ['P-01: by when', 'timeTo'],
    ['P-11: what is not included', 'notIncluded'],
    ['P-29: the budget', 'budgetSek'],
    ['P-24: who works in it', 'projectMembers'],
  ])('%s', (_rule, field) => {
    expect(assigned({ [field]: undefined }).refused).toEqual([field]);
  });

  it('R-f3: it stands for the plan, and a longer one is named where there is one', () => {
    expect(assigned({})).toMatchObject({
      refused: [],
      missed: expect.not.arrayContaining(['planReference']),
    });
    const planReference = 'Projektplan, dnr 12';
    expect(assigned({ planReference }).answers).toMatchObject({ planReference });
  });

  it('R-f3: where nothing starts, no plan is asked for', () => {
    const putOff = checkAnswers(
      QUESTIONS.projectAssignment.form,
      { projectOutcome: 'putOff', reviewOn: '2027-03-01' },
      known,
    );
    expect(putOff).toMatchObject({ ok: true, warnings: [] });
  });

  it.each([
    ['P-24: of a member, who it is', { person: undefined }, 'projectMembers[0].person'],
    ['P-24: and what they answer for', { responsibility: undefined }, 'projectMembers[0].responsibility'],
  ])('%s', (_rule, changes, field) => {
    const [member, ...others] = anAssignment().projectMembers ?? [];
    expect(assigned({ projectMembers: [{ ...member, ...changes }, ...others] }).refused).toEqual([field]);
  });

  it.each([
    ['P-29: of a cost, how much', { amountSek: undefined }, 'costLines[0].amountSek'],
    ['P-29: whether it comes once or each year', { recurrence: undefined }, 'costLines[0].recurrence'],
    ['P-31: and who bears it', { bornBy: undefined }, 'costLines[0].bornBy'],
  ])('%s', (_rule, changes, field) => {
    const [line] = anAssignment().costLines ?? [];
    expect(assigned({ costLines: [{ ...line, ...changes }] }).refused).toEqual([field]);
  });

  it('P-31: the costs that a unit bears itself are told from those of others', () => {
    const [line] = anAssignment().costLines ?? [];
    for (const bornBy of ['ownUnit', 'allUsingUnits', 'region', 'external']) {
      expect(assigned({ costLines: [{ ...line, bornBy }] }).refused).toEqual([]);
    }
  });

  it.each([
    ['P-30: of the financing, where it comes from', { source: undefined }, 'financing[0].source'],
    ['P-30: and whether it is secured', { status: undefined }, 'financing[0].status'],
  ])('%s', (_rule, changes, field) => {
    const [source] = anAssignment().financing ?? [];
    expect(assigned({ financing: [{ ...source, ...changes }] }).refused).toEqual([field]);
  });

  it('P-23: a project may do without a steering group', () => {
    expect(assigned({})).toMatchObject({
      refused: [],
      missed: expect.not.arrayContaining(['steeringGroupEmail']),
    });
  });
});

describe('who answers to whom', () => {
  it('P-20: no project starts that nobody has decided on', () => {
    const started = (given: CaseFacts) => {
      const question = asked('projectAssignment', 'nominator');
      return refusals('projectAssignment', anAssignment(), answering(given, question), NOBODY);
    };
    const { head, questions } = project();
    const undecided = questions.filter(({ round }) => round.step !== 'decision');
    expect(started(facts({ head, questions: undecided })).map(({ field }) => field)).toEqual([
      'projectOutcome',
    ]);
    expect(started(facts({ head, questions }))).toEqual([]);
  });

  it.each<[string, Partial<CaseFacts['head']['contacts']>, readonly string[]]>([
    ['the owner alone where there is none', {}, ['projectOwner']],
    ['the owner and the group', { steeringGroup: GROUP }, ['projectOwner', 'steeringGroup']],
  ])(
    'P-23: a steering group takes a position on deviations beside the owner: %s',
    (_who, contacts, bodies) => {
      expect(deviated(project(contacts)).asked).toEqual(bodies);
    },
  );

  it('P-23: a group that is named later takes part from then on', () => {
    const { after } = deviated(project());
    const named = {
      ...after,
      head: { ...after.head, contacts: project({ steeringGroup: GROUP }).head.contacts },
    };
    expect(named.questions.filter(({ body }) => body === 'steeringGroup')).toEqual([]);
    expect(deviated(named).asked).toEqual(['projectOwner', 'steeringGroup']);
  });

  it.each(['productionChecklist', 'test'] as const)(
    'R-g5, R-i1: %s is asked of the manager, for the group, and of the office where there is none',
    (step) => {
      expect(whoIsAsked(step, project())).toEqual(['projectManager']);
      expect(whoIsAsked(step, facts())).toEqual(['sobOffice']);
    },
  );

  it('R-g5: whoever has a share in the production can be named at each point of the checklist', () => {
    const byDesigner = { value: 'ok', person: 'Exempel Formgivare, SoB-designer' };
    const given = checked(QUESTIONS.productionChecklist.form, aChecklist(), { designGuide: byDesigner });
    expect(given).toMatchObject({ refused: [], answers: { designGuide: byDesigner } });
  });

  it('R-h2: the independent reviewer is asked where one is named', () => {
    const named = project({ independentReviewer: 'reviewer@example.se' });
    expect(whoIsAsked('contentReview', named)).toEqual(['independentReviewer']);
    expect(whoIsAsked('contentReview', project())).toEqual(['projectManager']);
  });

  it('R-j2: the office publishes, and not without an owner of the programme', () => {
    expect(whoIsAsked('introduction', project())).toEqual(['sobOffice']);
    const introduced = (changes: object) =>
      checkAnswers(
        QUESTIONS.introduction.form,
        { ...anIntroduction(), ...changes },
        {
          ...known,
          facts: { ...known.facts, occasion: 'revision' },
          registers: { councils: [{ value: 'adult', label: { sv: 'Rådet', en: 'The council' } }] },
        },
      );
    expect(introduced({})).toMatchObject({ ok: true });
    expect(introduced({ programmeOwner: undefined })).toMatchObject({
      ok: false,
      problems: [{ field: 'programmeOwner' }],
    });
  });

  it('R-j2: the programme’s owner is the one that was named', () => {
    const { after } = answered(produced(), 'introduction', 'sobOffice', {
      ...anIntroduction(),
      programmeOwner: 'Exempelkliniken',
      programmeOwnerEmail: 'agare@example.se',
    });
    expect(after.programme?.owner).toBe('Exempelkliniken');
    expect(after.head.contacts.programmeOwner).toBe('agare@example.se');
  });
});

describe('a change of the assignment', () => {
  const inGroup = project({ steeringGroup: GROUP });

  it('P-04: is established by the owner, and not by the steering group alone', () => {
    const { after } = deviated(inGroup);
    const byGroup = answered(after, 'deviationApproval', 'steeringGroup', { approved: true });
    expect(byGroup.after.head.assignmentVersion).toBe(1);
    const byBoth = answered(byGroup.after, 'deviationApproval', 'projectOwner', { approved: true });
    expect(byBoth.after.head.assignmentVersion).toBe(2);
  });

  it('P-04: is anchored with those who decided: the office is told of the proposal and of what came of it', () => {
    const { after, told } = deviated(project());
    expect(told).toContain('deviationReported → sobOffice');
    const decided = answered(after, 'deviationApproval', 'projectOwner', { approved: true });
    expect(decided.told).toContain('deviationDecided → sobOffice');
  });

  it('P-14: leaves what was there before it, and stands beside that', () => {
    const before = project();
    const { after } = deviated(before);
    const { after: then } = answered(after, 'deviationApproval', 'projectOwner', { approved: true });
    expect(then.questions.filter(({ id }) => before.questions.some((it) => it.id === id))).toEqual(
      before.questions,
    );
    const versions = assignmentVersions(
      then,
      [{ questionId: 'production/projectAssignment/1/nominator', answers: anAssignment() }],
      [{ version: 2, by: 'Exempel Ledare', answers: aDeviation({ newTimeTo: '2028-02' }) }],
    );
    expect(versions.map(({ version, frame }) => [version, frame.timeTo])).toEqual([
      [1, anAssignment().timeTo],
      [2, '2028-02'],
    ]);
  });

  it.each<[string, readonly QuestionFact[]]>([
    ['before anything is produced', []],
    ['while it is tested', [asked('productionChecklist', 'projectManager'), asked('test', 'projectManager')]],
    ['once it is only to be published', [asked('introduction', 'sobOffice')]],
  ])('P-16: is reported when it arises: %s', (_when, questions) => {
    const given = project();
    expect(deviated({ ...given, questions: [...given.questions, ...questions] }).asked).toEqual([
      'projectOwner',
    ]);
  });
});

describe('risks', () => {
  const report = {
    month: '2026-11',
    activities: 'Två filmer är inspelade.',
    costsToDate: 120_000,
    outlook: 'Resten spelas in i december. Risk: studion.',
  };

  it('P-42: each monthly report tells them', () => {
    const reported = (changes: object) => checked(ACTS.reportMonth.form, report, changes).refused;
    expect(reported({})).toEqual([]);
    expect(reported({ outlook: undefined })).toEqual(['outlook']);
  });

  it('P-44: those that use a programme are told of its next version', () => {
    const users = [aUser({ id: 'unit-1' }), aUser({ id: 'unit-2', name: 'Vårdcentralen' })];
    const revised = {
      ...produced({}, { head: { occasion: 'revision', milestone: 'inUse' } }),
      programme: aProgramme({ users }),
    };
    const { told } = answered(revised, 'introduction', 'sobOffice', anIntroduction());
    expect(told).toEqual(expect.arrayContaining(['N-11 → unit-1', 'N-11 → unit-2']));
  });
});

const PROCESS = {
  sv: 'Process för produktion av internetbaserade behandlingsprogram',
  en: 'national process for producing internet-based treatment programmes',
};

describe.each(['sv', 'en'] as const)('the pages of g and h in %s', (lang) => {
  it.each(['productionChecklist', 'contentReview'] as const)(
    'R-g4: %s names the national process where it asks, which proposes how to review',
    (step) => {
      const page = questionPage({
        lang,
        question: QUESTIONS[step],
        caseNumber: 'N-2026-0001',
        bodyName: { sv: 'Projektledaren', en: 'The project manager' },
        nomination: JSON.parse(readFileSync('test/samples/1-insomni.json', 'utf8')),
        submittedOn: '2026-11-20',
        earlier: [],
        known: exampleKnown,
      });
      // Every page names the document in its footer: here it is named where the review is asked about.
      const asked = page.slice(page.indexOf('<h1'), page.indexOf('<form'));
      expect(asked).toContain(PROCESS[lang]);
    },
  );
});
