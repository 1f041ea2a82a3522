import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readTexts } from '../../shared/records/cases.ts';
import { type AtBrowser, atBrowsers } from '../harness/at-browser.ts';
import { changeBody } from '../harness/bodies.ts';
import { aCouncil } from '../harness/councils.ts';
import { fill, sendIn } from '../harness/forms.ts';
import { ANSWERS, answerStep, linkFor, MAILBOX, post, submit } from '../harness/people.ts';
import { factsOf, store, waitsAt } from '../harness/record.ts';

/**
 * What goes wrong around a question that is answered, in browsers without JavaScript: nothing is lost or counted twice,
 * and a sentence explains. What a single person has typed is the matter of typed-text.test.ts.
 */

const { atBrowser } = atBrowsers();

const LONG = Array.from({ length: 80 }, (_, n) => `Rad ${n}: å, ä & ö.`).join('\n');

interface Asked {
  readonly id: string;
  readonly link: string;
}

const screening = async (): Promise<Asked> => {
  const { id, caseNumber } = await submit(2);
  return { id, link: await linkFor(caseNumber, 'screening', MAILBOX.office) };
};

const open = async ({ page }: AtBrowser, link: string, name = 'Exempel Person'): Promise<void> => {
  await page.goto(link);
  await fill(page, { ...ANSWERS.screening, screeningReason: LONG, answeredByName: name });
};

const send = ({ page }: AtBrowser): Promise<void> => sendIn(page, 'screening');

const answersOf = async (id: string): Promise<readonly string[]> => {
  const { answers } = await readTexts(store(), id);
  return answers.map(({ answers }) => String((answers as Record<string, unknown>).screeningReason));
};

/** As a browser sends a text of several lines. */
const asSent = (text: string): string => text.replaceAll('\r\n', '\n');

const expectStoredOnce = async (id: string): Promise<void> =>
  expect((await answersOf(id)).map(asSent)).toEqual([LONG]);

describe('a connection that is lost while a long answer is sent', () => {
  it('before it reached us: sent again, it is stored whole, and once', async () => {
    const { id, link } = await screening();
    const one = await atBrowser();
    await open(one, link);
    await one.loseConnectionAnd(() => send(one));
    expect(await answersOf(id)).toEqual([]);
    await one.page.reload();
    await one.heading('Tack, svaret är sparat');
    await expectStoredOnce(id);
  });

  it('after it reached us: sent again, it leads to the receipt, and is stored once', async () => {
    const { id, link } = await screening();
    const one = await atBrowser();
    await open(one, link);
    await one.loseAnswerTo(() => send(one));
    await expectStoredOnce(id);
    await one.page.reload();
    await one.heading('Tack, svaret är sparat');
    await expectStoredOnce(id);
  });

  it('after it reached us: who goes back to the mail finds the receipt', async () => {
    const { id, link } = await screening();
    const one = await atBrowser();
    await open(one, link);
    await one.loseAnswerTo(() => send(one));
    await one.page.goto(link);
    expect(await one.onPage()).toContain('Exempel Person');
    await expectStoredOnce(id);
  });
});

it('a double click on the button answers once', async () => {
  const { id, link } = await screening();
  const one = await atBrowser();
  await open(one, link);
  await one.page.getByRole('button', { name: 'Skicka svaret' }).dblclick();
  await one.heading('Tack, svaret är sparat');
  await expectStoredOnce(id);
});

it('two people who send at once: one answer counts, and the other person reads whose, above their own text', async () => {
  const { id, link } = await screening();
  const two = [await atBrowser(), await atBrowser()] as const;
  await open(two[0], link, 'Första Svararen');
  await open(two[1], link, 'Andra Svararen');
  await Promise.all(two.map(send));
  await Promise.all(two.map((one) => one.heading(/^Tack, svaret är sparat$|^Frågan är redan besvarad$/u)));
  const told = await Promise.all(two.map((one) => one.onPage()));
  const late = told.filter((text) => text.includes('Frågan är redan besvarad'));
  expect(late).toHaveLength(1);
  expect(late[0]).toContain('Första Svararen');
  expect(late[0]).toContain('Andra Svararen');
  expect(late[0]).toContain(LONG);
  await expectStoredOnce(id);
});

describe('a link that is forwarded to a deputy', () => {
  it('takes their answer, and tells the mailbox that it was sent to who answered', async () => {
    const { id, link } = await screening();
    const [office, deputy] = [await atBrowser(), await atBrowser()];
    await office.page.goto(link);
    await open(deputy, link, 'Ställföreträdare Svensson');
    await send(deputy);
    await deputy.heading('Tack, svaret är sparat');
    await office.page.reload();
    expect(await office.onPage()).toContain('Ställföreträdare Svensson');
    expect(await office.page.getByRole('button', { name: 'Skicka svaret' }).count()).toBe(0);
    await expectStoredOnce(id);
  });
});

it('a link that is opened after the answer shows the receipt, as often as it is opened', async () => {
  const { link } = await screening();
  const taken = await post(link, { ...ANSWERS.screening, screeningReason: LONG });
  expect(taken.status).toBe(303);
  const one = await atBrowser();
  for (const _ of [1, 2]) {
    await one.page.goto(link);
    expect(await one.onPage()).toContain(LONG);
    expect(await one.page.locator('form textarea').count()).toBe(0);
  }
});

describe('ROUTINE.md section 0 no. 12: a mailbox that is changed while its question is open', () => {
  const movedWhileOpen = async () => {
    const council = await aCouncil();
    const { id, caseNumber } = await submit(2);
    const screened = { councils: [council.id], leadCouncil: council.id };
    await answerStep(caseNumber, 'screening', MAILBOX.office, screened);
    await waitsAt(id, 'position');
    const old = await linkFor(caseNumber, 'position', council.mailbox);
    const mailbox = `ny-${randomUUID()}@example.se`;
    const one = await atBrowser();
    await one.page.goto(old);
    await fill(one.page, { ...ANSWERS.position, positionReason: LONG });
    await changeBody({ ...council, mailbox });
    return { id, caseNumber, council, mailbox, old, one };
  };

  it('says so to who sends the old form, keeps the text, and mails the new link to the new mailbox only', async () => {
    const { id, caseNumber, council, mailbox, one } = await movedWhileOpen();
    await sendIn(one.page, 'position');
    await one.heading('Länken har ersatts');
    expect(await one.onPage()).toContain(LONG);
    const link = await linkFor(caseNumber, 'position', mailbox);
    await one.press('Skicka en ny länk till brevlådan');
    await one.heading('En ny länk är på väg');
    expect(await one.onPage()).toContain(LONG);
    expect(await linkFor(caseNumber, 'position', mailbox, 2)).toBe(link);
    const { questions } = await factsOf(id);
    expect(questions.find(({ body }) => body === council.id)?.status).toBe('open');
  });

  it('the old link explains, and the new one takes the answer', async () => {
    const { id, caseNumber, mailbox, old, one } = await movedWhileOpen();
    await one.page.goto(old);
    await one.heading('Länken har ersatts');
    await one.page.goto(await linkFor(caseNumber, 'position', mailbox));
    await fill(one.page, { ...ANSWERS.position, positionReason: LONG });
    await sendIn(one.page, 'position');
    await one.press('Skicka svaret');
    await one.heading('Tack, svaret är sparat');
    await waitsAt(id, 'decision');
  });
});
