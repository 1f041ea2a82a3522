import { counter, type StepCost } from '../counting.ts';
import type { Bench } from '../courses.ts';
import type { Baseline } from './deploy.ts';
import { BASELINE_STEPS } from './names.ts';
import { after, linksFor, open, start } from './people.ts';

/** Plays a nomination through the baseline, a person at a time, and counts as for the product. */
export const playBaseline = async (
  { system, meter }: Bench,
  baseline: Baseline,
  nomination: unknown,
): Promise<readonly StepCost[]> => {
  const counted = await counter(meter);
  const { caseId, executionArn } = await start(baseline, nomination);
  let links = await linksFor(system, caseId, BASELINE_STEPS[0]);
  const costs = [await counted('nomination', executionArn, JSON.stringify(nomination).length)];
  for (const step of BASELINE_STEPS) {
    const [approve = ''] = links;
    await open(approve);
    const next = after(step);
    if (next !== undefined) links = await linksFor(system, caseId, next);
    costs.push(await counted(step, executionArn, 'approve'.length));
  }
  return costs;
};
