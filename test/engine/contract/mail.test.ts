import { randomUUID } from 'node:crypto';
import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import nodemailer from 'nodemailer';
import { beforeAll, expect, it } from 'vitest';
import { ses, system } from '../../harness/system.ts';
import { deployStack, ref } from './support.ts';

beforeAll(async () => {
  const Sender = { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'contract.example.se' } };
  await deployStack({ Sender }, { Sender: ref('Sender') });
});

it('delivers a raw mail of text and HTML, with å, ä and ö, as it was composed', async () => {
  const subject = `Ärende åäö ${randomUUID()}`;
  const link =
    'http://127.0.0.1:4566/_aws/execute-api/abc/$default/a/d3O286UF18xaX7rSCP9dgi1aIIXx46iVLCj8AoAHfxk';
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true });
  const { message } = await composer.sendMail({
    from: { name: 'Nominera', address: 'nominera@contract.example.se' },
    to: 'samordningsrad@example.se',
    subject,
    text: `Bedöm nomineringen före fredag:\n\n${link}\n`,
    html: `<p>Bedöm nomineringen <a href="${link}">på sidan för frågan</a>.</p>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  await ses.send(new SendRawEmailCommand({ RawMessage: { Data: message as Buffer } }));

  const mail = await system().mailbox.waitForMail((one) => one.subject === subject);
  expect(mail.from).toEqual([{ name: 'Nominera', address: 'nominera@contract.example.se' }]);
  expect(mail.to).toEqual([{ name: '', address: 'samordningsrad@example.se' }]);
  expect(mail.text).toContain(`Bedöm nomineringen före fredag:\n\n${link}`);
  expect(mail.html).toContain(`<p>Bedöm nomineringen <a href="${link}">på sidan för frågan</a>.</p>`);
  expect(mail.headers['auto-submitted']).toBe('auto-generated');
});

it('refuses a mail from a sender that is not verified', async () => {
  const message = Buffer.from('From: a@elsewhere.example\r\nTo: b@example.se\r\nSubject: x\r\n\r\nx');
  const sending = ses.send(new SendRawEmailCommand({ RawMessage: { Data: message } }));
  await expect(sending).rejects.toThrow(expect.objectContaining({ name: 'MessageRejected' }));
});
