import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { nominera } from '../infra/nominera.ts';
import { root } from '../local/paths.ts';
import { METRICS } from '../shared/runtime/metric-names.ts';
import type { Priced } from './cost.ts';

/** What a month costs in which nothing happens, from what the template of `prod` holds. */

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** Every resource of `prod`, without the bundles. */
export const prodResources = (): readonly Resource[] => {
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  const app = new App({ context: { ...context, stage: 'prod', 'aws:cdk:bundling-stacks': [] } });
  nominera(app);
  app.synth();
  return app.node
    .findAll()
    .filter((it) => Stack.isStack(it))
    .flatMap(
      (stack) => Object.values(Template.fromStack(stack as Stack).toJSON().Resources ?? {}) as Resource[],
    );
};

const HOURS = 730;
/** Lambda waits for a queue with five connections, each asking every twenty seconds ("Using Lambda with Amazon SQS"). */
const RECEIVES = (HOURS * 3600 * 5) / 20;

/** Runs of a schedule in a month. @throws on an expression that is neither a rate in minutes nor a daily time */
export const runsOf = (expression: string): number => {
  const minutes = /^rate\((\d+) minutes?\)$/.exec(expression)?.[1];
  if (minutes !== undefined) return (HOURS * 60) / Number(minutes);
  if (/^cron\(\d+ \d+ \* \* \? \*\)$/.test(expression)) return HOURS / 24;
  throw new Error(`How often does ${expression} run?`);
};

/** An alarm is paid by the metrics that it looks at. */
const metricsOf = ({ Properties = {} }: Resource): number => {
  const { Metrics } = Properties as { Metrics?: readonly { readonly MetricStat?: unknown }[] };
  return Metrics?.filter(({ MetricStat }) => MetricStat !== undefined).length ?? 1;
};

/** Of a run that finds nothing to do: a quarter of a second, started anew, at half a gigabyte. */
const GIGABYTE_SECONDS = 0.25 * 0.5;

/** Years of a key's life, in each of which it is rotated; the first two rotations are kept at a price ("AWS KMS pricing"). */
const PAID_ROTATIONS = 2;

const keysOf = (keys: readonly Resource[], years: number): number =>
  keys.reduce(
    (sum, { Properties }) =>
      sum + 1 + (Properties?.EnableKeyRotation === true ? Math.min(years, PAID_ROTATIONS) : 0),
    0,
  );

/**
 * What a month without a single request uses, of everything that is paid by the month or by the clock.
 * @param years since the first deploy
 */
export const usedIdle = (resources: readonly Resource[], years = 0): Partial<Record<Priced, number>> => {
  const of = (type: string) => resources.filter(({ Type }) => Type === type);
  const runs = of('AWS::Scheduler::Schedule')
    .map(({ Properties }) => runsOf(String(Properties?.ScheduleExpression)))
    .reduce((sum, it) => sum + it, 0);
  const queues = of('AWS::Lambda::EventSourceMapping').filter(
    ({ Properties }) => Properties?.StartingPosition === undefined,
  ).length;
  return {
    key: keysOf(of('AWS::KMS::Key'), years),
    secret: of('AWS::SecretsManager::Secret').length,
    alarmMetric: of('AWS::CloudWatch::Alarm').reduce((sum, alarm) => sum + metricsOf(alarm), 0),
    dashboard: of('AWS::CloudWatch::Dashboard').length,
    // Paid by the hour in which it is told: taken as if each were told in every one.
    customMetric: Object.keys(METRICS).length + of('AWS::Logs::MetricFilter').length,
    queueRequest: queues * RECEIVES,
    scheduledRun: runs,
    invocation: runs,
    gigabyteSecond: runs * GIGABYTE_SECONDS,
    trace: runs,
    readUnit: runs,
  };
};
