import {
  InvokeCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';

export interface Carrier {
  /** What the queue has carried, the oldest first. */
  readonly carried: readonly string[];
  /** Waits until the queue has nothing more. */
  untilEmpty(): Promise<void>;
  stop(): Promise<void>;
}

/** Brings the messages of a queue to its function in the event source's place, and keeps a copy of each. */
export const carryMessages = async (QueueUrl: string): Promise<Carrier> => {
  const [lambda, sqs] = [new LambdaClient({}), new SQSClient({})];
  const { FunctionName } = await takeOver(lambda, sqs, QueueUrl);
  const carried: string[] = [];
  const carry = async ({ Body: body = '', MessageId: messageId, ReceiptHandle }: Message): Promise<void> => {
    carried.push(body);
    const Payload = JSON.stringify({ Records: [{ messageId, body, eventSource: 'aws:sqs' }] });
    const answer = await lambda.send(new InvokeCommand({ FunctionName, Payload }));
    const result = JSON.parse(Buffer.from(answer.Payload ?? []).toString());
    if (result.batchItemFailures?.length !== 0) throw new Error(`${JSON.stringify(result)}, of ${body}`);
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
  };
  let [stopped, rounds] = [false, 0];
  const carryAll = async (): Promise<void> => {
    while (!stopped) {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }));
      for (const message of Messages) await carry(message);
      if (Messages.length === 0) rounds += 1;
    }
  };
  const working = carryAll();
  // Whoever waits next is told of it.
  working.catch(() => undefined);
  const emptyRounds = async (wanted: number): Promise<void> => {
    while (rounds < wanted) await Promise.race([working, new Promise((resolve) => setTimeout(resolve, 50))]);
  };
  return {
    carried,
    // The round under way may have begun before what is waited for was sent.
    untilEmpty: () => emptyRounds(rounds + 2),
    stop: () => {
      stopped = true;
      return working;
    },
  };
};

interface TakenOver {
  /** The function that the event source fed. */
  readonly FunctionName: string;
  giveBack(): Promise<unknown>;
}

/** Takes the place of a queue's event source, until it is given back. */
export const takeOver = async (
  lambda: LambdaClient,
  sqs: SQSClient,
  QueueUrl: string,
): Promise<TakenOver> => {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  const { EventSourceMappings = [] } = await lambda.send(
    new ListEventSourceMappingsCommand({ EventSourceArn: Attributes?.QueueArn }),
  );
  const [source] = EventSourceMappings;
  if (source?.FunctionArn === undefined) throw new Error(`Nothing is fed by ${QueueUrl}`);
  const enable = (Enabled: boolean) =>
    lambda.send(new UpdateEventSourceMappingCommand({ UUID: source.UUID, Enabled }));
  await enable(false);
  return { FunctionName: source.FunctionArn, giveBack: () => enable(true) };
};
