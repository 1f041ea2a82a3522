import { describe, expect, it } from 'vitest';
import { UNKNOWN_OUTCOME } from '../../statemachine/errors.ts';
import { endsWith, statesOf } from '../harness/executions.ts';
import {
  mendAfterEnd,
  refuseOnce,
  startForSurprise,
  stop,
  surprise,
  withDeadline,
} from '../harness/interrupting.ts';
import { ANSWERS, answer, linkFor, type Reached, tryAct } from '../harness/people.ts';
import { answered, answererOf, bothApprove, decided, producing, published } from '../harness/programmes.ts';
import { endsAs, factsOf, told, waitsAt } from '../harness/record.ts';

/** The machine of f–j: its course, and what can happen to an execution on the way. */

const COURSE = [
  'Vad börjar produktionen med?',
  'f) Nominerande verksamhet: projektuppdrag',
  'f) Kan projektet starta?',
  'g–i) Produktion, granskning och test',
  'g–i) Färdigt och godkänt?',
  'j) SoB-förvaltningen: införande och publicering',
  'j) Publicerat?',
  'Publicerat',
];

/** The steps at which the machine waits: h and i are asked while it waits at g. */
const WAITING = ['projectAssignment', 'productionChecklist', 'introduction'] as const;

type Waiting = (typeof WAITING)[number];

/** What else has to be answered for the machine to go on from a step. */
const answerTheRest = async (reached: Reached, step: Waiting): Promise<void> => {
  if (step === 'projectAssignment') await bothApprove(reached.caseNumber);
  if (step === 'productionChecklist')
    for (const beside of ['contentReview', 'test'] as const) await answered(reached, beside);
};

it('R-f1, R-j1, N-11: a decided nomination is carried through f–j to a published programme, and those it concerns are told', async () => {
  const { id, caseNumber, facts, office } = await published();
  expect(facts.head.milestone).toBe('inUse');
  expect(facts.programme).toMatchObject({ version: 1, council: 'council-psykisk-halsa' });
  expect(facts.programme?.name).toContain('Sov gott');
  expect(told(facts, 'N-11')).toEqual(
    expect.arrayContaining([
      ...[
        'council-psykisk-halsa',
        'headOfOperations',
        'nominator',
        'programmeOwner',
        'projectOwner',
        'unit-1',
      ],
    ]),
  );
  await endsWith(caseNumber, 'SUCCEEDED', 2, 'production');
  expect(await statesOf(caseNumber, 2, 'production')).toEqual(COURSE);
  const reopening = { reopenStep: 'decision', reopenReason: 'Kostnaden har ändrats.' };
  expect((await tryAct(office, 'reopen', reopening)).status).toBe(422);
  expect((await factsOf(id)).head.milestone).toBe('inUse');
});

describe('the machine of the production', () => {
  it('asks on at each human step, whatever happens to it: a task that fails, a stop by hand, a deadline that passes', async () => {
    const reached = await decided();
    const { id, caseNumber } = reached;
    let attempt = 2;
    for (const step of WAITING) {
      const before = await waitsAt(id, step, { attempt });
      const link = await linkFor(caseNumber, step, answererOf(step, before));
      await refuseOnce(before);
      await withDeadline('production', step, async () => {
        await stop(before.head);
        const timedOut = await endsWith(caseNumber, 'FAILED', attempt + 1, 'production');
        expect(timedOut).toMatchObject({ error: 'States.Timeout' });
      });
      await mendAfterEnd(id, caseNumber, attempt + 1);
      attempt += 2;
      const after = await waitsAt(id, step, { attempt });
      expect(after.questions).toEqual(before.questions);
      expect(after.mailings).toEqual(before.mailings);
      await answer(link, ANSWERS[step]);
      await answerTheRest(reached, step);
    }
    await endsAs(id, 'inUse');
    await endsWith(caseNumber, 'SUCCEEDED', attempt, 'production');
    expect(await statesOf(caseNumber, attempt, 'production')).toEqual(COURSE);
  });

  it('P-02: that is stopped while approvals are waited for goes on once both are given', async () => {
    const reached = await decided();
    const { id, caseNumber, facts } = reached;
    await answer(
      await linkFor(caseNumber, 'projectAssignment', facts.head.contacts.nominator),
      ANSWERS.projectAssignment,
    );
    await stop((await factsOf(id)).head);
    await bothApprove(caseNumber);
    await waitsAt(id, 'productionChecklist', { attempt: 3 });
  });

  it('fails loudly when a step is settled with an outcome that it does not know', async () => {
    const waiting = await Promise.all(WAITING.map(waitingAt));
    await Promise.all(
      waiting.map(async (facts) => {
        await surprise(facts);
        const { number } = facts.head;
        const failed = await endsWith(number, 'FAILED', 2, 'production');
        expect(failed).toMatchObject({ error: UNKNOWN_OUTCOME });
        expect((await statesOf(number, 2, 'production')).at(-1)).toBe('Okänt utfall');
      }),
    );
  });

  it('fails loudly when it is begun for what it does not know', async () => {
    const reached = await decided();
    const attempt = await startForSurprise(reached, 'production');
    const failed = await endsWith(reached.caseNumber, 'FAILED', attempt, 'production');
    expect(failed).toMatchObject({ error: UNKNOWN_OUTCOME });
  });
});

const waitingAt = async (step: Waiting) => {
  const reached = step === 'projectAssignment' ? await decided() : await producing();
  if (step === 'introduction') {
    await answered(reached, 'productionChecklist');
    await answerTheRest(reached, 'productionChecklist');
  }
  return waitsAt(reached.id, step, { attempt: 2 });
};
