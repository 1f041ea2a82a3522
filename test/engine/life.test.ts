import { ListExecutionsCommand } from '@aws-sdk/client-sfn';
import { afterAll, describe, expect, it } from 'vitest';
import { withQuery } from '../../local/people.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { PHASES, type Phase, type Step } from '../../shared/routine/question.ts';
import { answersOn } from '../builders/answers.ts';
import { type Council, SAMPLE_COURSES } from '../builders/sample-courses.ts';
import { sample } from '../builders/samples.ts';
import { chainProblems } from '../courses/agreement.ts';
import { clockBack, moveClock, movedAt, movedNow } from '../harness/clock.ts';
import { aCouncil } from '../harness/councils.ts';
import { eventually } from '../harness/eventually.ts';
import { pageOf } from '../harness/links.ts';
import { invokeSweep } from '../harness/mornings.ts';
import {
  act,
  agenda,
  answer,
  answerStep,
  casePage,
  type Fields,
  filledIn,
  linkFor,
  MAILBOX,
  read,
  type Submitted,
  submit,
  tryAct,
} from '../harness/people.ts';
import { answererOf, asked, PROJECT_MAILBOX } from '../harness/programmes.ts';
import { endsAs, factsOf, rests, told, wholeTable } from '../harness/record.ts';
import { OLD_PROGRAMME, takenOver } from '../harness/reviews.ts';
import { sfn, system } from '../harness/system.ts';

afterAll(clockBack);

interface Life extends Submitted {
  readonly n: 1 | 2 | 3;
  readonly council: Council;
  /** What it is published as, and by whom it is used. */
  readonly introduced: Fields;
}

const NUMBERS = [1, 2, 3] as const;
const UNIT = 'anvandande.enhet@example.se';
const REGION = 'anvandande.region@example.se';
const NAMES = { 1: 'Sov bättre', 2: 'Inför knäoperation', 3: 'Lugna steg' };

const OF_UNIT: Fields = { unit: 'Ortopedmottagningen', contactEmail: UNIT };
const STARTED: Fields = { unitConnectedToSob: 'true', startedOn: '2027-03-15' };

const introduced = (n: Life['n'], council: Council): Fields => ({
  publicName: NAMES[n],
  programmeKind: n === 2 ? 'support' : 'treatment',
  responsibleCouncil: council,
  'units[0].contactEmail': UNIT,
  'spread[0].name': 'Region Exempel',
  'spread[0].contactEmail': REGION,
  'spread[0].agreementRef': 'Avtal 7',
  // The unit of sample 2 plans to be connected, and starts once it is.
  ...(n === 2 && {
    'units[0].unit': String(OF_UNIT.unit),
    'units[0].unitConnectedToSob': 'false',
    'units[0].riskAnalysisOn': '',
    'units[0].startedOn': '',
  }),
});

const at = (day: string): Date => new Date(`${day}T09:00:00Z`);

/** The example answers, dated the day that the functions' clock shows. */
const today = (step: Step): Fields => answersOn(dateInSweden(movedNow()))[step];

const nominated = async (n: Life['n']): Promise<Life> => {
  const { screening, councils, supplement, position, decision } = SAMPLE_COURSES[n];
  const { nomination, expected } = sample(n);
  const submitted = await submit(n);
  const { id, caseNumber } = submitted;
  const lead = councils.length > 1 ? { leadCouncil: councils[0] } : {};
  await answerStep(caseNumber, 'screening', MAILBOX.office, { ...screening, councils, ...lead });
  const [council, ...others] = councils;
  if (supplement !== undefined) {
    const link = await linkFor(caseNumber, 'position', MAILBOX[council]);
    await act(link, 'requestSupplement', { supplementNeeded: supplement });
    await answerStep(caseNumber, 'supplement', String(nomination.contactEmail), filledIn(nomination));
    await rests(id, 'position');
  }
  await answerStep(caseNumber, 'position', MAILBOX[council], position);
  for (const other of others) await answerStep(caseNumber, 'position', MAILBOX[other]);
  if (expected.referToPpr === true) await answerStep(caseNumber, 'pprPosition', MAILBOX.ppr);
  await answerStep(caseNumber, 'decision', MAILBOX.office, decision);
  return { ...submitted, n, council, introduced: introduced(n, council) };
};

