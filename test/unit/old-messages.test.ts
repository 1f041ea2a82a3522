import { describe, expect, it } from 'vitest';
import { stepMessage } from '../../shared/routine/payload.ts';
import { filledIn, VERSIONS } from '../versions/versions.ts';

/** A queue holds messages for days: what an earlier version sent is still read. */
describe.each(VERSIONS)('the step queue of $name', ({ messages }) => {
  const carried: readonly { readonly kind: string; readonly step?: string }[] = JSON.parse(
    filledIn(messages, { case: 'c-1', token: 'token-1' }),
  );

  it.each(carried.map((it) => ({ what: [it.kind, it.step].join(' '), it })))(
    'is read: $what',
    ({ it: message }) => {
      expect(stepMessage.parse(message)).toMatchObject({ caseId: 'c-1' });
    },
  );
});
