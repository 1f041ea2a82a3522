import { describe, expect, it } from 'vitest';
import { type Drive, driveCase } from '../../../functions/drive/drive.ts';
import type { CaseFacts } from '../../../shared/case/facts.ts';
import { aMailing, aQuestion, aRound, aToken, facts, NOW } from '../../builders/case.ts';

const DAYS = 24 * 3600_000;

/** A drive that writes down what it does, over facts that stay as given. */
const watched = (
  given: CaseFacts,
  machine: { readonly startedDaysAgo?: number; readonly spent?: boolean } = {},
) => {
  const done: string[] = [];
  const rows: CaseFacts[] = [];
  const note =
    (what: string) =>
    async (_case: unknown, ...details: readonly unknown[]): Promise<void> => {
      done.push([what, ...details].join(' '));
    };
  const { startedDaysAgo, spent = false } = machine;
  const drive: Drive = {
    record: {
      facts: async () => given,
      markDriven: note('markDriven'),
      markStarted: async ({ attempt }) => done.push(`markStarted ${attempt}`),
      restartPhase: note('restartPhase'),
      lookAgainAfter: note('lookAgainAfter'),
      lookNoMore: note('lookNoMore'),
      settleWake: note('settleWake'),
      refreshRow: async (read) => rows.push(read),
    },
    machines: {
      start: async ({ attempt }) => {
        done.push(`start ${attempt}`);
        return !spent;
      },
      running: async () =>
        startedDaysAgo === undefined
          ? undefined
          : { startedAt: new Date(NOW.getTime() - startedDaysAgo * DAYS) },
      stop: async (_head, attempt) => {
        done.push(`stop ${attempt}`);
      },
      resume: async (_token, outcome) => {
        done.push(`resume ${outcome}`);
        return !spent;
      },
    },
    requestAsking: note('requestAsking'),
    now: () => NOW,
    patienceMinutes: 15,
    executionDays: 250,
  };
  return { drive, done, rows };
};

const movesOf = async (...given: Parameters<typeof watched>): Promise<readonly string[]> => {
  const { drive, done } = watched(...given);
  await driveCase(drive, 'case-1');
  return done;
};

const screening = aRound('screening');
const open = aQuestion('screening', 'sobOffice');
const answered = aQuestion('screening', 'sobOffice', { told: { outcome: 'notForSob' } });
const waiting = { questions: [open], tokens: [aToken(screening)] };

describe('drive', () => {
  it('does nothing for a case that is not there', async () => {
    const { drive, done } = watched(facts());
    await driveCase({ ...drive, record: { ...drive.record, facts: async () => undefined } }, 'case-1');
    expect(done).toEqual([]);
  });

  it('starts the first attempt, stopping nothing', async () => {
    expect(await movesOf(facts({ head: { startedAttempt: 0 } }))).toEqual(['start 1', 'markStarted 1']);
  });

  it('stops the attempt before it starts the next', async () => {
    const restarted = facts({ head: { attempt: 3, startedAttempt: 2 } });
    expect(await movesOf(restarted)).toEqual(['stop 2', 'start 3', 'markStarted 3']);
  });

  it('an attempt is given its time by how often the phase was started since people last began it', async () => {
    const third = facts({ head: { attempt: 9, startedAttempt: 9, firstAttempt: 9, lookDeeper: true } });
    expect(await movesOf(third)).toContain('restartPhase 9 60');
  });

  it('takes a name that was used for a start that went through, when that execution runs', async () => {
    const steps = await movesOf(facts({ head: { startedAttempt: 0 } }), { spent: true, startedDaysAgo: 0 });
    expect(steps).toEqual(['start 1', 'markStarted 1', 'lookAgainAfter 15']);
  });

  it('takes a name that was used up by an execution that has ended for a phase to restart', async () => {
    const steps = await movesOf(facts({ head: { startedAttempt: 0 } }), { spent: true });
    expect(steps).toEqual(['start 1', 'markStarted 1', 'restartPhase 1 60']);
  });

  describe('marks a token as driven after it was used, and', () => {
    const settled = { questions: [answered], tokens: [aToken(screening)] };
    const driven = ['resume notForSob', `markDriven ${aToken(screening).id}`];

    it('leaves the wake mark to `ask`, which comes with the next round', async () => {
      expect(await movesOf(facts({ ...settled, head: { wake: 'w1' } }))).toEqual(driven);
    });

    it.each([
      ['of a machine that comes to its end', { phaseWanted: false, milestone: 'notForSob' }],
      ['of an attempt that is no more', { attempt: 2, startedAttempt: 2 }],
      ['that also asked to look deeper', { lookDeeper: true }],
    ] as const)('removes a mark last %s', async (_which, head) => {
      expect(await movesOf(facts({ ...settled, head: { ...head, wake: 'w1' } }))).toEqual([
        ...driven,
        'settleWake w1',
      ]);
    });

    it('removes it where the token was spent, for then nobody may come', async () => {
      const steps = await movesOf(facts({ ...settled, head: { wake: 'w1' } }), { spent: true });
      expect(steps.at(-1)).toBe('settleWake w1');
    });
  });

  it('a spent token with a running execution means that an earlier call went through', async () => {
    const settled = facts({ questions: [answered], tokens: [aToken(screening)] });
    expect(await movesOf(settled, { spent: true, startedDaysAgo: 1 })).toContain('lookAgainAfter 15');
  });

  it('a spent token without a running execution restarts the phase', async () => {
    const settled = facts({ questions: [answered], tokens: [aToken(screening)] });
    expect(await movesOf(settled, { spent: true })).toContain('restartPhase 1 60');
  });

  it('a spent token of an earlier attempt is no reason to look', async () => {
    const head = { attempt: 2, startedAttempt: 2 };
    const settled = facts({ head, questions: [answered], tokens: [aToken(screening)] });
    expect(await movesOf(settled, { spent: true })).toEqual([
      'resume notForSob',
      `markDriven ${aToken(screening).id}`,
    ]);
  });
});

