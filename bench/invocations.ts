import { readdirSync } from 'node:fs';
import { join } from 'node:path';
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
import { root } from '../local/paths.ts';
import type { Meter } from './meter.ts';

/** The functions, by their folders. */
export const FUNCTIONS = readdirSync(join(root, 'functions'));

/** A function's folder under `functions/`, from the name that CDK gave it: `…-WebAnswerFunction7821-…` is `answer`. */
const folderOf = (deployedName: string): string | undefined =>
  FUNCTIONS.find((name) => deployedName.toLowerCase().includes(name));

/** Sends every function's calls to AWS through the meter, each under its own name. */
export const meterFunctions = async (meter: Meter): Promise<void> => {
  const lambda = new LambdaClient({});
  for await (const { Functions } of paginateListFunctions({ client: lambda }, {})) {
    for (const { FunctionName = '', Environment } of Functions ?? []) {
      const name = folderOf(FunctionName);
      if (name === undefined) continue;
      const Variables = { ...Environment?.Variables, AWS_ENDPOINT_URL: String(meter.endpoints[name]) };
      await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }));
    }
  }
};

type Counts = Readonly<Record<string, number>>;

/** Polls of the log without a new line, after which nothing more is expected. */
const QUIET_POLLS = 4;

/** The counts once no function is invoked any more. */
export const settledInvocations = async (): Promise<Counts> => {
  let last = await invocations();
  for (let quiet = 0; quiet < QUIET_POLLS; ) {
    await sleep(250);
    const now = await invocations();
    quiet = JSON.stringify(now) === JSON.stringify(last) ? quiet + 1 : 0;
    last = now;
  }
  return last;
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
