import { Aws, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { RecordsStack } from './records.ts';
import type { StageSettings } from './stages.ts';

const ALARMS = new ServicePrincipal('cloudwatch.amazonaws.com', {
  conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
});

/**
 * Where alarms go, and from there to the operator's mailbox, which SNS first asks whether it wants them. Encrypted with our
 * own key: alarms may not use the one that AWS has for topics, whose policy cannot be changed.
 */
export const operatorTopic = (scope: Construct, settings: StageSettings, { key }: RecordsStack): Topic => {
  const topic = new Topic(scope, 'Operator', {
    displayName: `Nominera ${settings.name}`,
    masterKey: key,
    enforceSSL: true,
  });
  // A topic with a policy of its own has lost the one that let its account write to it.
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'Alarms',
      principals: [ALARMS],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { ArnLike: { 'aws:SourceArn': ourAlarms(scope, settings) } },
    }),
  );
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'Alarms',
      principals: [ALARMS],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      // In a key's policy: this key.
      resources: ['*'],
    }),
  );
  topic.addSubscription(new EmailSubscription(settings.operator.mailbox));
  return topic;
};

const ourAlarms = (scope: Construct, { name }: StageSettings): string =>
  Stack.of(scope).formatArn({ service: 'cloudwatch', resource: `alarm:nominera-${name}-*` });
