import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Problem } from './problem.ts';

/** The path of a Chromium for the browser tests, installed first if there is none and that is possible. */
export const ensureChromium = (): string => {
  const found = findChromium() ?? (installChromium() ? findChromium() : undefined);
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

const installChromium = (): boolean => {
  const isRoot = process.getuid?.() === 0;
  const apt = isRoot ? ['apt-get'] : ['sudo', '--non-interactive', 'apt-get'];
  if (spawnSync(apt[0] as string, [...apt.slice(1), '--version']).status !== 0) return false;
  console.error('Installing Chromium for the browser tests …');
  const run = (...args: string[]) =>
    spawnSync(apt[0] as string, [...apt.slice(1), ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return run('update') && run('install', '--yes', '--no-install-recommends', 'chromium');
};
