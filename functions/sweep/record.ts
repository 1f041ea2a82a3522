import { listBodies } from '../../shared/records/bodies.ts';
import { readFacts } from '../../shared/records/cases.ts';
import { wakeCase } from '../../shared/records/heads.ts';
import {
  claimMorning,
  markMorningSent,
  putMorning,
  recentMornings,
  releaseMorning,
} from '../../shared/records/mornings.ts';
import { openCaseIds } from '../../shared/records/open-cases.ts';
import { casesToReview } from '../../shared/records/programme-item.ts';
import { recordAct } from '../../shared/records/record-act.ts';
import type { Store } from '../../shared/records/store.ts';
import { minutesAfter } from '../../shared/runtime/clock.ts';
import type { SweepRecord } from './sweep.ts';

/** Minutes until someone looks whether a follow-up that was begun is asked. */
const PATIENCE = 15;

/** The record in the table. A claim on a mail runs out after `claimSeconds`, by the clock and not by the morning. */
export const sweepRecord = (store: Store, now: () => Date, claimSeconds: number): SweepRecord => ({
  toReview: (today) => casesToReview(store, today),
  beginReview: (facts, consequence, at) =>
    recordAct(store, facts, {
      kind: 'reviewBegun',
      at: at.toISOString(),
      by: { clock: 'sweep' },
      answers: {},
      consequence,
      wake: crypto.randomUUID(),
      lookAgainAt: minutesAfter(now(), PATIENCE),
    }),
  openCaseIds: () => openCaseIds(store),
  facts: (caseId) => readFacts(store, caseId),
  bodies: () => listBodies(store),
  mornings: (date) => recentMornings(store, date),
  putMorning: (mail, date, cases) => putMorning(store, mail, date, cases),
  claim: async (id) => {
    const until = minutesAfter(now(), claimSeconds / 60);
    const claimed = await claimMorning(store, id, now().toISOString(), until);
    return claimed ? () => releaseMorning(store, id, until) : undefined;
  },
  markSent: (id) => markMorningSent(store, id, now().toISOString()),
  wake: (caseId) => wakeCase(store, caseId, crypto.randomUUID()),
});
