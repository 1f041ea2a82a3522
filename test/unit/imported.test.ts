import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { rowProblems } from '../../shared/case/import-rules.ts';
import { bareFacts, type ImportedCase } from '../../shared/case/imported.ts';
import { importedCase } from '../../shared/case/imported-case.ts';
import { importedProgramme } from '../../shared/case/imported-programme.ts';
import { nextMoves } from '../../shared/case/moves.ts';
import { phaseOf } from '../../shared/case/phases.ts';
import { beginReview } from '../../shared/case/review.ts';
import { openQuestions, roundOutcome } from '../../shared/case/rounds.ts';
import { tallyOf } from '../../shared/case/tally.ts';
import type { CaseRow } from '../../shared/routine/import/case-row.ts';
import type { MachineStep, Phase } from '../../shared/routine/question.ts';
import { NOW } from '../builders/case.ts';
import { caseAt, programmeOf } from '../builders/imports.ts';

const FILED = { id: 'import-1', number: 'N-2026-0001', at: NOW, wake: 'w', lookAgainAt: '2026-11-24' };

const factsOf = ({ head, questions, programme }: ImportedCase): CaseFacts => ({
  ...bareFacts(head),
  questions,
  ...(programme && { programme }),
});

const importedAt = (waitsAt: CaseRow['waitsAt'], given: Partial<CaseRow> = {}): CaseFacts =>
  factsOf(importedCase(caseAt(waitsAt, given), FILED));

const programmeFacts = (...given: Parameters<typeof programmeOf>): CaseFacts =>
  factsOf(importedProgramme(programmeOf(...given), FILED));

const outcomeOf = (facts: CaseFacts, step: MachineStep) =>
  roundOutcome({ phase: phaseOf(step) as Phase, step, nth: 1 }, facts);

/** Who is asked what since when. */
const asked = (facts: CaseFacts) =>
  openQuestions(facts).map(({ round, body, receivedOn }) => `${round.step} ${body} ${receivedOn}`);

describe('R-05: a case under way goes on from where it was', () => {
  it.each<[CaseRow['waitsAt'], Partial<Record<MachineStep, string>>, readonly string[]]>([
    ['screening', {}, ['screening sobOffice 2026-02-02']],
    ['position', { screening: 'forwardToCouncils' }, ['position council-primarvard 2026-02-23']],
    [
      'pprPosition',
      { screening: 'forwardToCouncils', position: 'referToPpr' },
      ['pprPosition ppr 2026-03-25'],
    ],
    [
      'decision',
      { screening: 'forwardToCouncils', position: 'referToPpr', pprPosition: 'supported' },
      ['decision sobOffice 2026-04-22'],
    ],
    ['projectAssignment', {}, ['projectAssignment nominator 2026-05-04']],
    [
      'production',
      { projectAssignment: 'started', contentReview: 'approved' },
      ['productionChecklist projectManager 2026-06-01', 'test projectManager 2026-06-01'],
    ],
    [
      'introduction',
      {
        projectAssignment: 'started',
        productionChecklist: 'done',
        contentReview: 'approvedWithChanges',
        test: 'withoutTest',
      },
      ['introduction sobOffice 2026-10-01'],
    ],
  ])('at %s: what is before it is settled, and those whose turn it is are asked', (step, settled, open) => {
    const facts = importedAt(step);
    for (const [before, outcome] of Object.entries(settled))
      expect([before, outcomeOf(facts, before as MachineStep)]).toEqual([before, outcome]);
    expect(asked(facts)).toEqual(open);
    for (const { round } of openQuestions(facts)) expect(roundOutcome(round, facts)).toBeUndefined();
  });

  it('its machine is to be started, for the first time', () => {
    for (const step of ['screening', 'introduction'] as const)
      expect(nextMoves(importedAt(step), NOW)).toEqual([{ kind: 'start', attempt: 1 }]);
  });

  it('answers keep their days and say where they come from', () => {
    const { head, questions } = importedAt('projectAssignment');
    expect(head).toMatchObject({ submittedAt: '2026-02-02T12:00:00.000Z', milestone: 'decided' });
    expect(questions.find(({ round }) => round.step === 'decision')).toMatchObject({
      openedAt: '2026-03-18T12:00:00.000Z',
      answeredAt: '2026-05-04T12:00:00.000Z',
      answeredBy: 'Förvaltningens beslutsfattare',
      recordedByOffice: true,
      givenOn: 1,
      told: { outcome: 'create' },
    });
    expect(questions[0]).toMatchObject({ answeredBy: 'Införd från tidigare handläggning' });
  });

  it('what happens on the day of the import has not happened later than it is done', () => {
    const facts = importedAt('screening', { submittedOn: '2026-11-23' });
    expect(Date.parse(facts.head.submittedAt)).toBeLessThanOrEqual(NOW.getTime());
    expect(asked(facts)).toEqual(['screening sobOffice 2026-11-23']);
  });

  it('g, h and i can have been done in any order', () => {
    const none = { contentReview: undefined, contentReviewOn: undefined };
    const row = (given: Partial<Record<keyof CaseRow, unknown>>) =>
      asked(importedAt('production', { ...none, ...given } as Partial<CaseRow>)).map(
        (it) => it.split(' ')[0],
      );
    expect(row({})).toEqual(['productionChecklist', 'contentReview', 'test']);
    expect(row({ test: 'passed', testOn: '2026-07-01' })).toEqual(['productionChecklist', 'contentReview']);
    const produced = { productionDoneOn: '2026-07-01', publicName: 'X', medicalDevice: 'notDevice' };
    expect(row({ ...produced, accessibility: 'ok' })).toEqual(['contentReview', 'test']);
  });
});

