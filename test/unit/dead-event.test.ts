import { describe, expect, it } from 'vitest';
import { deadEvent } from '../../local/admin/dead-event.ts';

const ARN = 'arn:aws:lambda:eu-north-1:000000000000:function:nominera-mend';
const event = { 'detail-type': 'Scheduled Event' };

describe('a dead event', () => {
  it('that Lambda left is a call of that function with its payload', () => {
    const Body = JSON.stringify({
      version: '1.0',
      requestContext: { functionArn: `${ARN}:$LATEST`, condition: 'RetriesExhausted' },
      requestPayload: event,
      responseContext: { functionError: 'Unhandled' },
    });
    expect(deadEvent({ Body })).toEqual({ lambda: 'nominera-mend', event });
  });

  it('that a rule or the scheduler left is the event, for the target beside it', () => {
    const MessageAttributes = { TARGET_ARN: { StringValue: ARN }, ERROR_CODE: { StringValue: 'THROTTLED' } };
    expect(deadEvent({ Body: JSON.stringify(event), MessageAttributes })).toEqual({
      lambda: 'nominera-mend',
      event,
    });
  });

  it('of a stream names records that are not in it', () => {
    const Body = JSON.stringify({
      requestContext: { functionArn: ARN, condition: 'RetryAttemptsExhausted' },
      DDBStreamBatchInfo: { shardId: 'shard-1', startSequenceNumber: '1', batchSize: 1 },
    });
    expect(deadEvent({ Body })).toBe('stream');
  });

  it.each(['', 'not JSON', 'null', '"text"', '{}', '{"requestPayload":{}}'])(
    'is nothing that can be called: %s',
    (Body) => {
      expect(deadEvent({ Body })).toBe('unknown');
    },
  );

  it('is nothing that can be called where its target is no function', () => {
    const MessageAttributes = { TARGET_ARN: { StringValue: 'arn:aws:sqs:eu-north-1:000000000000:queue' } };
    expect(deadEvent({ Body: '{}', MessageAttributes })).toBe('unknown');
  });
});
