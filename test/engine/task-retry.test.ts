import { it } from 'vitest';
import type { MachineStep } from '../../shared/routine/question.ts';
import { endsWith } from '../harness/executions.ts';
import { refuseOnce } from '../harness/interrupting.ts';
import { ANSWERS, answer, linkFor, MAILBOX, submit } from '../harness/people.ts';
import { endsAs, waitsAt } from '../harness/record.ts';

const COURSE: readonly (readonly [MachineStep, string])[] = [
  ['screening', MAILBOX.office],
  ['position', MAILBOX['council-psykisk-halsa']],
  ['pprPosition', MAILBOX.ppr],
  ['decision', MAILBOX.office],
];

it('a task that fails at any human step is tried again by the machine, and the link in the first mail still answers', async () => {
  const { id, caseNumber } = await submit(1);
  for (const [step, mailbox] of COURSE) {
    const facts = await waitsAt(id, step);
    const link = await linkFor(caseNumber, step, mailbox);
    await refuseOnce(facts);
    await answer(link, { ...ANSWERS[step], ...(step === 'position' && { manageableWithinUnits: 'false' }) });
  }
  await endsAs(id, 'decided');
  await endsWith(caseNumber, 'SUCCEEDED');
});
