import { setTimeout as sleep } from 'node:timers/promises';
import {
  CloudWatchLogsClient,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  LambdaClient,
  paginateListFunctions,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import type { Meter } from './meter.ts';

/** A function's folder under `functions/`, from the name that CDK gave it: `…-WebAnswerFunction7821-…` is `answer`. */
const FOLDERS = ['nominate', 'answer', 'drive', 'ask', 'mend'];
const folderOf = (deployedName: string): string | undefined =>
  FOLDERS.find((name) => deployedName.toLowerCase().includes(name));

/** Sends every function's calls to AWS through the meter, each under its own name. */
export const meterFunctions = async (meter: Meter): Promise<void> => {
  const lambda = new LambdaClient({});
  for await (const { Functions } of paginateListFunctions({ client: lambda }, {})) {
    for (const { FunctionName = '', Environment } of Functions ?? []) {
      const name = folderOf(FunctionName);
      if (name === undefined) continue;
      const Variables = { ...Environment?.Variables, AWS_ENDPOINT_URL: meter.endpointFor(name) };
      await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }));
    }
  }
};

type Counts = Readonly<Record<string, number>>;

/** Counts once every function in `expected` has written to its log, and no further line comes. */
export const settledInvocations = async (before: Counts, expected: ReadonlySet<string>): Promise<Counts> => {
  let last = await invocations();
  for (;;) {
    await sleep(300);
    const now = await invocations();
    const allThere = [...expected].every((name) => (now[name] ?? 0) > (before[name] ?? 0));
    if (allThere && JSON.stringify(now) === JSON.stringify(last)) return now;
    last = now;
  }
};

/** How often each function has been invoked, counted in its log: every invocation begins with a START line. */
export const invocations = async (): Promise<Counts> => {
  const logs = new CloudWatchLogsClient({});
  const counts: Record<string, number> = {};
  for await (const { logGroups } of paginateDescribeLogGroups({ client: logs }, {})) {
    for (const { logGroupName = '' } of logGroups ?? []) {
      const name = folderOf(logGroupName.split('/').at(-1) ?? '');
      if (name === undefined) continue;
      for await (const { events } of paginateFilterLogEvents({ client: logs }, { logGroupName })) {
        const starts = (events ?? []).filter(({ message }) => message?.startsWith('START RequestId'));
        counts[name] = (counts[name] ?? 0) + starts.length;
      }
    }
  }
  return counts;
};
