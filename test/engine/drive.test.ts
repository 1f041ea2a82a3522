import { SFNClient } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { type Drive, driveCase } from '../../functions/drive/drive.ts';
import { type Machines, stepFunctions } from '../../functions/drive/machines.ts';
import { readFacts } from '../../shared/records/cases.ts';
import * as heads from '../../shared/records/heads.ts';
import { refreshRow } from '../../shared/records/row-refresh.ts';
import { markDriven } from '../../shared/records/tokens.ts';
import { whilePaused } from '../harness/functions.ts';
import { answerStep, MAILBOX, submit } from '../harness/people.ts';
import { endsAs, store, waitsAt } from '../harness/record.ts';
import { system } from '../harness/system.ts';

class Killed extends Error {}

/** `drive` on the real record and the real machine, killed where `change` says. */
const drive = (change: (machines: Machines) => Partial<Machines>): Drive => {
  const table = store();
  const machines = stepFunctions(new SFNClient({}), system().stateMachines);
  return {
    record: {
      facts: (caseId) => readFacts(table, caseId),
      markDriven: (caseId, tokenId) => markDriven(table, caseId, tokenId, new Date().toISOString()),
      markStarted: (head) => heads.markStarted(table, head, new Date().toISOString()),
      restartPhase: (caseId, attempt) =>
        heads.restartPhase(table, caseId, attempt, 'test', new Date(Date.now() + 900_000).toISOString()),
      lookAgainAfter: ({ id }, minutes) =>
        heads.lookAgain(table, id, new Date(Date.now() + minutes * 60_000).toISOString()),
      lookNoMore: (caseId) => heads.lookNoMore(table, caseId),
      settleWake: (caseId, wake) => heads.settleWake(table, caseId, wake),
      refreshRow: (facts) => refreshRow(table, facts),
    },
    machines: { ...machines, ...change(machines) },
    requestAsking: async () => undefined,
    now: () => new Date(),
    patienceMinutes: 15,
    executionDays: 250,
  };
};

const killedBefore = () => drive(() => ({ resume: async () => Promise.reject(new Killed()) }));

const killedAfter = () =>
  drive((machines) => ({
    resume: async (token, outcome) => {
      await machines.resume(token, outcome);
      throw new Killed();
    },
  }));

describe.each([
  ['between its read and SendTaskSuccess', killedBefore],
  ['after SendTaskSuccess, before it could note that', killedAfter],
])('drive killed %s', (_where, killed) => {
  it('leaves a case that goes on, with nothing asked or told twice', async () => {
    const { id, caseNumber } = await submit(2);
    await waitsAt(id, 'screening');
    await whilePaused('MachinesDrive', async () => {
      await answerStep(caseNumber, 'screening', MAILBOX.office);
      await expect(driveCase(killed(), id)).rejects.toThrow(Killed);
    });
    await answerStep(caseNumber, 'position', MAILBOX['council-psykisk-halsa']);
    await answerStep(caseNumber, 'decision', MAILBOX.office);
    const facts = await endsAs(id, 'decided');
    // The nomination's one execution, and the production's.
    expect(facts.head.attempt).toBe(2);
    expect(facts.questions.map(({ round }) => round.step).sort()).toEqual([
      ...['anchoring', 'decision', 'position', 'projectAssignment', 'screening'],
    ]);
    const asked = (await system().mailbox.mails()).filter(({ subject }) => subject.includes(caseNumber));
    expect(new Set(asked.map(({ subject, to }) => `${subject} ${to[0]?.address}`)).size).toBe(asked.length);
  });
});

it('two drives at once resume a case once', async () => {
  const { id, caseNumber } = await submit(2);
  await waitsAt(id, 'screening');
  await whilePaused('MachinesDrive', async () => {
    await answerStep(caseNumber, 'screening', MAILBOX.office);
    await Promise.all([
      driveCase(
        drive(() => ({})),
        id,
      ),
      driveCase(
        drive(() => ({})),
        id,
      ),
    ]);
  });
  const { head } = await waitsAt(id, 'position');
  expect(head.attempt).toBe(1);
});
