import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { RoutineFunction } from './function.ts';
import type { Mail } from './mail.ts';
import type { Queues } from './queues.ts';
import type { RecordsStack } from './records.ts';

export interface FeedbackProps {
  readonly records: RecordsStack;
  readonly queues: Queues;
  readonly mail: Mail;
}

/** `mail-feedback`: run by each of our mails that did not reach its reader. */
export class Feedback extends Construct {
  constructor(scope: Construct, id: string, { records, queues, mail }: FeedbackProps) {
    super(scope, id);
    const feedback = new RoutineFunction(this, 'Function', {
      name: 'mail-feedback',
      purpose: 'Has the deputy asked and the office told when a mail does not arrive',
      deadEvents: queues.deadEvents,
      environment: { TABLE_NAME: records.table.tableName },
    });
    records.grantTable(
      feedback.lambda,
      'dynamodb:Query',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    );
    new Rule(this, 'NotDelivered', {
      description: 'A mail bounced, was rejected, or was complained of',
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Bounced', 'Email Rejected', 'Email Complaint Received'],
        // SES adds this tag by itself; others in the account may send mail too.
        detail: {
          mail: { tags: { 'ses:configuration-set': [mail.configurationSet.configurationSetName] } },
        },
      },
      targets: [
        new LambdaFunction(feedback.lambda, {
          deadLetterQueue: queues.deadEvents,
          retryAttempts: 3,
          maxEventAge: Duration.hours(2),
        }),
      ],
    });
  }
}
