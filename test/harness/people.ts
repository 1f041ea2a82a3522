import { expect } from 'vitest';
import { type Fields, peopleOf } from '../../local/people.ts';
import type { Step } from '../../shared/routine/question.ts';
import { ANSWERS } from '../builders/answers.ts';
import { sample } from '../builders/samples.ts';
import { system } from './system.ts';
import { noteCase } from './transitions.ts';

export { ANSWERS, MAILBOX, SIGNED } from '../builders/answers.ts';

/** The people of the shared system; each expects that what they do is taken. */

export interface Submitted {
  readonly id: string;
  readonly caseNumber: string;
}

export const postNomination = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  peopleOf(system()).submit(body, headers);

/** Submits one of the samples. */
export const submit = async (n: Parameters<typeof sample>[0]): Promise<Submitted> => {
  const response = await postNomination(sample(n).nomination);
  expect(response.status).toBe(201);
  const submitted = (await response.json()) as Submitted;
  noteCase(submitted.caseNumber, expect.getState().currentTestName ?? '');
  return submitted;
};

export const linkFor = (caseNumber: string, step: Step, mailbox: string): Promise<string> =>
  peopleOf(system()).linkFor(caseNumber, step, mailbox);

export const post = (link: string, fields: Fields): Promise<Response> =>
  peopleOf(system()).post(link, fields);

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