it('R-b3: a council’s month counts from the day that it received the nomination, and a long wait is not reminded of at once', () => {
  const [question] = openQuestions(importedAt('position'));
  expect(question).toMatchObject({ targetOn: '2026-03-23', linked: 0, remindedOn: '2026-11-23' });
});

it('R-a3: the manager is asked of a case that waits for the office and is not known to be anchored', () => {
  const { anchoredWithHeadOn: _, ...row } = caseAt('screening');
  const facts = factsOf(importedCase(row, FILED));
  expect(facts.head.anchoring).toBe('asked');
  expect(asked(facts)).toContain('anchoring headOfOperations 2026-11-23');
  expect(importedAt('screening').head.anchoring).toBe('stated');
  const forwarded = importedAt('position', { headOfOperationsEmail: 'chef@example.se' });
  expect(forwarded.head.anchoring).toBe('notNeeded');
});

it('a step that is put off rests until its day', () => {
  const facts = importedAt('decision', { restsUntil: '2027-01-15' });
  expect(openQuestions(facts)[0]).toMatchObject({ restsUntil: '2027-01-15' });
  expect(facts.head.reviewOn).toEqual({ decision: '2027-01-15' });
});

it('R-b6: a programme that exists waits for its introduction once access is arranged', () => {
  const produced = ['productionDoneOn', 'contentReview', 'contentReviewOn', 'test', 'testOn'] as const;
  const none = Object.fromEntries(produced.map((it) => [it, undefined]));
  const row: CaseRow = { ...caseAt('introduction'), ...none };
  const facts = factsOf(importedCase({ ...row, decision: 'useExisting' }, FILED));
  expect(outcomeOf(facts, 'projectAssignment')).toBe('accessArranged');
  expect(asked(facts)).toEqual(['introduction sobOffice 2026-06-01']);
});

it('R-f2: those whom a project names have their page of the case', () => {
  const { contacts, caseLinks } = importedAt('production').head;
  expect(contacts).toMatchObject({
    projectOwner: 'projektagare@example.se',
    projectManager: 'projektledare@example.se',
    independentReviewer: 'granskare@example.se',
  });
  expect(caseLinks.projectManager).toEqual({ version: 1, linked: 0 });
});

