import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import {
  DescribeStateMachineCommand,
  paginateGetExecutionHistory,
  paginateListExecutions,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { localPath } from '../../local/paths.ts';
import type { System } from '../../local/system.ts';
import {
  type Edge,
  type Event,
  edgesOf,
  edgesTaken,
  type Taken,
  transitionsPath,
} from '../../local/transitions.ts';
import { ownWorker, workerFolder } from './worker.ts';

/** Which transitions of the deployed machines the tests took, read from its executions when the tests are over. */

const casesPath = (worker: number): string => localPath(workerFolder(worker), 'cases.jsonl');

/** Forgets what an earlier run of these workers took. */
export const forgetTransitions = (workers: readonly number[]): void => {
  for (const path of [...workers.map(casesPath), transitionsPath()]) rmSync(path, { force: true });
};

/** Remembers which test a case belongs to. */
export const noteCase = (caseNumber: string, test: string): void =>
  appendFileSync(casesPath(ownWorker()), `${JSON.stringify([caseNumber, test])}\n`);

/** Writes down every transition of the machines, with the first test that took it in any of the workers' systems. */
export const writeTransitions = async (systems: readonly System[]): Promise<void> => {
  const taken = await Promise.all(systems.map(transitionsIn));
  const [first = [], ...others] = taken;
  const all = first.map(
    (edge, i): Taken => (edge.test === undefined ? (others.find((it) => it[i]?.test)?.[i] ?? edge) : edge),
  );
  writeFileSync(transitionsPath(), JSON.stringify(all));
};

const transitionsIn = async (
  { awsEndpoint, stateMachines }: System,
  i: number,
): Promise<readonly Taken[]> => {
  const client = new SFNClient({ endpoint: awsEndpoint });
  const testOf = testsOfCases(i + 1);
  const machines = Object.entries(stateMachines).map(([machine, arn]) =>
    transitionsOf(client, machine, arn, testOf),
  );
  return (await Promise.all(machines)).flat();
};

type TestsOfCases = ReadonlyMap<string, string>;

const transitionsOf = async (
  client: SFNClient,
  machine: string,
  stateMachineArn: string,
  testOf: TestsOfCases,
): Promise<readonly Taken[]> => {
  const { definition = '' } = await client.send(new DescribeStateMachineCommand({ stateMachineArn }));
  const edges = edgesOf(JSON.parse(definition));
  const tests = await firstTests(client, stateMachineArn, edges, testOf);
  return edges.map((edge): Taken => {
    const test = tests.get(edge);
    return { machine, ...edge, ...(test !== undefined && { test }) };
  });
};

const firstTests = async (
  client: SFNClient,
  stateMachineArn: string,
  edges: readonly Edge[],
  testOf: TestsOfCases,
) => {
  const first = new Map<Edge, string>();
  for (const { arn, caseNumber } of await executionsOf(client, stateMachineArn)) {
    const test = testOf.get(caseNumber);
    if (test === undefined) continue;
    for (const edge of edgesTaken(edges, await historyOf(client, arn))) {
      if (!first.has(edge)) first.set(edge, test);
    }
  }
  return first;
};

const testsOfCases = (worker: number): TestsOfCases => {
  if (!existsSync(casesPath(worker))) return new Map();
  const lines = readFileSync(casesPath(worker), 'utf8').trim().split('\n');
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
