import { expect, it } from 'vitest';
import { takeCall } from '../../../functions/nominate/call.ts';
import type { DraftDeps } from '../../../functions/nominate/draft-deps.ts';
import type { HttpEvent } from '../../../shared/runtime/http.ts';

/** What whoever asks to be called may have mailed. */

const askFor = async (times: number, email: string): Promise<readonly number[]> => {
  const tries = new Map<string, number>();
  const record = {
    draft: async () => undefined,
    put: async () => true,
    countTry: async (what: string, most: number) => {
      const used = tries.get(what) ?? 0;
      if (used < most) tries.set(what, used + 1);
      return used < most;
    },
  };
  const deps = { record, now: () => new Date('2026-11-23T10:00:00Z'), newId: () => 'x' };
  const statuses: number[] = [];
  for (let nth = 0; nth < times; nth += 1) {
    const said = { name: 'Exempel', unit: 'Enheten', about: 'Sömn', email };
    const body = String(
      new URLSearchParams({ ...said, phone: `010-441 00 ${10 + nth}`, _key: `key-${nth}` }),
    );
    const event = {
      ...{ body, headers: {}, rawPath: '/nominate', queryStringParameters: { call: '1' } },
      requestContext: { http: { method: 'POST' } },
    };
    const { statusCode } = await takeCall(deps as unknown as DraftDeps, event as unknown as HttpEvent);
    statuses.push(Number(statusCode));
  }
  return statuses;
};

it('no mailbox gets more links within an hour than it may begin drafts, whatever numbers are to be called', async () => {
  expect(await askFor(4, 'enhet@example.se')).toEqual([303, 303, 303, 429]);
});

it('whoever states no mailbox is counted by number alone', async () => {
  expect(await askFor(4, '')).toEqual([303, 303, 303, 303]);
});
