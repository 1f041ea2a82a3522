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
import { BASELINE_FUNCTIONS } from './baseline/names.ts';
import type { Meter } from './meter.ts';

/** The product's functions, by their folders. */
export const FUNCTIONS = readdirSync(join(root, 'functions'));

/** Of a function whose name CDK gave it, the folder: `…-WebAnswerFunction7821-…` is `answer`, `…MailFeedback…` is `mail-feedback`. */
export const nameOf = (deployedName: string): string | undefined =>
  BASELINE_FUNCTIONS.find((name) => name === deployedName) ??
  FUNCTIONS.find((name) => deployedName.toLowerCase().includes(name.replace('-', '')));

/** Sends every function's calls to AWS through the meter, each under its own name. */
export const meterFunctions = async (meter: Meter): Promise<void> => {
  const lambda = new LambdaClient({});
  for await (const { Functions } of paginateListFunctions({ client: lambda }, {})) {
    for (const { FunctionName = '', Environment } of Functions ?? []) {
      const name = nameOf(FunctionName);
      if (name === undefined) continue;
      const Variables = { ...Environment?.Variables, AWS_ENDPOINT_URL: String(meter.endpoints[name]) };
      await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }));
    }
  }
};

/** What the functions' logs tell. */
export interface Invocations {
  readonly counts: Readonly<Record<string, number>>;
  readonly bytes: number;
}

/** Polls of the log without a new line, after which nothing more is expected. */
const QUIET_POLLS = 4;

/** The counts once no function is invoked any more. */
export const settledInvocations = async (): Promise<Invocations> => {
  let last = await invocations();
  for (let quiet = 0; quiet < QUIET_POLLS; ) {
    await sleep(250);
    const now = await invocations();
    quiet = JSON.stringify(now) === JSON.stringify(last) ? quiet + 1 : 0;
    last = now;
  }
  return last;
};

/** How often each function has been invoked: every invocation begins with a START line. */
const invocations = async (): Promise<Invocations> => {
  const logs = new CloudWatchLogsClient({});
  const counts: Record<string, number> = {};
  let bytes = 0;
  for await (const { logGroups } of paginateDescribeLogGroups({ client: logs }, {})) {
    for (const { logGroupName = '' } of logGroups ?? []) {
      const name = nameOf(logGroupName.split('/').at(-1) ?? '');
      if (name === undefined) continue;
      for await (const { events } of paginateFilterLogEvents({ client: logs }, { logGroupName })) {
        for (const { message = '' } of events ?? []) {
          bytes += Buffer.byteLength(message);
          if (message.startsWith('START RequestId')) counts[name] = (counts[name] ?? 0) + 1;
        }
      }
    }
  }
  return { counts, bytes };
};
