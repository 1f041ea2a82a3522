import { describe, expect, it } from 'vitest';
import {
  ANSWERS,
  answer,
  answerStep,
  type Fields,
  linkFor,
  MAILBOX,
  post,
  questionOn,
  reach,
  submit,
} from '../harness/people.ts';
import { endsAs, factsOf, rests, waitsAt } from '../harness/record.ts';

/** The gates of ROUTINE.md section 3.2 as people meet them, and who may not decide (section 7.1). */

const COUNCIL = MAILBOX['council-psykisk-halsa'];
const BOTH = { screening: { councils: ['council-psykisk-halsa', 'council-primarvard'] } };

const refused = async (link: string, fields: Fields, says: string): Promise<void> => {
  const response = await post(link, fields);
  expect([response.status, await response.text()]).toEqual([422, expect.stringContaining(says)]);
};

describe('G2', () => {
  it.each([
    [
      'R-a7: cannot be built in SoB',
      { buildableInSob: 'no', buildableReason: 'Kräver en app.' },
      'inte kan utvecklas i SoB',
    ],
    ['R-a8: is neither kind', { programmeKind: 'neither' }, 'varken är ett stöd- eller behandlingsprogram'],
  ])('an idea that %s goes on only with a reason', async (_what, fields, says) => {
    const { id, caseNumber } = await submit(2, { anchoredWithHeadOn: '2026-01-15' });
    const link = await linkFor(caseNumber, 'screening', MAILBOX.office);
    const { overrideReason, ...without } = ANSWERS.screening;
    await refused(link, { ...without, ...fields }, says);
    await answer(link, { ...without, ...fields, overrideReason });
    await waitsAt(id, 'position');
  });

  it('R-a12: a purchase goes on without a reason, whatever the screening found', async () => {
    const { id, caseNumber } = await submit(3);
    const { overrideReason: _, ...without } = ANSWERS.screening;
    await answerStep(caseNumber, 'screening', MAILBOX.office, {
      ...without,
      overrideReason: '',
      buildableInSob: 'no',
      buildableReason: 'Programmet finns redan.',
      programmeKind: 'neither',
    });
    await waitsAt(id, 'position');
  });

  it('R-a11: at least one council is chosen, whatever the reason', async () => {
    const { caseNumber } = await submit(2);
    const link = await linkFor(caseNumber, 'screening', MAILBOX.office);
    expect((await post(link, { ...ANSWERS.screening, councils: [] })).status).toBe(422);
  });
});

it('G3: a council does not refer to PPR without describing the consequences', async () => {
  const { caseNumber } = await reach('position');
  const link = await linkFor(caseNumber, 'position', COUNCIL);
  const { manageableText: _, ...without } = ANSWERS.position;
  for (const referring of [{ manageableWithinUnits: 'false' }, { referToPpr: 'true' }]) {
    expect((await post(link, { ...without, ...referring })).status).toBe(422);
  }
});

describe('G4', () => {
  it('no decision is made before any council has taken a position, whatever the reason', async () => {
    const { id, office } = await reach('position');
    const before = (await factsOf(id)).head.version;
    const overriding = { ...ANSWERS.decision, overrideReason: 'Behovet är akut.' };
    await post(questionOn(office, 'decision', 'sobOffice'), overriding);
    expect((await factsOf(id)).head.version).toBe(before);
  });

  it('a council that has not answered is waited for, unless the office says why not', async () => {
    const { id, caseNumber, office } = await reach('position', BOTH);
    await answerStep(caseNumber, 'position', COUNCIL);
    const decision = questionOn(office, 'decision', 'sobOffice');
    await refused(decision, ANSWERS.decision, 'Alla samordningsråd har inte svarat.');
    await answer(decision, { ...ANSWERS.decision, overrideReason: 'Behovet är akut.' });
    await endsAs(id, 'decided');
  });

  it('PPR is waited for, unless the office says why not', async () => {
    const { id, office } = await reach('pprPosition');
    const decision = questionOn(office, 'decision', 'sobOffice');
    await refused(decision, ANSWERS.decision, 'som inte har tagit ställning');
    await answer(decision, { ...ANSWERS.decision, overrideReason: 'Behovet är akut.' });
    await endsAs(id, 'decided');
  });

  it('a decision can be put off before everyone has answered', async () => {
    const { id, caseNumber, office } = await reach('position', BOTH);
    await answerStep(caseNumber, 'position', COUNCIL);
    const decision = questionOn(office, 'decision', 'sobOffice');
    await answer(decision, { ...ANSWERS.decision, decision: 'defer' });
    expect((await rests(id, 'position')).head.milestone).toBe('forwardedToCouncil');
  });
});

it('R-e2, R-e3: a decision that departs from a position says why', async () => {
  const { id, caseNumber } = await reach('decision');
  const link = await linkFor(caseNumber, 'decision', MAILBOX.office);
  const { deviationReason, ...without } = ANSWERS.decision;
  await refused(link, { ...without, decision: 'decline' }, 'Skriv skälet till det');
  await answer(link, { ...without, decision: 'decline', deviationReason });
  await endsAs(id, 'declined');
});

describe('ROUTINE.md 7.1: nobody assesses or decides their own nomination', () => {
  const OWN = 'Exempel Nominatorsson';
  const nominated = () => submit(2, { contactFunction: `Fysioterapeut ${OWN}` });

  it('the nominator does not sign a position, and does not decide', async () => {
    const { id, caseNumber } = await nominated();
    await answerStep(caseNumber, 'screening', MAILBOX.office);
    const position = await linkFor(caseNumber, 'position', COUNCIL);
    await refused(position, { ...ANSWERS.position, answeredByName: OWN }, 'anmält jäv kan inte');
    await answer(position, ANSWERS.position);
    const decision = await linkFor(caseNumber, 'decision', MAILBOX.office);
    await refused(decision, { ...ANSWERS.decision, decisionMaker: OWN }, 'anmält jäv kan inte');
    await answer(decision, ANSWERS.decision);
    await endsAs(id, 'decided');
  });

  it('whoever has declared an interest does not decide', async () => {
    const { caseNumber } = await submit(2);
    await answerStep(caseNumber, 'screening', MAILBOX.office);
    await answerStep(caseNumber, 'position', COUNCIL, {
      'interestDeclarations.hasInterest': 'true',
      'interestDeclarations.person': 'Exempel Jävsson',
      'interestDeclarations.detail': 'Deltog inte.',
    });
    const decision = await linkFor(caseNumber, 'decision', MAILBOX.office);
    await refused(decision, { ...ANSWERS.decision, decisionMaker: 'Exempel Jävsson' }, 'anmält jäv kan inte');
  });
});
