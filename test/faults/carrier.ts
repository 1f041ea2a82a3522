import { setTimeout as sleep } from 'node:timers/promises';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { takeOver } from '../../local/carrier.ts';
import type { Chance } from '../courses/chance.ts';
import { chanceAt } from './by-seed.ts';
import type { Tally } from './tally.ts';

/** Brings the step queue's messages to `ask` in the event source's place, and not always once and in their order. */

interface CarrierGiven {
  readonly queueUrl: string;
  readonly seed: number;
  readonly tally: Tally;
  /** One message in so many is carried badly. */
  readonly oneIn: number;
}

const KINDS = [
  'message delivered 2 to 5 times',
  'message late',
  'message out of order',
  'message never delivered',
  'partial batch',
] as const;

/** As the real queue: tried so often, and then put with the dead letters (infra/queues.ts). */
const MOST_RECEIVES = 5;

/** In place of the real queue's three minutes before a message that was not taken is seen again. */
const SEEN_AGAIN_MS = 700;

export class FaultyCarrier {
  /** Messages that were put with the dead letters. */
  dead = 0;
  /** What the function should not have done with a message. */
  readonly wrong: string[] = [];
  readonly #given: CarrierGiven;
  readonly #lambda = new LambdaClient({});
  readonly #sqs = new SQSClient({});
  readonly #underWay = new Set<Promise<void>>();
  #place: Awaited<ReturnType<typeof takeOver>> | undefined;
  #injecting = false;
  #stopped = false;
  #nth = 0;
  #delivered = 0;
  #working: Promise<void> | undefined;

  constructor(given: CarrierGiven) {
    this.#given = given;
  }

  inject(injecting: boolean): void {
    this.#injecting = injecting;
  }

  async start(): Promise<void> {
    this.#place = await takeOver(this.#lambda, this.#sqs, this.#given.queueUrl);
    this.#working = this.#carryAll();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#working;
    await Promise.all(this.#underWay);
    await this.#place?.giveBack();
  }

  async #carryAll(): Promise<void> {
    while (!this.#stopped) {
      // While the local AWS starts anew, nobody can be asked.
      const messages = await this.#receive().catch(() => sleep(200, []));
      for (const message of messages) {
        const work = this.#carry(message).finally(() => this.#underWay.delete(work));
        this.#underWay.add(work);
      }
    }
  }

  async #receive(): Promise<readonly Message[]> {
    const { queueUrl: QueueUrl } = this.#given;
    const { Messages = [] } = await this.#sqs.send(
      new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1, MaxNumberOfMessages: 10 }),
    );
    for (const { ReceiptHandle } of Messages)
      await this.#sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    return Messages;
  }

  async #carry(message: Message): Promise<void> {
    const { seed, oneIn, tally } = this.#given;
    if (this.#injecting) this.#nth += 1;
    const chance = chanceAt(seed, 'message', this.#nth);
    if (!this.#injecting || !chance.oneIn(oneIn)) return this.#untilTaken(message);
    const kind = chance.of(KINDS);
    tally.add(kind, [JSON.parse(message.Body ?? '{}').caseId]);
    return this.#carryBadly(kind, message, chance);
  }

  async #carryBadly(kind: (typeof KINDS)[number], message: Message, chance: Chance): Promise<void> {
    switch (kind) {
      case 'message delivered 2 to 5 times':
        await Promise.all(Array.from({ length: 2 + chance.below(4) }, () => this.#untilTaken(message)));
        return;
      case 'message late':
        await sleep(1000 + chance.below(3000));
        return this.#untilTaken(message);
      case 'message out of order':
        await this.#afterTheNext();
        return this.#untilTaken(message);
      case 'message never delivered':
        return;
      case 'partial batch':
        return this.#untilTaken(message, { MessageId: crypto.randomUUID(), Body: '{}' });
    }
  }

  async #afterTheNext(): Promise<void> {
    const seen = this.#delivered;
    for (let waited = 0; this.#delivered === seen && waited < 30; waited += 1) await sleep(100);
  }

  async #untilTaken(message: Message, beside?: Message): Promise<void> {
    for (let received = 1; received <= MOST_RECEIVES; received += 1) {
      if (await this.#isTaken(message, beside)) return;
      await sleep(SEEN_AGAIN_MS);
    }
    this.dead += 1;
  }

  async #isTaken(message: Message, beside?: Message): Promise<boolean> {
    const Records = [...(beside ? [beside] : []), message].map(({ MessageId, Body }) => ({
      messageId: MessageId,
      body: Body,
      eventSource: 'aws:sqs',
    }));
    const answer = await this.#lambda
      .send(
        new InvokeCommand({ FunctionName: this.#place?.FunctionName, Payload: JSON.stringify({ Records }) }),
      )
      // The local AWS is busy: the queue would try again, too.
      .catch(() => undefined);
    this.#delivered += 1;
    if (answer === undefined || answer.FunctionError !== undefined) return false;
    const { batchItemFailures = [] } = JSON.parse(Buffer.from(answer.Payload ?? []).toString() || '{}');
    const failed = batchItemFailures.map((it: { itemIdentifier: string }) => it.itemIdentifier);
    if (beside && !failed.includes(beside.MessageId))
      this.wrong.push('A message that cannot be read was taken');
    return !failed.includes(message.MessageId);
  }
}
