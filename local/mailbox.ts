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

/** What this process has read, by the mailbox's address: all mails of a long run are tens of megabytes. */
const read = new Map<string, Mail[]>();

/** All mails of a mailbox that none are taken from, in the order in which they came. */
export const mailsIn = async (url: string): Promise<Mail[]> => {
  const mails = read.get(url) ?? [];
  read.set(url, mails);
  const from = mails.length;
  const come = await mailsFrom(url, from);
  // Somebody else may have read some of them meanwhile.
  mails.push(...come.slice(mails.length - from));
  return [...mails];
};

/** Takes all mails out of a mailbox, in the order in which they came. */
export const takeMails = async (url: string): Promise<Mail[]> => {
  const mails = await mailsFrom(url, 0);
  if (mails.length === 0) return mails;
  const response = await fetch(`${url}/api/email/delete`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ids: mails.map(({ id }) => id) }),
  });
  if (!response.ok) throw new Error(`The mailbox does not let go of its mails: ${response.status}`);
  return mails;
};

const mailsFrom = async (url: string, nth: number): Promise<Mail[]> => {
  const response = await fetch(`${url}/api/email?skip=${nth}`);
  return (await response.json()) as Mail[];
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
