/** The baseline's functions, by their names as they are deployed. */
export const BASELINE_FUNCTIONS = ['baseline-start', 'baseline-ask', 'baseline-approve'] as const;

/**
 * The baseline's machines, and the seconds after which each asks again: a day, and for the run that counts thirty days of
 * reminders two seconds in the place of a day, since Step Functions keeps its own time.
 */
export const INTERVALS = { daily: 86_400, hurried: 2 } as const;

/** The three human steps of a nomination with one council, in their order: as far as the baseline goes. */
export const BASELINE_STEPS = ['screening', 'position', 'decision'] as const;

/** What is in a link of the baseline: all that its function needs, as in AWS's tutorial. */
export interface LinkParts {
  readonly token: string;
  readonly caseId: string;
  readonly step: string;
  readonly outcome: 'approve' | 'reject';
}
