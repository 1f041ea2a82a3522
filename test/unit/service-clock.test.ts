import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { hearDates } from '../../shared/records/answer-dates.ts';
import { now } from '../../shared/runtime/clock.ts';
import { serviceClock } from '../../shared/runtime/service-clock.ts';

const HOUR = 3_600_000;

/** A client whose service answers so, at a time that is off from ours by so much. */
const answering = (statusCode: number, offMs: number | undefined) => {
  const headers = offMs === undefined ? {} : { date: new Date(now().getTime() + offMs).toUTCString() };
  const handle = async () => ({
    response: { statusCode, headers, body: new TextEncoder().encode('{}'), reason: '' },
  });
  return DynamoDBDocumentClient.from(
    new DynamoDBClient({
      region: 'eu-north-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
      requestHandler: { handle } as never,
    }),
  );
};

const offAfterACall = async (statusCode: number, offMs: number | undefined): Promise<number> => {
  const client = answering(statusCode, offMs);
  const clock = serviceClock((hear) => hearDates({ client }, hear));
  expect(Math.abs(clock().getTime() - now().getTime())).toBeLessThan(1000);
  await client.send(new GetCommand({ TableName: 'table', Key: { pk: 'a', sk: 'b' } })).catch(() => {});
  return clock().getTime() - now().getTime();
};

it('tells the time that the service tells, with an error too, whatever our own clock says', async () => {
  for (const statusCode of [200, 400]) {
    for (const off of [-HOUR, HOUR]) {
      expect(Math.abs((await offAfterACall(statusCode, off)) - off)).toBeLessThan(2000);
    }
  }
});

it('tells our own time where the service tells none', async () => {
  expect(Math.abs(await offAfterACall(200, undefined))).toBeLessThan(1000);
});
