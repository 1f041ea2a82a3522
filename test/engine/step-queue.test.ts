import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
} from '@aws-sdk/client-sqs';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../harness/eventually.ts';
import { clearStepQueue, stepQueueIsEmpty, whilePaused } from '../harness/functions.ts';
import { answerStep, MAILBOX, submit } from '../harness/people.ts';
import { endsAs, factsOf, waitsAt } from '../harness/record.ts';
import { sqs, system } from '../harness/system.ts';

beforeAll(clearStepQueue);

const mailsAbout = async (caseNumber: string, subject: RegExp) =>
  (await system().mailbox.mails()).filter(
    (mail) => mail.subject.includes(caseNumber) && subject.test(mail.subject),
  );

it('a message delivered five times opens one question and sends one mail', async () => {
  const { id, caseNumber } = await whilePaused('MailAsk', async () => {
    const submitted = await submit(2);
    const body = await eventually(async () => {
      const { Messages } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: system().stepQueueUrl,
          VisibilityTimeout: 0,
          MaxNumberOfMessages: 10,
        }),
      );
      const found = Messages?.find(({ Body }) => Body?.includes(submitted.id))?.Body;
      expect(found).toBeDefined();
      return String(found);
    });
    for (let copy = 1; copy < 5; copy += 1) {
      await sqs.send(new SendMessageCommand({ QueueUrl: system().stepQueueUrl, MessageBody: body }));
    }
    return submitted;
  });
  await waitsAt(id, 'screening');
  await stepQueueIsEmpty();
  const facts = await factsOf(id);
  expect(facts.questions.filter(({ round }) => round.step === 'screening')).toHaveLength(1);
  expect(facts.tokens).toHaveLength(1);
  await eventually(async () => expect(await mailsAbout(caseNumber, /Bedöm nomineringen/)).toHaveLength(1));
});

it('a message delivered again after the answer opens and sends nothing, and the case goes on', async () => {
  const { id, caseNumber } = await submit(2);
  const { tokens } = await waitsAt(id, 'screening');
  const [token] = tokens;
  await answerStep(caseNumber, 'screening', MAILBOX.office);
  const late = {
    ...{ schema: 1, kind: 'ask', caseId: id, phase: 'nomination', attempt: 1, step: 'screening', nth: 1 },
    taskToken: token?.taskToken,
  };
  await sqs.send(
    new SendMessageCommand({ QueueUrl: system().stepQueueUrl, MessageBody: JSON.stringify(late) }),
  );
  await answerStep(caseNumber, 'position', MAILBOX['council-psykisk-halsa']);
  await answerStep(caseNumber, 'decision', MAILBOX.office);
  await stepQueueIsEmpty();
  const facts = await endsAs(id, 'decided');
  expect(facts.questions.map(({ round }) => round.step).sort()).toEqual([
    ...['anchoring', 'decision', 'position', 'projectAssignment', 'screening'],
  ]);
  expect(await mailsAbout(caseNumber, /Bedöm nomineringen/)).toHaveLength(1);
});

describe('a message that can never be carried out', () => {
  const attributes = async (...AttributeNames: ('RedrivePolicy' | 'VisibilityTimeout')[]) => {
    const QueueUrl = system().stepQueueUrl;
    return (await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }))).Attributes ?? {};
  };
  const seenAgainAfter = (VisibilityTimeout: string) =>
    sqs.send(
      new SetQueueAttributesCommand({ QueueUrl: system().stepQueueUrl, Attributes: { VisibilityTimeout } }),
    );

  it.each([
    ['is not of ours', 'not a message'],
    ['is about a case that does not exist', JSON.stringify({ schema: 1, kind: 'mail', caseId: 'nobody' })],
  ])('because it %s ends among the dead letters, and holds up nobody', async (_why, body) => {
    const { VisibilityTimeout = '180', RedrivePolicy = '{}' } = await attributes(
      'VisibilityTimeout',
      'RedrivePolicy',
    );
    const name = String(JSON.parse(RedrivePolicy).deadLetterTargetArn).split(':').at(-1);
    const { QueueUrl: dead } = await sqs.send(new GetQueueUrlCommand({ QueueName: name }));
    await seenAgainAfter('1');
    try {
      await sqs.send(new SendMessageCommand({ QueueUrl: system().stepQueueUrl, MessageBody: body }));
      const { id } = await submit(2);
      await waitsAt(id, 'screening');
      await eventually(async () => {
        const { Messages } = await sqs.send(
          new ReceiveMessageCommand({ QueueUrl: dead, MaxNumberOfMessages: 10 }),
        );
        expect(Messages?.map(({ Body }) => Body)).toContain(body);
      });
    } finally {
      await seenAgainAfter(VisibilityTimeout);
    }
  });
});
