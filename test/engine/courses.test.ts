import { SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { UNKNOWN_OUTCOME } from '../../statemachine/errors.ts';
import { endsWith, statesOf } from '../harness/executions.ts';
import { answerStep, MAILBOX, submit } from '../harness/people.ts';
import { endsAs, factsOf, waitsAt } from '../harness/record.ts';
import { sfn } from '../harness/system.ts';

const A = 'a) SoB-förvaltningen: bedömning';
const BC = 'b–c) Samordningsråd: inventering och ställningstagande';
const D = 'd) PPR: ställningstagande';
const E = 'e) SoB-förvaltningen: beslut';

const COUNCIL = MAILBOX['council-psykisk-halsa'];

/** Every course that the machine can take, by the answers that lead there. */
describe('the nomination machine', () => {
  it('ends after the screening when the idea is not for SoB', async () => {
    const { id, caseNumber } = await submit(2);
    await answerStep(caseNumber, 'screening', MAILBOX.office, {
      screeningOutcome: 'notForSob',
      councils: [],
    });
    await endsAs(id, 'notForSob');
    await endsWith(caseNumber, 'SUCCEEDED');
    expect(await statesOf(caseNumber)).toEqual([A, 'a) Till samordningsråd?', 'Avslutad: inte för SoB']);
  });

  it('R-d3: goes from the council straight to the decision when nothing calls for PPR', async () => {
    const { id, caseNumber } = await submit(2);
    await answerStep(caseNumber, 'screening', MAILBOX.office);
    await answerStep(caseNumber, 'position', COUNCIL);
    await answerStep(caseNumber, 'decision', MAILBOX.office);
    await endsAs(id, 'decided');
    await endsWith(caseNumber, 'SUCCEEDED');
    expect(await statesOf(caseNumber)).toEqual([
      ...[A, 'a) Till samordningsråd?', BC, 'c) Vidare till PPR?', E, 'e) Vad blev beslutet?', 'Beslutad'],
    ]);
  });

  it('R-c4: asks PPR when one of two councils finds what the units cannot handle, and waits for both councils', async () => {
    const { id, caseNumber } = await submit(1);
    const councils = ['council-psykisk-halsa', 'council-primarvard'] as const;
    await answerStep(caseNumber, 'screening', MAILBOX.office, { councils });
    await answerStep(caseNumber, 'position', MAILBOX[councils[0]], { manageableWithinUnits: 'false' });
    expect((await factsOf(id)).head.milestone).toBe('forwardedToCouncil');
    await answerStep(caseNumber, 'position', MAILBOX[councils[1]]);
    await answerStep(caseNumber, 'pprPosition', MAILBOX.ppr, { pprPosition: 'notSupported' });
    await answerStep(caseNumber, 'decision', MAILBOX.office, { decision: 'decline' });
    await endsAs(id, 'declined');
    await endsWith(caseNumber, 'SUCCEEDED');
    expect((await statesOf(caseNumber)).filter((name) => !name.endsWith('?'))).toEqual([
      A,
      BC,
      D,
      E,
      'Beslutad',
    ]);
  });

  it.each(['supported', 'supportedWithConditions'])(
    'R-e3: goes on to the decision when PPR answers %s',
    async (pprPosition) => {
      const { id, caseNumber } = await submit(2);
      await answerStep(caseNumber, 'screening', MAILBOX.office);
      await answerStep(caseNumber, 'position', COUNCIL, { referToPpr: 'true' });
      await answerStep(caseNumber, 'pprPosition', MAILBOX.ppr, { pprPosition });
      await waitsAt(id, 'decision');
    },
  );

  it.each([
    ['purchase', { procurementRoute: 'procurement' }],
    ['useExisting', {}],
    ['collaborate', {}],
  ])('R-e1: ends with the decision %s', async (decision, also) => {
    const { id, caseNumber } = await submit(3);
    await answerStep(caseNumber, 'screening', MAILBOX.office);
    await answerStep(caseNumber, 'position', COUNCIL);
    await answerStep(caseNumber, 'decision', MAILBOX.office, { decision, ...also });
    await endsAs(id, 'decided');
    await endsWith(caseNumber, 'SUCCEEDED');
  });

  it.each(['screening', 'position', 'pprPosition', 'decision'] as const)(
    'fails loudly when %s is settled with an outcome that it does not know',
    async (step) => {
      const { id, caseNumber } = await submit(2);
      const before = { screening: 0, position: 1, pprPosition: 2, decision: 3 }[step];
      if (before > 0) await answerStep(caseNumber, 'screening', MAILBOX.office);
      if (before > 1) await answerStep(caseNumber, 'position', COUNCIL, { manageableWithinUnits: 'false' });
      if (before > 2) await answerStep(caseNumber, 'pprPosition', MAILBOX.ppr);
      const { tokens } = await waitsAt(id, step);
      const waiting = tokens.find((token) => token.drivenAt === undefined);
      await sfn.send(
        new SendTaskSuccessCommand({
          taskToken: waiting?.taskToken,
          output: JSON.stringify({ outcome: 'surprise' }),
        }),
      );
      expect(await endsWith(caseNumber, 'FAILED')).toMatchObject({ error: UNKNOWN_OUTCOME });
      expect((await statesOf(caseNumber)).at(-1)).toBe('Okänt utfall');
    },
  );
});
