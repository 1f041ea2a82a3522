import { randomUUID } from 'node:crypto';
import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '../../shared/case/facts.ts';
import { wakeToLook } from '../../shared/records/heads.ts';
import { PAYLOAD_SCHEMA } from '../../shared/routine/payload.ts';
import { STEPS_OF } from '../../shared/routine/question.ts';
import { UNKNOWN_OUTCOME } from '../../statemachine/errors.ts';
import { endsWith, statesOf } from '../harness/executions.ts';
import { mendAfterEnd, refuseOnce, stop, surprise, withDeadline } from '../harness/interrupting.ts';
import { linkTo, pageOf } from '../harness/links.ts';
import { act, type Fields } from '../harness/people.ts';
import { endsAs, store, waitsAt } from '../harness/record.ts';
import { replied, reviewBegun, takenOver } from '../harness/reviews.ts';
import { sfn, system } from '../harness/system.ts';

const FOLLOW = 'j) Samordningsråd: årlig uppföljning';
const POSITION = 'k) Samordningsråd: ställningstagande om inaktivering';
const INACTIVATE = 'k) SoB-förvaltningen: inaktivering';
const UNPUBLISH = 'k) SoB-förvaltningen: avpublicering';

const PROPOSED: Fields = { conclusion: 'proposeInactivation' };

/** The waiting and ending states that an execution passed, without the choices between them. */
const passed = async (caseNumber: string, attempt: number): Promise<readonly string[]> =>
  (await statesOf(caseNumber, attempt, 'review')).filter((name) => !name.endsWith('?'));

/** Waits until a review has come to its end and nothing is left to do in it. */
const isOver = (id: string, head: Partial<CaseFacts['head']> = {}) => endsAs(id, head.milestone ?? 'inUse');

