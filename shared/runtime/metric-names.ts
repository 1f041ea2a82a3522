/** Figures of our own that alarms and the dashboard go by, as CloudWatch knows them. */

export const METRIC_NAMESPACE = 'Nominera';

/** The dimension that keeps stages of one account apart; Powertools adds it to each figure. */
export const STAGE_DIMENSION = 'service';
export const STEP_DIMENSION = 'step';

export const METRICS = {
  /** Cases in which something was done that no machine has yet been told of. */
  answersNotDriven: 'AnswersNotDriven',
  /** Executions that failed or timed out. */
  executionsFailed: 'ExecutionsFailed',
  /** Mails that bounced, were rejected, or were complained of. */
  mailsNotDelivered: 'MailsNotDelivered',
  /** Those of them that were to the office itself, so that nobody could be told. */
  officeNotReached: 'OfficeNotReached',
  /** Open cases: all, and by the step that they wait in. */
  openCases: 'OpenCases',
  /** Days that the oldest of them has been open, or has waited in the step. */
  oldestDays: 'OldestDays',
} as const;

export type MetricName = keyof typeof METRICS;

/** What the figures of a stage are kept under: the value of `STAGE_DIMENSION`. */
export const metricsOf = (stage: string): string => `nominera-${stage}`;
