import { SFNClient } from '@aws-sdk/client-sfn';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBRecord } from 'aws-lambda';
import { readFacts } from '../../shared/records/cases.ts';
import { lookAgain, lookNoMore, markStarted, restartPhase, settleWake } from '../../shared/records/heads.ts';
import { refreshRow } from '../../shared/records/row-refresh.ts';
import { openStore } from '../../shared/records/store.ts';
import { markDriven } from '../../shared/records/tokens.ts';
import { type AskCaseMessage, type DraftMailMessage, PAYLOAD_SCHEMA } from '../../shared/routine/payload.ts';
import { eachRecord } from '../../shared/runtime/batch.ts';
import { minutesAfter, now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { log, logged, loggedStep } from '../../shared/runtime/log.ts';
import { type Drive, driveCase } from './drive.ts';
import { stepFunctions } from './machines.ts';

const {
  TABLE_NAME,
  NOMINATION_MACHINE,
  PRODUCTION_MACHINE,
  REVIEW_MACHINE,
  STEP_QUEUE_URL,
  PATIENCE_MINUTES,
  EXECUTION_DAYS,
} = config(
  'TABLE_NAME',
  'NOMINATION_MACHINE',
  'PRODUCTION_MACHINE',
  'REVIEW_MACHINE',
  'STEP_QUEUE_URL',
  'PATIENCE_MINUTES',
  'EXECUTION_DAYS',
);
const store = openStore(TABLE_NAME);
const queue = new SQSClient({});

const request = (message: AskCaseMessage | DraftMailMessage) =>
  queue.send(new SendMessageCommand({ QueueUrl: STEP_QUEUE_URL, MessageBody: JSON.stringify(message) }));

const machines = stepFunctions(new SFNClient({}), {
  nomination: NOMINATION_MACHINE,
  production: PRODUCTION_MACHINE,
  review: REVIEW_MACHINE,
});

const drive: Drive = {
  record: {
    facts: async (caseId) => logged(await readFacts(store, caseId)),
    markDriven: (caseId, tokenId) => markDriven(store, caseId, tokenId, now().toISOString()),
    markStarted: (head) => markStarted(store, head, now().toISOString()),
    restartPhase: (caseId, attempt, minutes) =>
      restartPhase(store, caseId, attempt, crypto.randomUUID(), minutesAfter(now(), minutes)),
    lookAgainAfter: ({ id, version }, minutes) => lookAgain(store, id, minutesAfter(now(), minutes), version),
    lookNoMore: (caseId) => lookNoMore(store, caseId),
    settleWake: (caseId, wake) => settleWake(store, caseId, wake),
    refreshRow: (facts) => refreshRow(store, facts),
  },
  machines: {
    ...machines,
    resume: (token, outcome) => {
      loggedStep(token.round.step);
      return machines.resume(token, outcome);
    },
  },
  requestAsking: (caseId) => request({ schema: PAYLOAD_SCHEMA, kind: 'askCase', caseId }),
  now,
  patienceMinutes: PATIENCE_MINUTES,
  executionDays: EXECUTION_DAYS,
};

/** A mail that a draft wants: `ask` claims it, so that it is sent once however often this is asked. */
const requestDraftMail = (draftId: string, mailId: string) =>
  request({ schema: PAYLOAD_SCHEMA, kind: 'draftMail', draftId, mailId });

const driveRecord = async (record: DynamoDBRecord): Promise<void> => {
  const { pk, sk } = record.dynamodb?.Keys ?? {};
  const [of, id] = pk?.S?.split('#') ?? [];
  if (id === undefined) return;
  if (of === 'draft') {
    await requestDraftMail(id, String(sk?.S?.slice('mail#'.length)));
    return;
  }
  await driveCase(drive, id);
  log.info('driven', { caseId: id });
};

/** Woken by the stream when a case's head, or a mail of a draft, carries a wake mark. */
export const handler = eachRecord('DynamoDBStreams', driveRecord);
