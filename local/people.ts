import { setTimeout as sleep } from 'node:timers/promises';
import qs from 'qs';
import type { CaseFacts } from '../shared/case/facts.ts';
import { isWaiting, nextMoves } from '../shared/case/moves.ts';
import { toPosted } from '../shared/pages/posted.ts';
import { readFacts } from '../shared/records/cases.ts';
import type { Store } from '../shared/records/store.ts';
import { nominationForm } from '../shared/routine/nomination.ts';
import type { ActName, Step } from '../shared/routine/question.ts';
import { QUESTIONS } from '../shared/routine/routine.ts';
import { requestToken } from './issuer.ts';
import { waitForMail } from './mailbox.ts';
import { systemTime } from './moved-time.ts';
import type { System } from './system.ts';

/** What a form posts: a text by name, or several values of one list of choices. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** People, as the system meets them: they submit over the API, read their mail, and post the form behind its link. */
export interface People {
  submit(nomination: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The link in the nth mail that asks a mailbox for a step of a case; waits until the mail has come. */
  linkFor(caseNumber: string, step: Step, mailbox: string, nth?: number): Promise<string>;
  /** The link to the page of a case in the first mail that brings it to a mailbox. */
  casePage(caseNumber: string, mailbox: string): Promise<string>;
  /** The link to all that waits for a mailbox, in the first mail of a case that brings it. */
  agenda(caseNumber: string, mailbox: string): Promise<string>;
  /** The same link in a mail of a morning: where what is not mailed by itself, such as the year's follow-up, is answered. */
  list(mailbox: string): Promise<string>;
  post(link: string, fields: Fields): Promise<Response>;
  /** Sends in the form of an act, from the page that a link leads to. */
  act(link: string, name: ActName, fields: Fields): Promise<Response>;
}

/** Links as they stand in mails: of a question, of the page of a case, of a body's agenda. */
const LINK = {
  question: /https?:\/\/\S+\/a\/[\w-]+/,
  casePage: /https?:\/\/\S+\/c\/[\w-]+/,
  agenda: /https?:\/\/\S+\/m\/[\w-]+/,
};

export const peopleOf = ({ baseUrl, issuer, mailboxUrl }: System): People => {
  const linkIn = async (
    kind: keyof typeof LINK,
    { caseNumber = '', mailbox, asks = '', nth = 1 }: LinkWanted,
  ): Promise<string> => {
    const found = new Set<string>();
    const { text } = await waitForMail(
      mailboxUrl,
      ({ id, to, subject, text }) =>
        to[0]?.address === mailbox &&
        subject.includes(caseNumber) &&
        subject.includes(asks) &&
        LINK[kind].test(text) &&
        found.add(id).size >= nth,
    );
    return String(LINK[kind].exec(text)?.[0]);
  };
  return {
    async submit(nomination, headers = {}) {
      const authorization = `Bearer ${await requestToken(issuer, 'nominations.write')}`;
      return fetch(`${baseUrl}/api/nominations`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json', ...headers },
        body: typeof nomination === 'string' ? nomination : JSON.stringify(nomination),
      });
    },
    linkFor: (caseNumber, step, mailbox, nth) =>
      linkIn('question', { caseNumber, mailbox, asks: QUESTIONS[step].asks.sv, ...(nth && { nth }) }),
    casePage: (caseNumber, mailbox) => linkIn('casePage', { caseNumber, mailbox }),
    list: (mailbox) => linkIn('agenda', { mailbox }),
    agenda: (caseNumber, mailbox) => linkIn('agenda', { caseNumber, mailbox }),
    post: send,
    act: (link, name, fields) => send(withQuery(link, { act: name }), fields),
  };
};

interface LinkWanted {
  readonly caseNumber?: string;
  readonly mailbox: string;
  readonly asks?: string;
  readonly nth?: number;
}

const send = (link: string, fields: Fields): Promise<Response> => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') body.append(name, value);
    else for (const one of value) body.append(`${name}[]`, one);
  }
  return fetch(link, { method: 'POST', body, redirect: 'manual' });
};

/** What a page says is wrong with what was sent in, or all that it says. */
export const errorsIn = (html: string): string =>
  /<div class="govuk-error-summary.*?<\/ul>/su.exec(html)?.[0] ?? html;

/** A page's address with more in its query. */
export const withQuery = (link: string, query: Readonly<Record<string, string>>): string => {
  const url = new URL(link);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return String(url);
};

/** Whether nothing is left to do in a case until a person acts: it waits, or it has come to its end. */
export const isQuiet = (facts: CaseFacts): boolean =>
  facts.head.wake === undefined &&
  nextMoves(facts, systemTime()).length === 0 &&
  (isWaiting(facts) || !facts.head.phaseWanted);

const QUIET_WITHIN_MS = 60_000;

/**
 * Waits until a case is quiet and was moved on by the act with this number, the submission being the first.
 * @throws when it does not come to rest
 */
export const untilQuiet = async (store: Store, caseId: string, acts: number): Promise<CaseFacts> => {
  const deadline = Date.now() + QUIET_WITHIN_MS;
  while (Date.now() < deadline) {
    const facts = await readFacts(store, caseId);
    if (facts !== undefined && facts.head.version >= acts && isQuiet(facts)) return facts;
    await sleep(50);
  }
  throw new Error(
    `The case ${caseId} did not come to rest within ${QUIET_WITHIN_MS / 1000} s after act ${acts}.`,
  );
};

/** A nomination as its form holds it. */
export const filledIn = (nomination: Readonly<Record<string, unknown>>): Fields =>
  Object.fromEntries(
    new URLSearchParams(qs.stringify(toPosted(nominationForm, nomination), { allowDots: true })),
  );
