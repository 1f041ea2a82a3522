import { tagsFromSes } from '../../shared/mail/tags.ts';
import type { Chance } from '../courses/chance.ts';

/** The faults that can be put between a function and the service that it calls. */

/** A call of one of our functions to a service. */
export interface Call {
  /** Such as `UpdateItem`, `SendTaskSuccess`, `SendRawEmail`. */
  readonly operation: string;
  readonly protocol: 'json' | 'xml';
  readonly body: string;
  /** `{function}.{process id}.{start}`, as die.mjs names the process that calls. */
  readonly process: string;
}

/** What the caller gets to see: an answer, a closed connection, or nothing any more. */
export type Seen =
  | { readonly status: number; readonly code: string; readonly reason?: string }
  | 'cut'
  | 'slow'
  | 'die';

export interface Fault {
  /** Whether the service has carried out the call by then. */
  readonly after: boolean;
  readonly seen: Seen;
  /** All calls, unless given. */
  readonly meets?: (call: Call) => boolean;
}

const isConditional = ({ operation, body }: Call): boolean =>
  ['PutItem', 'UpdateItem', 'DeleteItem'].includes(operation) && body.includes('"ConditionExpression"');

const isNamed =
  (...names: readonly string[]) =>
  ({ operation }: Call): boolean =>
    names.includes(operation);

const writes = ({ operation }: Call): boolean => !/^(Get|Query|BatchGet|Describe|List)/u.test(operation);

export const CALL_FAULTS = {
  'error before the call took effect': { after: false, seen: { status: 500, code: 'InternalServerError' } },
  'service unavailable': { after: false, seen: { status: 503, code: 'ServiceUnavailable' } },
  throttled: { after: false, seen: { status: 400, code: 'ThrottlingException' } },
  'connection cut before the call': { after: false, seen: 'cut' },
  'error after the call took effect': {
    after: true,
    seen: { status: 500, code: 'InternalServerError' },
    meets: writes,
  },
  'connection cut after the call': { after: true, seen: 'cut', meets: writes },
  'time-out after success': { after: true, seen: 'slow', meets: writes },
  'function killed before a call': { after: false, seen: 'die' },
  'function killed after a call': { after: true, seen: 'die', meets: writes },
  // A write of one item is not idempotent at AWS: the library's second try of it meets what the first has done.
  'conditional check lost to oneself': {
    after: true,
    seen: { status: 400, code: 'ConditionalCheckFailedException' },
    meets: isConditional,
  },
  'transaction met another': {
    after: false,
    seen: { status: 400, code: 'TransactionCanceledException', reason: 'TransactionConflict' },
    meets: isNamed('TransactWriteItems'),
  },
  'mail refused': {
    after: false,
    seen: { status: 400, code: 'MessageRejected' },
    meets: isNamed('SendRawEmail'),
  },
  'task token spent': {
    after: true,
    seen: { status: 400, code: 'TaskTimedOut' },
    meets: isNamed('SendTaskSuccess'),
  },
} satisfies Readonly<Record<string, Fault>>;

export type CallFault = keyof typeof CALL_FAULTS;

export const faultOf = (kind: CallFault): Fault => CALL_FAULTS[kind];

/** Kinds that can meet few calls are chosen so many times as often where they can. */
const OWN_TIMES = 4;

const weightOf = (kind: CallFault): number =>
  ['mail refused', 'task token spent', 'transaction met another'].includes(kind) ? OWN_TIMES : 1;

/** One of the faults that can meet a call. */
export const anyFault = (chance: Chance, call: Call): CallFault => {
  const meeting = (Object.keys(CALL_FAULTS) as CallFault[])
    .filter((kind) => faultOf(kind).meets?.(call) ?? true)
    .flatMap((kind) => Array<CallFault>(weightOf(kind)).fill(kind));
  return meeting[chance.below(meeting.length)] ?? 'throttled';
};

const CASE_ID = /(?:case#|\\"caseId\\":\\")([\da-f-]{36})/u;
const CASE_NUMBER = /N-\d{4}-\d{4,}/u;

/** The tags of a mail that is sent, as SES gives them back. */
export const tagsIn = ({ body }: Call): Readonly<Record<string, readonly string[]>> => {
  const form = new URLSearchParams(body);
  const tags: Record<string, readonly string[]> = {};
  for (let nth = 1; form.has(`Tags.member.${nth}.Name`); nth += 1)
    tags[String(form.get(`Tags.member.${nth}.Name`))] = [String(form.get(`Tags.member.${nth}.Value`))];
  return tags;
};

/** The id or the number of the case that a call is about, where the call tells. */
export const caseIn = (call: Call): string | undefined => {
  if (call.operation !== 'SendRawEmail')
    return (CASE_ID.exec(call.body) ?? CASE_NUMBER.exec(call.body))?.at(-1);
  const tags = tagsFromSes(tagsIn(call));
  return tags !== undefined && 'case' in tags ? tags.case : undefined;
};
