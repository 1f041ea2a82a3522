import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installPackages } from './debian.ts';
import { Problem } from './problem.ts';

/** The path of a Chromium for the browser tests, installed first if there is none and that is possible. */
export const ensureChromium = (): string => {
  const found =
    findChromium() ??
    (installPackages('Chromium for the browser tests', 'chromium') ? findChromium() : undefined);
  if (found) return found;
  throw new Problem(
    'The browser tests need Chromium: install it, or name its program in the variable CHROMIUM.',
  );
};

const findChromium = (): string | undefined => {
  const named = process.env.CHROMIUM;
  const folders = process.env.PATH?.split(delimiter) ?? [];
  const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  const applications = [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  const caches = [join(homedir(), '.cache', 'ms-playwright'), process.env.PLAYWRIGHT_BROWSERS_PATH ?? ''];
  const cached = caches.flatMap((cache) => globSync(join(cache, 'chromium-*', 'chrome-linux*', 'chrome')));
  return (named ? [named] : [...onPath, ...applications, ...cached]).find((path) => existsSync(path));
};
