import { beforeAll, expect, it } from 'vitest';
import { putAll } from '../../shared/records/batches.ts';
import { candidatesReader, caseSummaryItem, readCandidates } from '../../shared/records/candidates.ts';
import { act, casePage, submit } from '../harness/people.ts';
import { endsAs, factsOf, store } from '../harness/record.ts';

const MINUTE = 60_000;

/** A case that a region brought with it, under a number of its own. */
beforeAll(async () => {
  const summary = {
    ...{ number: `PSY-${crypto.randomUUID()}`, caseId: crypto.randomUUID(), workingTitle: 'Lugn' },
    ...{ clinicalAreas: [], targetGroup: '', summary: '', nominatingUnit: '' },
    submittedAt: '2019-01-01T08:00:00.000Z',
  };
  await putAll(store(), [caseSummaryItem(summary)]);
});

it('R-b4: what is kept for a minute lacks no case that was nominated since; one that ended since is found for that long', async () => {
  let at = Date.parse('2026-01-15T08:00:00Z');
  const candidates = candidatesReader(store(), () => new Date(at));
  const numbers = async () => (await candidates()).map(({ id }) => id);
  const { id, caseNumber } = await submit(2);
  expect(await candidates()).toEqual(await readCandidates(store()));
  const { caseNumber: newer } = await submit(3);
  const nominator = await casePage(caseNumber, (await factsOf(id)).head.contacts.nominator);
  await act(nominator, 'withdraw', { withdrawReason: 'Verksamheten läggs ner.' });
  await endsAs(id, 'withdrawn');
  at += MINUTE - 1;
  expect(await numbers()).toEqual(expect.arrayContaining([caseNumber, newer]));
  at += 1;
  expect(await numbers()).not.toContain(caseNumber);
  expect(await candidates()).toEqual(await readCandidates(store()));
});
