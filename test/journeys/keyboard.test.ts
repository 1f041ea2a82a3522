import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import type { Fields } from '../../local/people.ts';
import type { Step } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { atBrowsers } from '../harness/at-browser.ts';
import { fillInByKeyboard, isButton, tab, tabTo } from '../harness/keyboard.ts';
import { ANSWERS, linkFor, MAILBOX, submit } from '../harness/people.ts';
import { endsAs } from '../harness/record.ts';

/** Every question is answered by keyboard alone, without JavaScript, and one always sees where one is. */

const { atBrowser } = atBrowsers();
let page: Page;
beforeEach(async () => {
  ({ page } = await atBrowser());
});

const SEND = ['Skicka svaret', 'Kontrollera svaren'];

const answerByKeyboard = async (
  caseNumber: string,
  step: Step,
  mailbox: string,
  changed: Fields = {},
): Promise<void> => {
  await page.goto(await linkFor(caseNumber, step, mailbox));
  await fillInByKeyboard(page, { ...ANSWERS[step], ...changed }, SEND);
  await page.keyboard.press('Enter');
  if (QUESTIONS[step].reviewedBeforeSending) {
    await page.getByRole('heading', { name: 'Kontrollera dina svar' }).waitFor();
    await tabTo(page, isButton(...SEND));
    await page.keyboard.press('Enter');
  }
  await page.getByRole('heading', { name: 'Tack, svaret är sparat' }).waitFor();
};

it('a focus that cannot be seen would be found', async () => {
  await page.setContent('<style>a:focus { outline: none; }</style><a href="#a">A</a><a href="#b">B</a>');
  await tab(page);
  await expect(tab(page)).rejects.toThrow('focus is seen before B');
});

it('every question, from the screening to the decision', async () => {
  const { id, caseNumber } = await submit(2);
  await answerByKeyboard(caseNumber, 'screening', MAILBOX.office);
  await answerByKeyboard(caseNumber, 'position', MAILBOX['council-psykisk-halsa'], {
    manageableWithinUnits: 'false',
  });
  await answerByKeyboard(caseNumber, 'pprPosition', MAILBOX.ppr);
  await answerByKeyboard(caseNumber, 'decision', MAILBOX.office);
  await endsAs(id, 'decided');
});

it('the first Tab skips to the content, and after a mistake it leads to what is wrong', async () => {
  const { caseNumber } = await submit(2);
  await page.goto(await linkFor(caseNumber, 'screening', MAILBOX.office));
  expect((await tab(page)).text).toBe('Hoppa till innehållet');
  await page.keyboard.press('Enter');
  expect((await tab(page)).text).toBe('Till formuläret');
  await page.keyboard.press('Enter');
  await tabTo(page, isButton(...SEND));
  await page.keyboard.press('Enter');
  await page.getByText('Något behöver rättas').waitFor();
  const first = await tab(page);
  expect(first.tag).toBe('A');
  await page.keyboard.press('Enter');
  const field = await page.evaluate('document.activeElement.name');
  expect(Object.keys(QUESTIONS.screening.form)).toContain(field);
  expect(first.text).toContain('Kan programidén utvecklas i SoB?');
});

it('Enter in a text field sends the form in, and does not change its language', async () => {
  const { caseNumber } = await submit(2);
  await page.goto(await linkFor(caseNumber, 'screening', MAILBOX.office));
  await tabTo(page, ({ name }) => name === 'answeredByName');
  await page.keyboard.insertText('Åsa Öst');
  await page.keyboard.press('Enter');
  await page.getByText('Något behöver rättas').waitFor();
  expect(await page.getByLabel('Ditt namn').inputValue()).toBe('Åsa Öst');
});
