import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleLetters } from '../../shared/mail/examples.ts';
import { examplePages } from '../../shared/pages/examples.ts';
import { chromium } from '../harness/browser.ts';
import { layoutFaults } from '../harness/layout.ts';

/**
 * Every page and mail in every state and both languages, on a desk's screen and on a phone's (which is also the desk's
 * at 400 %), light and dark: by axe-core, and by what of it can be read. Pages also with text of double size.
 */

const nomination = JSON.parse(readFileSync('test/samples/1-insomni.json', 'utf8'));

interface Shown {
  readonly name: string;
  readonly lang: string;
  readonly html: string;
  readonly isMail: boolean;
}

const shown = (['sv', 'en'] as const).flatMap((lang): readonly Shown[] => [
  ...Object.entries(examplePages(nomination, lang)).map(([name, html]) => ({
    name,
    lang,
    html,
    isMail: false,
  })),
  ...Object.entries(exampleLetters(lang)).map(([name, { html }]) => ({
    name: `mail ${name}`,
    lang,
    html,
    isMail: true,
  })),
]);

const WIDTHS = [1280, 320];

/** What the colours of a page can break; all other rules are about what is the same in light and dark. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What holds for a page and not for a mail, which is read inside another page. */
const FOR_PAGES = ['landmark-one-main', 'region'];

const axeFaults = async (
  page: Page,
  isMail: boolean,
  only?: readonly string[],
): Promise<readonly string[]> => {
  const rules = Object.fromEntries([
    ['target-size', { enabled: true }],
    ...(isMail ? FOR_PAGES.map((rule) => [rule, { enabled: false }]) : []),
  ]);
  const options = { resultTypes: ['violations'], ...(only ? { runOnly: only } : { rules }) };
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(${JSON.stringify(options)})`);
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
};

const asSeen = async (
  page: Page,
  width: number,
  colorScheme: 'light' | 'dark',
  look: () => Promise<readonly string[]>,
): Promise<readonly string[]> => {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
  return (await look()).map((fault) => `${width} px, ${colorScheme}: ${fault}`);
};

const faultsOn = async (
  page: Page,
  { html, isMail }: Pick<Shown, 'html' | 'isMail'>,
): Promise<readonly string[]> => {
  await page.setContent(html);
  await page.evaluate("for (const it of document.querySelectorAll('details')) it.open = true");
  const found: string[] = [];
  for (const width of WIDTHS) {
    found.push(
      ...(await asSeen(page, width, 'light', async () => [
        ...(await axeFaults(page, isMail)),
        ...(await layoutFaults(page)),
      ])),
      ...(await asSeen(page, width, 'dark', () => axeFaults(page, isMail, OF_COLOUR))),
    );
  }
  return isMail ? found : [...found, ...(await withLargeText(page))];
};

/** Text of double size, and the screen no larger. Mails are enlarged whole by who reads them: their sizes are in px. */
const withLargeText = async (page: Page): Promise<readonly string[]> => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.evaluate("document.documentElement.style.fontSize = '200%'");
  return (await layoutFaults(page)).map((fault) => `text at 200 %: ${fault}`);
};

let browser: Browser;
beforeAll(async () => {
  browser = await chromium();
});
afterAll(() => browser?.close());

/** Pages that no test uses now. Each has a process of its own, and axe stays in it from one content to the next. */
const idle: Page[] = [];

const newPage = async (): Promise<Page> => {
  const page = await browser.newPage();
  await page.evaluate(axe.source);
  return page;
};

const faults = async (it: Pick<Shown, 'html' | 'isMail'>): Promise<readonly string[]> => {
  const page = idle.pop() ?? (await newPage());
  const found = await faultsOn(page, it);
  idle.push(page);
  return found;
};

it('faults would be found on each screen', async () => {
  const faint = '<h1 style="color:#ccc;background:#fff">Svag</h1>';
  const broad = '<p style="width:2000px">Bred</p>';
  const html = `<html lang="sv"><title>x</title><main>${faint}${broad}</main>`;
  const found = WIDTHS.flatMap((width) => [
    `${width} px, light: color-contrast: h1`,
    `${width} px, light: scrolls sideways, to 2008`,
    `${width} px, dark: color-contrast: h1`,
  ]);
  found.push('text at 200 %: scrolls sideways, to 2008');
  expect(await faults({ html, isMail: false })).toEqual(found);
});

it.for([
  ['a text that is cut off', '<p style="overflow:hidden;height:10px">Avklippt</p>', 'is cut off: “Avklippt”'],
  [
    'a text that does not fit',
    '<p style="overflow:hidden;width:60px;white-space:nowrap">Får inte plats</p>',
    'is cut off: “Får inte plats”',
  ],
  [
    'a text over another',
    '<p style="margin:0">Under</p><p style="margin:-1em 0 0">Över</p>',
    'lies over each other: “Under” and “Över”',
  ],
  [
    'a button too small to hit',
    '<button id="a" style="height:12px">A</button><br><button id="b" style="height:12px">B</button>',
    'target-size: #a, #b',
  ],
] as const)('%s would be found', async ([, html, fault]) => {
  const found = await faults({ html: `<html lang="sv"><title>x</title><main>${html}</main>`, isMail: false });
  expect(found).toContain(`1280 px, light: ${fault}`);
});

describe.concurrent('accessible and readable, at 1280 and 320 px, light and dark, and with large text', () => {
  it.for(shown)('$name in $lang', async (one, { expect }) => {
    expect(await faults(one)).toEqual([]);
  });
});
