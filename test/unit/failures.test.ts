import { expect, it } from 'vitest';
import { failures } from '../../local/failures.ts';

it('names each test that failed and each file that could not be run, with the first line of why', () => {
  const testResults = [
    {
      name: 'one.test.ts',
      message: '',
      assertionResults: [
        { fullName: 'holds', status: 'passed', failureMessages: [] },
        {
          fullName: 'is a list',
          status: 'failed',
          failureMessages: ['expected 1 to be 2\n  at one.test.ts:3'],
        },
      ],
    },
    { name: 'two.test.ts', message: 'Cannot find three.ts\nin two.test.ts', assertionResults: [] },
  ];
  expect(failures({ testResults })).toEqual([
    'one.test.ts: is a list: expected 1 to be 2',
    'two.test.ts: Cannot find three.ts',
  ]);
});
