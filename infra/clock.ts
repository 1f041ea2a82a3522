import { Stack, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, type ScheduleExpression, type ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { findingOf } from './findings.ts';

export interface Clocked {
  readonly lambda: IFunction;
  readonly description: string;
  readonly schedule: ScheduleExpression;
  readonly input?: ScheduleTargetInput;
  /** Where runs go that could not be begun. */
  readonly deadEvents: IQueue;
}

/** Has a function run by the clock, in a role that may do nothing else. */
export const runByClock = (
  scope: Construct,
  { lambda, description, schedule, input, deadEvents }: Clocked,
): void => {
  const role = new Role(scope, 'Clock', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  });
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${findingOf(scope, lambda.functionArn)}:*]`,
    reason: 'The library lets the clock invoke every version of this one function.',
  });
  new Schedule(scope, 'Schedule', {
    description,
    schedule,
    target: new LambdaInvoke(lambda, {
      role,
      deadLetterQueue: deadEvents,
      retryAttempts: 2,
      ...(input && { input }),
    }),
  });
};
