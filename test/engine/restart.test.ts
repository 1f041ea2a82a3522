import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { lookAgain } from '../../shared/records/heads.ts';
import type { Step } from '../../shared/routine/question.ts';
import { eventually } from '../harness/eventually.ts';
import { endsWith, executionArn, statesOf } from '../harness/executions.ts';
import { mend, whilePaused } from '../harness/functions.ts';
import { ANSWERS, answer, answerStep, linkFor, MAILBOX, submit } from '../harness/people.ts';
import { endsAs, factsOf, store, waitsAt } from '../harness/record.ts';
import { sfn, sqs, system } from '../harness/system.ts';

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

  it('is found by the answer itself when nobody noticed that it stopped', async () => {
    const { id, caseNumber } = await submit(2);
    await waitsAt(id, 'screening');
    await whilePaused('MachinesDrive', async () => {
      await stop(caseNumber, 1);
      await answerStep(caseNumber, 'screening', MAILBOX.office);
    });
    const { head } = await waitsAt(id, 'position', { attempt: 2 });
    expect(head.milestone).toBe('forwardedToCouncil');
  });
});

describe('mend', () => {
  it('restarts a phase whose message to ask was lost', async () => {
    const { id } = await whilePaused('MailAsk', async () => {
      const submitted = await submit(2);
      await eventually(async () => {
        const { Messages } = await sqs.send(
          new ReceiveMessageCommand({
            QueueUrl: system().stepQueueUrl,
            MaxNumberOfMessages: 10,
            VisibilityTimeout: 5,
          }),
        );
        const lost = Messages?.find(({ Body }) => Body?.includes(submitted.id));
        expect(lost).toBeDefined();
        await sqs.send(
          new DeleteMessageCommand({ QueueUrl: system().stepQueueUrl, ReceiptHandle: lost?.ReceiptHandle }),
        );
      });
      return submitted;
    });
    expect((await factsOf(id)).tokens).toEqual([]);
    await lookAgain(store(), id, new Date(0).toISOString());
    await mend();
    await waitsAt(id, 'screening', { attempt: 2 });
  });

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

  it('run twice, restarts once', async () => {
    const { id } = await submit(2);
    await waitsAt(id, 'screening');
    await Promise.all([mend(), mend()]);
    expect((await waitsAt(id, 'screening')).head.attempt).toBe(1);
  });
});
