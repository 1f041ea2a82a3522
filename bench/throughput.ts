import { setTimeout as sleep } from 'node:timers/promises';
import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { DeleteMessageBatchCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import retry from 'p-retry';
import { mailsIn } from '../local/mailbox.ts';
import type { Baseline } from './baseline/deploy.ts';
import { type Bench, COUNCIL, SHORT, send, submit } from './courses.ts';

/** Many nominations at once, and the same states with nothing behind them, on the same engine. */
export interface Throughput {
  readonly nominations: number;
  /** From the first submission until the last council has been mailed; each office answers as soon as it is asked. */
  readonly milliseconds: number;
  /** The same three states: asked, answered at once, asked again. */
  readonly bareMilliseconds: number;
}

const NOMINATIONS = 200;
/** Requests under way at once: the engine runs ten functions at a time, and those that follow need some of them. */
const AT_ONCE = 4;
/** Tries after the first where it refuses for that reason; programs and people try again. */
const RETRIES = 20;

export const measureThroughput = async (
  bench: Bench,
  baseline: Baseline,
  nominations = NOMINATIONS,
): Promise<Throughput> => {
  bench.meter.weigh(false);
  const milliseconds = await timed(() => ours(bench, nominations));
  bench.meter.weigh(true);
  return { nominations, milliseconds, bareMilliseconds: await bareTime(baseline, nominations) };
};

const timed = async (work: () => Promise<void>): Promise<number> => {
  const since = performance.now();
  await work();
  return performance.now() - since;
};

const LINK = /https?:\/\/\S+\/a\/[\w-]+/;

const WITHIN_MS = 15 * 60_000;

/** Reads the mailbox as a whole, once for all who wait for a mail. */
const ours = async (bench: Bench, nominations: number): Promise<void> => {
  const { people, system } = bench;
  const [{ mailbox, fields }] = SHORT.acts as [(typeof SHORT.acts)[number]];
  let seen = (await mailsIn(system.mailboxUrl)).length;
  const submitting = atOnce(nominations, async () => {
    await patiently(() => submit(bench, SHORT.nomination));
  });
  const answered = new Set<string>();
  const answering: Promise<void>[] = [];
  const deadline = Date.now() + WITHIN_MS;
  for (let mailed = 0; mailed < nominations; ) {
    const mails = (await mailsIn(system.mailboxUrl)).slice(seen);
    seen += mails.length;
    for (const { to, subject, text } of mails) {
      const [caseNumber = ''] = /N-\d{4}-\d+/.exec(subject) ?? [];
      const link = LINK.exec(text)?.[0];
      if (link === undefined) continue;
      if (to[0]?.address === COUNCIL) mailed += 1;
      if (to[0]?.address !== mailbox || answered.has(caseNumber)) continue;
      answered.add(caseNumber);
      answering.push(patiently(() => send(people, link, fields)));
    }
    if (Date.now() > deadline) throw new Error(`${mailed} of ${nominations} councils were mailed in time.`);
    await sleep(100);
  }
  await Promise.all([submitting, ...answering]);
};

const patiently = async (work: () => Promise<unknown>): Promise<void> => {
  await retry(work, { retries: RETRIES, minTimeout: 250, maxTimeout: 2000, randomize: true });
};

const atOnce = async (times: number, work: () => Promise<void>): Promise<void> => {
  let begun = 0;
  const lane = async (): Promise<void> => {
    while (begun < times) {
      begun += 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
};

const bareTime = async ({ bare }: Baseline, executions: number): Promise<number> => {
  const [sfn, sqs] = [new SFNClient({}), new SQSClient({})];
  const answer = ({ token: taskToken }: Asked) =>
    sfn.send(new SendTaskSuccessCommand({ taskToken, output: '{"outcome":"approve"}' }));
  return timed(async () => {
    const starting = atOnce(executions, async () => {
      await sfn.send(new StartExecutionCommand({ stateMachineArn: bare.machine, input: '{}' }));
    });
    for (let second = 0; second < executions; ) {
      const asked = await receive(sqs, bare.queueUrl);
      second += asked.filter(({ nth }) => nth === 2).length;
      await Promise.all(asked.filter(({ nth }) => nth === 1).map(answer));
    }
    await starting;
  });
};

interface Asked {
  readonly nth: number;
  readonly token: string;
}

const receive = async (sqs: SQSClient, QueueUrl: string): Promise<readonly Asked[]> => {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
  );
  if (Messages.length === 0) return [];
  const Entries = Messages.map(({ ReceiptHandle }, n) => ({ Id: String(n), ReceiptHandle }));
  await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  return Messages.map(({ Body = '{}' }) => JSON.parse(Body) as Asked);
};
