import {
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StopExecutionCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { expect } from 'vitest';
import type { CaseFacts, CaseHead } from '../../shared/case/facts.ts';
import { lookAgain } from '../../shared/records/heads.ts';
import { PAYLOAD_SCHEMA } from '../../shared/routine/payload.ts';
import type { MachineStep, Phase } from '../../shared/routine/question.ts';
import { eventually } from './eventually.ts';
import { executionArn } from './executions.ts';
import { mend } from './functions.ts';
import { logLinesOf } from './log-lines.ts';
import { store } from './record.ts';
import { sfn, system } from './system.ts';

/** What can happen to a running execution beside what the app does. */

/** Stops the execution of a case by hand. */
export const stop = ({ number, attempt, phase }: CaseHead) =>
  sfn.send(new StopExecutionCommand({ executionArn: executionArn(number, attempt, phase) }));

const tokenOf = ({ tokens }: CaseFacts): string | undefined =>
  tokens.find(({ drivenAt }) => drivenAt === undefined)?.taskToken;

/** Settles the task that a case waits in with an outcome that no choice knows. */
export const surprise = (facts: CaseFacts) =>
  sfn.send(
    new SendTaskSuccessCommand({
      taskToken: tokenOf(facts),
      output: JSON.stringify({ outcome: 'surprise' }),
    }),
  );

/** Starts an execution for something that no phase is begun for. Gives its attempt. */
export const startForSurprise = async (
  { id, caseNumber }: { readonly id: string; readonly caseNumber: string },
  phase: Phase,
): Promise<number> => {
  const attempt = 99;
  const input = { schema: PAYLOAD_SCHEMA, caseId: id, phase, attempt, asked: {}, occasion: 'surprise' };
  await sfn.send(
    new StartExecutionCommand({
      stateMachineArn: system().stateMachines[phase],
      name: `${caseNumber}-${phase}-${attempt}`,
      input: JSON.stringify(input),
    }),
  );
  return attempt;
};

/** Fails the task that a case waits in, as the queue would that refuses its message; waits until it is tried again. */
export const refuseOnce = async (facts: CaseFacts): Promise<void> => {
  const asked = await timesAsked(facts);
  await sfn.send(new SendTaskFailureCommand({ taskToken: tokenOf(facts), error: 'QueueRefused' }));
  await eventually(async () => expect(await timesAsked(facts)).toBe(asked + 1));
};

/** How many times the machine has put a message on the step queue. */
const timesAsked = async ({ head: { number, attempt, phase } }: CaseFacts): Promise<number> => {
  const { events = [] } = await sfn.send(
    new GetExecutionHistoryCommand({ executionArn: executionArn(number, attempt, phase), maxResults: 1000 }),
  );
  return events.filter(({ type }) => type === 'TaskScheduled').length;
};

/** Has `mend` look at a case whose execution has ended by itself. That end puts the look off: before it is told, ours would be lost to it. */
export const mendAfterEnd = async (caseId: string, caseNumber: string, attempt: number): Promise<void> => {
  const told = { message: 'execution ended early', caseNumber, attempt };
  await eventually(async () =>
    expect(await logLinesOf('Mend')).toContainEqual(expect.objectContaining(told)),
  );
  await lookAgain(store(), caseId, new Date(0).toISOString());
  await mend();
};

const SHORT_SECONDS = 2;

/** Executions that start during `work` wait only a moment at this step; `prod` waits 300 days (test/unit/infra.test.ts). */
export const withDeadline = async (
  phase: Phase,
  step: MachineStep,
  work: () => Promise<void>,
): Promise<void> => {
  const stateMachineArn = system().stateMachines[phase];
  const { definition = '' } = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));
  const shortened = JSON.parse(definition);
  const states: { readonly Type: string; TimeoutSeconds: number }[] = Object.values(shortened.States);
  const asks = `"step":"${step}"`;
  for (const state of states.filter((it) => it.Type === 'Task' && JSON.stringify(it).includes(asks)))
    state.TimeoutSeconds = SHORT_SECONDS;
  const define = (it: string) => sfn.send(new UpdateStateMachineCommand({ stateMachineArn, definition: it }));
  await define(JSON.stringify(shortened));
  try {
    await work();
  } finally {
    await define(definition);
  }
};
