import { describe, expect, it } from 'vitest';
import { questionView } from '../../../functions/answer/question-view.ts';
import type { AnswerDeps } from '../../../functions/answer/record.ts';
import type { CaseFacts, QuestionFact } from '../../../shared/case/facts.ts';
import { questionPage } from '../../../shared/pages/pages.ts';
import type { Body } from '../../../shared/records/bodies.ts';
import type { CaseTexts } from '../../../shared/records/cases.ts';
import type { Interest } from '../../../shared/records/interests.ts';
import { QUESTIONS } from '../../../shared/routine/routine.ts';
import { NOW } from '../../builders/case.ts';
import { aProgramme, asked, aUser, inUse, produced } from '../../builders/programme.ts';
import { aChecklist, aDeviation, anAssignment, aReview } from '../production-answers.ts';

const AT = '2026-11-23T08:00:00.000Z';
const council: Body = {
  id: 'adult',
  role: 'coordinationCouncil',
  name: { sv: 'Råd A', en: 'Council A' },
  mailbox: 'rad-a@example.se',
  language: 'sv',
};

const INTERESTS: readonly Interest[] = [
  {
    unit: 'Vårdcentralen Lärkan',
    need: '40 patienter om året',
    name: 'Exempel Person',
    role: 'enhetschef',
    email: 'larkan@example.se',
    at: AT,
  },
];

const given = (question: QuestionFact, answers: object) => ({
  questionId: question.id,
  answeredAt: AT,
  answers: answers as Readonly<Record<string, unknown>>,
});

/** What the page of a question shows. */
const viewed = (facts: CaseFacts, question: QuestionFact, texts: Partial<CaseTexts> = {}) => {
  const all: CaseTexts = { nomination: {}, versions: [], answers: [], acts: [], ...texts };
  const record = { texts: async () => all, interests: async () => INTERESTS, candidates: async () => [] };
  const deps = { record, now: () => NOW } as unknown as AnswerDeps;
  const known = { today: '2026-11-23', facts: {}, registers: {} };
  return questionView(
    deps,
    { facts, bodies: [council], files: [], known, asked: question, question: QUESTIONS[question.round.step] },
    { lang: 'sv', query: '' },
  );
};

const secret = {
  category: 'purchaseLicence',
  description: 'Licens',
  amountSek: 900_000,
  recurrence: 'perYear',
  bornBy: 'region',
  confidential: true,
};
const nomination = { costLines: [secret] };

const assignment = asked('projectAssignment', 'nominator', { outcome: 'started' });
const checklist = asked('productionChecklist', 'projectManager', { outcome: 'done' });
const review = asked('contentReview', 'independentReviewer', { outcome: 'notApproved' });

describe('who reads an amount that is marked as confidential (ROUTINE.md section 7.3)', () => {
  it.each([
    ['assignmentApproval', 'projectOwner', true],
    ['deviationApproval', 'steeringGroup', true],
    ['followUp', 'adult', true],
    ['productionChecklist', 'projectManager', false],
    ['contentReview', 'independentReviewer', false],
    ['figures', 'programmeOwner', false],
  ] as const)('%s, asked of %s: %s', async (step, body, sees) => {
    const question = asked(step, body);
    const view = await viewed(produced({}, { questions: [question] }), question, { nomination });
    expect(JSON.stringify(view.nomination).includes('900000')).toBe(sees);
  });

  it('is not told of it by another’s answer either', async () => {
    const question = asked('contentReview', 'independentReviewer');
    const facts = produced({}, { questions: [assignment, checklist, question] });
    const answers = [
      given(assignment, anAssignment({ costLines: [secret as never] })),
      given(checklist, aChecklist()),
    ];
    const view = await viewed(facts, question, { answers });
    expect(JSON.stringify(view)).not.toContain('900000');
  });
});

