import type { Page } from 'playwright-core';

/**
 * What mail scanners do to a link before its reader has opened the mail: they ask whether it is there, fetch it, fetch it
 * from many machines at once, open it in a browser that runs scripts, press buttons, and send forms.
 */

/** What a link answered, each time that it was asked for. */
export type Statuses = readonly number[];

const AT_ONCE = 5;

const fetched = async (link: string, method: 'GET' | 'HEAD'): Promise<number> => {
  const response = await fetch(link, { method, redirect: 'manual' });
  await response.arrayBuffer();
  return response.status;
};

/** Scanners that only ask over HTTP. */
export const HTTP_KINDS: Readonly<Record<string, (link: string) => Promise<Statuses>>> = {
  HEAD: async (link) => [await fetched(link, 'HEAD')],
  GET: async (link) => [await fetched(link, 'GET')],
  [`${AT_ONCE} GETs at once`]: (link) =>
    Promise.all(Array.from({ length: AT_ONCE }, () => fetched(link, 'GET'))),
};

/** Scanners that have a browser. */
export const BROWSER_KINDS: Readonly<Record<string, (page: Page, link: string) => Promise<Statuses>>> = {
  'runs scripts': (page, link) => watched(page, () => open(page, link)),
  'presses the first button': (page, link) =>
    watched(page, async () => {
      await open(page, link);
      for (let pressed = 0; pressed < PRESSES && (await press(page)); pressed += 1);
    }),
  'sends each form untouched': (page, link) =>
    watched(page, async () => {
      await open(page, link);
      const forms = await page.locator(FORMS).count();
      for (let nth = 0; nth < forms; nth += 1) {
        if (nth > 0) await open(page, link);
        await going(page, `document.querySelectorAll('${FORMS}')[${nth}].requestSubmit()`);
      }
    }),
};

/** Where a button leads to another page with a button, that is pressed as well. */
const PRESSES = 3;
const FORMS = 'form[method="post"]';
/** The first that looks like one in what the page says: above it is only the way to the other language. */
const BUTTONS = 'main button, main input[type="submit"], main [role="button"], main a.govuk-button';

const open = (page: Page, link: string) => page.goto(link, { waitUntil: 'load' });

const press = async (page: Page): Promise<boolean> => {
  if ((await page.locator(BUTTONS).count()) === 0) return false;
  await going(page, `document.querySelector('${BUTTONS}').click()`);
  return true;
};

/** Does what leads to another page, and waits for that. */
const going = async (page: Page, script: string): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.evaluate(script)]);
};

/** The statuses of the documents that came while something was done. */
const watched = async (page: Page, work: () => Promise<unknown>): Promise<Statuses> => {
  const statuses: number[] = [];
  const note = (response: { status(): number; request(): { isNavigationRequest(): boolean } }): void => {
    if (response.request().isNavigationRequest()) statuses.push(response.status());
  };
  page.on('response', note);
  await work();
  page.off('response', note);
  return statuses;
};
