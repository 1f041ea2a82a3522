/**
 * The first entry of every npm script: `node local/run.mjs <script.ts> [arguments]`.
 * Runs on any Node from version 20, with nothing installed. It installs what package-lock.json names, if needed, and
 * hands over to the pinned Node 24. It prints to stderr only, so that a script's stdout is its own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');

if (!isInstalled()) install();
handOver(pinnedNode());

/** npm writes node_modules/.package-lock.json when an install has succeeded: it tells what is there. */
function isInstalled() {
  const installed = join(modules, '.package-lock.json');
  if (!existsSync(installed)) return false;
  const there = packagesOf(installed);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) =>
      path === '' || there[path]?.version === version || (optional && !there[path]),
  );
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function install() {
  console.error('Installing the packages that package-lock.json names …');
  // Packages may want a newer Node than the running one: they get it, so npm's warnings about it are of no use.
  const ci = ['ci', '--no-audit', '--no-fund', '--engine-strict=false', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm, ...ci]] : ['npm', ci];
  const started = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) stop('npm could not install the packages: its own message above says why.');
  console.error(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** Found in its package, not in node_modules/.bin: npm 10 leaves out that link. */
function pinnedNode() {
  const pinned = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(pinned)) return pinned;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  return stop(
    `Nominera has no Node 24 of its own for ${process.platform} on ${process.arch}, and this is Node ` +
      `${process.versions.node}: install Node 24 from https://nodejs.org and run the command again.`,
  );
}

function handOver(node) {
  const path = [dirname(node), join(modules, '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(node, process.argv.slice(2), {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
