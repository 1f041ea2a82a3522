import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { chromium } from './browser.ts';
import { eventually } from './eventually.ts';

/** Somebody at a browser of their own, without JavaScript. */
export interface AtBrowser {
  readonly page: Page;
  readonly context: BrowserContext;
  press(name: string | RegExp): Promise<void>;
  /** Waits for the page with this heading. */
  heading(name: string | RegExp): Promise<void>;
  /** What the page says. */
  onPage(): Promise<string>;
  /** Does what sends a request that does not come out of the house. */
  loseConnectionAnd(act: () => Promise<void>): Promise<void>;
  /** Does what sends a request that is taken, and whose answer never comes back. */
  loseAnswerTo(act: () => Promise<void>): Promise<void>;
}

const atBrowser = async (browser: Browser): Promise<AtBrowser> => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'sv-SE' });
  const page = await context.newPage();
  const failing = async (act: () => Promise<void>): Promise<void> => {
    await act().catch(() => undefined);
    await eventually(() => expect(page.url()).toMatch(/^chrome-error:/));
  };
  return {
    page,
    context,
    press: (name) => page.getByRole('button', { name }).first().click(),
    heading: (name) => page.getByRole('heading', { level: 1, name }).waitFor(),
    onPage: () => page.locator('main').innerText(),
    async loseConnectionAnd(act) {
      await context.setOffline(true);
      await failing(act);
      await context.setOffline(false);
    },
    async loseAnswerTo(act) {
      await page.route('**', async (route) => {
        await route.fetch({ maxRedirects: 0 });
        await route.abort('connectionreset');
      });
      await failing(act);
      await page.unroute('**');
    },
  };
};

/** For a file's tests: people at browsers, new to each test. */
export const atBrowsers = (): { atBrowser(): Promise<AtBrowser> } => {
  let browser: Browser;
  let here: AtBrowser[] = [];
  beforeAll(async () => {
    browser = await chromium();
  });
  beforeEach(() => {
    here = [];
  });
  afterEach(() => Promise.all(here.map(({ context }) => context.close())).then(() => undefined));
  afterAll(() => browser?.close());
  return {
    async atBrowser() {
      const one = await atBrowser(browser);
      here.push(one);
      return one;
    },
  };
};
