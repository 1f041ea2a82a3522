import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type Operator, putOperation } from '../../shared/records/operations.ts';
import { systemTime } from '../moved-time.ts';
import type { Target } from './target.ts';

/** What an operator wants done, weighed: what it would be, and how it is done. */
export interface Plan {
  /** One line for each thing that is to be done; none where there is nothing to do. */
  readonly would: readonly string[];
  /** Said where there is nothing to do. */
  readonly nothing?: string;
  /** Does it; gives what came of it. */
  carryOut(by: Operator): Promise<readonly string[]>;
}

export interface Given {
  readonly yes: boolean;
  readonly as?: string;
  readonly why?: string;
  readonly command: string;
  /** What was written after it. */
  readonly told: readonly string[];
}

/** Says what would be done; with `yes` does it, and keeps who had it done. */
export const act = async ({ store }: Target, given: Given, plan: Plan): Promise<void> => {
  if (plan.would.length === 0) return console.log(plan.nothing ?? 'There is nothing to do.');
  if (!given.yes) {
    for (const line of plan.would) console.log(`Would ${line}`);
    return console.log('Nothing was changed. Add --yes to do it.');
  }
  const { command, told, why, as } = given;
  const by = await operator(as);
  const operation = {
    ...{ id: crypto.randomUUID(), at: systemTime().toISOString(), by, command, given: told },
    ...(why !== undefined && { why }),
  };
  await putOperation(store, operation);
  const came = await plan.carryOut(by);
  for (const line of came) console.log(line);
  const done = { at: systemTime().toISOString(), result: came.join('\n') };
  await putOperation(store, { ...operation, done });
};

/** Whose credentials these are; without a name of their own they sign with the end of their ARN. */
const operator = async (as: string | undefined): Promise<Operator> => {
  const { Arn = 'unknown' } = await new STSClient({}).send(new GetCallerIdentityCommand({}));
  return { name: as ?? Arn.split(/[/:]/u).at(-1) ?? Arn, arn: Arn };
};
