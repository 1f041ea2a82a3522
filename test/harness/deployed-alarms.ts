import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  type MetricAlarm,
  PutMetricDataCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import { expect } from 'vitest';
import { eventually } from './eventually.ts';
import { sqs } from './system.ts';

/** Alarms as they were deployed on the engine, which evaluates them when a figure is put. */

const cloudwatch = new CloudWatchClient({});
const sns = new SNSClient({});

const alarmName = (id: string): string => `nominera-local-${id}`;

export const alarmOf = async (id: string): Promise<MetricAlarm> => {
  const { MetricAlarms = [] } = await cloudwatch.send(
    new DescribeAlarmsCommand({ AlarmNames: [alarmName(id)] }),
  );
  const [alarm] = MetricAlarms;
  if (alarm === undefined) throw new Error(`There is no alarm ${id}`);
  return alarm;
};

/** Puts the figures that an alarm looks at, as their service would. */
export const tell = async (id: string, values: readonly number[]): Promise<void> => {
  const { Namespace, MetricName, Dimensions } = await alarmOf(id);
  await cloudwatch.send(
    new PutMetricDataCommand({
      Namespace,
      MetricData: values.map((Value) => ({ MetricName, Dimensions, Value })),
    }),
  );
};

/** Puts an alarm out, so that it is seen to be raised. */
export const putOut = (id: string) =>
  cloudwatch.send(
    new SetAlarmStateCommand({ AlarmName: alarmName(id), StateValue: 'OK', StateReason: 'before the test' }),
  );

export const isRaised = (id: string) =>
  eventually(async () => expect((await alarmOf(id)).StateValue, id).toBe('ALARM'));

/** What the functions made by themselves is looked at by the alarms: any figure has them do so. */
export const look = () =>
  cloudwatch.send(
    new PutMetricDataCommand({ Namespace: 'Test', MetricData: [{ MetricName: 'Looked', Value: 1 }] }),
  );

/** A mailbox of the operator's: a queue that the alarms' topic writes to. Gives what is in it. */
export const operator = async (topic: string): Promise<() => Promise<readonly unknown[]>> => {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'operator' }));
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  const Statement = [
    {
      Effect: 'Allow',
      Principal: { Service: 'sns.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: Attributes.QueueArn,
      Condition: { ArnEquals: { 'aws:SourceArn': topic } },
    },
  ];
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  await sns.send(new SubscribeCommand({ TopicArn: topic, Protocol: 'sqs', Endpoint: Attributes.QueueArn }));
  return async () => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
    );
    return Messages.map(({ Body }) => JSON.parse(JSON.parse(String(Body)).Message));
  };
};
