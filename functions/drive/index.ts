import { SFNClient } from '@aws-sdk/client-sfn';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBRecord } from 'aws-lambda';
import { readFacts } from '../../shared/records/cases.ts';
import { lookAgain, lookNoMore, markStarted, restartPhase, settleWake } from '../../shared/records/heads.ts';
import { openStore } from '../../shared/records/store.ts';
import { markDriven } from '../../shared/records/tokens.ts';
import { type AskCaseMessage, PAYLOAD_SCHEMA } from '../../shared/routine/payload.ts';
import { eachRecord } from '../../shared/runtime/batch.ts';
import { minutesAfter, now } from '../../shared/runtime/clock.ts';
import { config } from '../../shared/runtime/config.ts';
import { log } from '../../shared/runtime/log.ts';
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

const drive: Drive = {
  record: {
    facts: (caseId) => readFacts(store, caseId),
    markDriven: (caseId, tokenId) => markDriven(store, caseId, tokenId, now().toISOString()),
    markStarted: (caseId, attempt) => markStarted(store, caseId, attempt, now().toISOString()),
    restartPhase: (caseId, attempt, minutes) =>
      restartPhase(store, caseId, attempt, crypto.randomUUID(), minutesAfter(now(), minutes)),
    lookAgainAfter: ({ id, version }, minutes) => lookAgain(store, id, minutesAfter(now(), minutes), version),
    lookNoMore: (caseId) => lookNoMore(store, caseId),
    settleWake: (caseId, wake) => settleWake(store, caseId, wake),
  },
  machines: stepFunctions(new SFNClient({}), {
    nomination: NOMINATION_MACHINE,
    production: PRODUCTION_MACHINE,
    review: REVIEW_MACHINE,
  }),
  requestAsking: (caseId) => {
    const message: AskCaseMessage = { schema: PAYLOAD_SCHEMA, kind: 'askCase', caseId };
    return queue.send(
      new SendMessageCommand({ QueueUrl: STEP_QUEUE_URL, MessageBody: JSON.stringify(message) }),
    );
  },
  now,
  patienceMinutes: PATIENCE_MINUTES,
  executionDays: EXECUTION_DAYS,
};

const driveRecord = async (record: DynamoDBRecord): Promise<void> => {
  const caseId = record.dynamodb?.Keys?.pk?.S?.slice('case#'.length);
  if (caseId === undefined) return;
  await driveCase(drive, caseId);
  log.info('driven', { caseId });
};

/** Woken by the stream when a case's head carries a wake mark. */
export const handler = eachRecord('DynamoDBStreams', driveRecord);
