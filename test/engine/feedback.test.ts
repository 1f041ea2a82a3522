import { randomUUID } from 'node:crypto';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Mail } from '../../local/mailbox.ts';
import type { Recipient } from '../../shared/case/facts.ts';
import { sesTags } from '../../shared/mail/tags.ts';
import { aCouncil } from '../harness/councils.ts';
import { eventually } from '../harness/eventually.ts';
import { clearStepQueue, functionName, lambda, stepQueueIsEmpty } from '../harness/functions.ts';
import { answerStep, linkFor, MAILBOX, submit } from '../harness/people.ts';
import { factsOf, waitsAt } from '../harness/record.ts';
import { system } from '../harness/system.ts';

beforeAll(clearStepQueue);

/**
 * Neither AWS nor the engine lets anybody put events in SES's name on a bus, and the engine has no bounces. So the
 * function is given the event that its rule would give it; that rule is tested with the templates.
 */
const bounce = async (caseId: string, mail: string, detailType = 'Email Bounced'): Promise<void> => {
  const tags = Object.fromEntries(sesTags({ case: caseId, mail }).map(({ Name, Value }) => [Name, [Value]]));
  const event = {
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source: 'aws.ses',
    detail: {
      eventType: 'Bounce',
      bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'nobody@example.se' }] },
      mail: { messageId: randomUUID(), destination: ['nobody@example.se'], tags },
    },
  };
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({ FunctionName: await functionName('Feedback'), Payload: JSON.stringify(event) }),
  );
  expect(FunctionError, Payload && Buffer.from(Payload).toString()).toBeUndefined();
};

/** The id of the mail of a case that went to someone. */
const mailTo = async (caseId: string, to: Recipient): Promise<string> => {
  const mails = (await factsOf(caseId)).mailings.flatMap((mailing) => mailing.mails);
  const found = mails.find((mail) => JSON.stringify(mail.to) === JSON.stringify(to));
  if (found === undefined) throw new Error(`No mail to ${JSON.stringify(to)}`);
  return found.id;
};

const mailsTo = async (address: string, caseNumber: string): Promise<readonly Mail[]> =>
  (await system().mailbox.mails()).filter(
    ({ to, subject }) => to[0]?.address === address && subject.includes(caseNumber),
  );

const undeliveredIn = async (caseId: string) =>
  (await factsOf(caseId)).mailings.filter(({ id }) => id.startsWith('undelivered/'));

/** A case that waits for one council's position. */
const askedCouncil = async (deputy?: string) => {
  const council = await aCouncil(deputy === undefined ? {} : { deputy });
  const submitted = await submit(2);
  const screened = { councils: [council.id], leadCouncil: council.id };
  await answerStep(submitted.caseNumber, 'screening', MAILBOX.office, screened);
  await waitsAt(submitted.id, 'position');
  return { ...submitted, council, mail: await mailTo(submitted.id, { body: council.id }) };
};

describe('a question that bounces', () => {
  it('has the deputy asked by the same link, and the office told, once for three events', async () => {
    const deputy = `ersattare-${randomUUID()}@example.se`;
    const { id, caseNumber, council, mail } = await askedCouncil(deputy);
    const { head } = await factsOf(id);
    await Promise.all([bounce(id, mail), bounce(id, mail)]);
    await bounce(id, mail, 'Email Complaint Received');

    const link = await linkFor(caseNumber, 'position', deputy);
    expect(link).toBe(await linkFor(caseNumber, 'position', council.mailbox));
    await waitsAt(id, 'position');
    await stepQueueIsEmpty();
    expect(await mailsTo(deputy, caseNumber)).toHaveLength(1);
    expect(await undeliveredIn(id)).toMatchObject([
      { mails: [{ about: { notice: 'undelivered' }, to: { body: 'sobOffice' } }] },
    ]);
    const after = await factsOf(id);
    expect(after.questions.find(({ body }) => body === council.id)?.deputyAskedOn).toMatch(
      /^\d{4}-\d\d-\d\d$/,
    );
    expect([after.head.version, after.head.chain]).toEqual([head.version, head.chain]);
  });

  it('has the office told, where the body has no deputy', async () => {
    const { id, caseNumber, council, mail } = await askedCouncil();
    const before = (await mailsTo(MAILBOX.office, caseNumber)).length;
    await bounce(id, mail);
    await waitsAt(id, 'position');
    await stepQueueIsEmpty();
    expect(await undeliveredIn(id)).toHaveLength(1);
    await eventually(async () => expect(await mailsTo(MAILBOX.office, caseNumber)).toHaveLength(before + 1));
    expect(await mailsTo(council.mailbox, caseNumber)).toHaveLength(1);
  });
});

it('a receipt that does not reach the nominator is told to the office', async () => {
  const { id } = await submit(2);
  await waitsAt(id, 'screening');
  await bounce(id, await mailTo(id, { contact: 'nominator' }));
  await waitsAt(id, 'screening');
  expect(await undeliveredIn(id)).toHaveLength(1);
});

it('a mail that does not reach the office is told to nobody', async () => {
  const { id } = await submit(2);
  const { mailings } = await waitsAt(id, 'screening');
  await bounce(id, await mailTo(id, { body: 'sobOffice' }));
  expect((await waitsAt(id, 'screening')).mailings).toHaveLength(mailings.length);
});
