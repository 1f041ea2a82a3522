import { randomUUID } from 'node:crypto';
import { putBody } from '../../shared/records/bodies.ts';
import type { WaitsAt } from '../../shared/routine/import/case-row.ts';
import { store } from '../harness/record.ts';
import { ofCases, ofDrafts, ofReports } from './other-pages.ts';
import { ASKED_AT, besideIt, ofProgrammes, ofTheRoutine } from './question-pages.ts';
import { inTurn, type ScannedPage, times } from './scanned.ts';

/** Councils that nobody else asks; whoever makes them takes them away. */
export const scannedCouncils = (n: number): Promise<readonly string[]> =>
  inTurn(times(n, 'scanned'), async (name) => {
    const id = `council-${name}-${randomUUID()}`;
    const said = { sv: `Råd ${id}`, en: `Council ${id}` };
    await putBody(store(), {
      id,
      role: 'coordinationCouncil',
      name: said,
      mailbox: `${id}@example.se`,
      language: 'sv',
    });
    return id;
  });

/**
 * So many pages of each type, all of them waiting for somebody.
 * @param types `few` has one of each sort, for the tests of every day
 */
export const scannedPages = async (
  n: number,
  councils: readonly string[],
  types: 'all' | 'few',
): Promise<readonly ScannedPage[]> => {
  const steps = Object.keys(ASKED_AT) as WaitsAt[];
  const makings =
    types === 'all'
      ? [ofTheRoutine(councils, steps), besideIt, ofCases, ofProgrammes, ofDrafts, ofReports]
      : [ofTheRoutine(councils, ['screening', 'position']), ofCases, ofDrafts, ofReports];
  return (await inTurn(makings, (make) => make(n))).flat();
};
