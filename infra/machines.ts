import { ArnFormat, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { LogLevel, QueryLanguage, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { nominationMachine } from '../statemachine/nomination.ts';
import { findingOf } from './findings.ts';
import { RoutineFunction } from './function.ts';
import type { Queues } from './queues.ts';
import type { RecordsStack } from './records.ts';
import type { StageSettings } from './stages.ts';

export interface MachinesProps {
  readonly settings: StageSettings;
  readonly records: RecordsStack;
  readonly queues: Queues;
}

/** The machines that hold the order of the routine, and `drive`, which starts and resumes them. */
export class Machines extends Construct {
  readonly nomination: StateMachine;
  private readonly machineName: string;

  constructor(scope: Construct, id: string, { settings, records, queues }: MachinesProps) {
    super(scope, id);

    this.machineName = `nominera-${settings.name}-nomination`;
    this.nomination = new StateMachine(this, 'Nomination', {
      stateMachineName: this.machineName,
      comment: 'Steps a–e of the routine: from a nomination to a decision',
      stateMachineType: StateMachineType.STANDARD,
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: nominationMachine(this, { queue: queues.steps, deadline: settings.humanDeadline }),
      tracingEnabled: true,
      logs: {
        level: LogLevel.ALL,
        // Execution data holds task tokens.
        includeExecutionData: false,
        // Named so, or each log group would lengthen the account's one resource policy for log delivery.
        destination: new LogGroup(this, 'NominationLog', {
          logGroupName: `/aws/vendedlogs/states/${this.machineName}`,
          retention: RetentionDays.SIX_MONTHS,
          // A log with a fixed name that outlived its stack would stop the next deploy.
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      },
    });
    Validations.of(this.nomination.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Log delivery and X-Ray are granted for no resource in particular.',
    });
    Validations.of(this.nomination.role).acknowledge({
      id: 'AwsSolutions-IAM5[Action::kms:GenerateDataKey*]',
      reason:
        'The library grants it with the task that sends to an encrypted queue; it is bound to our one key.',
    });
    this.addDrive(settings, records, queues);
  }

  /** An execution's name holds a case number, so its permission has to end in a wildcard. */
  private allowExecutions(drive: RoutineFunction): void {
    const executions = Stack.of(this).formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${this.machineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    drive.allow(['states:DescribeExecution', 'states:StopExecution'], [executions]);
    Validations.of(drive).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${findingOf(this, executions)}]`,
      reason: 'Every execution of this one machine, and of no other.',
    });
  }

  private addDrive(settings: StageSettings, records: RecordsStack, queues: Queues): void {
    const drive = new RoutineFunction(this, 'Drive', {
      name: 'drive',
      purpose: 'Starts, resumes and restarts executions as the record wants',
      environment: {
        TABLE_NAME: records.table.tableName,
        NOMINATION_MACHINE: this.nomination.stateMachineArn,
        STEP_QUEUE_URL: queues.steps.queueUrl,
        PATIENCE_MINUTES: String(settings.patience.toMinutes()),
        EXECUTION_DAYS: String(settings.executionDays),
      },
    });
    records.grantTable(drive.lambda, 'dynamodb:Query', 'dynamodb:UpdateItem');
    queues.steps.grant(drive.lambda, 'sqs:SendMessage');
    this.nomination.grantStartExecution(drive.lambda);
    this.nomination.grant(drive.lambda, 'states:SendTaskSuccess');
    this.allowExecutions(drive);
    drive.lambda.addEventSource(
      new DynamoEventSource(records.table as ITable, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        filters: [FilterCriteria.filter({ dynamodb: { NewImage: { wake: { S: FilterRule.exists() } } } })],
        batchSize: 10,
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: 5,
        maxRecordAge: Duration.hours(6),
        onFailure: new SqsDlq(queues.deadEvents),
      }),
    );
  }
}
