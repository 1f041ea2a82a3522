import { Duration, Validations } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { metricsOf } from '../shared/runtime/metric-names.ts';
import { bundlingOf } from './bundling.ts';
import { logRetention, stageName } from './stages.ts';

export interface RoutineFunctionProps {
  /** Its folder under `functions/`, or under `home`. */
  readonly name: string;
  /** The folder of its folder, where that is not `functions`. */
  readonly home?: 'local';
  /** What it is for, as the console shows it. */
  readonly purpose: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Where events go that the function could not take, when nothing waits for its answer. */
  readonly deadEvents?: IQueue;
  /** How long it may run, where the common limit is too short. */
  readonly timeout?: Duration;
}

/** At half a gigabyte a function gets about a third of a processor, which imports its bundle in good time. */
const MEMORY_MB = 512;

/** Every function is made with this: its own role with nothing in it, its own log, one bundle with the SDK in it. */
export class RoutineFunction extends Construct {
  readonly lambda: NodejsFunction;
  /** As in its props. */
  readonly name: string;
  readonly timeout: Duration;
  static readonly timeout = Duration.seconds(30);

  constructor(
    scope: Construct,
    id: string,
    { name, home, purpose, environment, deadEvents, timeout = RoutineFunction.timeout }: RoutineFunctionProps,
  ) {
    super(scope, id);
    this.name = name;
    this.timeout = timeout;

    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = new LogGroup(this, 'Log', { retention: logRetention(this) });
    logGroup.grantWrite(role);

    this.lambda = new NodejsFunction(this, 'Function', {
      description: purpose,
      entry: `${home ?? 'functions'}/${name}/index.ts`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: MEMORY_MB,
      timeout,
      environment: { ...environment, POWERTOOLS_SERVICE_NAME: metricsOf(stageName(this)) },
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      ...(deadEvents && { onFailure: new SqsDestination(deadEvents) }),
      awsSdkConnectionReuse: false,
      bundling: bundlingOf(stageName(this)),
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray takes trace segments for no resource in particular.',
    });
  }

  /** Lets the function do just these things to these resources, where the conditions hold. */
  allow(
    actions: readonly string[],
    resources: readonly string[],
    conditions: Readonly<Record<string, unknown>> = {},
  ): void {
    this.lambda.addToRolePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: [...actions],
        resources: [...resources],
        conditions,
      }),
    );
  }
}
