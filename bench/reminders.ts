import { rmSync, writeFileSync } from 'node:fs';
import { InvokeCommand, LambdaClient, PutFunctionConcurrencyCommand } from '@aws-sdk/client-lambda';
import { clockFile } from '../local/clock-file.ts';
import { functionNamed } from '../local/functions.ts';
import { untilQuiet } from '../local/people.ts';
import type { Baseline } from './baseline/deploy.ts';
import { isTaken, linksFor, start } from './baseline/people.ts';
import { counter, type StepCost, transitionsOf } from './counting.ts';
import { answer, type Bench, executionOf, SHORT, submit } from './courses.ts';

/** A person who answers after thirty days: what the reminders cost until then, and the step with its answer. */
export interface Reminders {
  readonly days: number;
  /** Thirty mornings, of the product for all its cases at once. */
  readonly ours: StepCost;
  /** Transitions from the question to the next, its thirty days and its answer included. */
  readonly stepTransitions: number;
  readonly baselineDays: number;
  readonly baselineStepTransitions: number;
}

const DAYS = 30;
const DAY_MS = 86_400_000;
/** In the morning, as the schedule has it. */
const MORNING = 'T05:30:00.000Z';

export const measureReminders = async (bench: Bench, baseline: Baseline): Promise<Reminders> => {
  const { waiting, transitions } = await ourThirtyDays(bench);
  return {
    days: DAYS,
    ours: waiting,
    stepTransitions: transitions,
    ...(await baselineThirtyDays(bench, baseline)),
  };
};

interface ThirtyDays {
  readonly waiting: StepCost;
  readonly transitions: number;
}

/** The clock of the functions is moved from morning to morning, and `sweep` is run as its schedule would run it. */
const ourThirtyDays = async (bench: Bench): Promise<ThirtyDays> => {
  const { system, meter, people, store } = bench;
  const { id, caseNumber } = await submit(bench, SHORT.nomination);
  const [{ step, mailbox, fields }] = SHORT.acts as [(typeof SHORT.acts)[number]];
  const link = await people.linkFor(caseNumber, step, mailbox);
  await untilQuiet(store, id, 1);
  const execution = executionOf(system, caseNumber);
  const asked = await transitionsOf(execution);
  const counted = await counter(meter, execution);
  await eachMorning(system.awsEndpoint);
  const waiting = await counted('30 days', execution, 0);
  await answer(people, link, fields);
  await untilQuiet(store, id, 2);
  return { waiting, transitions: (await transitionsOf(execution)) - asked };
};

const eachMorning = async (endpoint: string): Promise<void> => {
  const lambda = new LambdaClient({});
  const sweep = await functionNamed(lambda, 'SweepFunction');
  // To `mend`, every case would be overdue under a clock that was moved.
  await lambda.send(
    new PutFunctionConcurrencyCommand({
      FunctionName: await functionNamed(lambda, 'MendFunction'),
      ReservedConcurrentExecutions: 0,
    }),
  );
  const file = clockFile(new URL(endpoint).port);
  try {
    for (let day = 1; day <= DAYS; day += 1) {
      const date = new Date(Date.now() + day * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
      writeFileSync(file, String(day * DAY_MS));
      const Payload = JSON.stringify({ scheduledTime: `${date}${MORNING}` });
      const { FunctionError } = await lambda.send(new InvokeCommand({ FunctionName: sweep, Payload }));
      if (FunctionError !== undefined) throw new Error(`The morning of ${date} failed: ${FunctionError}`);
    }
  } finally {
    rmSync(file, { force: true });
  }
};

/**
 * On the machine whose days are seconds: the counting itself would take days of it. A link lives until the next reminder,
 * so where the machine was faster than this is, one is waited for.
 */
const baselineThirtyDays = async (
  { system }: Bench,
  baseline: Baseline,
): Promise<Pick<Reminders, 'baselineDays' | 'baselineStepTransitions'>> => {
  const { caseId, executionArn } = await start(baseline, SHORT.nomination, 'hurried');
  let days = DAYS;
  while (!(await isTaken((await linksFor(system, caseId, 'screening', days + 1))[0]))) days += 1;
  await linksFor(system, caseId, 'position');
  // Being asked at first is of the act before.
  const transitions = (await transitionsOf(executionArn)) - 1;
  return { baselineDays: days, baselineStepTransitions: transitions };
};
