import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { isQuiet } from '../../local/people.ts';
import { importedCaseId, importFile } from '../../shared/records/imports.ts';
import type { CaseRow, WaitsAt } from '../../shared/routine/import/case-row.ts';
import { caseAt } from '../builders/imports.ts';
import { movedNow } from '../harness/clock.ts';
import { eventually } from '../harness/eventually.ts';
import { factsOf, store } from '../harness/record.ts';
import { noteCase } from '../harness/transitions.ts';

/** Cases that wait at each step, taken in as those are that began before Nominera: the quickest way to many real links. */

export interface WaitingCase {
  readonly id: string;
  readonly number: string;
  readonly mailbox: string;
}

/** Changes to the example row that make more be asked: of the head of operations, and all of g–i. */
const CHANGES: Partial<Readonly<Record<WaitsAt, Partial<Record<keyof CaseRow, undefined>>>>> = {
  screening: { anchoredWithHeadOn: undefined },
  production: { contentReview: undefined, contentReviewOn: undefined },
};

const rowAt = (waitsAt: WaitsAt, council = 'council-psykisk-halsa') => {
  const { registrationNumber: _r, caseNumber: _c, ...row } = caseAt(waitsAt);
  const reference = randomUUID();
  const name = `${row.workingTitle} ${reference.slice(0, 8)}`;
  return {
    ...{ ...row, ...CHANGES[waitsAt], reference, workingTitle: name },
    contactEmail: `${reference}@example.se`,
    ...(row.publicName !== undefined && { publicName: name }),
    ...(waitsAt === 'position'
      ? { positions: [{ council, receivedOn: row.screenedOn }] }
      : { positions: row.positions?.slice(0, 1) }),
  };
};

/** @param councils whom the cases that wait for a position wait for, one each */
export const waitingCases = async (
  wanted: readonly WaitsAt[],
  councils: readonly string[] = [],
): Promise<readonly WaitingCase[]> => {
  const left = [...councils];
  const rows = wanted.map((waitsAt) => rowAt(waitsAt, waitsAt === 'position' ? left.shift() : undefined));
  const now = movedNow();
  const report = await importFile(store(), Buffer.from(JSON.stringify({ cases: rows })), {
    ...{ by: { body: 'sobOffice' }, now, lookAgainAt: now.toISOString(), newId: randomUUID },
  });
  expect(report.bad).toEqual([]);
  const numbers = new Map(report.imported.map(({ reference, number }) => [reference, String(number)]));
  const cases = rows.map(({ reference, contactEmail }) => ({
    ...{ id: importedCaseId(reference), number: numbers.get(reference) ?? '', mailbox: String(contactEmail) },
  }));
  for (const { number } of cases) noteCase(number, expect.getState().currentTestName ?? '');
  await allQuiet(cases.map(({ id }) => id));
  return cases;
};

/** Waits until nothing is left to do in any of these cases, and every mail of theirs is sent. */
export const allQuiet = async (ids: readonly string[]): Promise<void> => {
  for (const id of ids)
    await eventually(async () => expect(isQuiet(await factsOf(id)), id).toBe(true), {
      timeoutMs: 900_000,
      everyMs: 200,
    });
};
