import {
  DescribeStateMachineCommand,
  StopExecutionCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { TokenFact } from '../../shared/case/facts.ts';
import { lookAgain } from '../../shared/records/heads.ts';
import { keys } from '../../shared/records/keys.ts';
import type { Step } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { eventually } from '../harness/eventually.ts';
import { endsWith, executionArn, statesOf } from '../harness/executions.ts';
import { mend } from '../harness/functions.ts';
import { mendAfterEnd } from '../harness/interrupting.ts';
import { ANSWERS, answer, answerStep, linkFor, MAILBOX, submit } from '../harness/people.ts';
import { endsAs, factsOf, store, waitsAt } from '../harness/record.ts';
import { sfn, system } from '../harness/system.ts';

const stop = (caseNumber: string, attempt: number) =>
  sfn.send(new StopExecutionCommand({ executionArn: executionArn(caseNumber, attempt) }));

const COURSE: readonly (readonly [Step, string])[] = [
  ['screening', MAILBOX.office],
  ['position', MAILBOX['council-psykisk-halsa']],
  ['pprPosition', MAILBOX.ppr],
  ['decision', MAILBOX.office],
];

describe('an execution stopped by hand', () => {
  it('at each human step in turn: the phase restarts, settled rounds pass through, the same link still works', async () => {
    const { id, caseNumber } = await submit(1);
    let attempt = 1;
    for (const [step, mailbox] of COURSE) {
      const before = await waitsAt(id, step, { attempt });
      const link = await linkFor(caseNumber, step, mailbox);
      await stop(caseNumber, attempt);
      attempt += 1;
      const after = await waitsAt(id, step, { attempt });
      expect(after.questions).toEqual(before.questions);
      expect(after.mailings).toEqual(before.mailings);
      await answer(link, {
        ...ANSWERS[step],
        ...(step === 'position' && { manageableWithinUnits: 'false' }),
      });
    }
    await endsAs(id, 'decided');
    await endsWith(caseNumber, 'SUCCEEDED', attempt);
    const passed = (await statesOf(caseNumber, attempt)).filter((name) => !name.endsWith('?'));
    expect(passed.map((name) => name.slice(0, 2))).toEqual(['a)', 'b–', 'd)', 'e)', 'Be']);
  });
});

describe('a deadline that passes', () => {
  it('at each human step in turn: the execution ends, and mend asks on with the same link', async () => {
    const { id, caseNumber } = await submit(1);
    let attempt = 1;
    for (const [step, mailbox] of COURSE) {
      const before = await waitsAt(id, step, { attempt });
      const link = await linkFor(caseNumber, step, mailbox);
      await withDeadline(step, async () => {
        await stop(caseNumber, attempt);
        attempt += 1;
        expect(await endsWith(caseNumber, 'FAILED', attempt)).toMatchObject({ error: 'States.Timeout' });
      });
      await mendAfterEnd(id, caseNumber, attempt);
      attempt += 1;
      const after = await waitsAt(id, step, { attempt });
      expect(after.questions).toEqual(before.questions);
      expect(after.mailings).toEqual(before.mailings);
      await answer(link, {
        ...ANSWERS[step],
        ...(step === 'position' && { manageableWithinUnits: 'false' }),
      });
    }
    await endsAs(id, 'decided');
    await endsWith(caseNumber, 'SUCCEEDED', attempt);
  });
});

const SHORT_SECONDS = 2;

/** Executions that start during `work` wait only a moment at this step; `prod` waits 300 days (test/unit/infra.test.ts). */
const withDeadline = async (step: Step, work: () => Promise<void>): Promise<void> => {
  const stateMachineArn = system().stateMachines.nomination;
  const { definition = '' } = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));
  const shortened = JSON.parse(definition);
  const { letter, stateName } = QUESTIONS[step];
  shortened.States[`${letter}) ${stateName}`].TimeoutSeconds = SHORT_SECONDS;
  const define = (it: string) => sfn.send(new UpdateStateMachineCommand({ stateMachineArn, definition: it }));
  await define(JSON.stringify(shortened));
  try {
    await work();
  } finally {
    await define(definition);
  }
};

describe('mend', () => {
  it('leaves a case alone whose execution runs and whose people are asked', async () => {
    const { id } = await submit(2);
    await waitsAt(id, 'screening');
    await lookAgain(store(), id, new Date(0).toISOString());
    await mend();
    const { head } = await eventually(async () => {
      const facts = await factsOf(id);
      expect(Date.parse(String(facts.head.lookAgainAt))).toBeGreaterThan(Date.now());
      expect(facts.head.wake).toBeUndefined();
      return facts;
    });
    expect(head.attempt).toBe(1);
  });

  it('forgets a case that has come to its end', async () => {
    const { id, caseNumber } = await submit(2);
    await answerStep(caseNumber, 'screening', MAILBOX.office, {
      screeningOutcome: 'notForSob',
      councils: [],
    });
    await endsAs(id, 'notForSob');
    await lookAgain(store(), id, new Date(0).toISOString());
    await mend();
    await eventually(async () => expect((await factsOf(id)).head.lookAgainAt).toBeUndefined());
  });

  it('run twice at once, restarts a lost phase once', async () => {
    const { id } = await submit(2);
    const { tokens } = await waitsAt(id, 'screening');
    await forget(id, tokens);
    await lookAgain(store(), id, new Date(0).toISOString());
    await Promise.all([mend(), mend()]);
    const { head } = await waitsAt(id, 'screening', { attempt: 2 });
    expect(head.attempt).toBe(2);
  });

  it('restarts a phase whose token never arrived, or was lost, and the same link still works', async () => {
    const { id, caseNumber } = await submit(2);
    const before = await waitsAt(id, 'screening');
    const link = await linkFor(caseNumber, 'screening', MAILBOX.office);
    await forget(id, before.tokens);
    await lookAgain(store(), id, new Date(0).toISOString());
    await mend();
    const after = await waitsAt(id, 'screening', { attempt: 2 });
    expect(after.questions).toEqual(before.questions);
    expect(after.mailings).toEqual(before.mailings);
    await answer(link, ANSWERS.screening);
    await waitsAt(id, 'position', { attempt: 2 });
  });
});

/** Takes tokens out of the record, as if they had never been stored. */
const forget = async (caseId: string, tokens: readonly TokenFact[]): Promise<void> => {
  const { client, table } = store();
  for (const token of tokens) {
    await client.send(new DeleteCommand({ TableName: table, Key: keys.token(caseId, token.id) }));
  }
};
