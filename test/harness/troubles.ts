import { writeFileSync } from 'node:fs';
import { SendTaskSuccessCommand, SFNClient } from '@aws-sdk/client-sfn';
import {
  DeleteMessageCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { executionOf } from '../../local/admin/execution.ts';
import type { Target } from '../../local/admin/target.ts';
import { clockFile } from '../../local/clock-file.ts';
import { mailsIn } from '../../local/mailbox.ts';
import { systemTime } from '../../local/moved-time.ts';
import { peopleOf, untilQuiet } from '../../local/people.ts';
import type { System } from '../../local/system.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import { daysBetween, workingDayFrom } from '../../shared/case/working-days.ts';
import { sesTags } from '../../shared/mail/tags.ts';
import { readFacts } from '../../shared/records/cases.ts';
import { type Key, keys } from '../../shared/records/keys.ts';
import { ANSWERS, MAILBOX } from '../builders/answers.ts';
import { sample } from '../builders/samples.ts';
import { eventually } from './eventually.ts';
import { whilePaused } from './functions.ts';

/** What an operator finds, and how one sees that it is mended. */
export interface Trouble {
  /** What a page's commands name by shell variables. */
  readonly variables: Readonly<Record<string, string>>;
  mended(): Promise<unknown>;
}

/** A system whose cases get into trouble, for real. */
export interface Troubled {
  readonly system: System;
  readonly target: Target;
}

const LINK_OF_OFFICE = ['screening', MAILBOX.office] as const;

const submitted = async (
  { system }: Troubled,
  changes: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const response = await peopleOf(system).submit({ ...sample(2).nomination, ...changes });
  return ((await response.json()) as { readonly id: string }).id;
};

const factsOf = async ({ target }: Troubled, id: string): Promise<CaseFacts> => {
  const facts = await readFacts(target.store, id);
  if (facts === undefined) throw new Error(`No case ${id}`);
  return facts;
};

const HOUR = 3_600_000;

/** A case whose office is asked to screen it, with nothing wrong in it, and nothing under way. */
const screened = async (at: Troubled, changes: Readonly<Record<string, string>> = {}): Promise<CaseFacts> => {
  const id = await submitted(at, changes);
  await untilQuiet(at.target.store, id, 1);
  return eventually(async () => {
    const facts = await factsOf(at, id);
    // The last thing that `ask` does, far ahead of what anybody else wants.
    expect(Date.parse(String(facts.head.lookAgainAt))).toBeGreaterThan(systemTime().getTime() + HOUR);
    return facts;
  });
};

const inCase = ({ head }: CaseFacts, mended: Trouble['mended']): Trouble => ({
  variables: { CASE: head.number },
  mended,
});

/** The office is asked to screen the case, once, by this attempt. */
const isAsked = async (at: Troubled, { head }: CaseFacts, attempt: number): Promise<void> => {
  await eventually(async () => expect((await factsOf(at, head.id)).head.startedAttempt).toBe(attempt));
  const { questions } = await untilQuiet(at.target.store, head.id, 1);
  expect(questions.filter(({ round }) => round.step === 'screening')).toHaveLength(1);
  await peopleOf(at.system).linkFor(head.number, ...LINK_OF_OFFICE);
};

/** A question that waits in the queue while `work` is done. */
export const whileQuestionWaits = async (
  at: Troubled,
  work: (trouble: Trouble) => Promise<unknown>,
): Promise<void> => {
  const facts = await whilePaused('MailAsk', async () => {
    const id = await submitted(at);
    await eventually(async () => expect((await factsOf(at, id)).head.startedAttempt).toBe(1));
    const waiting = await factsOf(at, id);
    await work(inCase(waiting, async () => undefined));
    return waiting;
  });
  await isAsked(at, facts, 1);
};

/** The message that asks a case's first question has been given up. */
export const questionNotSent = async (at: Troubled): Promise<Trouble> => {
  const { steps: QueueUrl, deadSteps } = at.target.queues;
  const sqs = new SQSClient({});
  await sqs.send(new PurgeQueueCommand({ QueueUrl: deadSteps }));
  const id = await whilePaused('MailAsk', async () => {
    const caseId = await submitted(at);
    await eventually(async () => {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
      );
      const mine = Messages.find(({ Body = '' }) => Body.includes(caseId) && Body.includes('taskToken'));
      expect(mine).toBeDefined();
      await sqs.send(new SendMessageCommand({ QueueUrl: deadSteps, MessageBody: String(mine?.Body) }));
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: mine?.ReceiptHandle }));
    });
    return caseId;
  });
  const facts = await factsOf(at, id);
  expect(facts.questions.map(({ round }) => round.step)).not.toContain('screening');
  return inCase(facts, () => isAsked(at, facts, 1));
};

