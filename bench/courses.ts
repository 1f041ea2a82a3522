import { GetExecutionHistoryCommand, type HistoryEvent, SFNClient } from '@aws-sdk/client-sfn';
import { type Fields, type People, untilQuiet } from '../local/people.ts';
import type { System } from '../local/system.ts';
import type { Store } from '../shared/records/store.ts';
import type { Step } from '../shared/routine/question.ts';
import { settledInvocations } from './invocations.ts';
import type { Call, Meter } from './meter.ts';

/** One act of a person and all that it set off, until the next person has been asked. */
export interface StepCost {
  readonly step: string;
  readonly transitions: number;
  readonly invocations: Readonly<Record<string, number>>;
  readonly writes: Readonly<Record<string, number>>;
  readonly reads: Readonly<Record<string, number>>;
  readonly mails: number;
  /** Bytes that the machine's states were given and gave. */
  readonly machineBytes: number;
  readonly answerBytes: number;
}

export interface Course {
  readonly title: string;
  readonly nomination: unknown;
  readonly acts: readonly { readonly step: Step; readonly mailbox: string; readonly fields: Fields }[];
}

interface Bench {
  readonly system: System;
  readonly people: People;
  readonly store: Store;
  readonly meter: Meter;
}

/** Plays a course, a person at a time: opens the link, posts the answer, follows the redirect to the receipt. */
export const playCourse = async (bench: Bench, course: Course): Promise<readonly StepCost[]> => {
  const counted = await counter(bench);
  const submitted = await bench.people.submit(course.nomination);
  const { id, caseNumber } = (await submitted.json()) as { id: string; caseNumber: string };
  await untilQuiet(bench.store, id, 1);
  const costs = [await counted('nomination', caseNumber, JSON.stringify(course.nomination).length)];
  for (const [n, { step, mailbox, fields }] of course.acts.entries()) {
    const link = await bench.people.linkFor(caseNumber, step, mailbox);
    await fetch(link);
    await answer(bench.people, link, fields);
    await fetch(link);
    await untilQuiet(bench.store, id, n + 2);
    costs.push(await counted(step, caseNumber, JSON.stringify(fields).length));
  }
  return costs;
};

/** As a person does: the first post of an answer that is reviewed before it is sent shows it once more. */
const answer = async (people: People, link: string, { _confirm, ...fields }: Fields): Promise<void> => {
  if (_confirm !== undefined) await people.post(link, fields);
  await taken(await people.post(link, { ...fields, ...(_confirm !== undefined && { _confirm }) }));
};

const taken = async (response: Response): Promise<void> => {
  if (response.status !== 303)
    throw new Error(`An answer was not taken: ${response.status} ${await response.text()}`);
};

/** Counts what has happened since it was last asked. */
const counter = async ({ system, meter }: Bench) => {
  let [seen, entered, bytes] = [await settledInvocations(), 0, 0];
  meter.take();
  return async (step: string, caseNumber: string, answerBytes: number): Promise<StepCost> => {
    const now = await settledInvocations();
    const calls = meter.take();
    const history = await historyOf(system, caseNumber);
    const transitions = history.filter(({ type }) => type?.endsWith('StateEntered')).length;
    const machineBytes = history.reduce((sum, event) => sum + payloadBytes(event), 0);
    const cost: StepCost = {
      step,
      transitions: transitions - entered,
      invocations: difference(now, seen),
      writes: sums(calls.map(({ writes }) => writes)),
      reads: sums(calls.map(({ by, reads }) => ({ [by]: total(reads) }))),
      mails: calls.filter(isMail).length,
      machineBytes: machineBytes - bytes,
      answerBytes,
    };
    [seen, entered, bytes] = [now, transitions, machineBytes];
    return cost;
  };
};

const isMail = ({ operation }: Call): boolean => operation === 'SendRawEmail';

const historyOf = async (system: System, caseNumber: string): Promise<readonly HistoryEvent[]> => {
  const machine = String(system.stateMachines.nomination);
  const executionArn = `${machine.replace(':stateMachine:', ':execution:')}:${caseNumber}-nomination-1`;
  const { events } = await new SFNClient({}).send(
    new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
  );
  return events ?? [];
};

/** Bytes that a state was given or gave; the messages that waiting states send are as large as what they were given. */
const payloadBytes = ({ stateEnteredEventDetails, stateExitedEventDetails }: HistoryEvent): number =>
  Buffer.byteLength(stateEnteredEventDetails?.input ?? '') +
  Buffer.byteLength(stateExitedEventDetails?.output ?? '');

type Counts = Readonly<Record<string, number>>;

export const total = (counts: Counts): number => Object.values(counts).reduce((sum, it) => sum + it, 0);

export const sums = (all: readonly Counts[]): Counts => {
  const result: Record<string, number> = {};
  for (const [key, count] of all.flatMap((counts) => Object.entries(counts)))
    result[key] = (result[key] ?? 0) + count;
  return result;
};

const difference = (now: Counts, before: Counts): Counts =>
  Object.fromEntries(
    Object.entries(now)
      .map(([key, count]) => [key, count - (before[key] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
