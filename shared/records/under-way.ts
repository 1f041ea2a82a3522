import type { CaseHead } from '../case/facts.ts';
import { getAll } from './batches.ts';
import { type CaseSummary, listCaseSummaries } from './candidates.ts';
import { keys } from './keys.ts';
import type { Store } from './store.ts';

const ATTRIBUTES = ['id', 'milestone', 'councils'] as const satisfies readonly (keyof CaseHead)[];

/** A nomination that is neither a programme yet nor ended otherwise, and how far it has come. */
export type UnderWay = CaseSummary & Pick<CaseHead, 'milestone' | 'councils'>;

/** The nominations that are under way, the latest first. */
export const listUnderWay = async (store: Store): Promise<readonly UnderWay[]> => {
  const pending = (await listCaseSummaries(store)).filter(({ endedAs }) => endedAs === undefined);
  const items = await getAll(
    store,
    pending.map(({ caseId }) => keys.head(caseId)),
    ATTRIBUTES,
  );
  const heads = new Map(items.map((item) => [String(item.id), item as unknown as CaseHead]));
  return pending
    .flatMap((summary) => {
      const head = heads.get(summary.caseId);
      return head === undefined ? [] : [{ ...summary, milestone: head.milestone, councils: head.councils }];
    })
    .reverse();
};
