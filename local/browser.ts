import { type Browser, chromium } from 'playwright-core';
import { ensureChromium } from './chromium.ts';

/** A browser without a window, that talks to nothing but the pages it is shown. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: ensureChromium(),
    // Without a locale it cannot write å, ä and ö in the name of a file that it saves.
    env: { ...process.env, LANG: 'C.UTF-8' },
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
