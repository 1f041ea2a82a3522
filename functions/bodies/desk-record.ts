import { readBodyChanges } from '../../shared/records/bodies.ts';
import { countQuestionsOf } from '../../shared/records/cases.ts';
import { readSession } from '../../shared/records/sessions.ts';
import type { Store } from '../../shared/records/store.ts';

/** What only the pages of the desk read. */
export const deskRecord = (store: Store) => ({
  session: readSession.bind(undefined, store),
  openQuestions: countQuestionsOf.bind(undefined, store),
  changes: readBodyChanges.bind(undefined, store),
});

export type DeskRecord = ReturnType<typeof deskRecord>;
