import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { CaseHead, TokenFact } from '../../shared/case/facts.ts';
import { PAYLOAD_SCHEMA } from '../../shared/routine/payload.ts';
import type { Phase } from '../../shared/routine/question.ts';

export interface Running {
  readonly startedAt: Date;
}

/** What `drive` needs of Step Functions. */
export interface Machines {
  /** Starts the head's attempt; `false` when that name was used before. */
  start(head: CaseHead): Promise<boolean>;
  /** The execution of an attempt, if it is running. */
  running(head: CaseHead, attempt: number): Promise<Running | undefined>;
  stop(head: CaseHead, attempt: number): Promise<void>;
  /** Resumes a waiting task; `false` when its token is spent. */
  resume(token: TokenFact, outcome: string): Promise<boolean>;
}

export const executionName = (head: Pick<CaseHead, 'number' | 'phase'>, attempt: number): string =>
  `${head.number}-${head.phase}-${attempt}`;

/** `arn:…:stateMachine:name` and an execution's name to `arn:…:execution:name:execution`. */
export const executionArn = (machineArn: string, name: string): string =>
  `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;

/** What Step Functions says of a token that was used, that ran out, or that is from another machine's life. */
const SPENT = [TaskTimedOut, TaskDoesNotExist, InvalidToken];

/**
 * The machines at Step Functions.
 * @param arns of each phase's machine
 */
export const stepFunctions = (client: SFNClient, arns: Readonly<Record<Phase, string>>): Machines => ({
  async start(head) {
    try {
      await client.send(
        new StartExecutionCommand({
          stateMachineArn: arns[head.phase],
          name: executionName(head, head.attempt),
          input: JSON.stringify({
            schema: PAYLOAD_SCHEMA,
            caseId: head.id,
            phase: head.phase,
            attempt: head.attempt,
            asked: head.askedBefore?.[head.phase] ?? {},
            ...(head.occasion !== undefined && { occasion: head.occasion }),
          }),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ExecutionAlreadyExists) return false;
      throw error;
    }
  },

  async running(head, attempt) {
    try {
      const { status, startDate } = await client.send(
        new DescribeExecutionCommand({
          executionArn: executionArn(arns[head.phase], executionName(head, attempt)),
        }),
      );
      return status === 'RUNNING' && startDate !== undefined ? { startedAt: startDate } : undefined;
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      throw error;
    }
  },

  async stop(head, attempt) {
    // One that has ended is refused with a ValidationException, which says other things too.
    if ((await this.running(head, attempt)) === undefined) return;
    try {
      await client.send(
        new StopExecutionCommand({
          executionArn: executionArn(arns[head.phase], executionName(head, attempt)),
          error: 'PhaseRestarted',
          cause: 'A later attempt of the same phase takes over.',
        }),
      );
    } catch (error) {
      if (!(error instanceof ExecutionDoesNotExist)) throw error;
    }
  },

  async resume(token, outcome) {
    try {
      await client.send(
        new SendTaskSuccessCommand({ taskToken: token.taskToken, output: JSON.stringify({ outcome }) }),
      );
      return true;
    } catch (error) {
      if (SPENT.some((kind) => error instanceof kind)) return false;
      throw error;
    }
  },
});
