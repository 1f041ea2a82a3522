import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleLetters } from '../../shared/mail/examples.ts';
import { examplePages } from '../../shared/pages/examples.ts';
import { chromium } from '../harness/browser.ts';

const nomination = JSON.parse(readFileSync('test/samples/1-insomni.json', 'utf8'));

const shown = (['sv', 'en'] as const).flatMap((lang) => {
  const letters = Object.entries(exampleLetters(lang));
  return [
    ...Object.entries(examplePages(nomination, lang)).map(([name, html]) => ({
      name,
      lang,
      html,
      mail: false,
    })),
    ...letters.map(([name, { html }]) => ({ name: `mail ${name}`, lang, html, mail: true })),
  ];
});
const screens = [
  { width: 1280, colorScheme: 'light' },
  { width: 320, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

/** What holds for a page and not for a mail, which is read inside another page. */
const FOR_PAGES = ['landmark-one-main', 'region'];

const violations = async (
  page: Page,
  { mail, dark }: { mail: boolean; dark: boolean },
): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (mail) axe.disableRules(FOR_PAGES);
  if (dark) axe.withRules(['color-contrast']);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
};

let browser: Browser;
let pages: readonly Page[];
beforeAll(async () => {
  browser = await chromium();
  pages = await Promise.all(
    screens.map(({ width, colorScheme }) =>
      browser.newPage({ viewport: { width, height: 900 }, colorScheme }),
    ),
  );
});
afterAll(() => browser?.close());

/** What is wrong with a page or mail on each screen, all of them at once: each has a process of its own. */
const faults = async (html: string, mail: boolean): Promise<readonly string[]> => {
  const found = screens.map(async ({ width, colorScheme }, n) => {
    const page = pages[n] as Page;
    await page.setContent(html);
    await page.evaluate("for (const it of document.querySelectorAll('details')) it.open = true");
    const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
    const sideways = wide > width ? [`scrolls sideways, to ${wide}`] : [];
    const all = [...(await violations(page, { mail, dark: colorScheme === 'dark' })), ...sideways];
    return all.map((fault) => `${width} px, ${colorScheme}: ${fault}`);
  });
  return (await Promise.all(found)).flat();
};

it('faults would be found on each screen', async () => {
  const faint = '<h1 style="color:#ccc;background:#fff">Svag</h1>';
  const broad = '<p style="width:2000px">Bred</p>';
  const html = `<html lang="sv"><title>x</title><main>${faint}${broad}</main>`;
  expect(await faults(html, false)).toEqual(
    screens.flatMap(({ width, colorScheme }) => [
      `${width} px, ${colorScheme}: color-contrast: h1`,
      expect.stringContaining(`${width} px, ${colorScheme}: scrolls sideways`),
    ]),
  );
});

it.each(shown)('$name in $lang is accessible and needs no scrolling sideways', async ({ html, mail }) => {
  expect(await faults(html, mail)).toEqual([]);
});
