import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Fields } from '../../local/people.ts';
import type { Step } from '../../shared/routine/question.ts';
import { QUESTIONS } from '../../shared/routine/routine.ts';
import { chromium } from '../harness/browser.ts';
import { ANSWERS, linkFor, MAILBOX, submit } from '../harness/people.ts';
import { endsAs } from '../harness/record.ts';

/** Every question is answered by keyboard alone, without JavaScript, and one always sees where one is. */

interface Focused {
  readonly tag: string;
  readonly type: string;
  readonly name: string;
  readonly value: string;
  readonly text: string;
  /** Whether what had the focus before looked different then. */
  readonly wasSeen: boolean;
}

/** More Tabs than any page needs. */
const MOST_TABS = 300;

const tab = async (page: Page): Promise<Focused> => {
  await page.keyboard.press('Tab');
  const focused = await page.evaluate<Focused>(`(() => {
    const styles = (it, part) => {
      const { outline, boxShadow, backgroundColor, color, borderColor } = getComputedStyle(it, part);
      return [outline, boxShadow, backgroundColor, color, borderColor].join();
    };
    const look = (it) => [it, ...(it.labels ?? [])].flatMap((one) => [styles(one), styles(one, '::before')]).join();
    const last = globalThis.lastFocused;
    const at = document.activeElement;
    const wasSeen = !last || last.look !== look(last.at);
    globalThis.lastFocused = { at, look: look(at) };
    const { tagName: tag, type = '', name = '', value = '', textContent: text } = at;
    return { tag, type, name, value, text, wasSeen };
  })()`);
  expect(focused.wasSeen, `focus is seen before ${focused.name || focused.text}`).toBe(true);
  return focused;
};

const tabTo = async (page: Page, isWanted: (focused: Focused) => boolean): Promise<Focused> => {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const focused = await tab(page);
    if (isWanted(focused)) return focused;
  }
  throw new Error('Tab does not lead there');
};

const isButton =
  (...names: readonly string[]) =>
  ({ tag, text }: Focused): boolean =>
    tag === 'BUTTON' && names.includes(text);

const SEND = isButton('Skicka svaret', 'Kontrollera svaren');

/** From the top of the page to its button, answering what is met on the way. */
const fillIn = async (page: Page, fields: Fields): Promise<void> => {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const focused = await tab(page);
    if (SEND(focused)) return;
    const { name, type, value } = focused;
    const wanted = fields[name.replace(/\[\]$/, '')];
    if (wanted === undefined) continue;
    if (type === 'radio') await chooseRadio(page, name, String(wanted));
    else if (type === 'checkbox') [wanted].flat().includes(value) && (await page.keyboard.press('Space'));
    else await page.keyboard.insertText(String(wanted));
  }
  throw new Error('The form has no end');
};

/** The first of a group is chosen with Space, the others with the arrows. */
const chooseRadio = async (page: Page, name: string, wanted: string): Promise<void> => {
  const radios = page.locator(`input[name="${name}"]`);
  const values = await radios.evaluateAll((all) => all.map((it) => (it as HTMLInputElement).value));
  const nth = values.indexOf(wanted);
  if (nth === 0) await page.keyboard.press('Space');
  for (let step = 0; step < nth; step += 1) await page.keyboard.press('ArrowDown');
  expect(await radios.nth(nth).isChecked()).toBe(true);
};

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await chromium();
  page = await browser.newPage({ javaScriptEnabled: false });
});
afterAll(() => browser?.close());

const answerByKeyboard = async (
  caseNumber: string,
  step: Step,
  mailbox: string,
  changed: Fields = {},
): Promise<void> => {
  await page.goto(await linkFor(caseNumber, step, mailbox));
  await fillIn(page, { ...ANSWERS[step], ...changed });
  await page.keyboard.press('Enter');
  if (QUESTIONS[step].reviewedBeforeSending) {
    await page.getByRole('heading', { name: 'Kontrollera dina svar' }).waitFor();
    await tabTo(page, SEND);
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
  await tabTo(page, SEND);
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
