import type { Words } from '../routine/words.ts';
import type { CaseFacts, Mailing, QuestionFact, Recipient } from './facts.ts';
import { openQuestions, SOB_OFFICE } from './rounds.ts';

/** A mail that did not reach its reader: whom it was to, and the question that it asked, where it asked one. */
export interface LostMail {
  readonly to: Recipient;
  readonly question?: string;
}

/** A question that the body's deputy is asked too, with the mailing that asks it. */
export interface DeputyAsked {
  readonly question: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly mailing: Mailing;
}

export interface Undelivered {
  readonly deputy?: DeputyAsked;
  /** Tells the office; absent where it was the office's own mail. */
  readonly notice?: Mailing;
}

/** The mail that a body's deputy is asked with, once per question and link: who is asked again gets another. */
const deputyMailing = ({ id: question, linkVersion }: QuestionFact, body: string): Mailing => {
  const id = `${question}/deputy-${linkVersion}`;
  return { id, mails: [{ id, about: { question }, to: { body, deputy: true } }], sent: {} };
};

/**
 * What follows when a mail of a case bounces or is complained of: the deputy of the body that was to answer is asked,
 * and the office is told, once a day for each mailbox. The mailings' ids are the same however often the event comes.
 * @param given.hasDeputy whether the mail's body has a deputy
 * @param given.today `YYYY-MM-DD`
 */
export const undelivered = (
  facts: CaseFacts,
  { to, question }: LostMail,
  { hasDeputy, today }: { readonly hasDeputy: boolean; readonly today: string },
): Undelivered => {
  const body = 'body' in to && to.deputy === undefined ? to.body : undefined;
  const asked = openQuestions(facts).find(({ id }) => id === question);
  const deputyIsNew =
    body !== undefined && hasDeputy && asked !== undefined && asked.deputyAskedOn === undefined;
  return {
    ...(deputyIsNew && {
      deputy: { question: asked.id, on: today, mailing: deputyMailing(asked, body) },
    }),
    ...(body !== SOB_OFFICE && { notice: noticeOf(readerOf(to), today) }),
  };
};

/** Whom a mail was to, as the outcome of the notice says it that tells of one that got lost. */
export const readerOf = (to: Recipient): string => {
  if ('contact' in to) return to.contact;
  if ('former' in to) return to.former;
  if ('merged' in to) return `merged/${to.merged}`;
  if ('user' in to) return `user/${to.user}`;
  return to.deputy === undefined ? to.body : `${to.body}/deputy`;
};

const noticeOf = (reader: string, today: string): Mailing => {
  const id = `undelivered/${reader}/${today}`;
  return {
    id,
    mails: [{ id, about: { notice: 'undelivered', outcome: reader }, to: { body: SOB_OFFICE } }],
    sent: {},
  };
};

/**
 * Whose mailbox was not reached, by the reader that the notice names: a body, `{body}/deputy`, a contact,
 * `merged/{number}`, `user/{id}` for one of those that use the programme.
 * @param nameOf what a body or a role is called
 */
export const readerInWords = (
  reader: string,
  { programme }: Pick<CaseFacts, 'programme'>,
  nameOf: (who: string) => Words,
): Words => {
  const [who = '', more = ''] = reader.split('/');
  if (who === 'merged') {
    return { sv: `den som nominerade ${more}`, en: `the nominator of ${more}` };
  }
  if (who === 'user') {
    const name = programme?.users.find(({ id }) => id === more)?.name ?? more;
    return { sv: name, en: name };
  }
  const name = nameOf(who);
  return more === 'deputy' ? { sv: `ersättaren för ${name.sv}`, en: `the deputy of ${name.en}` } : name;
};
