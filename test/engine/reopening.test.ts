import { describe, expect, it } from 'vitest';
import { readTexts } from '../../shared/records/cases.ts';
import type { MachineStep } from '../../shared/routine/question.ts';
import {
  ANSWERS,
  act,
  answer,
  answerStep,
  type Fields,
  linkFor,
  MAILBOX,
  questionOn,
  type Reached,
  reach,
  read,
  tryAct,
} from '../harness/people.ts';
import { endsAs, factsOf, store, told, waitsAt } from '../harness/record.ts';

/** ROUTINE.md section 3.1 no. 4: a step that is done is asked anew, and nothing is undone by itself. */

const COUNCIL = 'council-psykisk-halsa';
const SECOND = 'council-primarvard';
const STEPS = ['screening', 'position', 'pprPosition', 'decision'] as const;
const MAILBOX_AT = {
  screening: MAILBOX.office,
  position: MAILBOX[COUNCIL],
  pprPosition: MAILBOX.ppr,
  decision: MAILBOX.office,
};
const AGAIN_AT: Readonly<Partial<Record<MachineStep, Fields>>> = {
  screening: {},
  position: { manageableWithinUnits: 'false' },
  pprPosition: {},
  decision: {},
};

const reopening = (step: MachineStep): Fields => ({
  reopenStep: step,
  reopenReason: 'Ny kunskap har kommit.',
  ...(step === 'position' && { councils: [COUNCIL] }),
});

const reopen = ({ office }: Pick<Reached, 'office'>, step: MachineStep): Promise<void> =>
  act(office, 'reopen', reopening(step));

const decided = async (...reaching: Parameters<typeof reach>): Promise<Reached> => {
  const reached = await reach(...reaching);
  await answerStep(reached.caseNumber, 'decision', MAILBOX.office);
  return { ...reached, facts: await endsAs(reached.id, 'decided') };
};

describe('a decided case', () => {
  it.each(STEPS)(
    'is asked for %s again, and decided anew; what was answered before is kept',
    async (step) => {
      const { id, caseNumber, office } = await decided('decision');
      await reopen({ office }, step);
      const open = await waitsAt(id, step, { attempt: 3 });
      expect(told(open, 'reopened')).toEqual(['nominator', 'sobOffice']);
      expect(open.questions.filter(({ status }) => status === 'answered')).toHaveLength(4);
      await answerStep(caseNumber, step, MAILBOX_AT[step], AGAIN_AT[step], 2);
      if (step !== 'decision') {
        await waitsAt(id, 'decision', { attempt: 3 });
        await answerStep(caseNumber, 'decision', MAILBOX.office, {}, 2);
      }
      await endsAs(id, 'decided');
      const { answers } = await readTexts(store(), id);
      expect(answers).toHaveLength(step === 'decision' ? 5 : 6);
      const first = await linkFor(caseNumber, step, MAILBOX_AT[step]);
      expect(await read(first)).toContain('Exempel Person');
    },
  );

  it('G4: that was decided without PPR is decided anew without PPR', async () => {
    const { id, caseNumber, office } = await reach('pprPosition');
    const overriding = { ...ANSWERS.decision, overrideReason: 'Behovet är akut.' };
    await answer(questionOn(office, 'decision', 'sobOffice'), overriding);
    await endsAs(id, 'decided');
    await reopen({ office }, 'decision');
    await waitsAt(id, 'decision', { attempt: 3 });
    await answerStep(caseNumber, 'decision', MAILBOX.office, { overrideReason: 'Behovet är akut.' });
    await endsAs(id, 'decided');
  });

  it('G4: that was decided during the screening is decided anew', async () => {
    const { id, caseNumber, office } = await reach('screening');
    await answer(questionOn(office, 'position', COUNCIL), ANSWERS.position);
    await answer(questionOn(office, 'decision', 'sobOffice'), ANSWERS.decision);
    await endsAs(id, 'decided');
    await reopen({ office }, 'decision');
    await waitsAt(id, 'decision', { attempt: 3 });
    await answerStep(caseNumber, 'decision', MAILBOX.office);
    await endsAs(id, 'decided');
  });

  it('that was put off is asked at once when it is reopened', async () => {
    const { id, caseNumber, office } = await reach('decision');
    const collaborating = { decision: 'collaborate', reviewOn: '2099-01-15' };
    await answerStep(caseNumber, 'decision', MAILBOX.office, collaborating);
    await endsAs(id, 'decided');
    await reopen({ office }, 'decision');
    await waitsAt(id, 'decision', { attempt: 3 });
    await answerStep(caseNumber, 'decision', MAILBOX.office, {}, 2);
    await endsAs(id, 'decided');
  });

  it('PPR that had deferred is asked at once when its step is reopened', async () => {
    const { id, caseNumber, office } = await reach('pprPosition');
    const deferring = { pprPosition: 'deferred', reviewOn: '2099-01-15' };
    await answerStep(caseNumber, 'pprPosition', MAILBOX.ppr, deferring);
    await waitsAt(id, 'pprPosition');
    await answer(questionOn(office, 'pprPosition', 'ppr', 2), ANSWERS.pprPosition);
    await waitsAt(id, 'decision');
    await reopen({ office }, 'pprPosition');
    await waitsAt(id, 'pprPosition', { attempt: 2 });
    await answerStep(caseNumber, 'pprPosition', MAILBOX.ppr, {}, 2);
    await waitsAt(id, 'decision', { attempt: 2 });
  });
});

