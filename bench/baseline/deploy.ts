import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ACCOUNT, clientEnvironment, REGION } from '../../local/engine.ts';
import { localPath, modulesDirectory, root } from '../../local/paths.ts';
import { Problem } from '../../local/problem.ts';
import { runToEnd } from '../../local/processes.ts';
import { INTERVALS } from './names.ts';

/** Where everything of the deployed baseline is. */
export interface Baseline {
  readonly baseUrl: string;
  /** Its table's name. */
  readonly table: string;
  /** Each machine's ARN. */
  readonly machines: Readonly<Record<keyof typeof INTERVALS, string>>;
  /** A machine without anything behind it, and the queue that its questions come to. */
  readonly bare: { readonly machine: string; readonly queueUrl: string };
}

/** Puts the baseline into the engine, where the product's deploy has bootstrapped it. @param endpoint the engine's address */
export const deployBaseline = async (endpoint: string): Promise<Baseline> => {
  const path = (name: string): string => localPath('bench', 'baseline', name);
  const [outputs, logFile] = [path('outputs.json'), path('deploy.log')];
  const isDeployed = await runToEnd({
    name: 'CDK',
    command: [
      ...[
        process.execPath,
        join(modulesDirectory, 'aws-cdk', 'bin', 'cdk'),
        'deploy',
        '--all',
        '--no-notices',
      ],
      ...['--require-approval', 'never', '--method', 'direct', '--outputs-file', outputs],
      ...['--app', 'node bench/baseline/app.ts', '--output', path('cdk.out')],
      ...['--context', `endpoint=${endpoint}`],
    ],
    logFile,
    cwd: root,
    env: {
      ...clientEnvironment(endpoint),
      CDK_DEFAULT_ACCOUNT: ACCOUNT,
      CDK_DEFAULT_REGION: REGION,
      PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
    },
  });
  if (!isDeployed) throw new Problem(`The baseline's deploy failed: ${logFile} tells why.`);
  const { baseline = {} } = JSON.parse(readFileSync(outputs, 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const machines = Object.keys(INTERVALS).map((name) => [name, baseline[`Machine${name}`]]);
  return {
    baseUrl: String(baseline.BaseUrl),
    table: String(baseline.TableName),
    machines: Object.fromEntries(machines) as Baseline['machines'],
    bare: { machine: String(baseline.BareMachine), queueUrl: String(baseline.BareQueueUrl) },
  };
};