/** A receipt did not reach the nominator, and nobody was told: `mail-feedback` failed with the event. */
export const bounceNotTaken = async (at: Troubled): Promise<Trouble> => {
  const { queues, functions } = at.target;
  const facts = await screened(at);
  const { id } = facts.head;
  const mails = facts.mailings.flatMap((mailing) => mailing.mails);
  const receipt = mails.find(({ to }) => 'contact' in to && to.contact === 'nominator');
  const tagged = sesTags({ case: id, mail: String(receipt?.id) });
  const tags = Object.fromEntries(tagged.map(({ Name, Value }) => [Name, [Value]]));
  const requestPayload = {
    ...{ version: '0', id: crypto.randomUUID(), 'detail-type': 'Email Bounced', source: 'aws.ses' },
    detail: {
      eventType: 'Bounce',
      bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'nobody@example.se' }] },
      mail: { messageId: crypto.randomUUID(), destination: ['nobody@example.se'], tags },
    },
  };
  const functionArn = `arn:aws:lambda:eu-north-1:000000000000:function:${functions.feedback}:$LATEST`;
  const dead = { requestContext: { functionArn, condition: 'RetriesExhausted' }, requestPayload };
  const sqs = new SQSClient({});
  await sqs.send(new PurgeQueueCommand({ QueueUrl: queues.deadEvents }));
  await sqs.send(new SendMessageCommand({ QueueUrl: queues.deadEvents, MessageBody: JSON.stringify(dead) }));
  return inCase(facts, () =>
    eventually(async () => {
      const { mailings } = await factsOf(at, id);
      expect(mailings.filter((it) => it.id.startsWith('undelivered/') && it.sentAt)).toHaveLength(1);
    }),
  );
};

/** What `drive` once did of an answer is undone: the machine waits, and nothing wakes `drive` again. */
export const answerNotDriven = async (at: Troubled): Promise<Trouble> => {
  const facts = await screened(at);
  const { id, number } = facts.head;
  const [token] = facts.tokens;
  const { client, table: TableName } = at.target.store;
  const Key: Key = keys.token(id, String(token?.id));
  const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
  await client.send(new DeleteCommand({ TableName, Key }));
  const people = peopleOf(at.system);
  const link = await people.linkFor(number, ...LINK_OF_OFFICE);
  expect((await people.post(link, ANSWERS.screening)).status).toBe(303);
  await eventually(async () => expect((await factsOf(at, id)).head.wake).toBeUndefined());
  await client.send(new PutCommand({ TableName, Item: Item ?? {} }));
  return inCase(facts, () => people.linkFor(number, 'position', MAILBOX['council-psykisk-halsa']));
};

/** The machine has met an outcome that it has no way for, and has failed. */
export const executionFailed = async (at: Troubled): Promise<Trouble> => {
  const facts = await screened(at);
  const [token] = facts.tokens;
  await new SFNClient({}).send(
    new SendTaskSuccessCommand({ taskToken: token?.taskToken, output: '{"outcome":"surprise"}' }),
  );
  await eventually(async () => expect((await executionOf(at.target, facts.head)).status).toBe('FAILED'));
  return inCase(facts, () => isAsked(at, facts, 2));
};

const changed = ({ target }: Troubled, Key: Key, values: Readonly<Record<string, string>>) =>
  target.store.client.send(
    new UpdateCommand({
      ...{ TableName: target.store.table, Key },
      UpdateExpression: `SET ${Object.keys(values)
        .map((name) => `${name} = :${name}`)
        .join(', ')}`,
      ExpressionAttributeValues: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [`:${name}`, value]),
      ),
    }),
  );

/** A token was lost, and the case is due: `mend` has not been run. */
export const notMended = async (at: Troubled): Promise<Trouble> => {
  const facts = await screened(at);
  const { client, table: TableName } = at.target.store;
  for (const { id } of facts.tokens)
    await client.send(new DeleteCommand({ TableName, Key: keys.token(facts.head.id, id) }));
  await changed(at, keys.head(facts.head.id), { lookAgainAt: new Date(0).toISOString() });
  return inCase(facts, () => isAsked(at, facts, 2));
};

/** A mail that its reader has not seen. */
export const mailLost = async (at: Troubled): Promise<Trouble> => {
  const facts = await screened(at);
  const again = () => peopleOf(at.system).linkFor(facts.head.number, ...LINK_OF_OFFICE, 2);
  return { variables: { CASE: facts.head.number, QUESTION: 'screening' }, mended: again };
};

/** Somebody should have been reminded long ago, and no working morning has been. */
export const morningMissed = async (at: Troubled): Promise<Trouble> => {
  // A mailbox gets one mail a morning: this one has had none.
  const facts = await screened(at, { headOfOperationsEmail: `chef-${crypto.randomUUID()}@example.se` });
  const asked = facts.questions.find(({ round }) => round.step === 'anchoring');
  const { headOfOperations } = facts.head.contacts;
  await changed(at, keys.question(facts.head.id, String(asked?.id)), {
    openedAt: '2026-01-02T08:00:00.000Z',
    receivedOn: '2026-01-02',
    targetOn: '2026-02-02',
  });
  await workingDay(at);
  const mailsAre = (count: number) =>
    eventually(async () => expect(await mailsTo(at, headOfOperations)).toBe(count));
  await mailsAre(1);
  return inCase(facts, () => mailsAre(2));
};

/** Nobody is reminded on a day off: the functions' clock shows the next day that is none. */
const workingDay = async ({ system }: Troubled): Promise<void> => {
  const today = dateInSweden(new Date());
  const days = daysBetween(today, workingDayFrom(today));
  if (days > 0) writeFileSync(clockFile(new URL(system.awsEndpoint).port), String(days * 86_400_000));
};

const mailsTo = async ({ system }: Troubled, address: string | undefined): Promise<number> =>
  (await mailsIn(system.mailboxUrl)).filter(({ to }) => to[0]?.address === address).length;
