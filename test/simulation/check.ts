import { paginateListExecutions, SFNClient } from '@aws-sdk/client-sfn';
import type { System } from '../../local/system.ts';
import type { Store } from '../../shared/records/store.ts';
import { verifyCases } from '../../shared/records/verify.ts';
import type { Checked } from './account.ts';
import type { Story } from './region.ts';

/** Looks at what a simulated life has left behind: the executions, and whether each case is what its acts make it. */
export const checked = async (
  { stateMachines }: System,
  store: Store,
  { cases }: Story,
): Promise<Checked> => {
  const client = new SFNClient({});
  let executionsFailed = 0;
  for (const stateMachineArn of Object.values(stateMachines))
    for (const statusFilter of ['FAILED', 'TIMED_OUT'] as const)
      for await (const { executions = [] } of paginateListExecutions(
        { client },
        { stateMachineArn, statusFilter },
      ))
        executionsFailed += executions.length;
  const casesWrong: string[] = [];
  for (const { head } of cases)
    for await (const { number, difference } of verifyCases(store, head.number))
      if (difference !== undefined)
        casesWrong.push(`${number} at act ${difference.act}, ${difference.field}: ${difference.why}`);
  return { executionsFailed, casesWrong };
};
