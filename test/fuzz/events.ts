import type fc from 'fast-check';
import { PAYLOAD_SCHEMA, stepMessage } from '../../shared/routine/payload.ts';
import { MACHINE_STEPS } from '../../shared/routine/question.ts';
import type { FunctionName } from './functions.ts';
import { chance, type Draw, drawnBy, JSONS, mutated, nastyJson, nastyText, number, pick } from './values.ts';
import type { World } from './world.ts';

/** What queues, the stream, EventBridge and the schedule hand to the functions that no person calls. */

export interface EventInput {
  readonly to: FunctionName;
  readonly event: unknown;
  /** The ids of records that nobody can read, which must be reported; and of those that may be. */
  readonly unreadable?: readonly string[];
  readonly mayFail?: readonly string[];
  /** What is not as its sender writes it may end the run with an error, so that it comes among the dead letters. */
  readonly mayThrow: boolean;
}

const MOST_RECORDS = 5;

export const eventInput = (world: World): fc.Arbitrary<EventInput> =>
  drawnBy((draw) => {
    const n = number(draw, 99);
    if (n < 40) return stepBatch(draw, world);
    if (n < 70) return streamBatch(draw, world);
    if (n < 90) return feedback(draw, world);
    return n < 99 ? executionEnded(draw, world) : morning(draw);
  });

const batch = <T>(draw: Draw, make: () => T): readonly T[] =>
  Array.from({ length: 1 + number(draw, MOST_RECORDS - 1) }, make);

const textOf = (draw: Draw, value: unknown): string =>
  chance(draw, 100)
    ? chance(draw, 500)
      ? pick(draw, JSONS)
      : nastyText(draw)
    : (JSON.stringify(value) ?? '');

const messageOf = (draw: Draw, world: World): string => {
  const { id, phase, step, attempt } = pick(draw, world.cases);
  const caseId = chance(draw, 900) ? id : nastyText(draw).slice(0, 900) || 'x';
  const messages: readonly object[] = [
    { kind: 'ask', caseId, phase, step, attempt, nth: 1, taskToken: nastyText(draw).slice(0, 500) || 't' },
    { kind: 'ask', caseId, phase, step: pick(draw, MACHINE_STEPS), attempt: 1, nth: 2, taskToken: 't' },
    { kind: 'askCase', caseId },
    { kind: 'mail', caseId },
    { kind: 'draftMail', draftId: pick(draw, world.drafts), mailId: 'link-1' },
    { kind: 'draftMail', draftId: 'gone', mailId: nastyText(draw).slice(0, 500) || 'x' },
  ];
  const message = { schema: PAYLOAD_SCHEMA, ...pick(draw, messages) };
  return textOf(draw, chance(draw, 500) ? message : mutated(draw, message));
};

