import { readdirSync, readFileSync } from 'node:fs';
import {
  CloudWatchLogsClient,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import { localPath } from '../../local/paths.ts';
import './system.ts';

const logs = new CloudWatchLogsClient({});

/**
 * Every line in every log group, and what the local programs wrote to their own log files. The engine writes no
 * logs of executions and requests; that these hold no secrets is asserted of the template, in infra.test.ts.
 */
export const everyLogLine = async (): Promise<string> => {
  const lines: string[] = [];
  for await (const { logGroups } of paginateDescribeLogGroups({ client: logs }, {})) {
    for (const { logGroupName } of logGroups ?? []) {
      for await (const { events } of paginateFilterLogEvents({ client: logs }, { logGroupName })) {
        lines.push(...(events ?? []).map(({ message }) => String(message)));
      }
    }
  }
  const folder = localPath('test');
  const files = readdirSync(folder).filter((name) => name.endsWith('.log'));
  return [...lines, ...files.map((name) => readFileSync(`${folder}/${name}`, 'utf8'))].join('\n');
};
