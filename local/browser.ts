import { type Browser, chromium } from 'playwright-core';
import { ensureChromium } from './chromium.ts';

/** A browser without a window, that talks to nothing but the pages it is shown. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
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
