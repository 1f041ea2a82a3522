import { describe, expect, it } from 'vitest';
import type { QuestionFact } from '../../shared/case/facts.ts';
import { lookAgain } from '../../shared/records/heads.ts';
import { endsWith, statesOf } from '../harness/executions.ts';
import { mend } from '../harness/functions.ts';
import { changeQuestion } from '../harness/mornings.ts';
import {
  ANSWERS,
  act,
  answer,
  answerStep,
  casePage,
  type Fields,
  linkFor,
  MAILBOX,
  post,
  questionOn,
  type Reached,
  read,
  tryAct,
} from '../harness/people.ts';
import {
  answered,
  asked,
  bothApprove,
  decided,
  PROJECT_MAILBOX,
  producing,
  startProject,
  TODAY,
} from '../harness/programmes.ts';
import { endsAs, factsOf, rests, store, told, waitsAt } from '../harness/record.ts';

/** f) The project assignment, and Part 2 of the routine in its small form (ROUTINE.md section 0 no. 15). */

const { owner, manager, steering } = PROJECT_MAILBOX;
const F = 'projectAssignment';
const F_STATE = 'f) Nominerande verksamhet: projektuppdrag';
const REFUSING: Fields = { approved: 'false', comment: 'Budgeten räcker inte.' };

const fLink = ({ caseNumber, facts }: Reached, nth = 1): Promise<string> =>
  linkFor(caseNumber, F, facts.head.contacts.nominator, nth);

describe('P-02: the assignment is an agreement between owner and manager', () => {
  it('R-f1, N-11: the project starts once both have approved, and those it concerns are told', async () => {
    const reached = await decided();
    const { id, caseNumber } = reached;
    await answer(await fLink(reached), ANSWERS[F]);
    await answerStep(caseNumber, 'assignmentApproval', manager);
    const half = await rests(id, F);
    expect(half.head).toMatchObject({ milestone: 'decided' });
    expect(half.head.assignmentVersion).toBeUndefined();
    expect(told(half, 'N-11')).toEqual([]);
    const link = await linkFor(caseNumber, 'assignmentApproval', owner);
    const page = await read(link);
    for (const said of ['Ett program för vuxna med långvarig insomni.', '450', 'HS 2026-00123', 'Öppet'])
      expect(page).toContain(said);
    await answer(link, ANSWERS.assignmentApproval);
    const facts = await waitsAt(id, 'productionChecklist', { attempt: 2 });
    expect(facts.head).toMatchObject({ milestone: 'projectStarted', assignmentVersion: 1 });
    expect(told(facts, 'N-11')).toEqual([...['headOfOperations', 'nominator', 'projectOwner', 'sobOffice']]);
  });

  it('one no has f asked again with what was filled in, and lets the other go; the next one is then approved', async () => {
    const reached = await decided();
    const { id, caseNumber } = reached;
    await answer(await fLink(reached), ANSWERS[F]);
    const other = await linkFor(caseNumber, 'assignmentApproval', manager);
    await answerStep(caseNumber, 'assignmentApproval', owner, REFUSING);
    const facts = await waitsAt(id, F, { attempt: 2 });
    expect(told(facts, 'assignmentRefused')).toEqual(['nominator', 'sobOffice']);
    expect(facts.head.assignmentVersion).toBeUndefined();
    expect(await read(other)).toContain('behöver inte svara längre');
    const again = await read(await fLink(reached, 2));
    for (const said of ['Ett program för vuxna med långvarig insomni.', owner, 'Budgeten räcker inte.'])
      expect(again).toContain(said);
    await answer(await fLink(reached, 2), { ...ANSWERS[F], budgetSek: '500000' });
    await bothApprove(caseNumber, 2);
    const started = await waitsAt(id, 'productionChecklist', { attempt: 2 });
    expect(started.head).toMatchObject({ milestone: 'projectStarted', assignmentVersion: 1 });
    const states = await statesOf(caseNumber, 2, 'production');
    expect(states.filter((name) => name === F_STATE)).toHaveLength(2);
  });

  it('P-22: the owner is not their own manager', async () => {
    const reached = await decided();
    const response = await post(await fLink(reached), {
      ...ANSWERS[F],
      projectManagerEmail: owner.toUpperCase(),
    });
    expect([response.status, await response.text()]).toEqual([
      422,
      expect.stringContaining('någon annan än projektägaren'),
    ]);
  });

  it('R-f1: the office gives it on its own page for the unit, and can reopen it: the next one is version 2', async () => {
    const reached = await decided();
    const { id, caseNumber, office } = reached;
    await answer(questionOn(office, F, 'nominator'), ANSWERS[F]);
    await bothApprove(caseNumber);
    expect((await asked(id, 'test')).questions.find(({ round }) => round.step === F)).toMatchObject({
      recordedByOffice: true,
    });
    await act(office, 'reopen', { reopenStep: F, reopenReason: 'Verksamheten har slagits ihop.' });
    const open = await waitsAt(id, F, { attempt: 3 });
    expect(open.head.milestone).toBe('decided');
    await answer(await fLink(reached, 2), ANSWERS[F]);
    await bothApprove(caseNumber, 2);
    const { head, questions } = await waitsAt(id, 'productionChecklist', { attempt: 3 });
    expect(head).toMatchObject({ milestone: 'projectStarted', assignmentVersion: 2 });
    expect(questions.filter(({ round }) => round.step === 'productionChecklist')).toHaveLength(1);
  });
});

