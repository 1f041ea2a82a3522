import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
beforeAll(async () => {
  browser = await chromium();
});
afterAll(() => browser?.close());

describe.each(screens)('$width px wide, $colorScheme', ({ width, colorScheme }) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  });
  afterAll(() => page?.close());

  it('a fault would be found', async () => {
    await page.setContent(
      '<html lang="sv"><title>x</title><main><h1 style="color:#ccc;background:#fff">Svag</h1></main>',
    );
    expect(await violations(page, { mail: false, dark: true })).toEqual(['color-contrast: h1']);
  });

  it.each(shown)('$name in $lang is accessible and needs no scrolling sideways', async ({ html, mail }) => {
    await page.setContent(html);
    await page.evaluate("for (const it of document.querySelectorAll('details')) it.open = true");
    expect(await violations(page, { mail, dark: colorScheme === 'dark' })).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});
