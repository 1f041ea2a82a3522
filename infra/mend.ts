import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { runByClock } from './clock.ts';
import { RoutineFunction } from './function.ts';
import type { Machines } from './machines.ts';
import type { Queues } from './queues.ts';
import type { RecordsStack } from './records.ts';
import type { StageSettings } from './stages.ts';

export interface MendProps {
  readonly settings: StageSettings;
  readonly records: RecordsStack;
  readonly queues: Queues;
  readonly machines: Machines;
}

/** `mend`: run by the clock, and at once when an execution was stopped, failed or timed out. */
export class Mend extends Construct {
  constructor(scope: Construct, id: string, { settings, records, queues, machines }: MendProps) {
    super(scope, id);
    const mend = new RoutineFunction(this, 'Function', {
      name: 'mend',
      purpose: 'Finds cases that have come to a stop and wakes them',
      deadEvents: queues.deadEvents,
      environment: {
        TABLE_NAME: records.table.tableName,
        PATIENCE_MINUTES: String(settings.patience.toMinutes()),
      },
    });
    records.grantTable(mend.lambda, 'dynamodb:GetItem', 'dynamodb:UpdateItem');
    records.grantLookAgainIndex(mend.lambda);

    runByClock(this, {
      lambda: mend.lambda,
      description: 'Looks for cases that have come to a stop',
      schedule: ScheduleExpression.rate(settings.patience),
      deadEvents: queues.deadEvents,
    });
    new Rule(this, 'ExecutionEnded', {
      description: 'An execution was stopped, failed or timed out',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          stateMachineArn: Object.values(machines.of).map(({ stateMachineArn }) => stateMachineArn),
          status: ['ABORTED', 'FAILED', 'TIMED_OUT'],
        },
      },
      targets: [
        new LambdaFunction(mend.lambda, {
          deadLetterQueue: queues.deadEvents,
          retryAttempts: 3,
          maxEventAge: Duration.hours(2),
        }),
      ],
    });
  }
}
