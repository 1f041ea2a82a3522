import { describe, expect, it } from 'vitest';
import type { FollowDeps, FollowRecord } from '../../../functions/follow/record.ts';
import { withdrawNomination } from '../../../functions/follow/withdrawal.ts';
import { readQuery } from '../../../shared/api/nominations-query.ts';
import type { HttpEvent } from '../../../shared/runtime/http.ts';
import { facts, NOW } from '../../builders/case.ts';

describe('the query of a list', () => {
  it('is a filter, an order and a place', () => {
    const asked = {
      milestone: 'decided',
      council: 'council-a',
      kind: 'support',
      year: '2026',
      waitingFor: 'ppr',
    };
    const paging = { order: 'oldest', cursor: 'abc', limit: '7' };
    expect(readQuery({ ...asked, overdue: 'true', state: 'open', ...paging })).toEqual({
      filter: { ...asked, overdue: true, state: 'open' },
      ...{ order: 'oldest', cursor: 'abc', limit: 7 },
    });
  });

  it('without anything is all of it, fifty at a time', () => {
    expect(readQuery({})).toEqual({ filter: {}, limit: 50 });
    expect(readQuery({ overdue: 'false', q: ' sömn ' })).toEqual({ filter: {}, limit: 50, q: 'sömn' });
  });

  it.each([
    ...['milestone', 'kind', 'state', 'order', 'year', 'overdue', 'limit', 'council', 'waitingFor'],
    ...['constructor', '__proto__', 'colour'],
  ])('names %s where it cannot be taken', (name) => {
    const sent = Object.fromEntries([[name, 'Å']]);
    expect(readQuery(sent)).toMatchObject({ problems: [{ field: name }] });
  });

  it.each(['0', '51', '-1', '1.5', '1e1', ''])('no page of %j', (limit) => {
    expect(readQuery({ limit })).toMatchObject({ problems: [{ field: 'limit' }] });
  });
});

const event = (client?: string): HttpEvent =>
  ({
    headers: {},
    body: JSON.stringify({ withdrawReason: 'Programmet behövs inte längre.' }),
    pathParameters: { id: 'case-1' },
    requestContext: {
      authorizer: { jwt: { claims: { ...(client !== undefined && { client_id: client }) } } },
    },
  }) as unknown as HttpEvent;

describe('withdrawing over the API', () => {
  const withdrawn = async (client: string | undefined, submittedBy: Record<string, string>) => {
    const recorded: string[] = [];
    const record: Partial<FollowRecord> = {
      facts: async () => facts(),
      acts: async () => [{ kind: 'submitted', at: NOW.toISOString(), by: submittedBy, what: {} }],
      record: async (_, { kind, by }) => {
        recorded.push(`${kind} by ${by.client}`);
        return true;
      },
    };
    const deps = { record, now: () => NOW } as unknown as FollowDeps;
    const { statusCode } = await withdrawNomination(deps, event(client));
    return [statusCode, ...recorded];
  };

  it('is for the client that sent the nomination in', async () => {
    expect(await withdrawn('journal', { client: 'journal' })).toEqual([200, 'withdraw by journal']);
    expect(await withdrawn('other', { client: 'journal' })).toEqual([403]);
    expect(await withdrawn(undefined, { client: 'journal' })).toEqual([403]);
  });

  it('is for no client where a person sent it in', async () => {
    expect(await withdrawn('journal', {})).toEqual([403]);
    expect(await withdrawn('journal', { body: 'nominator' })).toEqual([403]);
  });
});
