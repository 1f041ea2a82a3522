import { expect } from 'vitest';
import type { Step } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { sample } from '../builders/samples.ts';
import { system } from './system.ts';

/** People, as the system meets them: they submit over the API, read their mail, and post the form behind its link. */

export const MAILBOX = {
  office: 'sob-forvaltningen@example.se',
  ppr: 'ppr@example.se',
  'council-psykisk-halsa': 'samordningsrad-psykisk-halsa@example.se',
  'council-primarvard': 'samordningsrad-primarvard@example.se',
  'council-rorelseorgan': 'samordningsrad-rorelseorgan@example.se',
} as const;

export interface Submitted {
  readonly id: string;
  readonly caseNumber: string;
}

export const postNomination = async (
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> => {
  const { baseUrl, token } = system();
  return fetch(`${baseUrl}/api/nominations`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await token('nominations.write')}`,
      'content-type': 'application/json',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
};

/** Submits one of the samples. */
export const submit = async (n: Parameters<typeof sample>[0]): Promise<Submitted> => {
  const response = await postNomination(sample(n).nomination);
  expect(response.status).toBe(201);
  return (await response.json()) as Submitted;
};

const LINK = /https?:\/\/\S+\/a\/[\w-]+/;

/** The link in the mail that asks a mailbox for a step of a case; waits until the mail has come. */
export const linkFor = async (caseNumber: string, step: Step, mailbox: string): Promise<string> => {
  const { text } = await system().mailbox.waitForMail(
    ({ to, subject }) =>
      to[0]?.address === mailbox && subject.includes(caseNumber) && subject.includes(QUESTIONS[step].asks.sv),
  );
  const link = LINK.exec(text)?.[0];
  if (link === undefined) throw new Error(`No link in the mail to ${mailbox}`);
  return link;
};

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export const SIGNED: Fields = { answeredByName: 'Exempel Person', answeredByRole: 'Handläggare' };

/** Answers that go through, by step; a test changes what matters to it. */
export const ANSWERS = {
  screening: {
    ...SIGNED,
    buildableInSob: 'yes',
    programmeKind: 'treatment',
    screeningOutcome: 'forwardToCouncils',
    councils: ['council-psykisk-halsa'],
    screeningReason: 'Idén passar väl i Stöd och behandling.',
  },
  position: {
    ...SIGNED,
    position: 'supportCreate',
    positionReason: 'Behovet är stort och evidensen stark.',
    'organisationalConsequences.value': 'false',
    'economicConsequences.value': 'false',
    manageableWithinUnits: 'true',
  },
  pprPosition: { ...SIGNED, pprPosition: 'supported', pprReason: 'Resurser finns inom ramen.' },
  decision: { ...SIGNED, decision: 'create', reason: 'Råden tillstyrker och behovet är tydligt.' },
} as const satisfies Record<Step, Fields>;

export const post = (link: string, fields: Fields): Promise<Response> => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value)
      body.append(typeof value === 'string' ? name : `${name}[]`, one);
  }
  return fetch(link, { method: 'POST', body, redirect: 'manual' });
};

/** Answers a question, and expects it to be taken. */
export const answer = async (link: string, fields: Fields): Promise<void> => {
  const response = await post(link, fields);
  expect([response.status, response.status === 303 ? '' : await response.text()]).toEqual([303, '']);
};

/** Waits for the mail, and answers. Gives the link. */
export const answerStep = async (
  caseNumber: string,
  step: Step,
  mailbox: string,
  fields: Fields = {},
): Promise<string> => {
  const link = await linkFor(caseNumber, step, mailbox);
  await answer(link, { ...ANSWERS[step], ...fields });
  return link;
};
