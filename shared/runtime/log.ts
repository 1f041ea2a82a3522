import { Logger } from '@aws-lambda-powertools/logger';

/**
 * Structured log lines. They hold ids of cases and rounds, and outcomes; never a task token, a link, an address
 * or anything that a person wrote.
 */
export const log = new Logger({ serviceName: 'nominera' });
