/** Alarms as CloudWatch evaluates them ("Alarm evaluation" in its user guide), for conditions that the engine cannot bring about. */

export interface AlarmProperties {
  readonly AlarmName: string;
  readonly AlarmDescription: string;
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: unknown }[];
  readonly Statistic: 'Sum' | 'Maximum';
  readonly Period: number;
  readonly EvaluationPeriods: number;
  readonly DatapointsToAlarm?: number;
  readonly Threshold: number;
  readonly ComparisonOperator: 'GreaterThanOrEqualToThreshold' | 'LessThanThreshold';
  readonly TreatMissingData: 'breaching' | 'notBreaching';
  readonly AlarmActions: readonly unknown[];
  readonly OKActions: readonly unknown[];
}

/** What a metric was told, in seconds before now. */
export interface Point {
  readonly secondsAgo: number;
  readonly value: number;
}

const statistic = (of: AlarmProperties['Statistic'], values: readonly number[]): number =>
  of === 'Sum' ? values.reduce((sum, it) => sum + it, 0) : Math.max(...values);

const isBreaching = (alarm: AlarmProperties, values: readonly number[]): boolean => {
  if (values.length === 0) return alarm.TreatMissingData === 'breaching';
  const value = statistic(alarm.Statistic, values);
  return alarm.ComparisonOperator === 'LessThanThreshold'
    ? value < alarm.Threshold
    : value >= alarm.Threshold;
};

/** Whether an alarm is raised now by what its metric was told. */
export const isRaised = (alarm: AlarmProperties, points: readonly Point[]): boolean => {
  const { Period, EvaluationPeriods, DatapointsToAlarm = EvaluationPeriods } = alarm;
  const periods = Array.from({ length: EvaluationPeriods }, (_, nth) =>
    points
      .filter(({ secondsAgo }) => secondsAgo >= nth * Period && secondsAgo < (nth + 1) * Period)
      .map(({ value }) => value),
  );
  return periods.filter((values) => isBreaching(alarm, values)).length >= DatapointsToAlarm;
};
