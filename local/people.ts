import { setTimeout as sleep } from 'node:timers/promises';
import { type CaseFacts, mailIsWanted } from '../shared/case/facts.ts';
import { isWaiting } from '../shared/case/moves.ts';
import { readFacts } from '../shared/records/cases.ts';
import type { Store } from '../shared/records/store.ts';
import type { Step } from '../shared/routine/question.ts';
import { QUESTIONS } from '../shared/routine/routine.ts';
import { requestToken } from './issuer.ts';
import { waitForMail } from './mailbox.ts';
import type { System } from './system.ts';

/** What a form posts: a text by name, or several values of one list of choices. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** People, as the system meets them: they submit over the API, read their mail, and post the form behind its link. */
export interface People {
  submit(nomination: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The link in the mail that asks a mailbox for a step of a case; waits until the mail has come. */
  linkFor(caseNumber: string, step: Step, mailbox: string): Promise<string>;
  post(link: string, fields: Fields): Promise<Response>;
}

const LINK = /https?:\/\/\S+\/a\/[\w-]+/;

export const peopleOf = ({ baseUrl, issuer, mailboxUrl }: System): People => ({
  async submit(nomination, headers = {}) {
    const authorization = `Bearer ${await requestToken(issuer, 'nominations.write')}`;
    return fetch(`${baseUrl}/api/nominations`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', ...headers },
      body: typeof nomination === 'string' ? nomination : JSON.stringify(nomination),
    });
  },

  async linkFor(caseNumber, step, mailbox) {
    const { text } = await waitForMail(
      mailboxUrl,
      ({ to, subject }) =>
        to[0]?.address === mailbox &&
        subject.includes(caseNumber) &&
        subject.includes(QUESTIONS[step].asks.sv),
    );
    const link = LINK.exec(text)?.[0];
    if (link === undefined) throw new Error(`No link in the mail to ${mailbox}`);
    return link;
  },

  post(link, fields) {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === 'string') body.append(name, value);
      else for (const one of value) body.append(`${name}[]`, one);
    }
    return fetch(link, { method: 'POST', body, redirect: 'manual' });
  },
});

/** Whether nothing is left to do in a case until a person acts: it waits, or it has come to its end. */
export const isQuiet = (facts: CaseFacts): boolean =>
  facts.head.wake === undefined && !mailIsWanted(facts) && (isWaiting(facts) || !facts.head.phaseWanted);

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
