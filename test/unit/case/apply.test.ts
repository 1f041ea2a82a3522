import { expect, it } from 'vitest';
import { applied } from '../../../shared/case/apply.ts';
import { NO_CONSEQUENCE } from '../../../shared/case/consequence.ts';
import { aMailing, aQuestion, facts } from '../../builders/case.ts';

const asked = aQuestion('position', 'council-a');
const other = aQuestion('position', 'council-b');
const before = facts({ head: { version: 3 }, questions: [asked, other], mailings: [aMailing()] });

it('an act counts, whatever else it changes', () => {
  expect(applied(before, NO_CONSEQUENCE)).toEqual({ ...before, head: { ...before.head, version: 4 } });
});

it('an act changes the head, the questions it names, and adds to questions and mails', () => {
  const fresh = aQuestion('supplement', 'nominator');
  const mailing = aMailing({ id: 'mailing-2' });
  const after = applied(before, {
    head: { milestone: 'positionGiven' },
    questions: { [asked.id]: { status: 'answered' } },
    asks: [fresh],
    mailings: [mailing],
  });
  expect(after.head).toEqual({ ...before.head, version: 4, milestone: 'positionGiven' });
  expect(after.questions).toEqual([{ ...asked, status: 'answered' }, other, fresh]);
  expect(after.mailings).toEqual([aMailing(), mailing]);
});
