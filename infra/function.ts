import { Duration, Validations } from 'aws-cdk-lib';
import { Effect, type IGrantable, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundling } from './bundling.ts';

export interface RoutineFunctionProps {
  /** The folder under `functions/`. */
  readonly name: string;
  /** What it is for, as the console shows it. */
  readonly purpose: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb?: number;
  readonly timeout?: Duration;
}

/** Every function is made with this: its own role with nothing in it, its own log, one bundle with the SDK in it. */
export class RoutineFunction extends Construct {
  readonly lambda: NodejsFunction;
  static readonly timeout = Duration.seconds(30);

  constructor(
    scope: Construct,
    id: string,
    { name, purpose, environment, memoryMb, timeout }: RoutineFunctionProps,
  ) {
    super(scope, id);

    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = new LogGroup(this, 'Log', { retention: RetentionDays.SIX_MONTHS });
    logGroup.grantWrite(role);

    this.lambda = new NodejsFunction(this, 'Function', {
      description: purpose,
      entry: `functions/${name}/index.ts`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMb ?? 512,
      timeout: timeout ?? RoutineFunction.timeout,
      environment,
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      awsSdkConnectionReuse: false,
      bundling,
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray takes trace segments for no resource in particular.',
    });
  }

  /** Lets the function do just these things to these resources. */
  allow(actions: readonly string[], resources: readonly string[]): void {
    this.lambda.addToRolePolicy(
      new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [...resources] }),
    );
  }

  get principal(): IGrantable {
    return this.lambda;
  }
}
