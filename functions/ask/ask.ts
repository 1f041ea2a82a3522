import type { CaseFacts, CaseHead, Mailing, QuestionFact, Round } from '../../shared/case/facts.ts';
import { leftWake, nextMoves } from '../../shared/case/moves.ts';
import { recipientOf } from '../../shared/case/notices.ts';
import { caseLinkOf, missingQuestions, unlinkedReaders, wantsLink } from '../../shared/case/opening.ts';
import { DAY_MINUTES } from '../../shared/case/patience.ts';
import { roundOutcome } from '../../shared/case/rounds.ts';
import { dateInSweden } from '../../shared/case/sweden.ts';
import type { AskMessage } from '../../shared/routine/payload.ts';
import type { CaseReader } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { type MailRecord, type Mails, sendWantedMails } from './mails.ts';

/** Questions to open and to make links for, with the mailing that asks them. */
export interface Asking {
  readonly fresh: readonly QuestionFact[];
  readonly linked: readonly QuestionFact[];
  readonly mailing?: Mailing;
}

/** What `ask` needs of the record. Every write is put-if-absent or conditional. */
export interface AskRecord extends MailRecord {
  facts(caseId: string): Promise<CaseFacts | undefined>;
  keepToken(caseId: string, token: { round: Round; attempt: number; taskToken: string }): Promise<unknown>;
  /** Takes the head's wake mark as well. `false` when the case has moved since it was read. */
  openQuestions(head: CaseHead, asking: Asking): Promise<boolean>;
  /** Makes the link to a case's page; harmless when it is there. */
  linkCase(head: CaseHead, reader: CaseReader, keyId: string): Promise<unknown>;
  wake(caseId: string): Promise<unknown>;
  settleWake(caseId: string, wake: string): Promise<unknown>;
  /** Has lists tell of the case what its facts say. */
  refreshRow(facts: CaseFacts): Promise<unknown>;
  lookAgainAfter(head: CaseHead, minutes: number): Promise<unknown>;
}

export interface Ask extends Mails {
  readonly record: AskRecord;
  linkKeyId(): Promise<string>;
  /** What mailings are claimed by, from now for as long as this may run, by the table's clock; never the same twice. */
  newClaim(): string;
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
  const { facts, claim } = await askWhatIsWanted(ask, caseId);
  const settled = roundOutcome(round, facts) !== undefined;
  if (settled) await ask.record.wake(caseId);
  if (settled) return sendWantedMails(ask, facts, claim);
  await tell(ask, facts, claim);
  await letRest(ask, facts);
};

/** Whether nothing waits for `drive`. */
const isDriven = ({ now }: Ask, facts: CaseFacts): boolean =>
  nextMoves(facts, now()).every(({ kind }) => kind === 'ask');

/**
 * Nobody needs to look at a case for a day in which nothing waits for `drive`: the mark that it left is taken away. It may
 * not yet have noted what brought the round, or somebody has acted meanwhile: then it is woken, lest the mark be taken that
 * says so.
 */
const letRest = async (ask: Ask, read: CaseFacts): Promise<void> => {
  const { record } = ask;
  const facts = isDriven(ask, read) ? read : await factsOf(ask, read.head.id);
  const { head } = facts;
  if (!isDriven(ask, facts)) {
    await record.wake(head.id);
    return;
  }
  await record.lookAgainAfter(head, DAY_MINUTES);
  const wake = leftWake(head);
  if (wake !== undefined) await record.settleWake(head.id, wake);
};

/** Opens, links and mails whatever a case wants asked, where its machine stays in the round that it waits in. */
export const askCase = async (ask: Ask, caseId: string): Promise<void> => {
  const { facts, claim } = await askWhatIsWanted(ask, caseId);
  return tell(ask, facts, claim);
};

/** Has mails and lists tell of what is so. Lists do not wait for a mail that cannot be sent. */
const tell = async (ask: Ask, facts: CaseFacts, claim: string): Promise<void> => {
  try {
    await sendWantedMails(ask, facts, claim);
  } finally {
    await ask.record.refreshRow(facts);
  }
};

/**
 * The facts of a case with everything open that is wanted, whoever of several deliveries opened it, and what mailings are
 * claimed by.
 */
const askWhatIsWanted = async (
  ask: Ask,
  caseId: string,
): Promise<{ readonly facts: CaseFacts; readonly claim: string }> => {
  let claim: string | undefined;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const facts = await linkedCase(ask, await factsOf(ask, caseId));
    // Once, after the table has told its time: a try whose answer was lost may have succeeded.
    claim ??= ask.newClaim();
    const asking = askingOf(facts, await ask.linkKeyId(), ask.now(), claim);
    if (asking === undefined) return { facts, claim };
    const taking = isDriven(ask, facts) ? facts : withoutWake(facts);
    if (await ask.record.openQuestions(taking.head, asking))
      return { facts: withAsking(taking, asking), claim };
  }
  throw new Error(`The case ${caseId} kept changing`);
};

/** Tries at most this often when another delivery opens questions of the same case at the same moment. */
const MOST_TRIES = 8;

const askingOf = (facts: CaseFacts, linkKeyId: string, now: Date, claim: string): Asking | undefined => {
  if (!facts.head.phaseWanted) return undefined;
  const today = dateInSweden(now);
  const missing = missingQuestions(facts, now);
  const link = (question: QuestionFact): QuestionFact =>
    wantsLink(question, today) ? { ...question, linked: question.linkVersion, linkKeyId } : question;
  const fresh = missing.map(link);
  const linked = [...missing, ...facts.questions].filter((it) => wantsLink(it, today)).map(link);
  if (fresh.length + linked.length === 0) return undefined;
  return { fresh, linked, ...mailingOf(linked, claim) };
};

/**
 * What is asked in a list comes with the morning's mail; another mailbox that it has moved to is written to at once. The
 * mailing comes to be claimed by whoever opens it, which would otherwise be the next write.
 */
const mailingOf = (linked: readonly QuestionFact[], claimedUntil: string): { readonly mailing?: Mailing } => {
  const mailed = linked.filter(({ round, linkVersion }) => linkVersion > 1 || !QUESTIONS[round.step].inList);
  const [first] = mailed;
  if (first === undefined) return {};
  const mails = mailed.map(({ id, body }) => ({ id, about: { question: id }, to: recipientOf(body) }));
  return { mailing: { id: `${first.id}/link-${first.linkVersion}`, mails, sent: {}, claimedUntil } };
};

/** As if there were no mark, so that it is left where it is. */
const withoutWake = ({ head: { wake: _left, ...head }, ...facts }: CaseFacts): CaseFacts => ({
  ...facts,
  head,
});

/** Opening has taken the wake mark that was left to it. */
const afterOpening = (head: CaseHead): CaseHead => {
  const { wake: _taken, ...rest } = head;
  return { ...(leftWake(head) === undefined ? head : rest), opened: head.opened + 1 };
};

const withAsking = (facts: CaseFacts, { fresh, linked, mailing }: Asking): CaseFacts => {
  const relinked = new Map(linked.map((question) => [question.id, question]));
  return {
    ...facts,
    head: afterOpening(facts.head),
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

const factsOf = async (ask: Ask, caseId: string): Promise<CaseFacts> => {
  const facts = await ask.record.facts(caseId);
  if (facts === undefined) throw new Error(`No case ${caseId}`);
  return facts;
};
