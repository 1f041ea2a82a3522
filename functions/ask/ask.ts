import {
  type CaseFacts,
  type CaseHead,
  type MailFact,
  type Mailing,
  type Round,
  unsent,
} from '../../shared/case/facts.ts';
import { type Opening, opening } from '../../shared/case/opening.ts';
import { DAY_MINUTES } from '../../shared/case/patience.ts';
import { roundOutcome } from '../../shared/case/rounds.ts';
import type { AskMessage } from '../../shared/routine/payload.ts';

/** What `ask` needs of the record. Every write is put-if-absent or conditional. */
export interface AskRecord {
  facts(caseId: string): Promise<CaseFacts | undefined>;
  keepToken(caseId: string, token: { round: Round; attempt: number; taskToken: string }): Promise<unknown>;
  /** `false` when some of the questions were already there. */
  openQuestions(caseId: string, opening: Opening): Promise<boolean>;
  wake(caseId: string): Promise<unknown>;
  /** `false` when somebody else is sending it, or has sent it. */
  claimMailing(caseId: string, mailing: Mailing): Promise<boolean>;
  markMailSent(caseId: string, mailingId: string, mailId: string, messageId: string): Promise<unknown>;
  lookAgainAfter(head: CaseHead, minutes: number): Promise<unknown>;
}

export interface Ask {
  readonly record: AskRecord;
  linkKeyId(): Promise<string>;
  /** Writes and sends one mail of a case; its message id. */
  deliver(facts: CaseFacts, mail: MailFact): Promise<string>;
  readonly now: () => Date;
}

/**
 * Carries out a waiting state of the machine: keeps its token, opens the round's questions, mails each once. The
 * token is stored before the record is read: whoever settles the round after that finds the token, and a round
 * that was settled before is seen here.
 * @throws when the case is not there, so that the message comes back and at last reaches the dead letters
 */
export const askRound = async (ask: Ask, message: AskMessage): Promise<void> => {
  const { caseId, attempt, taskToken, phase, step, nth } = message;
  const round: Round = { phase, step, nth };
  await ask.record.keepToken(caseId, { round, attempt, taskToken });
  const facts = await openedRound(ask, caseId, round);
  const settled = roundOutcome(round, facts) !== undefined;
  if (settled) await ask.record.wake(caseId);
  await sendWantedMails(ask, facts);
  if (!settled) await ask.record.lookAgainAfter(facts.head, DAY_MINUTES);
};

/** The facts of a case with all questions of the round open, whoever of several deliveries opened them. */
const openedRound = async (ask: Ask, caseId: string, round: Round): Promise<CaseFacts> => {
  const facts = await factsOf(ask, caseId);
  const missing = opening(round, facts, await ask.linkKeyId(), ask.now());
  if (missing === undefined) return facts;
  const opened = await ask.record.openQuestions(caseId, missing);
  return opened ? withOpening(facts, missing) : factsOf(ask, caseId);
};

const withOpening = (facts: CaseFacts, { questions, mailing }: Opening): CaseFacts => ({
  ...facts,
  questions: [...facts.questions, ...questions],
  mailings: [...facts.mailings, mailing],
});

/** Sends every wanted mail of a case that nobody else is sending. */
export const sendMails = async (ask: Ask, caseId: string): Promise<void> =>
  sendWantedMails(ask, await factsOf(ask, caseId));

/** A mail that cannot be sent holds up no other; those that failed are told together, so that all are tried again. */
const sendWantedMails = async (ask: Ask, facts: CaseFacts): Promise<void> => {
  const failures: unknown[] = [];
  for (const mailing of facts.mailings) {
    const wanted = unsent(mailing);
    if (wanted.length === 0 || !(await ask.record.claimMailing(facts.head.id, mailing))) continue;
    for (const mail of wanted) await send(ask, facts, mailing, mail).catch((error) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some mails could not be sent');
};

const send = async (ask: Ask, facts: CaseFacts, mailing: Mailing, mail: MailFact): Promise<void> => {
  const messageId = await ask.deliver(facts, mail);
  await ask.record.markMailSent(facts.head.id, mailing.id, mail.id, messageId);
};

const factsOf = async (ask: Ask, caseId: string): Promise<CaseFacts> => {
  const facts = await ask.record.facts(caseId);
  if (facts === undefined) throw new Error(`No case ${caseId}`);
  return facts;
};
