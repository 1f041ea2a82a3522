import { GetExecutionHistoryCommand, type HistoryEvent, SFNClient } from '@aws-sdk/client-sfn';
import { processorTime } from './cpu.ts';
import { settledInvocations } from './invocations.ts';
import { isMail, type Meter } from './meter.ts';
import { sums, total } from './weigh.ts';

type Counts = Readonly<Record<string, number>>;

/** One act of a person and all that it set off, until the next person has been asked. */
export interface StepCost {
  readonly step: string;
  readonly transitions: number;
  readonly invocations: Counts;
  /** Processor time of the functions' processes here, in milliseconds; 0 where the system does not tell. */
  readonly cpu: number;
  /** Calls of the functions to AWS. */
  readonly calls: number;
  readonly writes: Counts;
  readonly reads: Counts;
  readonly mails: number;
  /** Bytes that the machine's states were given and gave. */
  readonly machineBytes: number;
  readonly answerBytes: number;
  /** Bytes that the functions wrote to their logs. */
  readonly logBytes: number;
}

/** Counts what has happened since it was last asked. @param running the case's execution, where there is one already */
export const counter = async (meter: Meter, running?: string) => {
  const before = running === undefined ? [] : await historyOf(running);
  let last = {
    ...(await settledInvocations()),
    cpu: total(processorTime(meter)),
    entered: entered(before),
    machineBytes: machineBytes(before),
  };
  meter.take();
  return async (step: string, executionArn: string, answerBytes: number): Promise<StepCost> => {
    const seen = await settledInvocations();
    const calls = meter.take();
    const history = await historyOf(executionArn);
    const now = {
      ...seen,
      cpu: total(processorTime(meter)),
      entered: entered(history),
      machineBytes: machineBytes(history),
    };
    const cost: StepCost = {
      step,
      transitions: now.entered - last.entered,
      invocations: difference(now.counts, last.counts),
      // A process that has ended takes what it used with it.
      cpu: Math.max(0, now.cpu - last.cpu),
      calls: calls.length,
      writes: sums(calls.map(({ writes }) => writes)),
      reads: sums(calls.map(({ by, reads }) => ({ [by]: total(reads) }))),
      mails: calls.filter(isMail).length,
      machineBytes: now.machineBytes - last.machineBytes,
      answerBytes,
      logBytes: now.bytes - last.bytes,
    };
    last = now;
    return cost;
  };
};

/** The sum of several. */
export const inAll = (costs: readonly StepCost[], step = 'in all'): StepCost => {
  const sum = (of: (cost: StepCost) => number): number => costs.reduce((all, cost) => all + of(cost), 0);
  return {
    step,
    transitions: sum((it) => it.transitions),
    invocations: sums(costs.map((it) => it.invocations)),
    cpu: sum((it) => it.cpu),
    calls: sum((it) => it.calls),
    writes: sums(costs.map((it) => it.writes)),
    reads: sums(costs.map((it) => it.reads)),
    mails: sum((it) => it.mails),
    machineBytes: sum((it) => it.machineBytes),
    answerBytes: sum((it) => it.answerBytes),
    logBytes: sum((it) => it.logBytes),
  };
};

/** States entered by an execution so far: what Step Functions charges for. */
export const transitionsOf = async (executionArn: string): Promise<number> =>
  entered(await historyOf(executionArn));

/** More events than an execution here has. */
const MOST_EVENTS = 1000;

const historyOf = async (executionArn: string): Promise<readonly HistoryEvent[]> => {
  const { events } = await new SFNClient({}).send(
    new GetExecutionHistoryCommand({ executionArn, maxResults: MOST_EVENTS }),
  );
  return events ?? [];
};

const entered = (history: readonly HistoryEvent[]): number =>
  history.filter(({ type }) => type?.endsWith('StateEntered')).length;

/** Bytes that states were given or gave; the messages that waiting states send are as large as what they were given. */
const machineBytes = (history: readonly HistoryEvent[]): number =>
  history.reduce(
    (sum, { stateEnteredEventDetails, stateExitedEventDetails }) =>
      sum +
      Buffer.byteLength(stateEnteredEventDetails?.input ?? '') +
      Buffer.byteLength(stateExitedEventDetails?.output ?? ''),
    0,
  );

const difference = (now: Counts, before: Counts): Counts =>
  Object.fromEntries(
    Object.entries(now)
      .map(([key, count]) => [key, count - (before[key] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
