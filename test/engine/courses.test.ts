import { describe, expect, it } from 'vitest';
import { UNKNOWN_OUTCOME } from '../../statemachine/errors.ts';
import { endsWith, statesOf } from '../harness/executions.ts';
import { whilePaused } from '../harness/functions.ts';
import { surprise } from '../harness/interrupting.ts';
import {
  ANSWERS,
  act,
  answer,
  answerStep,
  linkFor,
  MAILBOX,
  questionOn,
  reach,
  read,
  submit,
} from '../harness/people.ts';
import { endsAs, factsOf, rests, waitsAt } from '../harness/record.ts';

const A = 'a) SoB-förvaltningen: bedömning';
const BC = 'b–c) Samordningsråd: inventering och ställningstagande';
const D = 'd) PPR: ställningstagande';
const E = 'e) SoB-förvaltningen: beslut';

const COUNCIL = MAILBOX['council-psykisk-halsa'];

/** The waiting and ending states that an execution passed, without the choices between them. */
const passed = async (caseNumber: string, attempt = 1): Promise<readonly string[]> =>
  (await statesOf(caseNumber, attempt)).filter((name) => !name.endsWith('?'));

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
    expect(await passed(caseNumber)).toEqual([A, BC, D, E, 'Beslutad']);
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
      await surprise(await waitsAt(id, step));
      expect(await endsWith(caseNumber, 'FAILED')).toMatchObject({ error: UNKNOWN_OUTCOME });
      expect((await statesOf(caseNumber)).at(-1)).toBe('Okänt utfall');
    },
  );

  it('ROUTINE.md 0 no. 11: ends after the screening when the case is merged into another', async () => {
    const [other, { id, caseNumber }] = [await submit(1), await submit(2)];
    const merging = { screeningOutcome: 'mergeWithOther', councils: [], mergedInto: other.caseNumber };
    await answerStep(caseNumber, 'screening', MAILBOX.office, merging);
    await endsAs(id, 'merged');
    await endsWith(caseNumber, 'SUCCEEDED');
    expect(await passed(caseNumber)).toEqual([A, 'Avslutad: sammanslagen']);
  });

  it.each([
    ['screening', [A]],
    ['position', [A, BC]],
    ['pprPosition', [A, BC, D]],
    ['decision', [A, BC, D, E]],
  ] as const)('ends when the nominator withdraws the nomination at %s', async (step, states) => {
    const { id, caseNumber, nominator } = await reach(step);
    await act(nominator, 'withdraw', { withdrawReason: 'Verksamheten läggs ner.' });
    await endsAs(id, 'withdrawn');
    await endsWith(caseNumber, 'SUCCEEDED');
    expect(await passed(caseNumber)).toEqual([...states, 'Avslutad: återtagen']);
  });

  it.each([
    ['screening', 'position', [A, A, BC]],
    ['position', 'pprPosition', [A, BC, BC, D]],
    ['pprPosition', 'decision', [A, BC, D, D, E]],
  ] as const)(
    'ROUTINE.md 3.1 no. 4: asks %s again once it is reopened, and goes on where it was',
    async (step, next, states) => {
      const { id, caseNumber, office } = await reach(next);
      const mailbox = { screening: MAILBOX.office, position: COUNCIL, pprPosition: MAILBOX.ppr }[step];
      const referring = step === 'position' ? { manageableWithinUnits: 'false' } : {};
      await act(office, 'reopen', {
        reopenStep: step,
        reopenReason: 'Ny kunskap har kommit.',
        ...(step === 'position' && { councils: ['council-psykisk-halsa'] }),
      });
      await waitsAt(id, step, { attempt: 2 });
      await answerStep(caseNumber, step, mailbox, referring, 2);
      const { questions } = await waitsAt(id, next, { attempt: 2 });
      expect(await passed(caseNumber, 2)).toEqual(states);
      expect(questions.filter(({ round }) => round.step === step).map(({ status }) => status)).toEqual([
        'answered',
        'answered',
      ]);
      expect(questions.filter(({ round }) => round.step === next)).toHaveLength(1);
    },
  );

  it('ROUTINE.md 3.1 no. 4: asks for the decision again once it is reopened', async () => {
    const { id, caseNumber, office } = await reach('decision');
    await answerStep(caseNumber, 'decision', MAILBOX.office);
    await endsAs(id, 'decided');
    await act(office, 'reopen', { reopenStep: 'decision', reopenReason: 'Ett fel i beslutet.' });
    // The second attempt was that of the production, which the reopening broke off.
    await waitsAt(id, 'decision', { attempt: 3 });
    await answerStep(caseNumber, 'decision', MAILBOX.office, { decision: 'decline' }, 2);
    await endsAs(id, 'declined');
    await endsWith(caseNumber, 'SUCCEEDED', 3);
    expect(await passed(caseNumber, 3)).toEqual([A, BC, D, E, E, 'Beslutad']);
  });

  it('R-05: passes what nobody answered when the decision is made during the screening', async () => {
    const { id, caseNumber, office } = await reach('screening');
    await answer(questionOn(office, 'position', 'council-psykisk-halsa'), ANSWERS.position);
    await answer(questionOn(office, 'decision', 'sobOffice'), ANSWERS.decision);
    await endsAs(id, 'decided');
    await endsWith(caseNumber, 'SUCCEEDED');
    expect(await passed(caseNumber)).toEqual([A, BC, E, 'Beslutad']);
  });

  it.each([
    ['a council', 'position', [A, BC, E, 'Beslutad']],
    ['PPR', 'pprPosition', [A, BC, D, E, 'Beslutad']],
  ] as const)('G4: passes %s that did not answer before the decision', async (_who, step, states) => {
    const councils = ['council-psykisk-halsa', 'council-primarvard'];
    const { id, caseNumber, office } = await reach(step, {
      screening: { councils: step === 'position' ? councils : councils.slice(0, 1) },
    });
    if (step === 'position') await answerStep(caseNumber, 'position', COUNCIL);
    const mailbox = step === 'position' ? MAILBOX['council-primarvard'] : MAILBOX.ppr;
    const unanswered = await linkFor(caseNumber, step, mailbox);
    await answer(questionOn(office, 'decision', 'sobOffice'), {
      ...ANSWERS.decision,
      overrideReason: 'Svaret dröjer och behovet är akut.',
    });
    await endsAs(id, 'decided');
    await endsWith(caseNumber, 'SUCCEEDED');
    expect(await passed(caseNumber)).toEqual(states);
    expect(await read(unanswered)).toContain('Beslut om nomineringen fattades');
  });

  it('G4: passes a council that was asked again and did not answer before the decision', async () => {
    const { id, caseNumber, office } = await reach('decision', {
      position: { manageableWithinUnits: 'true' },
    });
    await act(office, 'reopen', {
      reopenStep: 'position',
      councils: ['council-psykisk-halsa'],
      reopenReason: 'Ny kunskap har kommit.',
    });
    await waitsAt(id, 'position', { attempt: 2 });
    await answerStep(caseNumber, 'decision', MAILBOX.office, { overrideReason: 'Behovet är akut.' });
    await endsAs(id, 'decided');
    await endsWith(caseNumber, 'SUCCEEDED', 2);
    expect(await passed(caseNumber, 2)).toEqual([A, BC, BC, E, 'Beslutad']);
  });

  it('G4: passes a council that had not been asked yet when the decision was made', async () => {
    const { id, caseNumber, office } = await reach('screening');
    await answer(questionOn(office, 'position', 'council-psykisk-halsa'), ANSWERS.position);
    await rests(id, 'screening');
    await whilePaused('MailAsk', async () => {
      await answerStep(caseNumber, 'screening', MAILBOX.office, { councils: ['council-primarvard'] });
      await answer(questionOn(office, 'decision', 'sobOffice'), {
        ...ANSWERS.decision,
        overrideReason: 'Behovet är akut.',
      });
    });
    await endsAs(id, 'decided');
    await endsWith(caseNumber, 'SUCCEEDED');
    expect(await passed(caseNumber)).toEqual([A, BC, E, 'Beslutad']);
  });

  it('R-c1: passes PPR when the referral is withdrawn', async () => {
    const { id, caseNumber } = await reach('pprPosition');
    const council = await linkFor(caseNumber, 'position', COUNCIL);
    const ppr = await linkFor(caseNumber, 'pprPosition', MAILBOX.ppr);
    await act(council, 'withdrawReferral', { withdrawalReason: 'Verksamheterna bär kostnaden själva.' });
    await waitsAt(id, 'decision');
    expect(await passed(caseNumber)).toEqual([A, BC, D, E]);
    expect(await read(ppr)).toContain('behöver inte svara längre');
  });

  it('asks PPR again when PPR defers, and the council that referred when PPR returns the nomination', async () => {
    const { id, caseNumber, office } = await reach('pprPosition');
    await answerStep(caseNumber, 'pprPosition', MAILBOX.ppr, {
      pprPosition: 'deferred',
      reviewOn: '2099-01-15',
    });
    await waitsAt(id, 'pprPosition');
    const returned = { ...ANSWERS.pprPosition, pprPosition: 'returnedToCouncil' };
    await answer(questionOn(office, 'pprPosition', 'ppr', 2), returned);
    await waitsAt(id, 'position');
    await answerStep(caseNumber, 'position', COUNCIL, {}, 2);
    await waitsAt(id, 'decision');
    expect(await passed(caseNumber)).toEqual([A, BC, D, D, BC, E]);
  });

  it('asks for the decision again when it is deferred', async () => {
    const { id, caseNumber, office } = await reach('decision');
    await answerStep(caseNumber, 'decision', MAILBOX.office, { decision: 'defer' });
    await waitsAt(id, 'decision');
    await answer(questionOn(office, 'decision', 'sobOffice', 2), ANSWERS.decision);
    await endsAs(id, 'decided');
    await endsWith(caseNumber, 'SUCCEEDED');
    expect(await passed(caseNumber)).toEqual([A, BC, D, E, E, 'Beslutad']);
  });
});
