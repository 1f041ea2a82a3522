import { type Browser, chromium as playwrightChromium } from 'playwright-core';
import { ensureChromium } from '../../local/chromium.ts';

/** A browser without a window, that talks to nothing but the pages under test. */
export const chromium = (): Promise<Browser> =>
  playwrightChromium.launch({
    executablePath: ensureChromium(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