describe('what a reader is shown', () => {
  it('P-02: the whole assignment, to whoever approves it', async () => {
    const question = { ...asked('assignmentApproval', 'projectOwner'), cause: assignment.id };
    const view = await viewed(produced({}, { questions: [assignment, question] }), question, {
      answers: [given(assignment, anAssignment())],
    });
    expect(view.project?.assignment).toEqual(anAssignment());
  });

  it('P-13, P-17: the deviation, the frame and its weights, to whoever decides on it', async () => {
    const question = { ...asked('deviationApproval', 'projectOwner', { deviation: '7' }), openedAt: AT };
    const view = await viewed(produced({}, { questions: [assignment, question] }), question, {
      answers: [given(assignment, anAssignment())],
      acts: [{ seq: 7, act: 'reportDeviation', at: AT, by: 'projectManager', answers: aDeviation() }],
    });
    expect(view.cause).toMatchObject({ act: { id: 'reportDeviation' }, answers: aDeviation() });
    expect(view.project?.assignment).toMatchObject({ weightQuality: 70, weightSchedule: 15 });
  });

  it('R-h1, R-i1: what was produced, to whoever reviews or tests it; what was found, to whoever mends it', async () => {
    const answers = [given(checklist, aChecklist()), given(review, aReview())];
    const steps = async (question: QuestionFact) =>
      (
        await viewed(produced({}, { questions: [checklist, review, question] }), question, { answers })
      ).earlier.map((it) => it.question.step);
    expect(await steps(asked('test', 'projectManager'))).toEqual(['productionChecklist']);
    expect(await steps(asked('productionChecklist', 'projectManager', undefined, 2))).toEqual([
      'contentReview',
    ]);
  });

  it('G6: what is lacking, to the office that is to publish', async () => {
    const question = asked('introduction', 'sobOffice');
    const lacking = (await viewed(produced({}, { questions: [checklist, question] }), question)).lacking;
    expect(lacking?.map(({ sv }) => sv).join()).toContain('Granskning och test är inte klara');
    expect((await viewed(produced(), question)).lacking?.map(({ sv }) => sv).join()).not.toContain('test');
  });

  it('R-k1, R-k4: the programme and a proposal with its ground, to the council, until it has considered it', async () => {
    const question = asked('followUp', 'adult', undefined, 2);
    const head = { phase: 'review', occasion: 'yearly', phaseWanted: true } as const;
    const before = {
      ...asked('followUp', 'adult', { outcome: 'keep' }),
      answeredAt: '2025-10-01T08:00:00.000Z',
    };
    const facts = inUse(
      {},
      { questions: [before, question], head: { ...head, askedBefore: { review: { followUp: 1 } } } },
    );
    const proposed = (at: string) => ({
      acts: [
        {
          seq: 1,
          act: 'proposeInactivation' as const,
          at,
          by: 'programmeOwner',
          answers: { ground: 'replaced' },
        },
      ],
    });
    const view = await viewed(facts, question, proposed(AT));
    expect(view.programme).toMatchObject({ name: 'Sov bättre', councilName: council.name });
    expect(view.cause).toMatchObject({ answers: { ground: 'replaced' } });
    expect((await viewed(facts, question, proposed('2025-09-01T08:00:00.000Z'))).cause).toBeUndefined();
  });

  it('R-j1: that the owner has not given the year’s figures, to the council that follows up, until they are given', async () => {
    const question = asked('followUp', 'adult');
    const head = { phase: 'review', occasion: 'yearly', phaseWanted: true } as const;
    const shown = async (figures: QuestionFact) =>
      viewed(inUse({}, { questions: [figures, question], head }), question);
    expect((await shown(asked('figures', 'programmeOwner'))).lacksFigures).toBe(true);
    expect(
      (await shown(asked('figures', 'programmeOwner', { outcome: 'given' }))).lacksFigures,
    ).toBeUndefined();
    const page = questionPage(await shown(asked('figures', 'programmeOwner')));
    expect(page).toContain('Programägaren har inte lämnat årets siffror än.');
  });

  it('R-b2, R-10: which units want the same and what they need, to a council; nobody’s name', async () => {
    const shown = async (question: QuestionFact) => {
      const facts = inUse({}, { questions: [question] });
      return (await viewed(facts, question)).interests;
    };
    const wanted = [{ unit: 'Vårdcentralen Lärkan', need: '40 patienter om året', on: '2026-11-23' }];
    expect(await shown(asked('position', 'adult'))).toEqual(wanted);
    expect(await shown(asked('followUp', 'adult'))).toEqual(wanted);
    expect(await shown(asked('figures', 'programmeOwner'))).toBeUndefined();
  });

  it('R-k3: who is told by mail and who is not, to the office that inactivates', async () => {
    const { mailbox: _, ...silent } = aUser({ id: 'unit-2', name: 'Utan e-post' });
    const question = asked('inactivation', 'sobOffice');
    const users = [aUser(), silent, aUser({ id: 'unit-3', name: 'Slutat', endedOn: '2026-10-10' })];
    const facts = { ...inUse({}, { questions: [question] }), programme: aProgramme({ users }) };
    expect((await viewed(facts, question)).told).toEqual({
      reached: ['Exempelmottagningen'],
      others: ['Utan e-post'],
    });
  });
});