describe('R-f1: a project that cannot start', () => {
  it('is put off: nobody is asked before its day, then f is asked again', async () => {
    const reached = await decided();
    const { id, caseNumber, nominator } = reached;
    await answer(await fLink(reached), { ...ANSWERS[F], projectOutcome: 'putOff' });
    const facts = await waitsAt(id, F, { attempt: 2 });
    const resting = facts.questions.find(({ round }) => round.step === F && round.nth === 2);
    expect(resting).toMatchObject({ status: 'open', restsUntil: '2099-02-01', linked: 0 });
    expect(await read(nominator)).toContain('1 februari 2099');
    await comesToDay(id, resting as QuestionFact);
    const again = await read(await fLink(reached, 2));
    expect(again).toMatch(/name="weightQuality"[^>]*value="70"|value="70"[^>]*name="weightQuality"/u);
    await answer(await fLink(reached, 2), ANSWERS[F]);
    await bothApprove(caseNumber);
    const { head } = await waitsAt(id, 'productionChecklist', { attempt: 2 });
    expect(head).toMatchObject({ milestone: 'projectStarted', reviewOn: {} });
    expect((await statesOf(caseNumber, 2, 'production')).filter((name) => name === F_STATE)).toHaveLength(2);
  });

  it('R-e1: is not feasible: the decision is asked anew, and what is then decided is assigned anew', async () => {
    const reached = await decided();
    const { id, caseNumber } = reached;
    await answer(await fLink(reached), ANSWERS[F]);
    await answerStep(caseNumber, 'assignmentApproval', owner, REFUSING);
    await answer(await fLink(reached, 2), { ...ANSWERS[F], projectOutcome: 'notFeasible' });
    const back = await waitsAt(id, 'decision', { attempt: 3 });
    expect(told(back, 'backToDecision')).toEqual(['headOfOperations', 'nominator', 'sobOffice']);
    expect(back.head).toMatchObject({ phase: 'nomination', milestone: 'positionGiven' });
    expect((await statesOf(caseNumber, 2, 'production')).at(-1)).toBe('Åter till beslut');
    const decision = await linkFor(caseNumber, 'decision', MAILBOX.office, 2);
    expect(await read(decision)).toContain('Verksamheten har inte den personal som behövs.');
    await answer(decision, ANSWERS.decision);
    await waitsAt(id, F, { attempt: 4 });
    const third = await fLink(reached, 3);
    expect(await read(third)).toContain('Ett program för vuxna med långvarig insomni.');
    await answer(third, ANSWERS[F]);
    await bothApprove(caseNumber, 2);
    const { head } = await waitsAt(id, 'productionChecklist', { attempt: 4 });
    expect(head).toMatchObject({ milestone: 'projectStarted', assignmentVersion: 1 });
  });
});

