import { describe, expect, it } from 'vitest';
import { aCouncil } from '../harness/councils.ts';
import {
  ANSWERS,
  act,
  answerStep,
  type Fields,
  linkFor,
  MAILBOX,
  reach,
  read,
  tryAct,
} from '../harness/people.ts';
import { factsOf, rests, told, waitsAt } from '../harness/record.ts';

/** Which councils answer, and what follows when they do not agree. */

const FIRST = 'council-psykisk-halsa';
const SECOND = 'council-primarvard';
const THIRD = 'council-rorelseorgan';
const BOTH = { screening: { councils: [FIRST, SECOND] } };

const positionOf = async (caseId: string, council: string) =>
  (await factsOf(caseId)).questions.find(({ round, body }) => round.step === 'position' && body === council);

describe('R-a11: a council that proposes another', () => {
  const PROPOSED = { proposedCouncil: SECOND, proposalReason: 'Målgruppen finns i primärvården.' };

  it('is released when the office agrees, and the other council is asked with a month of its own', async () => {
    const { id, caseNumber } = await reach('position');
    const link = await linkFor(caseNumber, 'position', MAILBOX[FIRST]);
    await act(link, 'proposeCouncil', { ...PROPOSED, proposalKind: 'instead' });
    const change = await linkFor(caseNumber, 'councilChange', MAILBOX.office);
    expect(await read(change)).toContain('Målgruppen finns i primärvården.');
    await answerStep(caseNumber, 'councilChange', MAILBOX.office);
    const facts = await rests(id, 'position');
    expect(facts.head.councils).toEqual([SECOND]);
    expect(told(facts, 'councilsChanged')).toEqual([FIRST]);
    expect(await positionOf(id, SECOND)).toMatchObject({ status: 'open', targetOn: expect.any(String) });
    expect(await read(link)).toContain('behöver inte svara längre');
    await answerStep(caseNumber, 'position', MAILBOX[SECOND]);
    await waitsAt(id, 'decision');
  });

  it('answers beside the other when it asked for one more', async () => {
    const { id, caseNumber } = await reach('position');
    const link = await linkFor(caseNumber, 'position', MAILBOX[FIRST]);
    await act(link, 'proposeCouncil', { ...PROPOSED, proposalKind: 'also' });
    await answerStep(caseNumber, 'councilChange', MAILBOX.office);
    await answerStep(caseNumber, 'position', MAILBOX[SECOND]);
    expect((await rests(id, 'position')).head.councils).toEqual([FIRST, SECOND]);
    await answerStep(caseNumber, 'position', MAILBOX[FIRST]);
    await waitsAt(id, 'decision');
  });

  it('is told why when the office does not agree, and answers itself', async () => {
    const { id, caseNumber } = await reach('position');
    const link = await linkFor(caseNumber, 'position', MAILBOX[FIRST]);
    await act(link, 'proposeCouncil', { ...PROPOSED, proposalKind: 'instead' });
    expect((await tryAct(link, 'proposeCouncil', { ...PROPOSED, proposalKind: 'also' })).status).toBe(422);
    const changeReason = 'Behovet är störst i specialistvården.';
    await answerStep(caseNumber, 'councilChange', MAILBOX.office, { approved: 'false', changeReason });
    const facts = await rests(id, 'position');
    expect(facts.head.councils).toEqual([FIRST]);
    expect(told(facts, 'councilsChanged')).toEqual([FIRST]);
    expect(await read(link)).toContain(changeReason);
    await answerStep(caseNumber, 'position', MAILBOX[FIRST]);
    await waitsAt(id, 'decision');
  });

  it('cannot propose a council that has the nomination already', async () => {
    const { caseNumber } = await reach('position', BOTH);
    const link = await linkFor(caseNumber, 'position', MAILBOX[FIRST]);
    expect((await tryAct(link, 'proposeCouncil', { ...PROPOSED, proposalKind: 'also' })).status).toBe(422);
  });
});

