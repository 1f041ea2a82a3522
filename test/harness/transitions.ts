import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import {
  DescribeStateMachineCommand,
  paginateGetExecutionHistory,
  paginateListExecutions,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { localPath } from '../../local/paths.ts';
import {
  type Edge,
  type Event,
  edgesOf,
  edgesTaken,
  type Taken,
  transitionsPath,
} from '../../local/transitions.ts';

/** Which transitions of the deployed machines the tests took, read from its executions when the tests are over. */

const casesPath = (): string => localPath('test', 'cases.jsonl');

/** Forgets what an earlier run took. */
export const forgetTransitions = (): void => {
  for (const path of [casesPath(), transitionsPath()]) rmSync(path, { force: true });
};

/** Remembers which test a case belongs to. */
export const noteCase = (caseNumber: string, test: string): void =>
  appendFileSync(casesPath(), `${JSON.stringify([caseNumber, test])}\n`);

/**
 * Writes down every transition of the machines, with the first test that took it.
 * @param stateMachines ARNs by the machines' names
 */
export const writeTransitions = async (stateMachines: Readonly<Record<string, string>>): Promise<void> => {
  const client = new SFNClient({});
  const all = await Promise.all(
    Object.entries(stateMachines).map(([machine, arn]) => transitionsOf(client, machine, arn)),
  );
  writeFileSync(transitionsPath(), JSON.stringify(all.flat()));
};

const transitionsOf = async (
  client: SFNClient,
  machine: string,
  stateMachineArn: string,
): Promise<readonly Taken[]> => {
  const { definition = '' } = await client.send(new DescribeStateMachineCommand({ stateMachineArn }));
  const edges = edgesOf(JSON.parse(definition));
  const tests = await firstTests(client, stateMachineArn, edges);
  return edges.map((edge): Taken => {
    const test = tests.get(edge);
    return { machine, ...edge, ...(test !== undefined && { test }) };
  });
};

const firstTests = async (client: SFNClient, stateMachineArn: string, edges: readonly Edge[]) => {
  const first = new Map<Edge, string>();
  const testOf = testsOfCases();
  for (const { arn, caseNumber } of await executionsOf(client, stateMachineArn)) {
    const test = testOf.get(caseNumber);
    if (test === undefined) continue;
    for (const edge of edgesTaken(edges, await historyOf(client, arn))) {
      if (!first.has(edge)) first.set(edge, test);
    }
  }
  return first;
};

const testsOfCases = (): ReadonlyMap<string, string> => {
  if (!existsSync(casesPath())) return new Map();
  const lines = readFileSync(casesPath(), 'utf8').trim().split('\n');
  return new Map(lines.map((line) => JSON.parse(line)));
};

const executionsOf = async (client: SFNClient, stateMachineArn: string) => {
  const found: { readonly arn: string; readonly caseNumber: string }[] = [];
  for await (const { executions = [] } of paginateListExecutions({ client }, { stateMachineArn })) {
    for (const { executionArn = '', name = '' } of executions) {
      found.push({ arn: executionArn, caseNumber: name.replace(/-[a-z]+-\d+$/u, '') });
    }
  }
  return found.sort((a, b) => a.caseNumber.localeCompare(b.caseNumber));
};

const historyOf = async (client: SFNClient, executionArn: string): Promise<readonly Event[]> => {
  const events: Event[] = [];
  const pages = paginateGetExecutionHistory({ client }, { executionArn, includeExecutionData: true });
  for await (const page of pages) events.push(...(page.events ?? []));
  return events;
};
