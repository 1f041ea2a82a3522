import { randomUUID } from 'node:crypto';
import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import nodemailer from 'nodemailer';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Mail } from '../../../local/mailbox.ts';
import { chromium } from '../../harness/browser.ts';
import { ses, system } from '../../harness/system.ts';
import { deployStack, ref } from './support.ts';

beforeAll(async () => {
  const Sender = { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'contract.example.se' } };
  await deployStack({ Sender }, { Sender: ref('Sender') });
});

const send = async (subject: string, link: string): Promise<Mail> => {
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
  return system().mailbox.waitForMail((mail) => mail.subject === subject);
};

it('delivers a raw mail of text and HTML, with å, ä and ö, as it was composed', async () => {
  const subject = `Ärende åäö ${randomUUID()}`;
  const link =
    'http://127.0.0.1:4566/_aws/execute-api/abc/$default/a/d3O286UF18xaX7rSCP9dgi1aIIXx46iVLCj8AoAHfxk';
  const mail = await send(subject, link);
  expect(mail.from).toEqual([{ name: 'Nominera', address: 'nominera@contract.example.se' }]);
  expect(mail.to).toEqual([{ name: '', address: 'samordningsrad@example.se' }]);
  expect(mail.text).toContain(`Bedöm nomineringen före fredag:\n\n${link}`);
  expect(mail.html).toContain(`<p>Bedöm nomineringen <a href="${link}">på sidan för frågan</a>.</p>`);
  expect(mail.headers['auto-submitted']).toBe('auto-generated');
});

it('shows a mail on the mailbox page, whose link opens a tab', async () => {
  const subject = `Länk ${randomUUID()}`;
  const link = `${system().awsEndpoint}/_ministack/health`;
  await send(subject, link);
  const browser = await chromium();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(system().mailboxUrl);
  await page.getByText(subject).first().click();
  const opened = page.waitForEvent('popup');
  await page.frameLocator('iframe').getByRole('link', { name: 'på sidan för frågan' }).click();
  expect((await opened).url()).toBe(link);
});

it('refuses a mail from a sender that is not verified', async () => {
  const message = Buffer.from('From: a@elsewhere.example\r\nTo: b@example.se\r\nSubject: x\r\n\r\nx');
  const sending = ses.send(new SendRawEmailCommand({ RawMessage: { Data: message } }));
  await expect(sending).rejects.toThrow(expect.objectContaining({ name: 'MessageRejected' }));
});
