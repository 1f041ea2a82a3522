import { setTimeout as sleep } from 'node:timers/promises';
import { GetSendQuotaCommand, SESClient } from '@aws-sdk/client-ses';
import { type Mail, takeMails } from '../../local/mailbox.ts';

/** A mail as whoever gets it reads it: what it is about, and where its links lead. */
export interface Letter {
  /** The simulated day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly mailbox: string;
  readonly subject: string;
  readonly caseNumber?: string;
  /** Links to questions, to a page of the case, to a list of what waits, to a report. */
  readonly links: Readonly<Record<LinkKind, readonly string[]>>;
}

export type LinkKind = keyof typeof LINKS;

const LINKS = {
  question: /https?:\/\/\S+\/a\/[\w-]+/g,
  page: /https?:\/\/\S+\/c\/[\w-]+/g,
  list: /https?:\/\/\S+\/m\/[\w-]+/g,
  report: /https?:\/\/\S+\/r\/[\w-]+/g,
};

const DELIVERED_WITHIN_MS = 30_000;

const CASE_NUMBER = /N-\d{4}-\d{4,}/;

/** Brings what has been mailed, and empties the mailbox: a decade's mail is too much to look through each day. */
export class Postman {
  readonly #mailbox: string;
  readonly #ses = new SESClient({});
  #brought = 0;

  constructor(mailboxUrl: string) {
    this.#mailbox = mailboxUrl;
  }

  /**
   * New letters, in an order that does not depend on which was sent first. The local SES hands mail on in its own time:
   * all that it has taken is waited for.
   */
  async collect(day: string): Promise<readonly Letter[]> {
    const { SentLast24Hours: sent = 0 } = await this.#ses.send(new GetSendQuotaCommand({}));
    const mails: Mail[] = [];
    for (const deadline = Date.now() + DELIVERED_WITHIN_MS; this.#brought < sent; ) {
      const come = await takeMails(this.#mailbox);
      mails.push(...come);
      this.#brought += come.length;
      if (Date.now() > deadline) throw new Error(`Of ${sent} mails, ${this.#brought} have come`);
      if (come.length === 0) await sleep(10);
    }
    return mails.map((mail) => letterOf(mail, day)).sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  }
}

const nameOf = ({ caseNumber, mailbox, subject }: Letter): string => `${caseNumber} ${mailbox} ${subject}`;

const letterOf = ({ to, subject, text }: Mail, day: string): Letter => {
  const caseNumber = CASE_NUMBER.exec(subject)?.[0];
  const found = Object.entries(LINKS).map(([kind, pattern]) => [
    kind,
    [...new Set(text.match(pattern) ?? [])],
  ]);
  return {
    day,
    mailbox: to[0]?.address ?? '',
    subject,
    ...(caseNumber !== undefined && { caseNumber }),
    links: Object.fromEntries(found),
  };
};
