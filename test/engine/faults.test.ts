import { expect, it } from 'vitest';
import { storm } from '../faults/storm.ts';
import { injectedIn, tableOf } from '../faults/table.ts';
import { system } from '../harness/system.ts';

/** A short form of `npm run faults`. */

it('while services, messages, executions and clocks fail: no answer is lost, none counts twice, no case is stuck', async () => {
  const given = { seed: 3, nominations: 3, oneIn: 8, callsApart: 25, seconds: 60 };
  const account = await storm(system(), given);
  expect(account.wrong, tableOf(account)).toEqual([]);
  const { kinds, faults } = injectedIn(account);
  expect(kinds).toBeGreaterThanOrEqual(12);
  expect(faults).toBeGreaterThan(30);
  const { cases, given: answers, stored, driven, byItself, firstMend, secondMend } = account.total;
  expect([cases, byItself + firstMend + secondMend]).toEqual([given.nominations, given.nominations]);
  expect([stored, driven]).toEqual([answers, answers]);
}, 300_000);
