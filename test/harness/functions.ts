import {
  GetEventSourceMappingCommand,
  InvokeCommand,
  LambdaClient,
  paginateListEventSourceMappings,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand, PurgeQueueCommand } from '@aws-sdk/client-sqs';
import { expect } from 'vitest';
import { functionNamed } from '../../local/functions.ts';
import { eventually } from './eventually.ts';
import { sqs, system } from './system.ts';

export const lambda = new LambdaClient({});

/** The deployed function whose name holds `part`, for example `Drive`. */
export const functionName = (part: string): Promise<string> => functionNamed(lambda, part);

/** Runs `mend` as its schedule would. */
export const mend = async (): Promise<void> => {
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({
      FunctionName: await functionName('MendFunction'),
      Payload: JSON.stringify({ 'detail-type': 'Scheduled Event' }),
    }),
  );
  expect(FunctionError, Payload && Buffer.from(Payload).toString()).toBeUndefined();
};

/** Keeps a function from being fed by its queue or stream while `work` runs. */
export const whilePaused = async <T>(part: string, work: () => Promise<T>): Promise<T> => {
  const FunctionName = await functionName(part);
  const mappings: string[] = [];
  for await (const page of paginateListEventSourceMappings({ client: lambda }, { FunctionName })) {
    mappings.push(...(page.EventSourceMappings ?? []).flatMap(({ UUID }) => UUID ?? []));
  }
  const enable = async (Enabled: boolean) => {
    for (const UUID of mappings) await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled }));
    await eventually(async () => {
      for (const UUID of mappings) {
        const { State } = await lambda.send(new GetEventSourceMappingCommand({ UUID }));
        expect(State).toBe(Enabled ? 'Enabled' : 'Disabled');
      }
    });
  };
  await enable(false);
  try {
    return await work();
  } finally {
    await enable(true);
  }
};

/**
 * Takes away what other tests have left in the step queue: a message that the busy engine refused comes back only
 * minutes later.
 */
export const clearStepQueue = async (): Promise<void> => {
  await sqs.send(new PurgeQueueCommand({ QueueUrl: system().stepQueueUrl }));
};

/** Waits until nothing is waiting or being worked on in the step queue. */
export const stepQueueIsEmpty = (): Promise<void> =>
  eventually(async () => {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: system().stepQueueUrl,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      }),
    );
    expect(Attributes).toEqual({
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '0',
    });
  });
