import { ArnFormat, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  type DefinitionBody,
  LogLevel,
  QueryLanguage,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { PHASES, type Phase } from '../shared/routine/question.ts';
import type { MachineProps } from '../statemachine/machine.ts';
import { nominationMachine } from '../statemachine/nomination.ts';
import { productionMachine } from '../statemachine/production.ts';
import { reviewMachine } from '../statemachine/review.ts';
import { findingOf } from './findings.ts';
import { RoutineFunction } from './function.ts';
import type { Queues } from './queues.ts';
import type { RecordsStack } from './records.ts';
import { logRetention, type StageSettings } from './stages.ts';

export interface MachinesProps {
  readonly settings: StageSettings;
  readonly records: RecordsStack;
  readonly queues: Queues;
}

interface Definition {
  /** Its part of the machine's logical id, which must not change: executions under way are found by it. */
  readonly id: string;
  readonly comment: string;
  readonly body: (scope: Construct, props: MachineProps) => DefinitionBody;
}

/** Each phase's machine. */
export const DEFINITIONS: Readonly<Record<Phase, Definition>> = {
  nomination: {
    id: 'Nomination',
    comment: 'Steps a–e of the routine: from a nomination to a decision',
    body: nominationMachine,
  },
  production: {
    id: 'Production',
    comment: 'Steps f–j of the routine: from a decision to a published programme',
    body: productionMachine,
  },
  review: {
    id: 'Review',
    comment: 'The yearly follow-up of a programme, and step k: its inactivation',
    body: reviewMachine,
  },
};

/** The machines that hold the order of the routine, one for each phase, and `drive`, which starts and resumes them. */
export class Machines extends Construct {
  readonly of: Readonly<Record<Phase, StateMachine>>;

  constructor(scope: Construct, id: string, props: MachinesProps) {
    super(scope, id);
    this.of = Object.fromEntries(PHASES.map((phase) => [phase, this.machine(phase, props)])) as Record<
      Phase,
      StateMachine
    >;
    this.addDrive(props);
  }

  private machine(phase: Phase, { settings, queues }: MachinesProps): StateMachine {
    const { id, comment, body } = DEFINITIONS[phase];
    const stateMachineName = machineName(settings, phase);
    // States of different machines have names in common, so each machine's are in a scope of their own.
    const states = phase === 'nomination' ? this : new Construct(this, `${id}States`);
    const machine = new StateMachine(this, id, {
      stateMachineName,
      comment,
      stateMachineType: StateMachineType.STANDARD,
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: body(states, { queue: queues.steps, deadline: settings.humanDeadline }),
      tracingEnabled: true,
      logs: {
        level: LogLevel.ALL,
        // Execution data holds task tokens.
        includeExecutionData: false,
        // Named so, or each log group would lengthen the account's one resource policy for log delivery.
        destination: new LogGroup(this, `${id}Log`, {
          logGroupName: `/aws/vendedlogs/states/${stateMachineName}`,
          retention: logRetention(this),
          // A log with a fixed name that outlived its stack would stop the next deploy.
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      },
    });
    Validations.of(machine.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Log delivery and X-Ray are granted for no resource in particular.',
    });
    Validations.of(machine.role).acknowledge({
      id: 'AwsSolutions-IAM5[Action::kms:GenerateDataKey*]',
      reason:
        'The library grants it with the task that sends to an encrypted queue; it is bound to our one key.',
    });
    return machine;
  }

  /** An execution's name holds a case number, so its permission has to end in a wildcard. */
  private allowExecutions(drive: RoutineFunction, settings: StageSettings): void {
    for (const phase of PHASES) {
      const executions = Stack.of(this).formatArn({
        service: 'states',
        resource: 'execution',
        resourceName: `${machineName(settings, phase)}:*`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      });
      drive.allow(['states:DescribeExecution', 'states:StopExecution'], [executions]);
      Validations.of(drive).acknowledge({
        id: `AwsSolutions-IAM5[Resource::${findingOf(this, executions)}]`,
        reason: 'Every execution of this one machine, and of no other.',
      });
    }
  }

  private addDrive({ settings, records, queues }: MachinesProps): void {
    const drive = new RoutineFunction(this, 'Drive', {
      name: 'drive',
      purpose: 'Starts, resumes and restarts executions as the record wants',
      environment: {
        TABLE_NAME: records.table.tableName,
        NOMINATION_MACHINE: this.of.nomination.stateMachineArn,
        PRODUCTION_MACHINE: this.of.production.stateMachineArn,
        REVIEW_MACHINE: this.of.review.stateMachineArn,
        STEP_QUEUE_URL: queues.steps.queueUrl,
        PATIENCE_MINUTES: String(settings.patience.toMinutes()),
        EXECUTION_DAYS: String(settings.executionDays),
      },
    });
    records.grantTable(
      drive.lambda,
      'dynamodb:Query',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      // A case's row and words, which end where the case leaves a list.
      'dynamodb:BatchWriteItem',
      'dynamodb:DeleteItem',
    );
    queues.steps.grant(drive.lambda, 'sqs:SendMessage');
    for (const machine of Object.values(this.of)) {
      machine.grantStartExecution(drive.lambda);
      machine.grant(drive.lambda, 'states:SendTaskSuccess');
    }
    this.allowExecutions(drive, settings);
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

const machineName = ({ name }: StageSettings, phase: Phase): string => `nominera-${name}-${phase}`;
