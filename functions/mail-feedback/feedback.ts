import type { CaseFacts, Mailing, Recipient } from '../../shared/case/facts.ts';
import { type DeputyAsked, type LostMail, undelivered } from '../../shared/case/feedback.ts';
import type { MailTags } from '../../shared/mail/tags.ts';
import type { Body } from '../../shared/records/bodies.ts';

/** What the feedback on mails needs of the record; each write is put-if-absent. */
export interface FeedbackRecord {
  facts(caseId: string): Promise<CaseFacts | undefined>;
  /** What a morning's mail held; nothing when there is no such mail. */
  morning(id: string): Promise<readonly LostInCase[]>;
  body(id: string): Promise<Body | undefined>;
  askDeputy(caseId: string, deputy: DeputyAsked): Promise<unknown>;
  wantMailing(caseId: string, mailing: Mailing): Promise<unknown>;
  wake(caseId: string): Promise<unknown>;
}

export interface LostInCase {
  readonly caseId: string;
  readonly lost: LostMail;
}

export interface Feedback {
  readonly record: FeedbackRecord;
  /** The date in Sweden, `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** Whom a mail of a case was to, and whether anybody can be told of it: nobody, when it was the office itself. */
export interface Told {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly to: Recipient;
  readonly office: boolean;
}

/**
 * Has the deputy asked and the office told of a mail that did not reach its reader, however often its event comes.
 * The case is woken last and always: a run that was cut off is repeated, and finds its marks there.
 */
export const mailFeedback = async (feedback: Feedback, tags: MailTags): Promise<readonly Told[]> => {
  const told: Told[] = [];
  for (const { caseId, lost } of await lostMails(feedback, tags)) {
    const facts = await feedback.record.facts(caseId);
    if (facts !== undefined) told.push(await tell(feedback, facts, lost));
  }
  return told;
};

const lostMails = async ({ record }: Feedback, tags: MailTags): Promise<readonly LostInCase[]> => {
  if ('morning' in tags) return record.morning(tags.morning);
  if ('draft' in tags) return [];
  const facts = await record.facts(tags.case);
  const mail = facts?.mailings.flatMap(({ mails }) => mails).find(({ id }) => id === tags.mail);
  if (mail === undefined) return [];
  const { about, to } = mail;
  return [{ caseId: tags.case, lost: { to, ...('question' in about && { question: about.question }) } }];
};

const tell = async ({ record, today }: Feedback, facts: CaseFacts, lost: LostMail): Promise<Told> => {
  const { id: caseId, number: caseNumber } = facts.head;
  const body = 'body' in lost.to ? await record.body(lost.to.body) : undefined;
  const hasDeputy = body?.deputy !== undefined;
  const { deputy, notice } = undelivered(facts, lost, { hasDeputy, today: today() });
  if (deputy !== undefined) await record.askDeputy(caseId, deputy);
  if (notice !== undefined) await record.wantMailing(caseId, notice);
  await record.wake(caseId);
  return { caseId, caseNumber, to: lost.to, office: notice !== undefined };
};
