import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  PeriodOverride,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import {
  METRIC_NAMESPACE,
  METRICS,
  type MetricName,
  STAGE_DIMENSION,
  STEP_DIMENSION,
} from '../shared/runtime/metric-names.ts';
import { ownMetric } from './alarms.ts';
import type { StageSettings } from './stages.ts';
import type { Watched } from './watching.ts';

const HALF = 12;
const DAY = Duration.days(1);

const graph = (title: string, left: IMetric[], right: IMetric[] = []): GraphWidget =>
  new GraphWidget({ title, left, right, width: HALF, height: 6, leftYAxis: { min: 0 } });

/** A figure of each step that has been told of; which there are is found when the dashboard is looked at. */
const ofEachStep = (name: MetricName, stage: string): IMetric =>
  new MathExpression({
    expression: `SEARCH('{${METRIC_NAMESPACE},${STAGE_DIMENSION},${STEP_DIMENSION}} MetricName="${METRICS[name]}" ${STAGE_DIMENSION}="${stage}"', 'Maximum', ${DAY.toSeconds()})`,
    label: '',
    period: DAY,
  });

const daily = (name: MetricName, stage: string, label: string): IMetric =>
  ownMetric(name, stage).with({ statistic: 'Maximum', period: DAY, label });

const work = ({ stage, queues, machines, functionNamed, failures }: Watched): readonly GraphWidget[] => [
  graph('Open cases, each morning', [daily('openCases', stage, 'all'), ofEachStep('openCases', stage)]),
  graph('Days that the oldest has waited', [
    daily('oldestDays', stage, 'since its submission'),
    ofEachStep('oldestDays', stage),
  ]),
  graph(
    'Executions that began, and that somebody stopped (right)',
    Object.entries(machines.of).map(([phase, it]) => it.metricStarted({ label: phase })),
    Object.entries(machines.of).map(([phase, it]) => it.metricAborted({ label: `${phase}: stopped` })),
  ),
  graph(
    'From an answer to the next mail: seconds waited in the queue, milliseconds in the stream',
    [queues.steps.metricApproximateAgeOfOldestMessage()],
    [functionNamed('drive').lambda.metric('IteratorAge', { statistic: 'Maximum' })],
  ),
  graph('Given up', [
    queues.deadSteps.metricApproximateNumberOfMessagesVisible({ label: 'messages to a step' }),
    queues.deadEvents.metricApproximateNumberOfMessagesVisible({ label: 'events' }),
    ownMetric('answersNotDriven', stage).with({ label: 'answers not driven' }),
    ownMetric('executionsFailed', stage).with({ label: 'executions failed' }),
  ]),
  graph('Mails and pages', [
    ownMetric('mailsNotDelivered', stage).with({ label: 'mails not delivered' }),
    ownMetric('officeNotReached', stage).with({ label: 'office not reached' }),
    failures.with({ label: 'pages that failed' }),
  ]),
];

/** Functions that somebody waits for. */
const WAITED_FOR = ['nominate', 'answer', 'follow', 'desk', 'bodies', 'drive', 'ask'];

const functions = ({ functions: all, table }: Watched): readonly GraphWidget[] => [
  graph(
    'Functions that failed, and throttled ones of the account (right)',
    all.map(({ name, lambda }) => lambda.metricErrors({ label: name })),
    [Lambda.metricAllThrottles({ label: 'throttled' })],
  ),
  graph(
    'How long functions run, milliseconds (nine of ten)',
    all
      .filter(({ name }) => WAITED_FOR.includes(name))
      .map(({ name, lambda }) => lambda.metricDuration({ label: name, statistic: 'p90' })),
  ),
  graph(
    'The record: units read and written, throttled (right)',
    [table.metricConsumedReadCapacityUnits(), table.metricConsumedWriteCapacityUnits()],
    ['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) => table.metric(name, { statistic: 'Sum' })),
  ),
];

/** One page with what an operator looks at first: what is wrong, then what people wait for, then the machinery. */
export const dashboard = (
  scope: Construct,
  { name, operator }: StageSettings,
  watched: Watched,
  alarms: readonly Alarm[],
): Dashboard =>
  new Dashboard(scope, 'Dashboard', {
    dashboardName: `nominera-${name}`,
    defaultInterval: Duration.days(7),
    periodOverride: PeriodOverride.INHERIT,
    widgets: [
      [
        new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 18, height: 5 }),
        new TextWidget({
          markdown: `# Nominera ${name}\n\nWhat each alarm means and what to do: ${operator.runbook}`,
          width: 6,
          height: 5,
        }),
      ],
      [...work(watched)],
      [...functions(watched)],
    ],
  });
