import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import type { CaseHead } from '../../../shared/case/facts.ts';
import { keys } from '../../../shared/records/keys.ts';
import { casesNotDriven } from '../../../shared/records/undriven.ts';
import { aHead } from '../../builders/case.ts';

/** Ten minutes from now: acts of five minutes ago have their look by then. */
const UNTIL = '2026-11-23T12:10:00.000Z';

/** The ids of the cases that are told of, where the index is as old as `indexed`. */
const lateAmong = async (heads: readonly CaseHead[], indexed = heads): Promise<readonly string[]> => {
  const send = async ({ input }: { input: { IndexName?: string; Key?: { pk: string } } }) =>
    input.IndexName === undefined
      ? { Item: heads.find(({ id }) => keys.head(id).pk === input.Key?.pk) }
      : {
          Items: indexed
            .filter(({ lookAgainAt = '' }) => lookAgainAt <= UNTIL)
            .map(({ id }) => keys.head(id)),
        };
  const client = { send } as unknown as DynamoDBDocumentClient;
  return (await casesNotDriven({ client, table: 'table' }, UNTIL)).map(({ id }) => id);
};

const answered = (id: string, lookAgainAt: string, wake?: string): CaseHead =>
  aHead({ id, lookAgainAt, ...(wake !== undefined && { wake }) });

it('tells of cases that were woken by an act of more than five minutes ago, and not of those of a moment ago', async () => {
  const late = answered('late', '2026-11-23T12:09:00.000Z', 'mark');
  const fresh = answered('fresh', '2026-11-23T12:14:00.000Z', 'mark');
  expect(await lateAmong([late, fresh])).toEqual(['late']);
});

it('does not tell of a case that is looked at each day and has nothing to be driven', async () => {
  expect(await lateAmong([answered('waits', '2026-11-23T12:00:00.000Z')])).toEqual([]);
});

it('does not tell of a case whose daily look is near and where somebody has acted since the index was read', async () => {
  const before = answered('acted', '2026-11-23T12:05:00.000Z');
  const after = answered('acted', '2026-11-23T12:15:00.000Z', 'mark');
  expect(await lateAmong([after], [before])).toEqual([]);
});
