import { readdirSync, readFileSync } from 'node:fs';
import {
  CloudWatchLogsClient,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import { localPath } from '../../local/paths.ts';
import './system.ts';
import { ownWorker, workerFolder } from './worker.ts';

const logs = new CloudWatchLogsClient({});

/** The lines in the log groups whose names hold `part`: those of a function, for example `MachinesDrive`. */
const linesIn = async (part: string): Promise<readonly string[]> => {
  const lines: string[] = [];
  for await (const { logGroups } of paginateDescribeLogGroups({ client: logs }, {})) {
    for (const { logGroupName } of logGroups ?? []) {
      if (!logGroupName?.includes(part)) continue;
      for await (const { events } of paginateFilterLogEvents({ client: logs }, { logGroupName })) {
        lines.push(...(events ?? []).map(({ message }) => String(message)));
      }
    }
  }
  return lines;
};

export type LogLine = Readonly<Record<string, unknown>>;

/** What a function logged itself, as it is kept: one object a line. */
export const logLinesOf = async (part: string): Promise<readonly LogLine[]> =>
  (await linesIn(part)).filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));

/**
 * Every line in every log group, and what the local programs wrote to their own log files. The engine writes no
 * logs of executions and requests; that these hold no secrets is asserted of the template, in infra.test.ts.
 */
export const everyLogLine = async (): Promise<string> => {
  const folder = localPath(workerFolder(ownWorker()));
  const files = readdirSync(folder).filter((name) => name.endsWith('.log'));
  const local = files.map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  return [...(await linesIn('')), ...local].join('\n');
};
