import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import {
  METRIC_NAMESPACE,
  METRICS,
  type MetricName,
  STAGE_DIMENSION,
} from '../shared/runtime/metric-names.ts';
import type { Watched } from './watching.ts';

/** Something that an operator is told of. */
export interface Watch {
  /** Ends the alarm's name. */
  readonly id: string;
  /** The heading of its page in the runbook, as a link has it; the alarm's id where nothing stands. */
  readonly page?: string;
  /** What people notice of it, in a sentence. */
  readonly impact: string;
  readonly metric: Metric;
  readonly atLeast?: number;
  /** Where too little is wrong. */
  readonly below?: number;
  /** Periods in a row. */
  readonly periods?: number;
  /** That nothing is told is itself wrong; otherwise it means that there was nothing to tell. */
  readonly silenceIsWrong?: true;
}

const FIVE_MINUTES = Duration.minutes(5);
const HOUR = Duration.hours(1);

/** Longer than from one morning to the next in any night of the year, also that in which clocks are put back. */
const HOURS_TO_NEXT_MORNING = 26;

const sum = (metric: Metric, period = FIVE_MINUTES): Metric => metric.with({ statistic: 'Sum', period });
const most = (metric: Metric, period = FIVE_MINUTES): Metric => metric.with({ statistic: 'Maximum', period });

/** A figure that our functions tell, see `shared/runtime/metrics.ts`. */
export const ownMetric = (name: MetricName, stage: string): Metric =>
  new Metric({
    namespace: METRIC_NAMESPACE,
    metricName: METRICS[name],
    dimensionsMap: { [STAGE_DIMENSION]: stage },
    statistic: 'Sum',
    period: FIVE_MINUTES,
  });

/** What it means that a function fails for which nobody waits: web pages that fail are told of by `pages-fail`. */
const FAILING = {
  drive: 'Answers are taken, and what follows from them does not happen.',
  ask: 'Questions are opened and mailed late, or not at all.',
  mend: 'Cases that have come to a stop are not started again.',
  sweep: 'Some of the morning’s reminders and digests are not sent.',
  'mail-feedback': 'Nobody is told that a mail has not arrived.',
} as const;

const work = ({ queues, stage }: Watched): readonly Watch[] => [
  {
    id: 'questions-wait',
    impact: 'People are asked late: a message has waited ten minutes in the step queue.',
    metric: most(queues.steps.metricApproximateAgeOfOldestMessage()),
    atLeast: 600,
  },
  {
    id: 'questions-not-sent',
    impact: 'Somebody was not asked or not mailed: a message was given up.',
    metric: most(queues.deadSteps.metricApproximateNumberOfMessagesVisible()),
    atLeast: 1,
  },
  {
    id: 'events-not-taken',
    impact: 'A case may stand still, or a morning be missing: an event was given up.',
    metric: most(queues.deadEvents.metricApproximateNumberOfMessagesVisible()),
    atLeast: 1,
  },
  {
    id: 'answers-not-driven',
    impact: 'Somebody has answered, and after five minutes their case has not gone on.',
    metric: most(ownMetric('answersNotDriven', stage)),
    atLeast: 1,
  },
  {
    id: 'execution-failed',
    impact: 'A case has lost its place in the routine until it is started again.',
    metric: sum(ownMetric('executionsFailed', stage)),
    atLeast: 1,
  },
];

const mails = ({ stage }: Watched): readonly Watch[] => [
  {
    id: 'mails-not-delivered',
    impact: 'Many are not reached: five mails within an hour bounced or were complained of.',
    metric: sum(ownMetric('mailsNotDelivered', stage), HOUR),
    atLeast: 5,
  },
  {
    id: 'office-not-reached',
    impact: 'The office’s own mailbox does not take our mails, so the office knows of nothing.',
    metric: sum(ownMetric('officeNotReached', stage)),
    atLeast: 1,
  },
];

const functions = ({ functionNamed, table, failures }: Watched): readonly Watch[] => [
  ...Object.entries(FAILING).map(([name, impact]) => ({
    id: `function-fails-${name}`,
    page: 'function-fails',
    impact,
    metric: sum(functionNamed(name).lambda.metricErrors()),
    atLeast: 1,
  })),
  {
    id: 'functions-throttled',
    impact: 'Pages answer slowly or with an error: the account runs as many functions as it may.',
    // Of the whole account, which is what the limit is of.
    metric: sum(Lambda.metricAllThrottles()),
    atLeast: 5,
  },
  {
    id: 'morning-slow',
    impact: 'The morning’s mails will soon not be done in the time that their function has.',
    metric: most(functionNamed('sweep').lambda.metricDuration(), HOUR),
    atLeast: functionNamed('sweep').timeout.toMilliseconds() / 2,
  },
  {
    id: 'stream-behind',
    impact: 'Cases go on late: what people did five minutes ago has not been read.',
    metric: most(functionNamed('drive').lambda.metric('IteratorAge')),
    atLeast: FIVE_MINUTES.toMilliseconds(),
  },
  {
    id: 'pages-fail',
    impact: 'People see that something went wrong when they open a page or send a form.',
    metric: sum(failures),
    atLeast: 3,
  },
  ...(['ReadThrottleEvents', 'WriteThrottleEvents'] as const).map((name) => ({
    id: name === 'ReadThrottleEvents' ? 'table-throttled-reads' : 'table-throttled-writes',
    page: 'table-throttled',
    impact: 'Pages and machines wait for the record, and some give up.',
    metric: sum(table.metric(name)),
    atLeast: 10,
  })),
];

const clocks = ({ functionNamed, patience }: Watched): readonly Watch[] => [
  {
    id: 'mend-did-not-run',
    impact: 'Cases that come to a stop stay so: nobody has looked for them for three rounds.',
    metric: sum(functionNamed('mend').lambda.metricInvocations(), patience),
    below: 1,
    periods: 3,
    silenceIsWrong: true,
  },
  {
    id: 'morning-did-not-run',
    impact: 'Nobody was reminded this morning, and no follow-up was begun.',
    metric: sum(functionNamed('sweep').lambda.metricInvocations(), HOUR),
    below: 1,
    periods: HOURS_TO_NEXT_MORNING,
    silenceIsWrong: true,
  },
];

/** All that an operator is told of. Each counts in the bill (docs/runbook.md), so what shows in another is not here. */
export const watches = (watched: Watched): readonly Watch[] =>
  [work, mails, functions, clocks].flatMap((of) => of(watched));

/** A watch as CloudWatch takes it. */
export const alarmProps = ({ metric, atLeast, below, periods = 1, silenceIsWrong }: Watch) => ({
  metric,
  threshold: atLeast ?? below ?? 0,
  comparisonOperator:
    atLeast === undefined
      ? ComparisonOperator.LESS_THAN_THRESHOLD
      : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  evaluationPeriods: periods,
  treatMissingData: silenceIsWrong ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
});
