import {
  ChangeMessageVisibilityCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../../harness/eventually.ts';
import { sqs } from '../../harness/system.ts';
import { arnOf, deployStack, functionOf, ref, startWitness, TELL, type Witness } from './support.ts';

let witness: Witness<{ body: string; receiveCount: string }>;
let queues: Record<'Steps' | 'Dead' | 'DeadArn' | 'Fed', string>;

beforeAll(async () => {
  witness = await startWitness();
  const redrive = { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount: 2 };
  queues = await deployStack(
    {
      Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: {} } },
      Dead: { Type: 'AWS::SQS::Queue' },
      Steps: {
        Type: 'AWS::SQS::Queue',
        Properties: { KmsMasterKeyId: arnOf('Key'), RedrivePolicy: redrive, VisibilityTimeout: 1 },
      },
      Fed: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 1 } },
      Fussy: functionOf(
        `${TELL}
        exports.handler = async ({ Records }) => {
          for (const { body, attributes } of Records) {
            await tell({ body, receiveCount: attributes.ApproximateReceiveCount });
          }
          const failed = Records.filter(({ body, attributes }) => body === 'bad' && attributes.ApproximateReceiveCount < 3);
          return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
        };`,
        { environment: { WITNESS: witness.url } },
      ),
      Feed: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          FunctionName: ref('Fussy'),
          EventSourceArn: arnOf('Fed'),
          BatchSize: 5,
          FunctionResponseTypes: ['ReportBatchItemFailures'],
        },
      },
    },
    { Steps: ref('Steps'), Dead: ref('Dead'), DeadArn: arnOf('Dead'), Fed: ref('Fed') },
  );
});

afterAll(() => witness.stop());

it('keeps the redrive policy and the key that CloudFormation gives a queue', async () => {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queues.Steps, AttributeNames: ['All'] }),
  );
  expect(Attributes?.KmsMasterKeyId).toMatch(/^arn:aws:kms:/);
  expect(JSON.parse(Attributes?.RedrivePolicy ?? '{}')).toEqual({
    deadLetterTargetArn: queues.DeadArn,
    maxReceiveCount: 2,
  });
});

it('puts a message with the dead letters when it has been received too often', async () => {
  await sqs.send(new SendMessageCommand({ QueueUrl: queues.Steps, MessageBody: 'poison' }));
  const receive = async (QueueUrl: string) => {
    const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    return Messages?.[0];
  };
  await eventually(async () => {
    const message = await receive(queues.Steps);
    if (message) {
      const { ReceiptHandle } = message;
      await sqs.send(
        new ChangeMessageVisibilityCommand({ QueueUrl: queues.Steps, ReceiptHandle, VisibilityTimeout: 0 }),
      );
    }
    expect((await receive(queues.Dead))?.Body).toBe('poison');
  });
});

it('gives a function again just the messages that it reports as failed', async () => {
  await sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: queues.Fed,
      Entries: ['good', 'bad', 'fine'].map((MessageBody, n) => ({ Id: String(n), MessageBody })),
    }),
  );
  await eventually(() => expect(witness.seen).toContainEqual({ body: 'bad', receiveCount: '3' }));
  const bodies = witness.seen.map(({ body }) => body).sort();
  expect(bodies).toEqual(['bad', 'bad', 'bad', 'fine', 'good']);
});
