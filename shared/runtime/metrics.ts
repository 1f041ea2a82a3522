import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { METRIC_NAMESPACE, METRICS, type MetricName, STEP_DIMENSION } from './metric-names.ts';

/** The stage comes from the environment, as `POWERTOOLS_SERVICE_NAME`. */
const metrics = new Metrics({ namespace: METRIC_NAMESPACE });

/**
 * Tells CloudWatch of some figures, by a line in the log (embedded metric format): nothing is called, and no right is
 * needed. An hour in which a figure is not told costs nothing.
 * @param step where the figures are those of one step
 */
export const measure = (figures: Partial<Readonly<Record<MetricName, number>>>, step?: string): void => {
  if (step !== undefined) metrics.addDimension(STEP_DIMENSION, step);
  for (const [name, value] of Object.entries(figures))
    metrics.addMetric(METRICS[name as MetricName], MetricUnit.Count, value);
  metrics.publishStoredMetrics();
};
