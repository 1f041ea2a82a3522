/** A round was settled with an outcome that no choice of the machine takes. An operator must act. */
export const UNKNOWN_OUTCOME = 'Nominera.UnknownOutcome';