describe('R-a11: the office changes the councils', () => {
  it('one more while the others answer is asked in the same round', async () => {
    const { id, caseNumber, office } = await reach('position', BOTH);
    await answerStep(caseNumber, 'position', MAILBOX[FIRST]);
    await act(office, 'changeCouncils', { addCouncils: [THIRD], changeReason: 'Det rör även rörelseorgan.' });
    await answerStep(caseNumber, 'position', MAILBOX[SECOND]);
    const { questions } = await rests(id, 'position');
    expect(questions.filter(({ round }) => round.step === 'position').map(({ round }) => round.nth)).toEqual([
      1, 1, 1,
    ]);
    await answerStep(caseNumber, 'position', MAILBOX[THIRD]);
    await waitsAt(id, 'decision');
  });

  it('one more after all have answered is asked alone, and what was answered stands', async () => {
    const { id, caseNumber, office } = await reach('decision', {
      position: { manageableWithinUnits: 'true' },
    });
    await act(office, 'changeCouncils', { addCouncils: [SECOND], changeReason: 'Primärvården berörs.' });
    const { questions } = await waitsAt(id, 'position', { attempt: 2 });
    expect(
      questions
        .filter(({ round }) => round.step === 'position')
        .map(({ body, status, round }) => [body, status, round.nth]),
    ).toEqual([
      [FIRST, 'answered', 1],
      [SECOND, 'open', 2],
    ]);
    await answerStep(caseNumber, 'position', MAILBOX[SECOND]);
    await waitsAt(id, 'decision', { attempt: 2 });
  });

  it('the last that had not answered is let go, its link says why, and the case goes on', async () => {
    const { id, caseNumber, office } = await reach('position', BOTH);
    await answerStep(caseNumber, 'position', MAILBOX[FIRST]);
    const link = await linkFor(caseNumber, 'position', MAILBOX[SECOND]);
    await act(office, 'changeCouncils', { releaseCouncils: [SECOND], changeReason: 'Det är sommar.' });
    const facts = await waitsAt(id, 'decision');
    expect(facts.head).toMatchObject({ councils: [FIRST], milestone: 'positionGiven' });
    const page = await read(link);
    expect(page).toContain('avgjorde');
    expect(page).toContain('Det är sommar.');
  });

  it('whoever need not answer any more is told so', async () => {
    const { id, office } = await reach('position', BOTH);
    await act(office, 'changeCouncils', { releaseCouncils: [SECOND], changeReason: 'Det är sommar.' });
    expect(told(await rests(id, 'position'), 'released')).toEqual([SECOND]);
  });

  it.each([
    ['nobody would be left', { releaseCouncils: [FIRST, SECOND] }],
    ['a council has the nomination already', { addCouncils: [FIRST] }],
    ['a council does not have it', { releaseCouncils: [THIRD] }],
    ['no council is chosen', {}],
  ])('is refused when %s', async (_why, councils) => {
    const { id, office } = await reach('position', BOTH);
    const before = (await factsOf(id)).head;
    const refused = await tryAct(office, 'changeCouncils', { ...councils, changeReason: 'Vi prövar.' });
    expect(refused.status).toBe(422);
    expect((await factsOf(id)).head.version).toBe(before.version);
  });

  it('is refused for a council that has answered', async () => {
    const { caseNumber, office } = await reach('position', BOTH);
    await answerStep(caseNumber, 'position', MAILBOX[FIRST]);
    const changed = { releaseCouncils: [FIRST], changeReason: 'Vi prövar.' };
    expect((await tryAct(office, 'changeCouncils', changed)).status).toBe(422);
  });
});

describe('ROUTINE.md 11 no. 4: councils that do not agree', () => {
  const POSITIONS: Readonly<Record<string, Fields>> = {
    [FIRST]: { position: 'supportCreate', manageableWithinUnits: 'false' },
    [SECOND]: { position: 'useExisting' },
    [THIRD]: { position: 'notSupported' },
  };
  const ORDERS = [
    [FIRST, SECOND, THIRD],
    [FIRST, THIRD, SECOND],
    [SECOND, FIRST, THIRD],
    [SECOND, THIRD, FIRST],
    [THIRD, FIRST, SECOND],
    [THIRD, SECOND, FIRST],
  ] as const;

  it('R-c1: in any order, with a fourth that joins meanwhile, PPR is asked once and the decision page states them all', async () => {
    const fourth = await aCouncil();
    const course = async ([one, two, three]: (typeof ORDERS)[number]): Promise<void> => {
      const { id, caseNumber, office } = await reach('position', { screening: { councils: ORDERS[0] } });
      await answerStep(caseNumber, 'position', MAILBOX[one], POSITIONS[one]);
      await act(office, 'changeCouncils', { addCouncils: [fourth.id], changeReason: 'Ett råd till berörs.' });
      await answerStep(caseNumber, 'position', MAILBOX[two], POSITIONS[two]);
      await answerStep(caseNumber, 'position', MAILBOX[three], POSITIONS[three]);
      expect((await rests(id, 'position')).head.milestone).toBe('forwardedToCouncil');
      await answerStep(caseNumber, 'position', fourth.mailbox);
      const { questions, mailings } = await waitsAt(id, 'pprPosition');
      expect(questions.filter(({ body }) => body === 'ppr')).toHaveLength(1);
      expect(mailings.flatMap(({ mails }) => mails).filter(({ id }) => id.endsWith('/ppr'))).toHaveLength(1);
      await answerStep(caseNumber, 'pprPosition', MAILBOX.ppr);
      await waitsAt(id, 'decision');
      const decision = await linkFor(caseNumber, 'decision', MAILBOX.office);
      const said = /Råden är inte eniga:.*?<\/ul>/su.exec(await read(decision))?.[0] ?? '';
      expect([...said.matchAll(/<li>(.*?)<\/li>/gsu)].map(([, line]) => line).sort()).toEqual(
        [
          'Samordningsråd psykisk hälsa: Tillstyrker att programmet skapas',
          'Samordningsråd primärvård: Använd ett befintligt program',
          'Samordningsråd rörelseorgan: Avstyrker',
          `${fourth.name.sv}: Tillstyrker att programmet skapas`,
        ].sort(),
      );
      await answerStep(caseNumber, 'decision', MAILBOX.office, { reason: ANSWERS.decision.reason });
    };
    // The local engine answers more at once with 429, as AWS does beyond the account's concurrency.
    for (const at of [0, 2, 4]) await Promise.all(ORDERS.slice(at, at + 2).map(course));
  });
});
