import { DescribeExecutionCommand, ExecutionDoesNotExist, SFNClient } from '@aws-sdk/client-sfn';
import { executionArn, executionName } from '../../functions/drive/machines.ts';
import type { CaseHead } from '../../shared/case/facts.ts';
import type { Target } from './target.ts';

/** An execution, as the console shows it; `NONE` where there never was one, or its history has ended. */
export interface Execution {
  readonly name: string;
  readonly status: string;
  /** ISO 8601. */
  readonly startedAt?: string;
  /** The error's name and cause, of one that failed. */
  readonly error?: string;
}

/** The execution of the attempt that a case wants. */
export const executionOf = async ({ machines }: Target, head: CaseHead): Promise<Execution> => {
  const name = executionName(head, head.attempt);
  const arn = executionArn(machines[head.phase], name);
  try {
    const {
      status = '',
      startDate,
      error,
      cause,
    } = await new SFNClient({}).send(new DescribeExecutionCommand({ executionArn: arn }));
    const why = [error, cause].filter((it) => it !== undefined).join(': ');
    return {
      ...{ name, status },
      ...(startDate && { startedAt: startDate.toISOString() }),
      ...(why !== '' && { error: why }),
    };
  } catch (caught) {
    if (caught instanceof ExecutionDoesNotExist) return { name, status: 'NONE' };
    throw caught;
  }
};
