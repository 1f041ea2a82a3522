import { describe, expect, it } from 'vitest';
import { sample } from '../builders/samples.ts';
import {
  ANSWERS,
  act,
  agenda,
  answer,
  answerStep,
  casePage,
  filledIn,
  linkFor,
  MAILBOX,
  post,
  questionOn,
  reach,
  read,
  submit,
} from '../harness/people.ts';
import { endsAs, factsOf, rests, waitsAt, wholeTable } from '../harness/record.ts';
import { system } from '../harness/system.ts';

/** The page of a case, for the nominator and for the office, and what waits for a body. */

const COUNCIL = MAILBOX['council-psykisk-halsa'];

describe('reading changes nothing', () => {
  it('GET and HEAD of the pages of a case, their questions and acts, and of an agenda leave every byte', async () => {
    const { caseNumber, office, nominator } = await reach('pprPosition');
    const list = await agenda(caseNumber, MAILBOX.ppr);
    const pages = [
      ...[office, nominator, list, `${office}?lang=en`],
      ...[questionOn(office, 'pprPosition', 'ppr'), questionOn(office, 'decision', 'sobOffice')],
      ...[
        `${office}?act=reopen`,
        `${office}?done=reopen`,
        `${nominator}?act=amend`,
        `${nominator}?act=withdraw`,
      ],
    ];
    const before = JSON.stringify(await wholeTable());
    for (const page of pages) {
      for (const method of ['HEAD', 'GET', 'GET']) {
        expect([page, (await fetch(page, { method })).status]).toEqual([page, 200]);
      }
    }
    expect(JSON.stringify(await wholeTable())).toBe(before);
  });

  it('a stranger’s guess at a page of a case or an agenda is told no more than that it cannot be opened', async () => {
    const { caseNumber, office } = await reach('pprPosition');
    const list = await agenda(caseNumber, MAILBOX.ppr);
    for (const link of [office, list]) {
      const guess = `${link.slice(0, -3)}AAA`;
      expect((await fetch(guess)).status).toBe(404);
      expect((await post(guess, ANSWERS.pprPosition)).status).toBe(404);
    }
  });

  it('the secret of one kind of link opens no other', async () => {
    const { caseNumber, office } = await reach('pprPosition');
    const question = await linkFor(caseNumber, 'pprPosition', MAILBOX.ppr);
    const list = await agenda(caseNumber, MAILBOX.ppr);
    const crossed = [
      ...[question.replace('/a/', '/c/'), question.replace('/a/', '/m/'), office.replace('/c/', '/a/')],
      ...[office.replace('/c/', '/m/'), list.replace('/m/', '/a/'), list.replace('/m/', '/c/')],
    ];
    for (const link of crossed) expect((await fetch(link)).status).toBe(404);
  });
});

describe('the nominator’s page', () => {
  it('7.3: hides what is marked as confidential, as does the head of operations’ question; the office sees it', async () => {
    const { caseNumber } = await submit(3);
    const nominator = await casePage(caseNumber, 'hamnen.mottagning@example.se');
    const office = await casePage(caseNumber, MAILBOX.office);
    const head = await linkFor(caseNumber, 'anchoring', 'hamnen.verksamhetschef@example.se');
    const amount = /72\s000/u;
    for (const page of [nominator, head]) {
      const html = await read(page);
      expect(html).not.toMatch(amount);
      expect(html).toContain('Sekretessmarkerat');
    }
    expect(await read(office)).toMatch(amount);
    expect(await read(await linkFor(caseNumber, 'screening', MAILBOX.office))).toMatch(amount);
  });

  it('shows who has the question, each position and the decision with its reasons', async () => {
    const { id, caseNumber, nominator } = await reach('position');
    expect(await read(nominator)).toContain('Samordningsråd psykisk hälsa');
    await answerStep(caseNumber, 'position', COUNCIL);
    await answerStep(caseNumber, 'decision', MAILBOX.office);
    await endsAs(id, 'decided');
    const page = await read(nominator);
    expect(page).toContain('Behovet är stort och evidensen stark.');
    expect(page).toContain('Råden tillstyrker och behovet är tydligt.');
    expect(page).toContain('Skapa programmet');
    expect(page).toContain('Beslutet är fattat.');
  });

  it('gives no other’s question, and no act of the office', async () => {
    const { id, nominator } = await reach('screening');
    const before = (await factsOf(id)).head.version;
    await post(questionOn(nominator, 'screening', 'sobOffice'), ANSWERS.screening);
    await post(`${nominator}?act=linkCases`, { relatedCases: 'N-2026-0001' });
    expect((await factsOf(id)).head.version).toBe(before);
  });

  it('gives the nominator’s own supplement to answer', async () => {
    const { id, caseNumber, nominator } = await reach('screening');
    const screening = await linkFor(caseNumber, 'screening', MAILBOX.office);
    await act(screening, 'requestSupplement', { supplementNeeded: 'Vem tar emot programmet?' });
    const question = questionOn(nominator, 'supplement', 'nominator');
    await answer(question, { ...ANSWERS.supplement, ...filledIn(sample(2).nomination) });
    expect((await rests(id, 'screening')).head.nominationVersion).toBe(2);
  });
});

describe('the office’s page', () => {
  it('is in the mail that asks for the screening, from the first day', async () => {
    const { caseNumber } = await submit(1);
    const mail = await system().mailbox.waitForMail(
      ({ to, subject }) => to[0]?.address === MAILBOX.office && subject.includes(caseNumber),
    );
    expect(mail.text).toMatch(/\/c\/[\w-]{43}/u);
  });

  it('G4: says what is lacking for the decision, and lists every question', async () => {
    const councils = ['council-psykisk-halsa', 'council-primarvard'];
    const { caseNumber, office } = await reach('position', { screening: { councils } });
    expect(await read(office)).toContain('Inget samordningsråd har tagit ställning än.');
    await answerStep(caseNumber, 'position', COUNCIL);
    const page = await read(office);
    expect(page).toContain('Alla samordningsråd har inte svarat.');
    for (const said of ['Besvarad', 'Väntar på svar', 'Inte ställd än']) expect(page).toContain(said);
  });
});

it('R-09: the pages of a case say how long earlier ones took, once five are decided', async () => {
  const decide = async (): Promise<void> => {
    const { id, caseNumber } = await submit(2);
    await answerStep(caseNumber, 'screening', MAILBOX.office);
    await answerStep(caseNumber, 'position', COUNCIL);
    await answerStep(caseNumber, 'decision', MAILBOX.office);
    await endsAs(id, 'decided');
  };
  await Promise.all(Array.from({ length: 5 }, decide));
  const { id, nominator, office } = await reach('screening');
  await waitsAt(id, 'screening');
  for (const page of [nominator, office])
    expect(await read(page)).toContain('Tidigare ärenden har tagit ungefär');
});
