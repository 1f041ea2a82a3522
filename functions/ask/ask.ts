import { type CaseFacts, type MailFact, type Mailing, type Round, unsent } from '../../shared/case/facts.ts';
import { type Opening, opening } from '../../shared/case/opening.ts';
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
  lookAgainAfter(caseId: string, minutes: number): Promise<unknown>;
}

export interface Ask {
  readonly record: AskRecord;
  linkKeyId(): Promise<string>;
  /** Writes and sends one mail of a case; its message id. */
  deliver(facts: CaseFacts, mail: MailFact): Promise<string>;
  readonly now: () => Date;
}

const DAY_MINUTES = 24 * 60;

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
  if (roundOutcome(round, facts) !== undefined) await ask.record.wake(caseId);
  await sendWantedMails(ask, facts);
  await ask.record.lookAgainAfter(caseId, DAY_MINUTES);
};

/** The facts of a case with all questions of the round open, whoever of several deliveries opened them. */
const openedRound = async (ask: Ask, caseId: string, round: Round): Promise<CaseFacts> => {
  const facts = await factsOf(ask, caseId);
  const missing = opening(round, facts, await ask.linkKeyId(), ask.now());
  if (missing === undefined) return facts;
  if (!(await ask.record.openQuestions(caseId, missing))) return openedRound(ask, caseId, round);
  return {
    ...facts,
    questions: [...facts.questions, ...missing.questions],
    mailings: [...facts.mailings, missing.mailing],
  };
};

/** Sends every wanted mail of a case that nobody else is sending. */
export const sendMails = async (ask: Ask, caseId: string): Promise<void> =>
  sendWantedMails(ask, await factsOf(ask, caseId));

const sendWantedMails = async (ask: Ask, facts: CaseFacts): Promise<void> => {
  const caseId = facts.head.id;
  for (const mailing of facts.mailings) {
    const wanted = unsent(mailing);
    if (wanted.length === 0 || !(await ask.record.claimMailing(caseId, mailing))) continue;
    for (const mail of wanted) {
      await ask.record.markMailSent(caseId, mailing.id, mail.id, await ask.deliver(facts, mail));
    }
  }
};

const factsOf = async (ask: Ask, caseId: string): Promise<CaseFacts> => {
  const facts = await ask.record.facts(caseId);
  if (facts === undefined) throw new Error(`No case ${caseId}`);
  return facts;
};
