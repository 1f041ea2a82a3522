import { spawnSync } from 'node:child_process';

/** Installs packages of Debian or Ubuntu, and tells whether it could: not everybody may, and not every machine has them. */
export const installPackages = (what: string, ...packages: readonly string[]): boolean => {
  const isRoot = process.getuid?.() === 0;
  const [command = '', ...args] = isRoot ? ['apt-get'] : ['sudo', '--non-interactive', 'apt-get'];
  if (spawnSync(command, [...args, '--version']).status !== 0) return false;
  console.error(`Installing ${what} …`);
  const run = (...more: readonly string[]) =>
    spawnSync(command, [...args, ...more], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return run('update') && run('install', '--yes', '--no-install-recommends', ...packages);
};
