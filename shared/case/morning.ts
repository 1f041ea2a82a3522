import type { Language } from '../routine/words.ts';
import {
  type BodyId,
  type CaseFacts,
  type CaseHead,
  type Contacts,
  languageOf,
  type QuestionFact,
  type Recipient,
} from './facts.ts';
import { type Due, isAway, type Reminded, remindable, reminderDue } from './reminders.ts';
import { SOB_OFFICE } from './rounds.ts';
import { isWorkingDay, weekOf } from './working-days.ts';

/** A body of the register, as far as a morning needs to know it. */
export interface Correspondent extends Reminded {
  readonly id: BodyId;
  readonly mailbox: string;
  readonly language: Language;
  readonly escalation?: string;
  readonly successor?: BodyId;
}

/** The body that acts for one now: itself, or the last of its successors. */
export const actingBody = <B extends Pick<Correspondent, 'id' | 'successor'>>(
  bodies: readonly B[],
  body: BodyId,
): B | undefined => {
  const found = bodies.find(({ id }) => id === body);
  return found?.successor === undefined ? found : actingBody(bodies, found.successor);
};

/** Where a mail to someone goes now; nowhere when there is nobody any more. */
export const mailboxOf = (
  to: Recipient,
  { contacts }: Pick<CaseHead, 'contacts'>,
  bodies: readonly Correspondent[],
): string | undefined => {
  if ('contact' in to) return contacts[to.contact];
  if ('merged' in to || 'user' in to || 'former' in to) return undefined;
  const body = actingBody(bodies, to.body);
  return to.deputy ? body?.deputy : body?.mailbox;
};

/** Why a question stands in a mail: whose it is, whose deputy is asked, or who is told that nobody answers. */
export type Reason = keyof Due;

/** A question in a mail, as it is stored. */
export interface Matter {
  readonly reason: Reason;
  readonly caseId: string;
  readonly questionId: string;
  /** Whose mailbox it is; absent for the escalation contact of a body. */
  readonly to?: Recipient;
}

/** One mailbox's mail of a morning. */
export interface MorningMail {
  readonly mailbox: string;
  readonly language: Language;
  readonly matters: readonly Matter[];
  /** The ISO week that the office's weekly account in this mail is for. */
  readonly week?: string;
  /** The approved version of a year's report that this mail, and nothing else in it, tells of (N-13). */
  readonly report?: { readonly year: number; readonly version: number };
}

export interface Morning {
  readonly cases: readonly CaseFacts[];
  readonly bodies: readonly Correspondent[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Weeks that the office has had its account of. */
  readonly weeksTold: ReadonlySet<string>;
}

/**
 * Every mail of a morning, one for each mailbox: what is due for each open question, and for the office, on the first
 * working morning of a week, its account of all cases (ROUTINE.md section 0 no. 8). None on a day off.
 */
export const morningOf = (morning: Morning): readonly MorningMail[] => {
  if (!isWorkingDay(morning.today)) return [];
  const mails = [...morning.cases.flatMap((facts) => mailsOfCase(facts, morning)), ...weeklyMail(morning)];
  const byMailbox = Map.groupBy(mails, ({ mailbox }) => mailbox.toLowerCase());
  return [...byMailbox.values()].map(oneMail);
};

const oneMail = (mails: readonly MorningMail[]): MorningMail => ({
  ...mails.find(({ week }) => week !== undefined),
  ...(mails[0] as MorningMail),
  matters: mails.flatMap(({ matters }) => matters),
});

const mailsOfCase = (facts: CaseFacts, { bodies, today }: Morning): readonly MorningMail[] =>
  remindable(facts).flatMap((question) => {
    const asked = correspondentOf(question, facts.head, bodies);
    if (asked === undefined) return [];
    const due = reminderDue(question, asked, today);
    return REASONS.filter((reason) => due[reason]).flatMap((reason) => {
      const { mailbox, language, to } = addressees[reason](asked, question, bodies) ?? {};
      if (mailbox === undefined || language === undefined) return [];
      const matter = { reason, caseId: facts.head.id, questionId: question.id, ...(to && { to }) };
      return [{ mailbox, language, matters: [matter] }];
    });
  });

const REASONS: readonly Reason[] = ['list', 'reminder', 'deputy', 'escalation'];

/** Whom a question is for. */
const correspondentOf = (
  { body: asked }: QuestionFact,
  head: CaseHead,
  bodies: readonly Correspondent[],
): Asked | undefined => {
  const body = actingBody(bodies, asked);
  if (body !== undefined) return { ...body, to: { body: body.id } };
  const contact = asked as keyof Contacts;
  const mailbox = head.contacts[contact];
  const language = languageOf(head, contact);
  return mailbox === undefined ? undefined : { id: asked, mailbox, language, to: { contact } };
};

interface Addressee extends Pick<MorningMail, 'mailbox' | 'language'> {
  readonly to?: Recipient;
}

type Asked = Correspondent & Addressee;

type Addressing = (
  asked: Asked,
  question: QuestionFact,
  bodies: readonly Correspondent[],
) => Addressee | undefined;

const addressees: Readonly<Record<Reason, Addressing>> = {
  list: (asked) => asked,
  reminder: (asked) => asked,
  deputy: ({ id, deputy, language }) =>
    deputy === undefined ? undefined : { mailbox: deputy, language, to: { body: id, deputy: true } },
  escalation: ({ escalation, language }, { deputyAskedOn }, bodies) => {
    if (escalation !== undefined && deputyAskedOn !== undefined) return { mailbox: escalation, language };
    const office = officeOf(bodies);
    return office && { ...office, to: { body: SOB_OFFICE } };
  },
};

const officeOf = (bodies: readonly Correspondent[]): Correspondent | undefined =>
  bodies.find(({ id }) => id === SOB_OFFICE);

const weeklyMail = ({ bodies, today, weeksTold }: Morning): readonly MorningMail[] => {
  const office = officeOf(bodies);
  const week = weekOf(today);
  return office === undefined || weeksTold.has(week) || isAway(office, today)
    ? []
    : [{ mailbox: office.mailbox, language: office.language, matters: [], week }];
};
