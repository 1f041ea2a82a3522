import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { deadEvent } from './dead-event.ts';
import { invoke } from './invoke.ts';
import { lookAtAll } from './mending.ts';
import type { Plan } from './plan.ts';
import { deadLetters } from './stuck.ts';
import type { Target } from './target.ts';

export type DeadQueue = 'steps' | 'events';

/** `redrive`: dead letters go where they were going; each is deleted only once it has gone. */
export const redrive = async (target: Target, only: DeadQueue | undefined): Promise<Plan> => {
  const counts = await deadLetters(target);
  const queues = (['steps', 'events'] as const).filter(
    (it) => counts[it] > 0 && (only === undefined || only === it),
  );
  return {
    would: queues.map((it) => `${HOW[it]}: ${counts[it]}`),
    nothing: 'There are no dead letters.',
    carryOut: async () => {
      const came: string[] = [];
      for (const it of queues)
        came.push(await (it === 'steps' ? redriveSteps(target) : redriveEvents(target)));
      return came;
    },
  };
};

const HOW: Readonly<Record<DeadQueue, string>> = {
  steps: 'send dead letters back to the step queue',
  events: 'call functions again with the events that they did not take',
};

/** By hand and not by StartMessageMoveTask, which engines on one machine lack; and it tells what it has done. */
const redriveSteps = async ({ queues }: Target): Promise<string> => {
  const { moved, left } = await eachOf(queues.deadSteps, async ({ Body }) => {
    await new SQSClient({}).send(
      new SendMessageCommand({ QueueUrl: queues.steps, MessageBody: String(Body) }),
    );
    return true;
  });
  return `Steps: ${moved} sent back to the step queue, ${left} left.`;
};

/** Of a lost stream record nothing is known but that it was one: every open case is looked at in its place. */
const redriveEvents = async (target: Target): Promise<string> => {
  const ours = Object.values(target.functions);
  let ofStream = 0;
  const { moved, left } = await eachOf(target.queues.deadEvents, async (message) => {
    const dead = deadEvent(message);
    if (dead === 'stream') {
      if (ofStream === 0) console.log(`Stream: ${await lookAtAll(target)} open cases are being looked at.`);
      ofStream += 1;
      return true;
    }
    // Whoever can write to the queue must not choose what is called.
    if (dead === 'unknown' || !ours.includes(dead.lambda)) return false;
    await invoke(dead.lambda, dead.event);
    return true;
  });
  return `Events: ${moved} taken now, ${left} left.`;
};

/** Seconds that a letter is nobody else's while it is carried. */
const HELD_SECONDS = 120;
/** Letters between two lines that tell how far it has come. */
const TOLD_EVERY = 50;

/** Carries each letter of a queue once; one that could not be carried stays, and is told of. */
const eachOf = async (
  QueueUrl: string,
  carry: (message: Message) => Promise<boolean>,
): Promise<{ readonly moved: number; readonly left: number }> => {
  const sqs = new SQSClient({});
  const seen = new Set<string>();
  let moved = 0;
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        ...{ MaxNumberOfMessages: 10, WaitTimeSeconds: 1, VisibilityTimeout: HELD_SECONDS },
        MessageAttributeNames: ['All'],
      }),
    );
    const fresh = Messages.filter(({ MessageId = '' }) => !seen.has(MessageId));
    if (fresh.length === 0) return { moved, left: seen.size - moved };
    for (const message of fresh) {
      seen.add(String(message.MessageId));
      if (!(await carried(message, carry))) continue;
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
      moved += 1;
      if (moved % TOLD_EVERY === 0) console.log(`… ${moved}`);
    }
  }
};

const carried = async (message: Message, carry: (it: Message) => Promise<boolean>): Promise<boolean> => {
  try {
    return await carry(message);
  } catch (error) {
    console.error(`${message.MessageId}: ${(error as Error).message}`);
    return false;
  }
};
