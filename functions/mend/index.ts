import type { EventBridgeEvent, ScheduledEvent } from 'aws-lambda';
import * as z from 'zod';
import { minutesForAttempt } from '../../shared/case/patience.ts';
import { readHead } from '../../shared/records/cases.ts';
import { casesToLookAt, lookAgain, restartPhase, wakeToLook } from '../../shared/records/heads.ts';
import { openStore } from '../../shared/records/store.ts';
import { casesNotDriven } from '../../shared/records/undriven.ts';
import { minutesAfter, now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { log } from '../../shared/runtime/log.ts';
import { measure } from '../../shared/runtime/metrics.ts';

const { TABLE_NAME, PATIENCE_MINUTES } = config('TABLE_NAME', 'PATIENCE_MINUTES');
const store = openStore(TABLE_NAME);

/** Cases woken in one run; those left over are due at the next. */
const MOST_AT_ONCE = 100;

/** Minutes within which what follows from somebody's act is to be done, before an operator is told. */
const DRIVEN_WITHIN = 5;

/** An execution's end, as Step Functions tells EventBridge; its `input` is what `drive` started it with. */
const executionInput = z.object({ caseId: z.string(), attempt: z.number().int().positive() });

type ExecutionEnded = EventBridgeEvent<
  'Step Functions Execution Status Change',
  { readonly status: string; readonly input: string }
>;

/**
 * An execution that somebody stopped is replaced at once, if it is the one that should be running. One that failed
 * or timed out is looked at later, and ever more seldom: started at once, it could fail at once again.
 */
const executionEnded = async ({ detail }: ExecutionEnded): Promise<void> => {
  const { caseId, attempt } = executionInput.parse(JSON.parse(detail.input));
  const head = await readHead(store, caseId);
  if (head === undefined) return;
  const later = minutesAfter(now(), minutesForAttempt(attempt, head, PATIENCE_MINUTES));
  if (detail.status !== 'ABORTED') {
    measure({ executionsFailed: 1 });
    await lookAgain(store, caseId, later);
  } else if (!(await restartPhase(store, caseId, attempt, crypto.randomUUID(), later))) return;
  const { number: caseNumber, phase } = head;
  log.warn('execution ended early', { caseNumber, phase, attempt, status: detail.status });
};

/** Tells of the cases in which somebody did something long ago, and what follows has not been done. */
const tellNotDriven = async (): Promise<void> => {
  const late = await casesNotDriven(store, minutesAfter(now(), PATIENCE_MINUTES - DRIVEN_WITHIN));
  if (late.length > 0) measure({ answersNotDriven: late.length });
  for (const { number: caseNumber, phase } of late) log.warn('not driven', { caseNumber, phase });
};

/** Wakes every case that should have been looked at by now. */
const round = async (): Promise<void> => {
  await tellNotDriven();
  const due = await casesToLookAt(store, now().toISOString(), MOST_AT_ONCE);
  const later = minutesAfter(now(), PATIENCE_MINUTES);
  for (const caseId of due) await wakeToLook(store, caseId, crypto.randomUUID(), later);
  log.info('mended', { woken: due.length });
};

/** Run by the schedule, and by each execution that was stopped, failed or timed out. */
export const handler = async (event: ScheduledEvent | ExecutionEnded): Promise<void> =>
  event['detail-type'] === 'Step Functions Execution Status Change'
    ? executionEnded(event as ExecutionEnded)
    : round();
