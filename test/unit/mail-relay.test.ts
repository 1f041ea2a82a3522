import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { startMailRelay } from '../../local/mail-relay.ts';
import { mailboxUrl, mailsIn, startMailbox } from '../../local/mailbox.ts';
import { freePorts } from '../../local/ports.ts';
import { stopAll } from '../../local/processes.ts';
import { eventually } from '../harness/eventually.ts';

/** What LocalStack would keep: mails as they were sent, and one that was not sent as raw text. */
const kept = [{ Id: '1', RawData: raw('council@example.se', 'Första') }, { Id: '2' }];

function raw(to: string, subject: string): string {
  const lines = [
    'From: nominera@example.se',
    `To: ${to}`,
    `Subject: =?UTF-8?Q?${encodeURIComponent(subject).replaceAll('%', '=')}?=`,
  ];
  return [...lines, '', 'Hej'].join('\r\n');
}

const engine = createServer((_request, response) => response.end(JSON.stringify({ messages: kept })));

afterAll(async () => {
  engine.close();
  await stopAll();
});

it('brings each mail to the mailbox once, also those that come later', async () => {
  const { mailbox, smtp } = await freePorts();
  await startMailbox({ webPort: mailbox, smtpPort: smtp, folder: 'mail-relay' });
  await new Promise<void>((resolve) => engine.listen(0, '127.0.0.1', resolve));
  startMailRelay({ endpoint: `http://127.0.0.1:${(engine.address() as AddressInfo).port}`, smtpPort: smtp });
  const subjects = async () =>
    (await mailsIn(mailboxUrl(mailbox))).map(({ subject, to }) => [subject, to[0]?.address]);
  await eventually(async () => expect(await subjects()).toEqual([['Första', 'council@example.se']]));
  kept.push({ Id: '3', RawData: raw('ppr@example.se', 'Andra') });
  await eventually(async () =>
    expect(await subjects()).toEqual([
      ['Första', 'council@example.se'],
      ['Andra', 'ppr@example.se'],
    ]),
  );
}, 60_000);