/** Somebody answers a step on the day that the functions' clock shows. */
const answered = async (
  { id, caseNumber }: Submitted,
  step: Step,
  fields: Fields = {},
  nth = 1,
): Promise<void> => {
  const mailbox = answererOf(step, await asked(id, step, nth));
  await answerStep(caseNumber, step, mailbox, { ...today(step), ...fields }, nth);
};

const projectStarted = async (life: Life): Promise<void> => {
  await answered(life, 'projectAssignment');
  for (const mailbox of [PROJECT_MAILBOX.owner, PROJECT_MAILBOX.manager])
    await answerStep(life.caseNumber, 'assignmentApproval', mailbox);
};

const produced = async (life: Life): Promise<void> => {
  for (const step of ['productionChecklist', 'contentReview', 'test'] as const)
    await answered(life, step, step === 'productionChecklist' ? { publicName: NAMES[life.n] } : {});
};

const publishedAs = async (life: Life): Promise<void> => {
  await answered(life, 'introduction', life.introduced);
  await endsAs(life.id, life.n === 2 ? 'published' : 'inUse');
};

/** G7, R-11, P-43: sample 2's unit starts once it is connected and has analysed its risks. */
const unitStarts = async ({ id, caseNumber }: Life): Promise<void> => {
  const page = await casePage(caseNumber, PROJECT_MAILBOX.programmeOwner);
  const connected: Fields = { ...OF_UNIT, ...STARTED };
  const analysed: Fields = { ...connected, riskAnalysisOn: '2027-03-10' };
  expect((await tryAct(page, 'addUnit', connected)).status).toBe(422);
  expect((await tryAct(page, 'addUnit', { ...analysed, unitConnectedToSob: 'false' })).status).toBe(422);
  await act(page, 'addUnit', analysed);
  await endsAs(id, 'inUse');
};

/** A morning, as the schedule would have it. */
const morning = async (day: string): Promise<void> => {
  await moveClock(new Date(`${day}T04:30:00Z`));
  await invokeSweep(`${day}T04:30:00Z`);
};

/** The owner gives the year's figures, while the council's question rests. */
const reported = async (life: Life, nth: number): Promise<void> => {
  await answered(life, 'figures', {}, nth);
  const { questions } = await rests(life.id, 'followUp');
  const followUp = questions.findLast(({ round }) => round.step === 'followUp');
  expect(followUp).toMatchObject({ linked: 0, restsUntil: expect.stringContaining('-10-01') });
};

/** The council answers from its list. */
const followedUp = async (life: Life, nth: number, conclusion: string): Promise<void> => {
  const { id, caseNumber, council, n } = life;
  const list = await agenda(caseNumber, MAILBOX[council]);
  expect(await read(list)).toContain(NAMES[n]);
  const facts = await asked(id, 'followUp', nth);
  const question = facts.questions.findLast(({ round }) => round.step === 'followUp');
  const link = withQuery(list, { case: id, question: String(question?.id) });
  expect(await read(link)).toContain(`value="${today('figures').patientsStarted}"`);
  await answer(link, { ...today('followUp'), conclusion });
};

/** R-k1, R-k4: sample 1's council proposes the inactivation itself, sample 2's owner does, and sample 3 is stopped by the office. */
const proposed = async (life: Life): Promise<void> => {
  const { id, caseNumber, n } = life;
  await followedUp(life, 2, n === 1 ? 'proposeInactivation' : 'keep');
  if (n !== 1) await endsAs(id, 'inUse');
  const page = (mailbox: string) => casePage(caseNumber, mailbox);
  if (n === 2)
    await act(await page(PROJECT_MAILBOX.programmeOwner), 'proposeInactivation', {
      ...{ ground: 'replaced', replacedBy: 'Knäskolan 2', proposalReason: 'Ett nyare program finns.' },
    });
  if (n === 3) await act(await page(MAILBOX.office), 'urgentStop', { stopReason: 'Ett avsnitt är fel.' });
};