/** What a message's sender wrote, if it is one. */
const read = (body: string) => {
  try {
    return stepMessage.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
};

const stepBatch = (draw: Draw, world: World): EventInput => {
  const bodies = batch(draw, () => messageOf(draw, world));
  const Records = bodies.map((body, n) => ({
    ...{
      messageId: `m-${n}`,
      receiptHandle: 'r',
      body,
      md5OfBody: '',
      eventSource: 'aws:sqs',
      awsRegion: 'x',
    },
    ...{ attributes: {}, messageAttributes: {}, eventSourceARN: 'arn:aws:sqs:x:1:steps' },
  }));
  const idsOf = (isSuch: (message: ReturnType<typeof read>) => boolean) =>
    Records.filter(({ body }) => isSuch(read(body))).map(({ messageId }) => messageId);
  const unreadable = idsOf((message) => message === undefined);
  // A message for a case or draft that is not there comes back until it is among the dead letters.
  const known: readonly string[] = [...world.cases.map(({ id }) => id), ...world.drafts];
  const isOfNone = (it: ReturnType<typeof read>): boolean =>
    it !== undefined && !known.includes('caseId' in it ? it.caseId : it.draftId);
  return { to: 'ask', event: { Records }, unreadable, mayFail: idsOf(isOfNone), mayThrow: false };
};

const streamBatch = (draw: Draw, world: World): EventInput => {
  const keyOf = (): unknown => {
    const pk = pick(draw, [
      ...[
        `case#${pick(draw, world.cases).id}`,
        `case#${pick(draw, world.cases).id}`,
        `draft#${pick(draw, world.drafts)}`,
      ],
      ...[`case#${nastyText(draw).slice(0, 900)}`, nastyText(draw), 'case#', 'draft#', '#', 'case'],
    ]);
    const sk = pick(draw, ['p#head', 'mail#link-1', nastyText(draw).slice(0, 500)]);
    const keys = { pk: { S: pk }, sk: { S: sk } };
    return chance(draw, 900) ? keys : mutated(draw, keys);
  };
  const Records = batch(draw, keyOf).map((Keys, n) => ({
    ...{ eventID: `e-${n}`, eventName: 'MODIFY', eventSource: 'aws:dynamodb' },
    dynamodb: { Keys, SequenceNumber: String(n), NewImage: {}, StreamViewType: 'NEW_IMAGE' },
  }));
  return { to: 'drive', event: { Records }, mayThrow: false };
};

const KINDS = ['Email Bounced', 'Email Complaint Received', 'Email Rejected', 'Email Rendering Failed'];

const feedback = (draw: Draw, world: World): EventInput => {
  const { id, questions } = pick(draw, world.cases);
  const tags = {
    case: [id],
    question: [pick(draw, questions).id.replaceAll('/', '_')],
    kind: ['question'],
    to: ['office'],
    mail: [nastyText(draw)],
  };
  const detail = {
    eventType: 'Bounce',
    mail: {
      tags: chance(draw, 400) ? tags : (mutated(draw, tags) as object),
      destination: ['namn@example.se'],
    },
  };
  const isAsSent = chance(draw, 500);
  const event = {
    ...{
      version: '0',
      source: 'aws.ses',
      'detail-type': chance(draw, 900) ? pick(draw, KINDS) : nastyText(draw),
    },
    detail: isAsSent ? detail : mutated(draw, detail),
  };
  return { to: 'mail-feedback', event, mayThrow: !hasTags(event.detail) };
};

/** What is read of SES's event (SES, "Event data that Amazon SES publishes to Amazon EventBridge"). */
const hasTags = (detail: unknown): boolean => {
  const tags = (detail as { mail?: { tags?: unknown } } | null)?.mail?.tags;
  if (typeof tags !== 'object' || tags === null || Array.isArray(tags)) return false;
  return Object.values(tags).every((it) => Array.isArray(it) && it.every((one) => typeof one === 'string'));
};

const executionEnded = (draw: Draw, world: World): EventInput => {
  const { id, attempt } = pick(draw, world.cases);
  const input = { schema: 1, caseId: id, attempt, phase: 'nomination' };
  const isAsSent = chance(draw, 500);
  const text = isAsSent ? JSON.stringify(input) : textOf(draw, mutated(draw, input));
  const detail = { status: pick(draw, ['ABORTED', 'FAILED', 'TIMED_OUT', nastyText(draw)]), input: text };
  const event = {
    'detail-type': 'Step Functions Execution Status Change',
    detail: isAsSent ? detail : chance(draw, 700) ? detail : mutated(draw, detail),
  };
  return { to: 'mend', event, mayThrow: !isAsSent };
};

/** The schedule's event has the hour it is for; what has none is for now. */
const morning = (draw: Draw): EventInput => {
  const whole = { time: '2026-11-23T06:00:00Z', scheduledTime: '2026-11-23T06:00:00Z' };
  if (chance(draw, 500))
    return { to: 'mend', event: { 'detail-type': nastyText(draw), time: '' }, mayThrow: false };
  return { to: 'sweep', event: chance(draw, 500) ? mutated(draw, whole) : nastyJson(draw), mayThrow: false };
};