/** The day that a question rests until comes. */
const comesToDay = async (caseId: string, question: QuestionFact): Promise<void> => {
  await changeQuestion(store(), caseId, question, { restsUntil: TODAY });
  await lookAgain(store(), caseId, new Date(0).toISOString());
  await mend();
};

it('G5: once the decision is reopened nothing starts, by whatever link was mailed before; decided anew, it can', async () => {
  const reached = await decided();
  const { id, caseNumber, office } = reached;
  const reopen = () =>
    act(office, 'reopen', { reopenStep: 'decision', reopenReason: 'Kostnaden har ändrats.' });
  const goneOn = async (link: string, fields: Fields): Promise<void> => {
    const { version } = (await factsOf(id)).head;
    const late = await post(link, fields);
    expect(late.status).not.toBe(303);
    expect(await late.text()).toContain('Ärendet gick vidare');
    expect((await factsOf(id)).head.version).toBe(version);
  };
  const first = await fLink(reached);
  await reopen();
  await goneOn(first, ANSWERS[F]);
  const open = await waitsAt(id, 'decision', { attempt: 3 });
  expect(told(open, 'reopened')).toEqual(['nominator', 'sobOffice']);
  await endsWith(caseNumber, 'SUCCEEDED', 2, 'production');
  expect((await statesOf(caseNumber, 2, 'production')).at(-1)).toBe('Produktionen avbruten');
  await answerStep(caseNumber, 'decision', MAILBOX.office, {}, 2);
  await answer(await fLink(reached, 2), ANSWERS[F]);
  const approval = await linkFor(caseNumber, 'assignmentApproval', owner);
  await reopen();
  await goneOn(approval, ANSWERS.assignmentApproval);
  await waitsAt(id, 'decision', { attempt: 5 });
  await answerStep(caseNumber, 'decision', MAILBOX.office, { decision: 'decline' }, 3);
  const { head, ...facts } = await endsAs(id, 'declined');
  expect(head.assignmentVersion).toBeUndefined();
  expect(told({ head, ...facts }, 'released')).toEqual(['projectManager', 'projectOwner']);
});

const LATER: Fields = {
  deviationType: 'schedule',
  what: 'Filmaren är sjuk.',
  discoveredOn: TODAY,
  cause: 'En leverantör faller bort.',
  consequence: 'Två månader senare, inget dyrare.',
  proposal: 'Flytta sista månaden.',
  givesWayIn: 'schedule',
  affectsFrame: 'true',
  newTimeTo: '2100-02',
};

/** The last month of the project that holds now, as the page of the case says it first. */
const lastMonthOn = (html: string): string | undefined =>
  /Klart senast, månad<\/dt>.*?<span class="nom-text">(?<month>[^<]*)/su.exec(html)?.groups?.month;

