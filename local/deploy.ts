import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PHASES, type Phase } from '../shared/routine/question.ts';
import { ACCOUNT, clientEnvironment, REGION } from './engine.ts';
import type { Engine } from './outside-engine.ts';
import { localPath, modulesDirectory, root } from './paths.ts';
import { Problem } from './problem.ts';
import { runToEnd } from './processes.ts';

export interface Deployment {
  readonly baseUrl: string;
  readonly table: string;
  readonly filesBucket: string;
  readonly stepQueueUrl: string;
  /** Each phase's machine: its ARN. */
  readonly stateMachines: Readonly<Record<Phase, string>>;
}

interface DeployOptions {
  readonly engine: Engine;
  readonly issuer: string;
  readonly folder: string;
}

/** Puts the same CDK app that AWS would get into the engine. */
export const deploy = async ({ engine, issuer, folder }: DeployOptions): Promise<Deployment> => {
  const { endpoint, kind, webFront } = engine;
  const outputsFile = localPath(folder, 'stack-outputs.json');
  const assembly = localPath(folder, 'cdk.out');
  rmSync(assembly, { recursive: true, force: true });
  const cdk = async (cwd: string, ...args: string[]) => {
    const logFile = localPath(folder, `${args[0]}.log`);
    const succeeded = await runToEnd({
      name: 'CDK',
      command: [process.execPath, join(modulesDirectory, 'aws-cdk', 'bin', 'cdk'), ...args, '--no-notices'],
      logFile,
      cwd,
      env: {
        ...clientEnvironment(endpoint),
        CDK_DEFAULT_ACCOUNT: ACCOUNT,
        CDK_DEFAULT_REGION: REGION,
        PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
      },
    });
    if (!succeeded) throw new Problem(`The deploy failed: ${logFile} tells why.`);
  };
  // Where no cdk.json is, so that the app does not run for it.
  await cdk(localPath(folder), 'bootstrap', `aws://${ACCOUNT}/${REGION}`);
  await cdk(
    root,
    ...['deploy', '**', '--require-approval', 'never', '--method', 'direct', '--outputs-file', outputsFile],
    ...['--output', assembly],
    ...['--context', 'stage=local', '--context', `endpoint=${endpoint}`, '--context', `issuer=${issuer}`],
    ...['--context', `engine=${kind}`, '--context', `webFront=${webFront}`],
  );
  return deploymentFrom(JSON.parse(readFileSync(outputsFile, 'utf8')));
};

type StackOutputs = Record<string, Record<string, string>>;

const deploymentFrom = (stacks: StackOutputs): Deployment => {
  const outputs = Object.assign({}, ...Object.values(stacks)) as Record<string, string>;
  const output = (name: string): string => {
    const value = outputs[name];
    if (value === undefined) throw new Problem(`No stack has the output ${name}: infra/ must give it.`);
    return value;
  };
  return {
    baseUrl: output('BaseUrl'),
    table: output('TableName'),
    filesBucket: output('FilesBucket'),
    stepQueueUrl: output('StepQueueUrl'),
    stateMachines: Object.fromEntries(
      PHASES.map((phase) => [phase, output(`StateMachine${phase.charAt(0).toUpperCase()}${phase.slice(1)}`)]),
    ) as Record<Phase, string>,
  };
};
