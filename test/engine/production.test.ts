import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { lookAgain } from '../../shared/records/heads.ts';
import { UNKNOWN_OUTCOME } from '../../statemachine/errors.ts';
import { endsWith, statesOf } from '../harness/executions.ts';
import { mend } from '../harness/functions.ts';
import { refuseOnce, stop, surprise, withDeadline } from '../harness/interrupting.ts';
import { ANSWERS, answer, linkFor, type Reached } from '../harness/people.ts';
import { answered, answererOf, bothApprove, decided, producing, published } from '../harness/programmes.ts';
import { endsAs, factsOf, store, waitsAt } from '../harness/record.ts';

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

/** Every step in turn, each answered by the link that was mailed before something happened to the execution. */
const interruptedAtEach = async (
  attempts: number,
  happens: (before: CaseFacts, step: Waiting) => Promise<unknown>,
): Promise<void> => {
  const reached = await decided();
  const { id, caseNumber } = reached;
  let attempt = 2;
  for (const step of WAITING) {
    const before = await waitsAt(id, step, { attempt });
    const link = await linkFor(caseNumber, step, answererOf(step, before));
    await happens(before, step);
    attempt += attempts;
    const after = await waitsAt(id, step, { attempt });
    expect(after.questions).toEqual(before.questions);
    expect(after.mailings).toEqual(before.mailings);
    await answer(link, ANSWERS[step]);
    await answerTheRest(reached, step);
  }
  await endsAs(id, 'inUse');
  await endsWith(caseNumber, 'SUCCEEDED', attempt, 'production');
  expect(await statesOf(caseNumber, attempt, 'production')).toEqual(COURSE);
};

it('R-f1: a decided nomination is carried through f–j to a published programme', async () => {
  const { caseNumber, facts } = await published();
  expect(facts.head.milestone).toBe('inUse');
  expect(facts.programme).toMatchObject({ name: 'Sov gott', version: 1, council: 'council-psykisk-halsa' });
  await endsWith(caseNumber, 'SUCCEEDED', 2, 'production');
  expect(await statesOf(caseNumber, 2, 'production')).toEqual(COURSE);
});

describe('the machine of the production', () => {
  it('goes on where it is stopped by hand, at each human step in turn: settled rounds pass, the same link answers', () =>
    interruptedAtEach(1, ({ head }) => stop(head)));

  it('goes on where its deadline passes, at each human step in turn', () =>
    interruptedAtEach(2, async ({ head }, step) => {
      await withDeadline(head.phase, step, async () => {
        await stop(head);
        const timedOut = await endsWith(head.number, 'FAILED', head.attempt + 1, head.phase);
        expect(timedOut).toMatchObject({ error: 'States.Timeout' });
      });
      await lookAgain(store(), head.id, new Date(0).toISOString());
      await mend();
    }));

  it('tries a task that fails at any human step again, and the link in the first mail still answers', () =>
    interruptedAtEach(0, refuseOnce));

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
    const waiting = await Promise.all(WAITING.map(async (step) => waitingAt(step)));
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
});

const waitingAt = async (step: Waiting) => {
  const reached = step === 'projectAssignment' ? await decided() : await producing();
  if (step === 'introduction') {
    await answered(reached, 'productionChecklist');
    await answerTheRest(reached, 'productionChecklist');
  }
  return waitsAt(reached.id, step, { attempt: 2 });
};