const inactivated = async (life: Life): Promise<void> => {
  const { id, caseNumber, council } = life;
  await asked(id, 'inactivationPosition');
  const link = await linkFor(caseNumber, 'inactivationPosition', MAILBOX[council]);
  await answer(link, today('inactivationPosition'));
  await answered(life, 'inactivation', { unpublishOn: '2029-01-15' });
  await rests(id, 'unpublishing');
};

const LIFE: readonly [day: string, happens: (life: Life) => Promise<void>][] = [
  ['2026-12-14', projectStarted],
  ['2027-02-15', produced],
  ['2027-03-15', publishedAs],
];

const each = async (lives: readonly Life[], happens: (life: Life) => Promise<void>): Promise<void> => {
  await Promise.all(lives.map(happens));
};

describe('a life in a few minutes', () => {
  it('R-f1, R-j1, R-k1, R-k2, R-k3: samples 1–3 go from a nomination to a programme that is followed up twice and taken down', async () => {
    const lives = await Promise.all(NUMBERS.map(nominated));
    for (const [day, happens] of LIFE) {
      await moveClock(at(day));
      await each(lives, happens);
    }
    await each(lives.slice(1, 2), unitStarts);
    await morning('2027-09-01');
    await each(lives, (life) => reported(life, 1));
    await morning('2027-10-01');
    await each(lives, (life) => followedUp(life, 1, 'keep'));
    await each(lives, async ({ id }) => void (await endsAs(id, 'inUse')));
    await morning('2028-09-01');
    await each(lives, (life) => reported(life, 2));
    await morning('2028-10-01');
    await each(lives, proposed);
    await moveClock(at('2028-11-06'));
    await each(lives, inactivated);
    await morning('2029-01-15');
    await each(lives, (life) => answered(life, 'unpublishing'));
    await each(lives, async ({ id }) => void (await endsAs(id, 'inactivated')));
    const table = await wholeTable();
    await each(lives, (life) => isOneRecord(life, table));
    await each(lives, hadItsExecutions);
  }, 180_000);
});

const isOneRecord = async (
  { id, caseNumber, n }: Life,
  table: Awaited<ReturnType<typeof wholeTable>>,
): Promise<void> => {
  const facts = await factsOf(id);
  expect(facts.programme).toMatchObject({
    ...{ name: NAMES[n], version: 1, publishedOn: '2027-03-15', origin: n === 3 ? 'purchase' : 'create' },
    followUps: [
      { year: 2027, on: '2027-10-01', conclusion: 'keep' },
      { year: 2028, on: '2028-10-01', conclusion: n === 1 ? 'proposeInactivation' : 'keep' },
    ],
    ...{ startsStoppedOn: n === 3 ? '2028-10-01' : '2028-11-06' },
    ...{ inactivatedOn: '2028-11-06', unpublishedOn: '2029-01-15' },
  });
  expect(facts.programme?.nextReviewOn).toBeUndefined();
  const acts = table.filter(({ pk, sk }) => pk === `case#${id}` && String(sk).startsWith('x#act#'));
  expect(chainProblems(facts, acts as never).filter((it) => it !== false)).toEqual([]);
  const register = table.filter(({ pk, ...it }) => pk === 'programmes' && it.caseNumber === caseNumber);
  expect(register).toMatchObject([{ inactivatedOn: '2028-11-06', unpublishedOn: '2029-01-15' }]);
  // N-12: whoever uses it is told.
  expect(told(facts, 'N-12')).toEqual(
    expect.arrayContaining(['unit-1', 'spread-2', 'programmeOwner', 'nominator']),
  );
  await eventually(async () => {
    const mails = (await system().mailbox.mails()).filter(({ subject }) => subject.includes(caseNumber));
    const readers = mails
      .filter(({ text }) => text.includes('Starta inga nya patienter'))
      .map(({ to }) => to[0]?.address);
    expect(readers).toEqual(expect.arrayContaining([UNIT, REGION]));
  });
};

/** Age at which `drive` replaces an execution (infra/stages.ts). */
const OLDEST_DAYS = 250;
const DAY_MS = 24 * 3_600_000;

