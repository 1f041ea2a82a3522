import { describe, expect, it } from 'vitest';
import { type SweepRecord, sweep } from '../../../functions/sweep/sweep.ts';
import { applied } from '../../../shared/case/apply.ts';
import type { CaseFacts } from '../../../shared/case/facts.ts';
import { inUse } from '../../builders/programme.ts';

const FRIDAY = '2027-10-01';
const SATURDAY = '2027-10-02';

/** A record in memory of programmes that are due; `moves` names cases in which somebody acts at the same moment. */
const world = (cases: readonly CaseFacts[], moves: ReadonlySet<string> = new Set()) => {
  const table = new Map(cases.map((it) => [it.head.id, it]));
  const record: SweepRecord = {
    toReview: async (today) =>
      [...table.values()]
        .filter(({ programme }) => (programme?.nextReviewOn ?? '9999') <= today)
        .map(({ head }) => head.id),
    beginReview: async ({ head }, consequence) => {
      const now = table.get(head.id);
      if (now === undefined || moves.has(head.id) || now.head.version !== head.version) return false;
      table.set(head.id, applied(now, consequence));
      return true;
    },
    openCaseIds: async () => [],
    facts: async (id) => table.get(id),
    bodies: async () => [],
    mornings: async () => [],
    putMorning: async () => false,
    claim: async () => undefined,
    markSent: async () => undefined,
    wake: async () => undefined,
  };
  return { table, sweep: { record, deliver: async () => true, measure: () => {} } };
};

const due = (id: string, head: Partial<CaseFacts['head']> = {}) =>
  inUse({ nextReviewOn: FRIDAY }, { head: { id, ...head } });

const reviewed = (table: ReadonlyMap<string, CaseFacts>) =>
  [...table.values()].filter(({ head }) => head.phase === 'review').map(({ head }) => head.id);

describe('R-j1: the morning of the yearly list', () => {
  it('begins every follow-up that is due, once', async () => {
    const { table, sweep: it } = world([due('case-1'), due('case-2')]);
    expect((await sweep(it, '2027-09-30')).begun).toBe(0);
    const runs = await Promise.all([sweep(it, FRIDAY), sweep(it, FRIDAY)]);
    expect(runs.map(({ begun }) => begun).reduce((a, b) => a + b)).toBe(2);
    expect((await sweep(it, FRIDAY)).begun).toBe(0);
    expect(reviewed(table)).toEqual(['case-1', 'case-2']);
  });

  it('leaves one for the next that somebody is at work on, and one that has a new version made until that is done', async () => {
    const moves = new Set(['case-1']);
    const busy = due('case-3', { phase: 'production', occasion: 'revision', phaseWanted: true });
    const { table, sweep: it } = world([due('case-1'), due('case-2'), busy], moves);
    expect((await sweep(it, FRIDAY)).begun).toBe(1);
    moves.clear();
    expect((await sweep(it, SATURDAY)).begun).toBe(1);
    expect(reviewed(table)).toEqual(['case-1', 'case-2']);
  });
});
