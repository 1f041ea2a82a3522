import { CfnOutput, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { RoutineFunction } from './function.ts';
import type { Queues } from './queues.ts';
import type { RecordsStack } from './records.ts';
import type { StageSettings } from './stages.ts';

export interface AskInfraProps {
  readonly records: RecordsStack;
  readonly queues: Queues;
  readonly baseUrl: string;
}

/** Mail, and `ask`, the one function that sends it. */
export class Mail extends Construct {
  readonly configurationSet: ConfigurationSet;
  private readonly settings: StageSettings;
  private readonly identity: EmailIdentity;

  constructor(scope: Construct, id: string, { settings }: { readonly settings: StageSettings }) {
    super(scope, id);
    this.settings = settings;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.configurationSet.addEventDestination('NotDelivered', {
      // SES knows no other bus than the account's default one.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
    this.identity = new EmailIdentity(this, 'Sender', {
      identity: Identity.domain(settings.mailDomain),
      ...(settings.bounceDomain !== undefined && { mailFromDomain: settings.bounceDomain }),
    });
    if (settings.bounceDomain !== undefined) this.tellRecords();
  }

  /** The records of Easy DKIM, which whoever keeps the domain enters. */
  private tellRecords(): void {
    for (const [n, { name, value }] of this.identity.dkimRecords.entries())
      new CfnOutput(Stack.of(this), `DkimRecord${n + 1}`, { value: `${name} CNAME ${value}` });
  }

  /** What a function that sends mail is told. */
  get environment(): Readonly<Record<string, string>> {
    return {
      MAIL_FROM: this.settings.mailFrom,
      MAIL_CONFIGURATION_SET: this.configurationSet.configurationSetName,
    };
  }

  /** Lets a function send mail from our domain. */
  grantSend(sender: RoutineFunction): void {
    this.identity.grant(sender.lambda, 'ses:SendRawEmail');
    sender.allow(
      ['ses:SendRawEmail'],
      [
        Stack.of(this).formatArn({
          service: 'ses',
          resource: 'configuration-set',
          resourceName: this.configurationSet.configurationSetName,
        }),
      ],
    );
  }

  /** Adds `ask`, fed by the step queue. At most five run at a time, and each sends one mail after the other. */
  addAsk({ records, queues, baseUrl }: AskInfraProps): void {
    const ask = new RoutineFunction(this, 'Ask', {
      name: 'ask',
      purpose: 'Opens the questions of a waiting state and mails them',
      environment: {
        TABLE_NAME: records.table.tableName,
        BASE_URL: baseUrl,
        ...this.environment,
        LINK_KEYS_SECRET: records.linkKeys.secretArn,
        // The table's clock, by which a claim is made, is heard of up to a few seconds late (shared/runtime/service-clock.ts).
        CLAIM_SECONDS: String(RoutineFunction.timeout.toSeconds() + 5),
      },
    });
    records.grantTable(
      ask.lambda,
      'dynamodb:Query',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      // A case's row and words, which end where the case leaves a list.
      'dynamodb:BatchWriteItem',
      'dynamodb:DeleteItem',
    );
    records.linkKeys.grantRead(ask.lambda);
    this.grantSend(ask);
    ask.lambda.addEventSource(
      new SqsEventSource(queues.steps, { batchSize: 5, reportBatchItemFailures: true, maxConcurrency: 5 }),
    );
  }
}
