import { describe, expect, it } from 'vitest';
import { ANSWERS, answer, answerStep, linkFor, MAILBOX, post, read, submit } from '../harness/people.ts';
import { factsOf, rests, told, waitsAt } from '../harness/record.ts';
import { system } from '../harness/system.ts';

/** R-a3, R-a4 and gate G2: whether the idea is anchored, asked beside the screening. */

const HEAD = 'ortopedi.chef@example.se';
const NO = { anchorAnswer: 'notSupported', anchorComment: 'Vi har inte fått frågan.' };
const { overrideReason, ...WITHOUT_OVERRIDE } = ANSWERS.screening;

const screen = async (caseNumber: string, fields = {}): Promise<Response> =>
  post(await linkFor(caseNumber, 'screening', MAILBOX.office), { ...WITHOUT_OVERRIDE, ...fields });

describe('R-a3, N-1: the head of operations is asked by mail', () => {
  it('G2: the nomination waits for the answer, unless the office says why it does not', async () => {
    const { id, caseNumber } = await submit(2);
    expect((await factsOf(id)).head.anchoring).toBe('asked');
    const refused = await screen(caseNumber);
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('Verksamhetschefen har inte bekräftat'),
    ]);
    expect((await screen(caseNumber, { overrideReason })).status).toBe(303);
    await waitsAt(id, 'position');
  });

  it.each(['supported', 'supportedWithConditions'])('G2: %s lets it go on', async (anchorAnswer) => {
    const { id, caseNumber } = await submit(2);
    const answered = { anchorAnswer, anchorComment: 'Om produktionen sker efter sommaren.' };
    await answerStep(caseNumber, 'anchoring', HEAD, answered);
    expect((await rests(id, 'screening')).head.anchoring).toBe(anchorAnswer);
    expect((await screen(caseNumber)).status).toBe(303);
    await waitsAt(id, 'position');
  });

  it('G2: a no is told to the office and the nominator, and holds the nomination', async () => {
    const { id, caseNumber } = await submit(2);
    await answerStep(caseNumber, 'anchoring', HEAD, NO);
    const facts = await rests(id, 'screening');
    expect(told(facts, 'objected')).toEqual(['nominator', 'sobOffice']);
    expect(await read(await linkFor(caseNumber, 'screening', MAILBOX.office))).toContain(NO.anchorComment);
    expect((await screen(caseNumber)).status).toBe(422);
    expect((await screen(caseNumber, { overrideReason })).status).toBe(303);
  });

  it('a no says why', async () => {
    const { caseNumber } = await submit(2);
    const link = await linkFor(caseNumber, 'anchoring', HEAD);
    expect((await post(link, { ...ANSWERS.anchoring, anchorAnswer: 'notSupported' })).status).toBe(422);
  });

  it('ROUTINE.md 0 no. 3: what the nominator states counts, and the head can still say that it is not so', async () => {
    const stated = { anchoredWithHeadOn: '2026-01-15' };
    const [taken, objected] = [await submit(2, stated), await submit(2, stated)];
    expect((await factsOf(taken.id)).head.anchoring).toBe('stated');
    expect((await screen(taken.caseNumber)).status).toBe(303);
    await answerStep(objected.caseNumber, 'anchoring', HEAD, NO);
    await rests(objected.id, 'screening');
    expect((await screen(objected.caseNumber)).status).toBe(422);
  });

  it('a no that comes after the nomination was forwarded is told as well', async () => {
    const { id, caseNumber } = await submit(2, { anchoredWithHeadOn: '2026-01-15' });
    expect((await screen(caseNumber)).status).toBe(303);
    await waitsAt(id, 'position');
    await answerStep(caseNumber, 'anchoring', HEAD, NO);
    expect(told(await rests(id, 'position'), 'objected')).toEqual(['nominator', 'sobOffice']);
  });

  it('R-a12: a purchase goes on whatever the head answers, with the no shown to the council', async () => {
    const { id, caseNumber } = await submit(3);
    await answerStep(caseNumber, 'anchoring', 'hamnen.verksamhetschef@example.se', NO);
    await rests(id, 'screening');
    expect((await screen(caseNumber)).status).toBe(303);
    const position = await linkFor(caseNumber, 'position', MAILBOX['council-psykisk-halsa']);
    expect(await read(position)).toContain(NO.anchorComment);
  });

  it('nobody is asked where a council nominates', async () => {
    const { id, caseNumber } = await submit(2, {
      initiatorCategory: ['coordinationCouncil'],
      headOfOperationsEmail: undefined,
    });
    const { head, questions } = await waitsAt(id, 'screening');
    expect(head.anchoring).toBe('notNeeded');
    expect(questions.map(({ round }) => round.step)).toEqual(['screening']);
    expect((await screen(caseNumber)).status).toBe(303);
  });
});

describe('R-a4, N-2: the SoB contact person', () => {
  it.each([
    [2, ['sobOffice']],
    [3, ['sobOffice']],
    [1, []],
  ] as const)('the office is told where there is none, or nobody knows (sample %i)', async (n, to) => {
    const { id } = await submit(n);
    expect(told(await waitsAt(id, 'screening'), 'N-2')).toEqual(to);
  });

  it('the office’s mail has the case number and nothing of the nomination', async () => {
    const { caseNumber } = await submit(2);
    const mail = await system().mailbox.waitForMail(
      ({ subject }) => subject.includes(caseNumber) && subject.includes('SoB-kontaktperson'),
    );
    expect(mail.text).toContain(caseNumber);
    expect(mail.text).not.toContain('knäoperation');
  });
});

it('the answer of the head of operations is asked for once, and counts once', async () => {
  const { id, caseNumber } = await submit(2);
  const link = await linkFor(caseNumber, 'anchoring', HEAD);
  await answer(link, ANSWERS.anchoring);
  expect((await post(link, { ...ANSWERS.anchoring, ...NO })).status).toBe(409);
  expect((await rests(id, 'screening')).head.anchoring).toBe('supported');
});
