import type { CaseFacts } from '../case/facts.ts';
import { readFacts } from './cases.ts';
import type { Store } from './store.ts';

/** Cases that are read at a time. */
const AT_ONCE = 8;

/** Everything that rules need to know of each of these cases, in their order; those that are gone are left out. */
export async function* allFacts(store: Store, caseIds: readonly string[]): AsyncGenerator<CaseFacts> {
  for (let from = 0; from < caseIds.length; from += AT_ONCE) {
    const read = await Promise.all(caseIds.slice(from, from + AT_ONCE).map((id) => readFacts(store, id)));
    yield* read.filter((facts) => facts !== undefined);
  }
}