describe('a case that was closed in the screening', () => {
  it('as not for SoB is screened anew, and can go on', async () => {
    const { id, caseNumber, office } = await reach('screening');
    const closing = { screeningOutcome: 'notForSob', councils: [] };
    await answerStep(caseNumber, 'screening', MAILBOX.office, closing);
    await endsAs(id, 'notForSob');
    await reopen({ office }, 'screening');
    await waitsAt(id, 'screening', { attempt: 2 });
    await answerStep(caseNumber, 'screening', MAILBOX.office, {}, 2);
    const { head } = await waitsAt(id, 'position', { attempt: 2 });
    expect(head.milestone).toBe('forwardedToCouncil');
  });

  it('as merged goes on by itself, and no page says any more that it goes on in the other', async () => {
    const [other, merged] = [await reach('screening'), await reach('screening')];
    const merging = { screeningOutcome: 'mergeWithOther', councils: [], mergedInto: other.caseNumber };
    await answerStep(merged.caseNumber, 'screening', MAILBOX.office, merging);
    await endsAs(merged.id, 'merged');
    await reopen(merged, 'screening');
    await waitsAt(merged.id, 'screening', { attempt: 2 });
    await answerStep(merged.caseNumber, 'screening', MAILBOX.office, {}, 2);
    await waitsAt(merged.id, 'position', { attempt: 2 });
    expect(await read(merged.nominator)).not.toContain('Fortsätter i ärende');
    expect(await read(other.office)).not.toContain('Har tagit över ärende');
  });
});

describe('a withdrawn case', () => {
  it.each(STEPS)('that waited at %s is asked for it anew', async (step) => {
    const { id, caseNumber, office, nominator } = await reach(step);
    await act(nominator, 'withdraw', { withdrawReason: 'Verksamheten läggs ner.' });
    await endsAs(id, 'withdrawn');
    await reopen({ office }, step);
    const { head } = await waitsAt(id, step, { attempt: 2 });
    expect(head.milestone).not.toBe('withdrawn');
    await answerStep(caseNumber, step, MAILBOX_AT[step], AGAIN_AT[step], 2);
    if (step === 'decision') await endsAs(id, 'decided');
    else await waitsAt(id, STEPS[STEPS.indexOf(step) + 1] ?? 'decision', { attempt: 2 });
  });

  it('R-a11: every council of a new screening is asked, also one whose question the withdrawal closed', async () => {
    const councils = [COUNCIL, SECOND];
    const { id, caseNumber, office, nominator } = await reach('position', { screening: { councils } });
    await answerStep(caseNumber, 'position', MAILBOX[COUNCIL]);
    await act(nominator, 'withdraw', { withdrawReason: 'Verksamheten läggs ner.' });
    await endsAs(id, 'withdrawn');
    await reopen({ office }, 'screening');
    await waitsAt(id, 'screening', { attempt: 2 });
    await answerStep(caseNumber, 'screening', MAILBOX.office, { councils }, 2);
    await waitsAt(id, 'position', { attempt: 2 });
    await answerStep(caseNumber, 'position', MAILBOX[SECOND], {}, 2);
    await waitsAt(id, 'decision', { attempt: 2 });
  });
});

it('why a step is reopened can be read by whoever answers again, and by the nominator', async () => {
  const { id, caseNumber, office, nominator } = await reach('pprPosition');
  await reopen({ office }, 'position');
  await waitsAt(id, 'position', { attempt: 2 });
  const link = await linkFor(caseNumber, 'position', MAILBOX[COUNCIL], 2);
  for (const page of [link, nominator, office]) expect(await read(page)).toContain('Ny kunskap har kommit.');
});

describe('a step is not reopened', () => {
  it.each(STEPS)('that waits for its answer, or was never asked: %s', async (step) => {
    const { id, office } = await reach('screening');
    expect((await tryAct(office, 'reopen', reopening(step))).status).toBe(422);
    expect((await factsOf(id)).head.attempt).toBe(1);
  });

  it('twice before it is answered', async () => {
    const { id, office } = await reach('position');
    await reopen({ office }, 'screening');
    await waitsAt(id, 'screening', { attempt: 2 });
    const { version } = (await factsOf(id)).head;
    // The very same form is taken for a second click; another is refused.
    expect((await tryAct(office, 'reopen', reopening('screening'))).status).toBe(303);
    const again = { ...reopening('screening'), reopenReason: 'En gång till.' };
    expect((await tryAct(office, 'reopen', again)).status).toBe(422);
    expect((await factsOf(id)).head.version).toBe(version);
  });

  it('by the nominator', async () => {
    const { id, nominator } = await reach('position');
    await tryAct(nominator, 'reopen', reopening('screening'));
    expect((await factsOf(id)).head.attempt).toBe(1);
  });
});
