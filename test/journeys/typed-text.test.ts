import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Fields } from '../../local/people.ts';
import { keys } from '../../shared/records/keys.ts';
import { type AtBrowser, atBrowsers } from '../harness/at-browser.ts';
import { eventually } from '../harness/eventually.ts';
import { fill, filled, sendIn } from '../harness/forms.ts';
import { ANSWERS, answer, answerStep, linkFor, MAILBOX, post, submit } from '../harness/people.ts';
import { factsOf, wholeTable } from '../harness/record.ts';
import { dynamodb, system } from '../harness/system.ts';

/** Nothing that a person has written is lost, whatever happens on the way: in a browser, without JavaScript. */

const REASON = 'Rad ett: "å & <b>ä</b>".\n\nRad tre – ö 😀.';

/** What is filled in; of the screening also a text that is not asked for after the answer above it. */
const TYPED: Readonly<Record<'screening' | 'position', Fields>> = {
  screening: { ...ANSWERS.screening, buildableReason: 'Skrivet i onödan.', screeningReason: REASON },
  position: { ...ANSWERS.position, positionReason: REASON },
};

interface Asked {
  readonly id: string;
  readonly step: 'screening' | 'position';
  readonly link: string;
}

const screening = async (): Promise<Asked> => {
  const { id, caseNumber } = await submit(2);
  return { id, step: 'screening', link: await linkFor(caseNumber, 'screening', MAILBOX.office) };
};

const position = async (): Promise<Asked> => {
  const { id, caseNumber } = await submit(2);
  await answerStep(caseNumber, 'screening', MAILBOX.office);
  const link = await linkFor(caseNumber, 'position', MAILBOX['council-psykisk-halsa']);
  return { id, step: 'position', link };
};

const { atBrowser } = atBrowsers();
let me: AtBrowser;
let page: Page;
beforeEach(async () => {
  me = await atBrowser();
  page = me.page;
});

/** Opens the form and fills it in; gives what it then holds. */
const write = async ({ link, step }: Asked, changed: Fields = {}): Promise<Fields> => {
  await page.goto(link);
  await fill(page, { ...TYPED[step], ...changed });
  return filled(page);
};

/** Everything typed stands on the page, to be copied. */
const expectToRead = async (typed: Fields): Promise<void> => {
  const text = await me.onPage();
  for (const name of ['buildableReason', 'screeningReason', 'positionReason', 'answeredByName']) {
    if (typed[name] !== undefined) expect(text).toContain(typed[name]);
  }
};

/** Back to a page that came of a form: the browser asks whether to send that form again, and `reload` says yes. */
const backAndSendAgain = async (): Promise<void> => {
  await page.goBack().catch(() => undefined);
  await eventually(() => page.reload());
};

describe('reading through before sending', () => {
  it('takes three pages from mail to receipt, four with a mistake, and nothing is stored before the last', async () => {
    const asked = await position();
    const pages: number[] = [];
    page.on('response', (response) => void (response.status() !== 303 && pages.push(response.status())));
    const before = await wholeTable();
    await write(asked, { answeredByRole: '' });
    await sendIn(page, asked.step);
    await me.heading('Ta ställning till nomineringen');
    await page.getByLabel('Din roll').fill('Ordförande');
    await sendIn(page, asked.step);
    await me.heading('Kontrollera dina svar');
    await expectToRead(TYPED.position);
    expect(await wholeTable()).toEqual(before);
    await me.press('Skicka svaret');
    await me.heading('Tack, svaret är sparat');
    expect(pages).toEqual([200, 422, 200, 200]);
  });

  it('leads back to each answer with all that was typed, in both languages', async () => {
    const asked = await position();
    const typed = await write(asked);
    await sendIn(page, asked.step);
    await me.press(/^Ändra\s+Motivering/);
    expect(new URL(page.url()).hash).toBe('#f-positionReason');
    expect(await filled(page)).toEqual(typed);
    await me.press('English');
    await me.heading('Take a position on the nomination');
    expect(await filled(page)).toEqual(typed);
    await me.press('Check the answers');
    await me.heading('Check your answers');
    await me.press('Svenska');
    await me.heading('Kontrollera dina svar');
    await me.press('Ändra svaren');
    await me.heading('Ta ställning till nomineringen');
    expect(await filled(page)).toEqual(typed);
  });

  it('does not spare the answer from being checked when it is sent', async () => {
    const { link } = await position();
    const response = await post(link, { ...ANSWERS.position, positionReason: '' });
    expect(response.status).toBe(422);
  });
});

