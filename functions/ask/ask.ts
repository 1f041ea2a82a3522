import {
  type CaseFacts,
  type CaseHead,
  type MailFact,
  type Mailing,
  type QuestionFact,
  type Round,
  unsent,
} from '../../shared/case/facts.ts';
import { recipientOf } from '../../shared/case/notices.ts';
import { caseLinkOf, missingQuestions, unlinkedReaders, wantsLink } from '../../shared/case/opening.ts';
import { DAY_MINUTES } from '../../shared/case/patience.ts';
import { roundOutcome } from '../../shared/case/rounds.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import type { AskMessage } from '../../shared/routine/payload.ts';
import type { CaseReader } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';

/** Questions to open and to make links for, with the mailing that asks them. */
export interface Asking {
  readonly fresh: readonly QuestionFact[];
  readonly linked: readonly QuestionFact[];
  readonly mailing?: Mailing;
}

/** What `ask` needs of the record. Every write is put-if-absent or conditional. */
export interface AskRecord {
  facts(caseId: string): Promise<CaseFacts | undefined>;
  keepToken(caseId: string, token: { round: Round; attempt: number; taskToken: string }): Promise<unknown>;
  /** `false` when the case has moved since it was read. */
  openQuestions(head: CaseHead, asking: Asking): Promise<boolean>;
  /** Makes the link to a case's page; harmless when it is there. */
  linkCase(head: CaseHead, reader: CaseReader, keyId: string): Promise<unknown>;
  wake(caseId: string): Promise<unknown>;
  /** `false` when somebody else is sending it, or has sent it. */
  claimMailing(caseId: string, mailing: Mailing): Promise<boolean>;
  markMailSent(caseId: string, mailingId: string, mailId: string, messageId: string): Promise<unknown>;
  /** Has lists tell of the case what its facts say. */
  refreshRow(facts: CaseFacts): Promise<unknown>;
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
  const facts = await askWhatIsWanted(ask, caseId);
  const settled = roundOutcome(round, facts) !== undefined;
  if (settled) await ask.record.wake(caseId);
  if (settled) return sendWantedMails(ask, facts);
  await tell(ask, facts);
  await ask.record.lookAgainAfter(facts.head, DAY_MINUTES);
};

/** Opens, links and mails whatever a case wants asked, where its machine stays in the round that it waits in. */
export const askCase = async (ask: Ask, caseId: string): Promise<void> =>
  tell(ask, await askWhatIsWanted(ask, caseId));

/** Has mails and lists tell of what is so. Lists do not wait for a mail that cannot be sent. */
const tell = async (ask: Ask, facts: CaseFacts): Promise<void> => {
  try {
    await sendWantedMails(ask, facts);
  } finally {
    await ask.record.refreshRow(facts);
  }
};

/** The facts of a case with everything open that is wanted, whoever of several deliveries opened it. */
const askWhatIsWanted = async (ask: Ask, caseId: string): Promise<CaseFacts> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const facts = await linkedCase(ask, await factsOf(ask, caseId));
    const asking = askingOf(facts, await ask.linkKeyId(), ask.now());
    if (asking === undefined) return facts;
    if (await ask.record.openQuestions(facts.head, asking)) return withAsking(facts, asking);
  }
  throw new Error(`The case ${caseId} kept changing`);
};

/** Tries at most this often when another delivery opens questions of the same case at the same moment. */
const MOST_TRIES = 8;

const askingOf = (facts: CaseFacts, linkKeyId: string, now: Date): Asking | undefined => {
  if (!facts.head.phaseWanted) return undefined;
  const today = dateInSweden(now);
  const missing = missingQuestions(facts, now);
  const link = (question: QuestionFact): QuestionFact =>
    wantsLink(question, today) ? { ...question, linked: question.linkVersion, linkKeyId } : question;
  const fresh = missing.map(link);
  const linked = [...missing, ...facts.questions].filter((it) => wantsLink(it, today)).map(link);
  if (fresh.length + linked.length === 0) return undefined;
  return { fresh, linked, ...mailingOf(linked) };
};

/** What is asked in a list comes with the morning's mail; another mailbox that it has moved to is written to at once. */
const mailingOf = (linked: readonly QuestionFact[]): { readonly mailing?: Mailing } => {
  const mailed = linked.filter(({ round, linkVersion }) => linkVersion > 1 || !QUESTIONS[round.step].inList);
  const [first] = mailed;
  if (first === undefined) return {};
  const mails = mailed.map(({ id, body }) => ({ id, about: { question: id }, to: recipientOf(body) }));
  return { mailing: { id: `${first.id}/link-${first.linkVersion}`, mails, sent: {} } };
};

const withAsking = (facts: CaseFacts, { fresh, linked, mailing }: Asking): CaseFacts => {
  const relinked = new Map(linked.map((question) => [question.id, question]));
  return {
    ...facts,
    head: { ...facts.head, opened: facts.head.opened + 1 },
    questions: [...facts.questions.map((it) => relinked.get(it.id) ?? it), ...fresh],
    mailings: mailing === undefined ? facts.mailings : [...facts.mailings, mailing],
  };
};

/** The facts of a case whose pages have their links. */
const linkedCase = async ({ record, linkKeyId }: Ask, facts: CaseFacts): Promise<CaseFacts> => {
  const readers = unlinkedReaders(facts.head);
  if (readers.length === 0) return facts;
  const keyId = await linkKeyId();
  for (const reader of readers) await record.linkCase(facts.head, reader, keyId);
  const made = readers.map((reader) => {
    const { version } = caseLinkOf(facts.head, reader);
    return [reader, { version, linked: version, keyId }] as const;
  });
  return {
    ...facts,
    head: { ...facts.head, caseLinks: { ...facts.head.caseLinks, ...Object.fromEntries(made) } },
  };
};

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
  const messageId = isReachable(facts, mail) ? await ask.deliver(facts, mail) : TO_NOBODY;
  await ask.record.markMailSent(facts.head.id, mailing.id, mail.id, messageId);
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

const factsOf = async (ask: Ask, caseId: string): Promise<CaseFacts> => {
  const facts = await ask.record.facts(caseId);
  if (facts === undefined) throw new Error(`No case ${caseId}`);
  return facts;
};
