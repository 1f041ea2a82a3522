import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { localPath } from './paths.ts';
import { startService } from './processes.ts';

export interface Mail {
  readonly id: string;
  readonly time: string;
  readonly subject: string;
  readonly from: readonly { address: string; name: string }[];
  readonly to: readonly { address: string; name: string }[];
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly html: string;
}

interface MailboxOptions {
  readonly webPort: number;
  readonly smtpPort: number;
  readonly folder: string;
}

/** MailDev takes every mail that SES would have sent, and shows them on a page. */
export const startMailbox = async ({ webPort, smtpPort, folder }: MailboxOptions): Promise<void> => {
  const mails = localPath(folder, 'mails');
  rmSync(mails, { recursive: true, force: true });
  mkdirSync(mails, { recursive: true });
  await startService({
    name: 'The mailbox',
    command: [
      process.execPath,
      ...[join(import.meta.dirname, 'mailbox-server.ts'), String(webPort), String(smtpPort), mails],
    ],
    logFile: localPath(folder, 'mailbox.log'),
    readyUrl: `${mailboxUrl(webPort)}/api/healthz`,
  });
};

export const mailboxUrl = (webPort: number): string => `http://127.0.0.1:${webPort}`;

/** All mails, the oldest first. */
export const mailsIn = async (url: string): Promise<Mail[]> => {
  const answer = await fetch(`${url}/api/email?sort=asc`);
  return (await answer.json()) as Mail[];
};

export const waitForMail = async (
  url: string,
  isWanted: (mail: Mail) => boolean = () => true,
  { timeoutMs = 30_000 } = {},
): Promise<Mail> => {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const mails = await mailsIn(url);
    const mail = mails.find(isWanted);
    if (mail) return mail;
    if (Date.now() > deadline) {
      const seen = mails.map(({ to, subject }) => `${to[0]?.address}: ${subject}`).join('; ') || 'none';
      throw new Error(`The awaited mail did not come within ${timeoutMs / 1000} s. Mails there: ${seen}.`);
    }
    await sleep(100);
  }
};