describe('all that was typed is there again', () => {
  it('when something has to be corrected', async () => {
    const asked = await screening();
    const typed = await write(asked, { answeredByName: '' });
    await sendIn(page, asked.step);
    await page.getByText('Något behöver rättas').waitFor();
    expect(await filled(page)).toEqual(typed);
  });

  it('when a line is added or removed, and nothing is complained of', async () => {
    const asked = await screening();
    const typed = await write(asked, { answeredByName: '', 'similarProgrammes[0].name': 'Sömnskola' });
    await me.press(/^Lägg till en rad/);
    await page.getByText('Rad 2', { exact: true }).waitFor();
    expect(new URL(page.url()).hash).toBe('#f-similarProgrammes-row-2');
    expect(await filled(page)).toEqual(typed);
    await fill(page, { 'similarProgrammes[1].name': 'Stressa mindre' });
    await me.press(/^Ta bort rad 1/);
    await page.getByText('Rad 2', { exact: true }).waitFor({ state: 'detached' });
    expect(await filled(page)).toEqual({ ...typed, 'similarProgrammes[0].name': 'Stressa mindre' });
    expect(await page.getByText('Något behöver rättas').count()).toBe(0);
  });

  it('when the language is changed before anything is sent', async () => {
    const asked = await screening();
    const typed = await write(asked);
    await me.press('English');
    await me.heading('Screen the nomination');
    expect(await filled(page)).toEqual(typed);
  });

  it('when somebody else answered meanwhile, below the answer that counts', async () => {
    const asked = await screening();
    await write(asked);
    await answer(asked.link, { ...ANSWERS.screening, answeredByName: 'Första Svararen' });
    await sendIn(page, asked.step);
    await me.heading('Frågan är redan besvarad');
    expect(await me.onPage()).toContain('Första Svararen');
    await expectToRead(TYPED.screening);
    await me.press('English');
    await me.heading('The question is already answered');
    await expectToRead(TYPED.screening);
  });

  it('when the link was replaced meanwhile', async () => {
    const asked = await screening();
    await write(asked);
    await change(asked.id, 'linkVersion', 2);
    await sendIn(page, asked.step);
    await me.heading('Länken har ersatts');
    await expectToRead(TYPED.screening);
  });

  it('when it is longer than can be taken', async () => {
    const asked = await screening();
    const typed = await write(asked, { buildableReason: 'å'.repeat(30_000) });
    await sendIn(page, asked.step);
    await page.getByText('Svaret är för långt').first().waitFor();
    expect(await filled(page)).toEqual(typed);
  });

  it('when it is so long that it is not even read, one step back', async () => {
    const asked = await screening();
    const typed = await write(asked, { buildableReason: 'x'.repeat(1_100_000) });
    await sendIn(page, asked.step);
    await me.heading('Svaret är för långt');
    await page.goBack();
    expect(await filled(page)).toEqual(typed);
  });

  it('when something goes wrong with us, and can be sent again from there', async () => {
    const asked = await screening();
    await write(asked);
    const { questions } = await factsOf(asked.id);
    const round = questions.find((it) => it.round.step === asked.step)?.round;
    await change(asked.id, 'round', { ...round, step: 'broken' });
    await sendIn(page, asked.step);
    await me.heading('Något gick fel hos oss');
    await expectToRead(TYPED.screening);
    await me.press('Försök igen');
    await me.heading('Något gick fel hos oss');
    await expectToRead(TYPED.screening);
    await change(asked.id, 'round', round);
    await me.press('Försök igen');
    await me.heading('Tack, svaret är sparat');
  });

  it('when the connection was lost: the browser sends it again', async () => {
    const asked = await position();
    await write(asked);
    await me.loseConnectionAnd(() => sendIn(page, asked.step));
    await eventually(() => page.reload());
    await me.heading('Kontrollera dina svar');
    await expectToRead(TYPED.position);
    await me.loseConnectionAnd(() => me.press('Skicka svaret'));
    await eventually(() => page.reload());
    await me.heading('Tack, svaret är sparat');
  });

  it('when the connection was lost: one step back', async () => {
    const asked = await position();
    const typed = await write(asked);
    await me.loseConnectionAnd(() => sendIn(page, asked.step));
    await eventually(() => page.goBack());
    expect(await filled(page)).toEqual(typed);
  });

  it('when the connection was lost after something had to be corrected, as it was last sent: one step back', async () => {
    const asked = await screening();
    await write(asked, { answeredByName: '', answeredByRole: 'Först' });
    await sendIn(page, asked.step);
    await page.getByLabel('Din roll').fill('Sedan');
    await sendIn(page, asked.step);
    await page.getByText('Något behöver rättas').waitFor();
    const sent = await filled(page);
    expect(sent.answeredByRole).toBe('Sedan');
    await page.getByLabel('Ditt namn').fill('Åsa Öst');
    await me.loseConnectionAnd(() => sendIn(page, asked.step));
    await backAndSendAgain();
    await page.getByText('Något behöver rättas').waitFor();
    expect(await filled(page)).toEqual(sent);
  });
});

