import { type CaseFacts, type MailFact, type Mailing, unsent } from '../../shared/case/facts.ts';

export interface MailRecord {
  /** `false` when somebody else is sending it, or has sent it. */
  claimMailing(caseId: string, mailing: Mailing, claim: string): Promise<boolean>;
  /** @param sent message ids by mail */
  markMailsSent(caseId: string, mailingId: string, sent: Mailing['sent']): Promise<unknown>;
}

/** What sending the mails of a case needs. */
export interface Mails {
  readonly record: MailRecord;
  /** Writes and sends one mail of a case; its message id. */
  deliver(facts: CaseFacts, mail: MailFact): Promise<string>;
}

/** Mails of a mailing that are sent side by side, and noted in one write: as many may come again from a sender that is cut off. */
const AT_ONCE = 5;

/**
 * Sends the mails of a case that are not sent, by a claim of whoever sends them. A mail that cannot be sent holds up no
 * other.
 * @throws those that failed together, so that all are tried again
 */
export const sendWantedMails = async (mails: Mails, facts: CaseFacts, claim: string): Promise<void> => {
  const failures: unknown[] = [];
  for (const mailing of facts.mailings) {
    const wanted = unsent(mailing);
    if (wanted.length === 0 || !(await isClaimed(mails, facts, mailing, claim))) continue;
    for (let first = 0; first < wanted.length; first += AT_ONCE)
      failures.push(...(await sendSome(mails, facts, mailing, wanted.slice(first, first + AT_ONCE))));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some mails could not be sent');
};

/** One that was opened with this claim is claimed already, also where the answer to its opening was lost. */
const isClaimed = async (
  { record }: Mails,
  { head }: CaseFacts,
  mailing: Mailing,
  claim: string,
): Promise<boolean> => mailing.claimedUntil === claim || (await record.claimMailing(head.id, mailing, claim));

/** Sends some mails and notes those that were taken; why the others failed. */
const sendSome = async (
  { record, deliver }: Mails,
  facts: CaseFacts,
  { id }: Mailing,
  wanted: readonly MailFact[],
): Promise<readonly unknown[]> => {
  const done = await Promise.allSettled(
    wanted.map(async (mail) => {
      const messageId = isReachable(facts, mail) ? await deliver(facts, mail) : TO_NOBODY;
      return [mail.id, messageId] as const;
    }),
  );
  const sent = done.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []));
  const failures: unknown[] = done.flatMap((it) => (it.status === 'rejected' ? [it.reason] : []));
  if (sent.length > 0)
    await record
      .markMailsSent(facts.head.id, id, Object.fromEntries(sent))
      .catch((error) => failures.push(error));
  return failures;
};

/** Noted in place of a message id where whoever was to be told is in the case no more. */
const TO_NOBODY = 'nobody';

const isReachable = ({ head, related, programme }: CaseFacts, { to }: MailFact): boolean => {
  if ('contact' in to) return head.contacts[to.contact] !== undefined;
  if ('former' in to) return head.replaced?.[to.former] !== undefined;
  if ('user' in to) {
    return programme?.users.some(({ id, mailbox }) => id === to.user && mailbox !== undefined) === true;
  }
  return (
    !('merged' in to) ||
    related.some(({ number, nominator }) => number === to.merged && nominator !== undefined)
  );
};
