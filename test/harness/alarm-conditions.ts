import type { Point } from './alarms.ts';

/** What brings each alarm about, and what does not, by the alarm's id: an alarm that is not here fails the tests. */
export interface Condition {
  /** The metric, and what its dimensions say in the template. */
  readonly metric: string;
  readonly of: RegExp;
  readonly raisedBy: readonly Point[];
  readonly notBy: readonly (readonly Point[])[];
}

const ago = (secondsAgo: number, ...values: readonly number[]): readonly Point[] =>
  values.map((value) => ({ secondsAgo, value }));

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** One that is told of single mishaps: the `most` that is not yet one, and none at all, raise nothing. */
const from = (least: number, metric: string, of: RegExp): Condition => ({
  metric,
  of,
  raisedBy: ago(MINUTE, least),
  notBy: [[], ago(MINUTE, 0), ago(MINUTE, least - 1), ago(2 * HOUR, least)],
});

/** The runs of a function, so many hours apart, the latest so many hours ago. */
const runs = (latest: number, apart: number): readonly Point[] =>
  [0, 1, 2, 3].flatMap((nth) => ago((latest + nth * apart) * HOUR, 1));

export const CONDITIONS: Readonly<Record<string, Condition>> = {
  'questions-wait': {
    metric: 'AWS/SQS ApproximateAgeOfOldestMessage',
    of: /QueuesSteps/u,
    raisedBy: ago(MINUTE, 20, 610),
    // As long as a message that failed once is out of sight, three times six times the function's limit.
    notBy: [[], ago(MINUTE, 3 * 180)],
  },
  'questions-not-sent': from(1, 'AWS/SQS ApproximateNumberOfMessagesVisible', /QueuesDeadSteps/u),
  'events-not-taken': from(1, 'AWS/SQS ApproximateNumberOfMessagesVisible', /QueuesDeadEvents/u),
  'answers-not-driven': from(1, 'Nominera AnswersNotDriven', /"nominera-(local|prod)"/u),
  'execution-failed': from(1, 'Nominera ExecutionsFailed', /"nominera-(local|prod)"/u),
  'mails-not-delivered': {
    ...from(5, 'Nominera MailsNotDelivered', /"nominera-(local|prod)"/u),
    raisedBy: [5, 15, 25, 35, 45].flatMap((minutes) => ago(minutes * MINUTE, 1)),
  },
  'office-not-reached': from(1, 'Nominera OfficeNotReached', /"nominera-(local|prod)"/u),
  'function-fails-drive': from(1, 'AWS/Lambda Errors', /MachinesDrive/u),
  'function-fails-ask': from(1, 'AWS/Lambda Errors', /MailAsk/u),
  'function-fails-mend': from(1, 'AWS/Lambda Errors', /MendFunction/u),
  'function-fails-sweep': from(1, 'AWS/Lambda Errors', /SweepFunction/u),
  'function-fails-mail-feedback': from(1, 'AWS/Lambda Errors', /FeedbackFunction/u),
  'functions-throttled': from(5, 'AWS/Lambda Throttles', /^\[\]$/u),
  'morning-slow': {
    metric: 'AWS/Lambda Duration',
    of: /SweepFunction/u,
    raisedBy: ago(10 * MINUTE, 300_000),
    notBy: [[], ago(10 * MINUTE, 240_000)],
  },
  'stream-behind': {
    metric: 'AWS/Lambda IteratorAge',
    of: /MachinesDrive/u,
    raisedBy: ago(MINUTE, 12, 301_000),
    notBy: [[], ago(MINUTE, 240_000)],
  },
  'pages-fail': from(3, 'AWS/ApiGateway 5xx', /WebApi/u),
  'table-throttled-reads': from(10, 'AWS/DynamoDB ReadThrottleEvents', /Table/u),
  'table-throttled-writes': from(10, 'AWS/DynamoDB WriteThrottleEvents', /Table/u),
  'mend-did-not-run': {
    metric: 'AWS/Lambda Invocations',
    of: /MendFunction/u,
    raisedBy: runs(0.8, 0.25),
    notBy: [runs(0.2, 0.25), runs(0.7, 0.25)],
  },
  'morning-did-not-run': {
    metric: 'AWS/Lambda Invocations',
    of: /SweepFunction/u,
    raisedBy: runs(26, 24),
    // In the night in which clocks are put back, and just before a morning that is late.
    notBy: [runs(1, 24), runs(25, 25), runs(25.9, 24)],
  },
};