describe('a programme in use', () => {
  it('R-12: has its council, its owner and someone who answers for its operation', () => {
    const { head, programme } = programmeFacts('P-1');
    expect(head).toMatchObject({
      milestone: 'inUse',
      phaseWanted: false,
      councils: ['council-psykisk-halsa'],
    });
    expect(programme).toMatchObject({
      council: 'council-psykisk-halsa',
      owner: 'Programägare, Primärvårdsförvaltning Exempel',
      operationalResponsibility: 'Enhet Digital vård, Primärvårdsförvaltning Exempel',
      publishedOn: '2019-09-02',
      version: 2,
      versionOn: '2022-03-15',
    });
  });

  it('P-43: keeps its units and those it was spread to, with their days', () => {
    expect(programmeFacts('P-1').programme?.users).toEqual([
      expect.objectContaining({ id: 'unit-1', name: 'Vårdcentral Ekdungen', riskAnalysisOn: '2019-08-20' }),
      expect.objectContaining({ id: 'unit-2', startedOn: '2020-02-01', endedOn: '2024-12-31' }),
      expect.objectContaining({ id: 'unit-3', mailbox: 'psyk.exempel@example.se' }),
      expect.objectContaining({ id: 'spread-4', startedOn: '2021-05-01', agreementRef: 'EX 2021-00007' }),
    ]);
  });

  it('R-u1: counts in the years that it was decided, published, used and followed up', () => {
    expect(tallyOf(programmeFacts('P-1'))).toMatchObject({
      '2018/decided/create': 1,
      '2019/developed/treatment': 1,
      '2019/useBegan': 1,
      '2024/unitsEnded': 1,
      '2025/followedUp': 1,
    });
    expect(tallyOf(programmeFacts('P-3'))).toMatchObject({
      '2016/developed/support': 1,
      '2023/inactivated': 1,
    });
  });

  it('R-j1: is in the next yearly list, or reviewed on the day that is given', () => {
    const reviewOf = (...given: Parameters<typeof programmeOf>) =>
      programmeFacts(...given).programme?.nextReviewOn;
    expect(reviewOf('P-1')).toBe('2027-10-01');
    expect(reviewOf('P-2', { nextReviewOn: '2026-11-01' })).toBe('2026-11-01');
    expect(reviewOf('P-3')).toBeUndefined();
    const due = programmeFacts('P-2', { nextReviewOn: '2026-11-23' });
    expect(beginReview(due, NOW)?.head).toMatchObject({ phase: 'review', attempt: 1, occasion: 'yearly' });
  });

  it('has no machine, and only the links to its pages are to be made', () => {
    const facts = programmeFacts('P-1');
    expect(nextMoves(facts, NOW)).toEqual([{ kind: 'ask' }]);
    expect(openQuestions(facts)).toEqual([]);
  });

  it('R-k1: that is inactivated is kept as it was', () => {
    const { head, programme } = programmeFacts('P-3');
    expect(head.milestone).toBe('inactivated');
    expect(programme).toMatchObject({ inactivatedOn: '2023-05-31', unpublishedOn: '2023-09-01' });
  });

  it('R-k3: that is inactivated and still in the catalogue is refused: nobody would be asked to take it down', () => {
    const { unpublishedOn: _, ...left } = programmeOf('P-3');
    expect(rowProblems.programmes(programmeOf('P-3'), '2026-11-23')).toEqual([]);
    expect(rowProblems.programmes(left, '2026-11-23')).toMatchObject([
      {
        field: 'unpublishedOn',
        message: { sv: expect.stringContaining('Ta bort det ur Innehållskatalogen') },
      },
    ]);
  });

  it('R-12: is followed up in one of the next two lists at the latest', () => {
    const problems = (nextReviewOn: string) =>
      rowProblems.programmes(programmeOf('P-2', { nextReviewOn }), '2026-11-23').map(({ field }) => field);
    expect(problems('2028-10-01')).toEqual([]);
    expect(problems('2028-10-02')).toEqual(['nextReviewOn']);
  });
});
