import { type Fields, type People, untilQuiet } from '../local/people.ts';
import type { System } from '../local/system.ts';
import type { Store } from '../shared/records/store.ts';
import type { Step } from '../shared/routine/question.ts';
import { ANSWERS, MAILBOX } from '../test/builders/answers.ts';
import { sample } from '../test/builders/samples.ts';
import { counter, type StepCost } from './counting.ts';
import type { Meter } from './meter.ts';

export interface Course {
  readonly title: string;
  readonly nomination: unknown;
  readonly acts: readonly { readonly step: Step; readonly mailbox: string; readonly fields: Fields }[];
}

/** What is measured, and by what. */
export interface Bench {
  readonly system: System;
  readonly people: People;
  readonly store: Store;
  readonly meter: Meter;
}

export const COUNCIL = MAILBOX['council-psykisk-halsa'];

const refers = { ...ANSWERS.position, manageableWithinUnits: 'false' };

/** One council and no PPR (sample 2): three people answer. */
export const SHORT: Course = {
  title: 'One council, no PPR (sample 2)',
  nomination: sample(2).nomination,
  acts: [
    { step: 'screening', mailbox: MAILBOX.office, fields: ANSWERS.screening },
    { step: 'position', mailbox: COUNCIL, fields: ANSWERS.position },
    { step: 'decision', mailbox: MAILBOX.office, fields: ANSWERS.decision },
  ],
};

export const LONG: Course = {
  title: 'Two councils and PPR (sample 1)',
  nomination: sample(1).nomination,
  acts: [
    {
      step: 'screening',
      mailbox: MAILBOX.office,
      fields: { ...ANSWERS.screening, councils: ['council-psykisk-halsa', 'council-primarvard'] },
    },
    { step: 'position', mailbox: COUNCIL, fields: refers },
    { step: 'position', mailbox: MAILBOX['council-primarvard'], fields: ANSWERS.position },
    { step: 'pprPosition', mailbox: MAILBOX.ppr, fields: ANSWERS.pprPosition },
    { step: 'decision', mailbox: MAILBOX.office, fields: ANSWERS.decision },
  ],
};

/** Plays a course, a person at a time: opens the link, posts the answer, follows the redirect to the receipt. */
export const playCourse = async (bench: Bench, course: Course): Promise<readonly StepCost[]> => {
  const counted = await counter(bench.meter);
  const { id, caseNumber } = await submit(bench, course.nomination);
  const execution = executionOf(bench.system, caseNumber);
  await untilQuiet(bench.store, id, 1);
  const costs = [await counted('nomination', execution, JSON.stringify(course.nomination).length)];
  for (const [n, { step, mailbox, fields }] of course.acts.entries()) {
    const link = await bench.people.linkFor(caseNumber, step, mailbox);
    await fetch(link);
    await answer(bench.people, link, fields);
    await fetch(link);
    await untilQuiet(bench.store, id, n + 2);
    costs.push(await counted(step, execution, JSON.stringify(fields).length));
  }
  return costs;
};

interface Submitted {
  readonly id: string;
  readonly caseNumber: string;
}

/** @throws when the nomination was not taken */
export const submit = async ({ people }: Pick<Bench, 'people'>, nomination: unknown): Promise<Submitted> => {
  const response = await people.submit(nomination);
  if (response.status !== 201)
    throw new Error(`A nomination was not taken: ${response.status} ${await response.text()}`);
  return (await response.json()) as Submitted;
};

/** The execution of a case's first phase. */
export const executionOf = ({ stateMachines }: System, caseNumber: string): string =>
  `${stateMachines.nomination.replace(':stateMachine:', ':execution:')}:${caseNumber}-nomination-1`;

/** As a person does: the first post of an answer that is reviewed before it is sent shows it once more. */
export const answer = async (people: People, link: string, given: Fields): Promise<void> => {
  const { _confirm, ...fields } = given;
  if (_confirm !== undefined) await people.post(link, fields);
  await send(people, link, given);
};

/** The post that counts. @throws when the answer was not taken */
export const send = async (people: People, link: string, fields: Fields): Promise<void> => {
  const response = await people.post(link, fields);
  if (response.status !== 303)
    throw new Error(`An answer was not taken: ${response.status} ${await response.text()}`);
};
