import type { CaseHead } from '../case/facts.ts';
import { readHead } from './cases.ts';
import { casesToLookAt } from './heads.ts';
import type { Store } from './store.ts';

/** Cases that are looked into; where there are more, many is all that has to be known. */
const MOST = 100;

/**
 * The heads of cases in which somebody did something, and what follows has not been done. Whoever acts sets the wake mark,
 * and that the case is looked at again after `mend`'s patience; `drive` takes the mark away, or `ask` where a round comes.
 * @param until acts of before then have their look at the latest, ISO 8601: now and the patience, less how long `drive` may take
 */
export const casesNotDriven = async (store: Store, until: string): Promise<readonly CaseHead[]> => {
  const ids = await casesToLookAt(store, until, MOST);
  const heads = await Promise.all(ids.map((id) => readHead(store, id)));
  return heads.filter((head) => head !== undefined).filter((head) => isLate(head, until));
};

/** Who has acted since the index was read has put off the look. */
const isLate = ({ wake, lookAgainAt }: CaseHead, until: string): boolean =>
  wake !== undefined && lookAgainAt !== undefined && lookAgainAt <= until;