const hadItsExecutions = async ({ caseNumber, n }: Life): Promise<void> => {
  const phases: readonly Phase[] = [
    'nomination',
    'production',
    'review',
    'review',
    ...(n === 1 ? [] : ['review' as const]),
  ];
  const executions = (await Promise.all(PHASES.map((phase) => executionsOf(phase, caseNumber)))).flat();
  expect(executions.map(({ name }) => name).sort()).toEqual(
    phases.map((phase, i) => `${caseNumber}-${phase}-${i + 1}`).sort(),
  );
  for (const { name, status, startDate, stopDate } of executions) {
    expect([name, status]).toEqual([name, 'SUCCEEDED']);
    const days = (movedAt(stopDate as Date).getTime() - movedAt(startDate as Date).getTime()) / DAY_MS;
    expect(days, name).toBeLessThan(OLDEST_DAYS);
  }
};

const executionsOf = async (phase: Phase, caseNumber: string) => {
  const { executions = [], nextToken } = await sfn.send(
    new ListExecutionsCommand({ stateMachineArn: system().stateMachines[phase], maxResults: 1000 }),
  );
  expect(nextToken).toBeUndefined();
  return executions.filter(({ name }) => name?.startsWith(`${caseNumber}-`));
};

describe('ROUTINE.md 0 no. 10: the yearly list', () => {
  const SEPTEMBER = '2027-09-01';
  const FRIDAY = '2027-10-01';
  const MONDAY = '2027-10-04';
  /** The last day that may be chosen, after any morning of other tests: nobody asks this council again. */
  const LAST = '2029-10-01';

  it('R-j1: the follow-ups of a council’s programmes begin on 1 October, and the next working morning brings it one link to them all', async () => {
    const council = await aCouncil();
    const due = { responsibleCouncil: council.id, nextReviewOn: FRIDAY };
    const listed = await Promise.all([1, 2, 3].map(() => takenOver(due)));
    const revised = await takenOver(due);
    await act(await pageOf(revised.id, 'sobOffice'), 'revise', {
      revisionReason: 'Innehållet är föråldrat.',
    });
    await asked(revised.id, 'productionChecklist');
    const broughtToCouncil = async () =>
      (await mailsTo(council.mailbox)).filter(({ subject }) => !subject.includes(revised.caseNumber));
    await morning(SEPTEMBER);
    for (const { id, caseNumber } of listed) {
      await linkFor(caseNumber, 'figures', OLD_PROGRAMME.owner);
      const { questions } = await rests(id, 'followUp');
      expect(questions.find(({ round }) => round.step === 'followUp')).toMatchObject({ linked: 0 });
    }
    await moveClock(at(FRIDAY));
    await Promise.all([1, 2].map(() => invokeSweep(`${FRIDAY}T04:30:00Z`)));
    for (const { id } of listed) {
      const { questions } = await linkedIn(id);
      expect(questions.filter(({ round }) => round.step === 'followUp')).toMatchObject([{ linked: 1 }]);
    }
    expect((await broughtToCouncil()).map(({ subject }) => subject)).toEqual([]);
    for (const _ of [1, 2]) await morning(MONDAY);
    const [mail, ...others] = await broughtToCouncil();
    const [list = '', ...links] = new Set(mail?.text.match(/https?:\/\/\S+/gu));
    expect([others, links, new URL(list).pathname.split('/').at(-2)]).toEqual([[], [], 'm']);
    const page = await read(list);
    expect([...listed, revised].map(({ caseNumber }) => page.includes(caseNumber))).toEqual([
      ...[true, true, true, false],
    ]);
    for (const { id } of listed) {
      const question = (await factsOf(id)).questions.find(({ round }) => round.step === 'followUp');
      const answers = { ...today('followUp'), nextReviewOn: LAST };
      await answer(withQuery(list, { case: id, question: String(question?.id) }), answers);
      expect((await endsAs(id, 'inUse')).programme?.nextReviewOn).toBe(LAST);
    }
    expect(await read(list)).not.toContain(listed[0]?.caseNumber);
  });
});

/** The case, once its council's question has its link. */
const linkedIn = (id: string) =>
  eventually(async () => {
    const facts = await rests(id, 'followUp');
    expect(facts.questions.find(({ round }) => round.step === 'followUp')?.linked).toBe(1);
    return facts;
  });

const mailsTo = async (mailbox: string) =>
  (await system().mailbox.mails()).filter(({ to }) => to[0]?.address === mailbox);
