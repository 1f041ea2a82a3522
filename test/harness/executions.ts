import {
  DescribeExecutionCommand,
  type DescribeExecutionOutput,
  GetExecutionHistoryCommand,
} from '@aws-sdk/client-sfn';
import { expect } from 'vitest';
import type { Phase } from '../../shared/routine/question.ts';
import { eventually } from './eventually.ts';
import { sfn, system } from './system.ts';

/** Executions, as an admin sees them in the Step Functions console. */

export const executionArn = (caseNumber: string, attempt = 1, phase: Phase = 'nomination'): string =>
  `${system().stateMachines[phase]?.replace(':stateMachine:', ':execution:')}:${caseNumber}-${phase}-${attempt}`;

/** Waits until an execution has this status. */
export const endsWith = (
  caseNumber: string,
  status: string,
  attempt = 1,
  phase: Phase = 'nomination',
): Promise<DescribeExecutionOutput> =>
  eventually(async () => {
    const execution = await sfn.send(
      new DescribeExecutionCommand({ executionArn: executionArn(caseNumber, attempt, phase) }),
    );
    expect(execution.status).toBe(status);
    return execution;
  });

/** The names of the states that an execution entered, in order. */
export const statesOf = async (
  caseNumber: string,
  attempt = 1,
  phase: Phase = 'nomination',
): Promise<readonly string[]> => {
  const { events } = await sfn.send(
    new GetExecutionHistoryCommand({
      executionArn: executionArn(caseNumber, attempt, phase),
      maxResults: 1000,
    }),
  );
  return (events ?? []).flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? []);
};