describe('drive asks people beside the machine', () => {
  const side = aQuestion('supplement', 'nominator', { linked: 0 });

  it('where a case waits and somebody else is to be asked', async () => {
    expect(await movesOf(facts({ ...waiting, questions: [open, side] }))).toEqual(['requestAsking']);
  });

  it('not where the next round of the machine asks them', async () => {
    const settled = facts({ questions: [answered, side], tokens: [aToken(screening)] });
    expect(await movesOf(settled)).not.toContain('requestAsking');
  });

  it('R-05: has a reopened case started anew after the old execution was told', async () => {
    const head = { attempt: 2, askedAgain: ['nomination/screening/1'] };
    expect(await movesOf(facts({ head, questions: [answered], tokens: [aToken(screening)] }))).toEqual([
      'resume again',
      `markDriven ${aToken(screening).id}`,
      ...['stop 1', 'start 2', 'markStarted 2'],
    ]);
  });
});

describe('drive, when someone should look again', () => {
  const due = (given: Parameters<typeof facts>[0] = {}) =>
    facts({ ...given, head: { lookDeeper: true, ...given.head } });

  it('leaves a healthy case that waits for people alone for another day', async () => {
    expect(await movesOf(due(waiting), { startedDaysAgo: 30 })).toEqual(['lookAgainAfter 1440']);
  });

  it('replaces an execution that is gone', async () => {
    expect(await movesOf(due(waiting))).toEqual(['restartPhase 1 60']);
  });

  it('replaces an execution that runs without anybody being asked', async () => {
    expect(await movesOf(due(), { startedDaysAgo: 1 })).toEqual(['restartPhase 1 60']);
  });

  it('replaces an execution that is older than it may be, not one a day younger', async () => {
    expect(await movesOf(due(waiting), { startedDaysAgo: 251 })).toEqual(['restartPhase 1 60']);
    expect(await movesOf(due(waiting), { startedDaysAgo: 249 })).toEqual(['lookAgainAfter 1440']);
  });

  it('looks no more at a case that has ended', async () => {
    expect(await movesOf(due({ head: { phaseWanted: false } }))).toEqual(['lookNoMore']);
  });

  it('keeps the row of a case that rests or has ended, and leaves it to `ask` where that comes next', async () => {
    const rowsOf = async (given: CaseFacts) => {
      const { drive, rows } = watched(given);
      await driveCase(drive, 'case-1');
      return rows;
    };
    const rested = facts(waiting);
    expect(await rowsOf(rested)).toEqual([rested]);
    const settled = { questions: [answered], tokens: [aToken(screening)] };
    const ended = facts({ head: { phaseWanted: false, milestone: 'notForSob' }, ...settled });
    expect(await rowsOf(ended)).toEqual([ended]);
    expect(await rowsOf(facts(settled))).toEqual([]);
    expect(await rowsOf(facts({ head: { startedAttempt: 0 } }))).toEqual([]);
    expect(await rowsOf(facts({ ...waiting, mailings: [aMailing()] }))).toEqual([]);
    const spent = facts({ head: { attempt: 2, startedAttempt: 2 }, ...settled });
    expect(await rowsOf(spent)).toEqual([spent]);
  });

  it('does not look unless it is asked to', async () => {
    expect(await movesOf(facts(waiting))).toEqual([]);
  });

  it('asks tomorrow again for a case that has ended with a mail unsent', async () => {
    const ended = due({ head: { phaseWanted: false }, mailings: [aMailing()] });
    expect(await movesOf(ended)).toEqual(['requestAsking', 'lookAgainAfter 1440']);
  });

  it('looks again soon at a case that waits for people who have not had their mail', async () => {
    const steps = await movesOf(due({ ...waiting, mailings: [aMailing()] }), { startedDaysAgo: 1 });
    expect(steps).toEqual(['requestAsking', 'lookAgainAfter 15']);
  });

  it.each([
    [1, 60],
    [2, 240],
    [3, 960],
    [4, 1440],
    [40, 1440],
  ])('restarts ever more seldom: after attempt %i it waits %i minutes', async (attempt, minutes) => {
    const steps = await movesOf(due({ head: { attempt, startedAttempt: attempt } }));
    expect(steps).toEqual([`restartPhase ${attempt} ${minutes}`]);
  });

  it('stops a machine that still waits in a case that has ended, when asked to look deeper', async () => {
    const ended = facts({ head: { phaseWanted: false, wake: 'w', lookDeeper: true } });
    expect(await movesOf(ended, { startedDaysAgo: 1 })).toEqual([
      ...['stop 1', 'lookNoMore', 'settleWake w'],
    ]);
    expect(await movesOf(ended)).toEqual(['lookNoMore', 'settleWake w']);
  });
});
