import type { Consequence } from '../../shared/case/consequence.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { type MorningMail, morningOf } from '../../shared/case/morning.ts';
import { wantsLink } from '../../shared/case/opening.ts';
import { beginReview } from '../../shared/case/review.ts';
import type { Body } from '../../shared/records/bodies.ts';
import type { StoredMorning } from '../../shared/records/mornings.ts';

/** What `sweep` needs of the record. Every write is put-if-absent or conditional. */
export interface SweepRecord {
  /** The cases of the programmes whose yearly follow-up is due. */
  toReview(today: string): Promise<readonly string[]>;
  /** `false` when the case has moved since `facts` were read. */
  beginReview(facts: CaseFacts, consequence: Consequence, at: Date): Promise<boolean>;
  openCaseIds(): Promise<readonly string[]>;
  facts(caseId: string): Promise<CaseFacts | undefined>;
  bodies(): Promise<readonly Body[]>;
  /** The mails of a day and the fortnight before it. */
  mornings(date: string): Promise<readonly StoredMorning[]>;
  /** `false` when the mailbox has its mail for the day, or something has changed since `cases` were read. */
  putMorning(mail: MorningMail, date: string, cases: readonly CaseFacts[]): Promise<boolean>;
  /** What gives the mail back; `undefined` when somebody else is sending it, or has sent it. */
  claim(id: string): Promise<(() => Promise<unknown>) | undefined>;
  markSent(id: string): Promise<unknown>;
  wake(caseId: string): Promise<unknown>;
}

/** All that a morning's rules are asked of. */
export interface Seen {
  readonly today: string;
  readonly cases: readonly CaseFacts[];
  readonly bodies: readonly Body[];
  readonly mornings: readonly StoredMorning[];
}

export interface Sweep {
  readonly record: SweepRecord;
  /** Writes and sends a mail; `false` when nothing of it is left to say. */
  deliver(mail: StoredMorning, seen: Seen): Promise<boolean>;
  /** Is told of all cases that are looked at, for the operator's figures. */
  measure(cases: readonly CaseFacts[], today: string): void;
}

export interface Swept {
  readonly cases: number;
  /** Yearly follow-ups that were begun. */
  readonly begun: number;
  readonly written: number;
  readonly sent: number;
  readonly woken: number;
}

/** Times that the record is read anew because somebody answered, or another run wrote, in between. */
const MOST_READINGS = 5;

/**
 * A morning: decides on each mailbox's mail and marks its questions in one write, then sends what is unsent, and wakes
 * the cases whose day has come. Run twice, also at once, it does everything once; cut off anywhere, the next run does
 * the rest, and at most the mail that was being sent comes twice.
 * @param today `YYYY-MM-DD`
 * @throws when something could not be done; all the rest was
 */
export const sweep = async ({ record, deliver, measure }: Sweep, today: string): Promise<Swept> => {
  const failures: string[] = [];
  const begun = await beginReviews(record, today, failures);
  const { seen, written } = await decided(record, today);
  measure(seen.cases, today);
  const resting = seen.cases.filter(({ questions }) => questions.some((it) => wantsLink(it, today)));
  for (const { head } of resting) await record.wake(head.id);
  const sent = await sendAll({ record, deliver, measure }, seen, failures);
  if (failures.length > 0) throw new Error(`Not done: ${failures.join(', ')}`);
  return { cases: seen.cases.length, begun, written, sent, woken: resting.length };
};

/** What fails holds up nothing else. Of an error only the name is told: its message can hold an address. */
const tried = (failures: string[], work: () => Promise<boolean>): Promise<boolean> =>
  work().catch((error) => {
    failures.push((error as Error).name);
    return false;
  });

/**
 * Begins the yearly follow-ups whose day has come; a case that somebody is at work on has its turn the next morning. They
 * begin at the morning's own time, however late it is run.
 */
const beginReviews = async (record: SweepRecord, today: string, failures: string[]): Promise<number> => {
  const at = new Date(`${today}T06:00:00Z`);
  let begun = 0;
  for (const caseId of await record.toReview(today)) {
    const isBegun = await tried(failures, async () => {
      const facts = await record.facts(caseId);
      const consequence = facts && beginReview(facts, at);
      if (facts === undefined || consequence === undefined) return false;
      return record.beginReview(facts, consequence, at);
    });
    if (isBegun) begun += 1;
  }
  return begun;
};

/**
 * Writes what is due until nothing is, and gives what was read last: the mails are written from it. All cases are read once,
 * and after that those whose questions were to be marked.
 */
const decided = async (record: SweepRecord, today: string): Promise<{ seen: Seen; written: number }> => {
  let written = 0;
  let seen = await look(record, today, await record.openCaseIds());
  for (let reading = 1; reading < MOST_READINGS; reading += 1) {
    const wanted = wantedMails(seen);
    if (wanted.length === 0) break;
    for (const mail of wanted) if (await record.putMorning(mail, today, seen.cases)) written += 1;
    const touched = new Set(wanted.flatMap(({ matters }) => matters.map(({ caseId }) => caseId)));
    const others = seen.cases.filter(({ head }) => !touched.has(head.id));
    const again = await look(record, today, [...touched]);
    seen = { ...again, cases: [...others, ...again.cases] };
  }
  return { seen, written };
};

/** One mail for each mailbox and day: what becomes due after it waits for the next. */
const wantedMails = ({ today, cases, bodies, mornings }: Seen): readonly MorningMail[] => {
  const weeksTold = new Set(mornings.flatMap(({ week }) => week ?? []));
  const served = new Set(
    mornings
      .filter(({ date, report }) => date === today && report === undefined)
      .map(({ mailbox }) => mailbox.toLowerCase()),
  );
  return morningOf({ cases, bodies, today, weeksTold }).filter(
    ({ mailbox }) => !served.has(mailbox.toLowerCase()),
  );
};

/** Cases that are read at a time. */
const AT_ONCE = 8;

const look = async (record: SweepRecord, today: string, ids: readonly string[]): Promise<Seen> => {
  const cases: CaseFacts[] = [];
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const read = await Promise.all(ids.slice(first, first + AT_ONCE).map((id) => record.facts(id)));
    cases.push(...read.filter((facts) => facts !== undefined));
  }
  return { today, cases, bodies: await record.bodies(), mornings: await record.mornings(today) };
};

const sendAll = async (sweep: Sweep, seen: Seen, failures: string[]): Promise<number> => {
  let sent = 0;
  for (const mail of seen.mornings.filter(({ sentAt }) => sentAt === undefined))
    if (await tried(failures, () => send(sweep, mail, seen))) sent += 1;
  return sent;
};

const send = async ({ record, deliver }: Sweep, mail: StoredMorning, seen: Seen): Promise<boolean> => {
  const giveBack = await record.claim(mail.id);
  if (giveBack === undefined) return false;
  const gone = await deliver(mail, seen).catch(async (error) => {
    await giveBack();
    throw error;
  });
  await record.markSent(mail.id);
  return gone;
};
