import { expect, it } from 'vitest';
import type { ProgrammeFact } from '../../../shared/case/programme.ts';
import { standingOn } from '../../../shared/case/programme-state.ts';
import { aSpreadProgramme, USERS } from '../../builders/spread-programme.ts';

it.each<[string, Partial<ProgrammeFact>, string, readonly [string, string]]>([
  ['before a unit has begun', {}, '2026-06-09', ['published', '2026-06-01']],
  ['once a unit has begun', {}, '2026-06-10', ['inUse', '2026-06-10']],
  ['where only others use it', { users: [USERS.spread] }, '2026-12-01', ['published', '2026-06-01']],
  [
    'when the last unit has ended',
    { users: [{ ...USERS.unit, endedOn: '2026-11-01' }] },
    '2026-11-01',
    ['published', '2026-06-01'],
  ],
  [
    'R-k4: when the office has stopped new starts',
    { startsStoppedOn: '2026-10-01' },
    '2026-12-01',
    ['stopped', '2026-10-01'],
  ],
  [
    'R-k1: when it is inactivated',
    { startsStoppedOn: '2026-10-01', inactivatedOn: '2026-11-01', unpublishedOn: '2027-02-01' },
    '2026-12-01',
    ['inactivated', '2026-11-01'],
  ],
  [
    'when it is taken down',
    { inactivatedOn: '2026-11-01', unpublishedOn: '2027-02-01' },
    '2027-02-01',
    ['unpublished', '2027-02-01'],
  ],
])('%s', (_when, given, day, [state, since]) => {
  expect(standingOn(aSpreadProgramme(given), day)).toEqual({ state, since });
});
