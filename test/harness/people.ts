import { expect } from 'vitest';
import { errorsIn, type Fields, peopleOf, withQuery } from '../../local/people.ts';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { phaseOf } from '../../shared/case/phases.ts';
import { type ActName, STEPS_OF, type Step } from '../../shared/routine/question.ts';
import { ANSWERS, MAILBOX, SIGNED } from '../builders/answers.ts';
import { sample } from '../builders/samples.ts';
import { waitsAt } from './record.ts';
import { system } from './system.ts';
import { noteCase } from './transitions.ts';

export { type Fields, filledIn } from '../../local/people.ts';
export { ANSWERS, CONFIRMED, MAILBOX, SIGNED } from '../builders/answers.ts';

/** The people of the shared system; each expects that what they do is taken. */

export interface Submitted {
  readonly id: string;
  readonly caseNumber: string;
}

export const postNomination = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  peopleOf(system()).submit(body, headers);

/** Submits one of the samples, with changes to it. */
export const submit = async (
  n: Parameters<typeof sample>[0],
  changes: Readonly<Record<string, unknown>> = {},
): Promise<Submitted> => {
  const response = await postNomination({ ...sample(n).nomination, ...changes });
  expect(response.status).toBe(201);
  const submitted = (await response.json()) as Submitted;
  noteCase(submitted.caseNumber, expect.getState().currentTestName ?? '');
  return submitted;
};

export const linkFor = (caseNumber: string, step: Step, mailbox: string, nth?: number): Promise<string> =>
  peopleOf(system()).linkFor(caseNumber, step, mailbox, nth);

/** The page of a case, from the first mail that brings it to a mailbox. */
export const casePage = (caseNumber: string, mailbox: string): Promise<string> =>
  peopleOf(system()).casePage(caseNumber, mailbox);

/** All that waits for a mailbox, from the first mail of a case that brings the link. */
export const agenda = (caseNumber: string, mailbox: string): Promise<string> =>
  peopleOf(system()).agenda(caseNumber, mailbox);

/** A question as the office opens it from the page of its case, asked or not yet asked. */
export const questionOn = (page: string, step: Step, body: string, nth = 1): string =>
  withQuery(page, { question: `${phaseOf(step) ?? 'nomination'}/${step}/${nth}/${body}` });

export const post = (link: string, fields: Fields): Promise<Response> =>
  peopleOf(system()).post(link, named(link, fields));

/** The example answers name one programme, and no two in the register that all tests share are called the same. */
const named = (link: string, fields: Fields): Fields => {
  const { publicName } = ANSWERS.introduction;
  return fields.publicName === publicName
    ? { ...fields, publicName: `${publicName} ${new URL(link).pathname.slice(-8)}` }
    : fields;
};

/** What a page says, whatever it is, unless it is that something broke. */
export const read = async (link: string): Promise<string> => {
  const response = await fetch(link);
  expect([link, response.status]).not.toEqual([link, 500]);
  return response.text();
};

const expectTaken = async (response: Response): Promise<void> => {
  expect([response.status, response.status === 303 ? '' : errorsIn(await response.text())]).toEqual([
    303,
    '',
  ]);
};

/** Answers a question, and expects it to be taken. */
export const answer = async (link: string, fields: Fields): Promise<void> =>
  expectTaken(await post(link, fields));

/** Waits for the nth mail, and answers. Gives the link. */
export const answerStep = async (
  caseNumber: string,
  step: Step,
  mailbox: string,
  fields: Fields = {},
  nth = 1,
): Promise<string> => {
  const link = await linkFor(caseNumber, step, mailbox, nth);
  await answer(link, { ...ANSWERS[step], ...fields });
  return link;
};

/** Sends in the form of an act, signed. */
export const tryAct = (link: string, name: ActName, fields: Fields): Promise<Response> =>
  peopleOf(system()).act(link, name, { ...SIGNED, ...fields });

/** Does an act, and expects it to be done. */
export const act = async (link: string, name: ActName, fields: Fields): Promise<void> =>
  expectTaken(await tryAct(link, name, fields));

export interface Reached extends Submitted {
  readonly facts: CaseFacts;
  /** The office's page of the case, and the nominator's. */
  readonly office: string;
  readonly nominator: string;
}

type NominationStep = (typeof STEPS_OF.nomination)[number];

const ON_THE_WAY: Readonly<Record<NominationStep, readonly [mailbox: string, fields: Fields]>> = {
  screening: [MAILBOX.office, {}],
  position: [MAILBOX['council-psykisk-halsa'], { manageableWithinUnits: 'false' }],
  pprPosition: [MAILBOX.ppr, {}],
  decision: [MAILBOX.office, {}],
};

/** A case of sample 2 that waits at a step, one council having referred it to PPR unless `given`, which changes the answers before, says that the units can manage. */
export const reach = async (
  step: NominationStep,
  given: Partial<Readonly<Record<NominationStep, Fields>>> = {},
): Promise<Reached> => {
  const submitted = await submit(2);
  const refers = given.position?.manageableWithinUnits !== 'true';
  const steps = STEPS_OF.nomination.slice(0, STEPS_OF.nomination.indexOf(step));
  for (const before of steps.filter((it) => refers || it !== 'pprPosition')) {
    const [mailbox, fields] = ON_THE_WAY[before];
    await answerStep(submitted.caseNumber, before, mailbox, { ...fields, ...given[before] });
  }
  const facts = await waitsAt(submitted.id, step);
  const office = await casePage(submitted.caseNumber, MAILBOX.office);
  const nominator = await casePage(submitted.caseNumber, facts.head.contacts.nominator);
  return { ...submitted, facts, office, nominator };
};
