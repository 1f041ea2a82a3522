import { paginateListExecutions, SFNClient } from '@aws-sdk/client-sfn';
import type { System } from '../../local/system.ts';
import { chainBreak, readActs } from '../../shared/records/acts.ts';
import type { Store } from '../../shared/records/store.ts';
import type { Checked } from './account.ts';
import type { Story } from './region.ts';

/** Looks at what a simulated life has left behind: the executions, and the chain of each case's acts. */
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
  const chainsBroken: string[] = [];
  for (const { head } of cases) {
    const at = chainBreak(await readActs(store, head.id), head);
    if (at !== undefined) chainsBroken.push(`${head.number} at act ${at}`);
  }
  return { executionsFailed, chainsBroken };
};
