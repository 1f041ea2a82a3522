import { Duration, TimeZone } from 'aws-cdk-lib';
import { ContextAttribute, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { runByClock } from './clock.ts';
import { RoutineFunction } from './function.ts';
import type { Mail } from './mail.ts';
import type { Queues } from './queues.ts';
import type { RecordsStack } from './records.ts';

export interface SweepProps {
  readonly records: RecordsStack;
  readonly queues: Queues;
  readonly mail: Mail;
  readonly baseUrl: string;
}

/** Longer than one mail takes to send, and shorter than Lambda waits before it runs a failed morning again. */
const CLAIM_SECONDS = 50;

/** `sweep`: run by the clock, each morning in Sweden. */
export class Sweep extends Construct {
  constructor(scope: Construct, id: string, { records, queues, mail, baseUrl }: SweepProps) {
    super(scope, id);
    const sweep = new RoutineFunction(this, 'Function', {
      name: 'sweep',
      purpose: 'Sends the morning mails: reminders, and the weekly account of the office',
      deadEvents: queues.deadEvents,
      timeout: Duration.minutes(10),
      environment: {
        TABLE_NAME: records.table.tableName,
        BASE_URL: baseUrl,
        ...mail.environment,
        LINK_KEYS_SECRET: records.linkKeys.secretArn,
        CLAIM_SECONDS: String(CLAIM_SECONDS),
      },
    });
    records.grantTable(
      sweep.lambda,
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    );
    records.grantLookAgainIndex(sweep.lambda);
    records.linkKeys.grantRead(sweep.lambda);
    mail.grantSend(sweep);

    runByClock(this, {
      lambda: sweep.lambda,
      description: 'Each morning’s mails',
      schedule: ScheduleExpression.cron({
        hour: '6',
        minute: '30',
        timeZone: TimeZone.of('Europe/Stockholm'),
      }),
      input: ScheduleTargetInput.fromObject({ scheduledTime: ContextAttribute.scheduledTime }),
      deadEvents: queues.deadEvents,
    });
  }
}