describe('P-13: a change of the frame', () => {
  it('P-03, P-07, P-12: approved by the owner and the steering group makes version 2; nobody gets round them', async () => {
    const given = { projectAssignment: { steeringGroupEmail: steering } };
    const reached = await decided();
    const { id, caseNumber, office } = reached;
    expect((await tryAct(office, 'reportDeviation', LATER)).status).toBe(422);
    await startProject(reached, given);
    await asked(id, 'test');
    const page = await casePage(caseNumber, manager);
    const { newTimeTo: _, ...nothing } = LATER;
    expect((await tryAct(page, 'reportDeviation', nothing)).status).toBe(422);
    await act(page, 'reportDeviation', LATER);
    const link = await linkFor(caseNumber, 'deviationApproval', owner);
    expect(await read(link)).toContain('Filmaren är sjuk.');
    await answer(link, ANSWERS.deviationApproval);
    const half = await factsOf(id);
    expect(half.head.assignmentVersion).toBe(1);
    expect(told(half, 'deviationReported')).toEqual(['sobOffice']);
    const leftOut = { projectOwnerEmail: owner, projectManagerEmail: manager };
    expect((await tryAct(page, 'changeProjectContacts', leftOut)).status).toBe(422);
    await answerStep(caseNumber, 'deviationApproval', steering);
    const facts = await rests(id, 'productionChecklist');
    expect(facts.head.assignmentVersion).toBe(2);
    expect(told(facts, 'deviationDecided')).toEqual(['projectManager', 'sobOffice']);
    const html = await read(page);
    expect(html).toContain('Version 2');
    expect(lastMonthOn(html)).toBe('februari 2100');
  });

  it('P-03: refused by one makes no version, and lets the other go', async () => {
    const { id, caseNumber } = await producing({ projectAssignment: { steeringGroupEmail: steering } });
    const page = await casePage(caseNumber, manager);
    await act(page, 'reportDeviation', LATER);
    const other = await linkFor(caseNumber, 'deviationApproval', owner);
    await answerStep(caseNumber, 'deviationApproval', steering, REFUSING);
    const facts = await rests(id, 'productionChecklist');
    expect(facts.head.assignmentVersion).toBe(1);
    expect(await read(other)).toContain('behöver inte svara längre');
    const html = await read(page);
    expect(html).not.toContain('Version 2');
    expect(lastMonthOn(html)).toBe('december 2099');
  });
});

it('P-12, P-28: a deviation that leaves the frame as it is makes no version; the owner is told of the monthly report, and reads it', async () => {
  const { id, caseNumber } = await producing();
  const page = await casePage(caseNumber, manager);
  await act(page, 'reportDeviation', { ...LATER, affectsFrame: 'false' });
  await answerStep(caseNumber, 'deviationApproval', owner);
  await act(page, 'reportMonth', {
    month: TODAY.slice(0, 'YYYY-MM'.length),
    activities: 'Två avsnitt är inspelade.',
    costsToDate: '120000',
    outlook: 'Klippning pågår. Inga nya risker.',
  });
  const facts = await rests(id, 'productionChecklist');
  expect(facts.head.assignmentVersion).toBe(1);
  expect(told(facts, 'monthlyReport')).toEqual(['projectOwner']);
  for (const its of [page, await casePage(caseNumber, owner)]) {
    const html = await read(its);
    for (const said of ['Filmaren är sjuk.', 'Två avsnitt är inspelade.']) expect(html).toContain(said);
  }
});

it('P-22, ROUTINE.md 0 no. 12: another manager gets the open questions and the page, and answers; the links of the one before end', async () => {
  const next = 'ny-projektledare@example.se';
  const reached = await producing();
  const { id, caseNumber, office } = reached;
  const [question, page] = [
    await linkFor(caseNumber, 'productionChecklist', manager),
    await casePage(caseNumber, manager),
  ];
  const nobody = await tryAct(office, 'changeProjectContacts', { projectOwnerEmail: owner });
  expect(nobody.status).toBe(422);
  await act(office, 'changeProjectContacts', { projectOwnerEmail: owner, projectManagerEmail: next });
  const mailed = await linkFor(caseNumber, 'productionChecklist', next);
  expect((await post(question, ANSWERS.productionChecklist)).status).toBe(410);
  expect((await fetch(page)).status).toBe(410);
  expect(await read(await casePage(caseNumber, next))).toContain('Projektuppdraget');
  await answer(mailed, ANSWERS.productionChecklist);
  for (const step of ['contentReview', 'test'] as const) await answered(reached, step);
  await asked(id, 'introduction');
});
