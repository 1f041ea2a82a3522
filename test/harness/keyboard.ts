import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Fields } from '../../local/people.ts';

/** Somebody who uses a page by keyboard alone, and always sees where they are. */

export interface Focused {
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

/** Goes on to what comes next, and expects to see that it has the focus. */
export const tab = async (page: Page): Promise<Focused> => {
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

export const tabTo = async (page: Page, isWanted: (focused: Focused) => boolean): Promise<Focused> => {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const focused = await tab(page);
    if (isWanted(focused)) return focused;
  }
  throw new Error('Tab does not lead there');
};

export const isButton =
  (...names: readonly string[]) =>
  ({ tag, text }: Focused): boolean =>
    tag === 'BUTTON' && names.includes(text);

/** From the top of the page to one of these buttons, answering what is met on the way. */
export const fillInByKeyboard = async (
  page: Page,
  fields: Fields,
  buttons: readonly string[],
): Promise<void> => {
  const isEnd = isButton(...buttons);
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const focused = await tab(page);
    if (isEnd(focused)) return;
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
