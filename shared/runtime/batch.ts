import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context } from 'aws-lambda';
import { log, loggedNothing } from './log.ts';

type BatchEvent = Parameters<typeof processPartialResponse>[0];

/**
 * A handler that works on a batch one record after the other, and reports only those that failed. Of an error the
 * name is logged and never the message: a mail service's message can hold an address. Where every record of a
 * stream failed it throws, because not every engine minds what is reported of a stream.
 */
export const eachRecord = <R>(type: keyof typeof EventType, work: (record: R) => Promise<void>) => {
  const processor = new BatchProcessor(type);
  const watched = async (record: R): Promise<void> => {
    loggedNothing();
    try {
      await work(record);
    } catch (error) {
      const { name } = error as Error;
      log.error('a record failed', { cause: name });
      throw new Error(name);
    }
  };
  return (event: BatchEvent, context: Context) =>
    processPartialResponse(event, watched, processor, {
      context,
      processInParallel: false,
      throwOnFullBatchFailure: type === EventType.DynamoDBStreams,
    });
};