/** Every course that the machine can take, by the answers that lead there. */
describe('the review machine', () => {
  it('R-j1: ends where the council answers that the programme is still needed', async () => {
    const { id, caseNumber } = await takenOver();
    await reviewBegun(id);
    await replied(id, 'followUp');
    await isOver(id);
    await endsWith(caseNumber, 'SUCCEEDED', 1, 'review');
    expect(await statesOf(caseNumber, 1, 'review')).toEqual([
      ...['Varför granskas programmet?', FOLLOW, 'j) Fortfarande aktuellt?', 'Fortsatt i bruk'],
    ]);
  });

  it('R-j1: ends where the programme is to be revised, and its production begins', async () => {
    const { id, caseNumber } = await takenOver();
    await reviewBegun(id);
    await replied(id, 'followUp', { conclusion: 'revise' });
    await waitsAt(id, 'productionChecklist', { attempt: 2 });
    await endsWith(caseNumber, 'SUCCEEDED', 1, 'review');
    expect(await passed(caseNumber, 1)).toEqual([FOLLOW, 'Ny version tas fram']);
  });

  it('R-k1, R-k2, R-k3: goes from the follow-up over the position to the day the programme is taken down, each task tried again that fails', async () => {
    const { id, caseNumber } = await takenOver();
    await reviewBegun(id);
    for (const step of STEPS_OF.review) {
      await refuseOnce(await waitsAt(id, step));
      await replied(id, step, step === 'followUp' ? PROPOSED : {});
    }
    await isOver(id, { milestone: 'inactivated' });
    await endsWith(caseNumber, 'SUCCEEDED', 1, 'review');
    expect(await passed(caseNumber, 1)).toEqual([
      ...[FOLLOW, POSITION, INACTIVATE, UNPUBLISH, 'Inaktiverat och avpublicerat'],
    ]);
  });

  it('R-k2: begins with the position where an inactivation is proposed, and ends where the council keeps the programme', async () => {
    const { id, caseNumber } = await takenOver();
    await reviewBegun(id);
    await replied(id, 'followUp');
    await isOver(id);
    await act(await pageOf(id, 'sobOffice'), 'proposeInactivation', {
      ground: 'needChanged',
      proposalReason: 'Få använder det.',
    });
    await waitsAt(id, 'inactivationPosition', { attempt: 2 });
    await replied(id, 'inactivationPosition', { position: 'keep' });
    await isOver(id);
    await endsWith(caseNumber, 'SUCCEEDED', 2, 'review');
    expect(await passed(caseNumber, 2)).toEqual([POSITION, 'Fortsatt i bruk']);
  });

  it('ROUTINE.md 3.1 no. 4: asks the council for its position again once that is reopened, and goes on where it was', async () => {
    const { id, caseNumber } = await takenOver();
    await reviewBegun(id);
    await replied(id, 'followUp', PROPOSED);
    await replied(id, 'inactivationPosition');
    await waitsAt(id, 'inactivation');
    await act(await pageOf(id, 'sobOffice'), 'reopen', {
      reopenStep: 'inactivationPosition',
      reopenReason: 'Ny kunskap har kommit.',
    });
    await replied(id, 'inactivationPosition', {}, 2);
    const { questions } = await waitsAt(id, 'inactivation', { attempt: 2 });
    expect(await passed(caseNumber, 2)).toEqual([FOLLOW, POSITION, POSITION, INACTIVATE]);
    expect(questions.filter(({ round }) => round.step === 'inactivation')).toHaveLength(1);
  });

  it('fails loudly when a step is settled with an outcome that it does not know, and asks on with the same link', async () => {
    const { id, caseNumber } = await takenOver();
    await reviewBegun(id);
    let attempt = 1;
    for (const step of STEPS_OF.review) {
      await surprise(await waitsAt(id, step, { attempt }));
      expect(await endsWith(caseNumber, 'FAILED', attempt, 'review')).toMatchObject({
        error: UNKNOWN_OUTCOME,
      });
      expect((await statesOf(caseNumber, attempt, 'review')).at(-1)).toBe('Okänt utfall');
      attempt += 1;
      await mended(id);
      await waitsAt(id, step, { attempt });
      await replied(id, step, step === 'followUp' ? PROPOSED : {});
    }
    await isOver(id, { milestone: 'inactivated' });
  });

  it('fails loudly when it is begun for what it does not know', async () => {
    const { id, caseNumber } = await takenOver();
    const { phase, attempt } = { phase: 'review', attempt: 99 } as const;
    await sfn.send(
      new StartExecutionCommand({
        stateMachineArn: system().stateMachines.review,
        name: `${caseNumber}-${phase}-${attempt}`,
        input: JSON.stringify({
          schema: PAYLOAD_SCHEMA,
          ...{ caseId: id, phase, attempt, asked: {}, occasion: 'surprise' },
        }),
      }),
    );
    expect(await endsWith(caseNumber, 'FAILED', attempt, phase)).toMatchObject({ error: UNKNOWN_OUTCOME });
  });
});

/** What `mend` does with a case that is due, whenever the failure of its execution comes to have it looked at. */
const mended = async (id: string): Promise<void> => {
  const inADay = new Date(Date.now() + 24 * HOUR_MS).toISOString();
  await wakeToLook(store(), id, randomUUID(), inADay);
};

const HOUR_MS = 3_600_000;

describe('a review that is stopped by hand, or whose deadline passes', () => {
  it('at each human step in turn: the phase restarts, settled rounds pass through, the same link still works', async () => {
    const { id, caseNumber } = await takenOver();
    await reviewBegun(id);
    let attempt = 1;
    for (const step of STEPS_OF.review) {
      const before = await waitsAt(id, step, { attempt });
      await withDeadline('review', step, async () => {
        await stop(before.head);
        attempt += 1;
        const ended = await endsWith(caseNumber, 'FAILED', attempt, 'review');
        expect(ended).toMatchObject({ error: 'States.Timeout' });
      });
      await mendAfterEnd(id, caseNumber, attempt);
      attempt += 1;
      const after = await waitsAt(id, step, { attempt });
      expect(after.questions).toEqual(before.questions);
      expect(after.mailings).toEqual(before.mailings);
      expect(await linkTo(after, step)).toBe(await linkTo(before, step));
      await replied(id, step, step === 'followUp' ? PROPOSED : {});
    }
    await isOver(id, { milestone: 'inactivated' });
    await endsWith(caseNumber, 'SUCCEEDED', attempt, 'review');
    expect(await passed(caseNumber, attempt)).toEqual([
      ...[FOLLOW, POSITION, INACTIVATE, UNPUBLISH, 'Inaktiverat och avpublicerat'],
    ]);
  });
});