describe('the back button', () => {
  it('leads from the page with errors to the form, filled in', async () => {
    const asked = await screening();
    const typed = await write(asked, { answeredByName: '' });
    await sendIn(page, asked.step);
    await page.getByText('Något behöver rättas').waitFor();
    await page.goBack();
    expect(await filled(page)).toEqual(typed);
  });

  it('leads from reading through to the form, filled in', async () => {
    const asked = await position();
    const typed = await write(asked);
    await sendIn(page, asked.step);
    await me.heading('Kontrollera dina svar');
    await page.goBack();
    await me.heading('Ta ställning till nomineringen');
    expect(await filled(page)).toEqual(typed);
  });

  it('leads from reading through to the page with errors, when the browser may send that form again', async () => {
    const asked = await position();
    await write(asked, { answeredByName: '' });
    await sendIn(page, asked.step);
    const typed = await filled(page);
    await page.getByLabel('Ditt namn').fill('Åsa Öst');
    await sendIn(page, asked.step);
    await me.heading('Kontrollera dina svar');
    await backAndSendAgain();
    await page.getByText('Något behöver rättas').waitFor();
    expect(await filled(page)).toEqual(typed);
  });

  it('leads from the receipt to the receipt: the answer counts once', async () => {
    const asked = await screening();
    await write(asked);
    await sendIn(page, asked.step);
    await me.heading('Tack, svaret är sparat');
    await page.goBack();
    await me.heading('Tack, svaret är sparat');
  });

  it('leads from the receipt past the reading through to the receipt', async () => {
    const asked = await position();
    await write(asked);
    await sendIn(page, asked.step);
    await me.press('Skicka svaret');
    await me.heading('Tack, svaret är sparat');
    await backAndSendAgain();
    await me.heading('Tack, svaret är sparat');
  });
});

/** Changes the question of the screening behind everyone's back. */
const change = async (caseId: string, attribute: string, value: unknown): Promise<void> => {
  const { questions } = await factsOf(caseId);
  const asked = questions.find(({ id }) => id.includes('/screening/'));
  await dynamodb.send(
    new UpdateCommand({
      TableName: system().table,
      Key: keys.question(caseId, String(asked?.id)),
      UpdateExpression: 'SET #attribute = :value',
      ExpressionAttributeNames: { '#attribute': attribute },
      ExpressionAttributeValues: { ':value': value },
    }),
  );
};
