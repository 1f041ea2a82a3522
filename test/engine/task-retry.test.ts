import { GetExecutionHistoryCommand, SendTaskFailureCommand } from '@aws-sdk/client-sfn';
import { expect, it } from 'vitest';
import type { MachineStep } from '../../shared/routine/question.ts';
import { eventually } from '../harness/eventually.ts';
import { endsWith, executionArn } from '../harness/executions.ts';
import { ANSWERS, answer, linkFor, MAILBOX, submit } from '../harness/people.ts';
import { endsAs, waitsAt } from '../harness/record.ts';
import { sfn } from '../harness/system.ts';

const COURSE: readonly (readonly [MachineStep, string])[] = [
  ['screening', MAILBOX.office],
  ['position', MAILBOX['council-psykisk-halsa']],
  ['pprPosition', MAILBOX.ppr],
  ['decision', MAILBOX.office],
];

/** How many times the machine has put a message on the step queue. */
const timesAsked = async (caseNumber: string): Promise<number> => {
  const { events = [] } = await sfn.send(
    new GetExecutionHistoryCommand({ executionArn: executionArn(caseNumber), maxResults: 1000 }),
  );
  return events.filter(({ type }) => type === 'TaskScheduled').length;
};

it('a task that fails at any human step is tried again by the machine, and the link in the first mail still answers', async () => {
  const { id, caseNumber } = await submit(1);
  for (const [step, mailbox] of COURSE) {
    const { tokens } = await waitsAt(id, step);
    const link = await linkFor(caseNumber, step, mailbox);
    const waiting = tokens.find((token) => token.drivenAt === undefined);
    const asked = await timesAsked(caseNumber);
    await sfn.send(new SendTaskFailureCommand({ taskToken: waiting?.taskToken, error: 'QueueRefused' }));
    await eventually(async () => expect(await timesAsked(caseNumber)).toBe(asked + 1));
    await answer(link, { ...ANSWERS[step], ...(step === 'position' && { manageableWithinUnits: 'false' }) });
  }
  await endsAs(id, 'decided');
  await endsWith(caseNumber, 'SUCCEEDED');
});
