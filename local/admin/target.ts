import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation';
import { openStore, type Store } from '../../shared/records/store.ts';
import { PHASES, type Phase } from '../../shared/routine/question.ts';
import { clientEnvironment, REGION } from '../engine.ts';
import { runningSystem } from '../outputs.ts';
import { Problem } from '../problem.ts';

/** A system that an operator looks after, by the names that its stacks have given. */
export interface Target {
  readonly stage: string;
  readonly store: Store;
  readonly machines: Readonly<Record<Phase, string>>;
  /** Addresses of queues. */
  readonly queues: Readonly<Record<'steps' | 'deadSteps' | 'deadEvents', string>>;
  /** Names of functions. */
  readonly functions: Readonly<Record<'mend' | 'sweep' | 'feedback', string>>;
}

/**
 * Finds a stage by its stacks: at AWS, at `AWS_ENDPOINT_URL`, or, where neither a stage nor an address is told, what
 * `npm start` runs here.
 * @throws where there is no such stage, or it may not be looked at
 */
export const findTarget = async (stage: string | undefined): Promise<Target> => {
  const wanted = stage ?? process.env.NOMINERA_STAGE ?? 'local';
  if (wanted === 'local' && process.env.AWS_ENDPOINT_URL === undefined)
    Object.assign(process.env, clientEnvironment(runningSystem().awsEndpoint));
  process.env.AWS_REGION ??= REGION;
  const client = new CloudFormationClient({});
  const names = ['records', 'routine'].map((part) => `nominera-${wanted}-${part}`);
  try {
    const outputs = Object.assign({}, ...(await Promise.all(names.map((it) => outputsOf(client, it)))));
    const resources = (await Promise.all(names.map((it) => resourcesOf(client, it)))).flat();
    return targetFrom(wanted, outputs, resources);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      `The stacks of the stage "${wanted}" cannot be read: ${(error as Error).message}\nName another stage with --stage, or check AWS_PROFILE and AWS_REGION (now ${process.env.AWS_REGION}).`,
    );
  }
};

type Outputs = Readonly<Record<string, string>>;

const outputsOf = async (client: CloudFormationClient, StackName: string): Promise<Outputs> => {
  const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName }));
  return Object.fromEntries(
    (stack?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  );
};

/** A resource of a stack: what kind it is, what we call it, and what AWS does. */
type Resource = readonly [type: string, logicalId: string, physicalId: string];

const resourcesOf = async (client: CloudFormationClient, StackName: string): Promise<readonly Resource[]> => {
  const resources: Resource[] = [];
  for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName }))
    for (const {
      ResourceType = '',
      LogicalResourceId = '',
      PhysicalResourceId = '',
    } of StackResourceSummaries)
      resources.push([ResourceType, LogicalResourceId, PhysicalResourceId]);
  return resources;
};

const targetFrom = (stage: string, outputs: Outputs, resources: readonly Resource[]): Target => {
  const output = (name: string): string => there(outputs[name], `the output ${name}`);
  const resource = (type: string, prefix: string): string =>
    there(resources.find(([its, id]) => its === type && id.startsWith(prefix))?.[2], prefix);
  const lambda = (prefix: string): string => resource('AWS::Lambda::Function', prefix);
  return {
    stage,
    store: openStore(output('TableName')),
    machines: Object.fromEntries(
      PHASES.map((it) => [it, output(`StateMachine${it.charAt(0).toUpperCase()}${it.slice(1)}`)]),
    ) as Record<Phase, string>,
    queues: {
      steps: output('StepQueueUrl'),
      deadSteps: resource('AWS::SQS::Queue', 'QueuesDeadSteps'),
      deadEvents: resource('AWS::SQS::Queue', 'QueuesDeadEvents'),
    },
    functions: {
      mend: lambda('MendFunction'),
      sweep: lambda('SweepFunction'),
      feedback: lambda('FeedbackFunction'),
    },
  };
};

const there = (found: string | undefined, what: string): string => {
  if (found === undefined || found === '')
    throw new Problem(`No stack of this stage has ${what}: deploy it anew.`);
  return found;
};
