import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localPath } from './paths.ts';
import { Problem } from './problem.ts';
import { runToEnd } from './processes.ts';

const requirements = join(import.meta.dirname, 'requirements.txt');

/** Installs the local AWS engine in a virtual environment of the project's own, and gives the Python that runs it. */
export const installEngine = async (): Promise<string> => {
  const environment = localPath('venv');
  const interpreter = join(environment, 'bin', 'python');
  const stamp = join(environment, 'requirements.sha256');
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  const isCurrent = existsSync(interpreter) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (!isCurrent) {
    rmSync(environment, { recursive: true, force: true });
    await python(findPython(), ['-m', 'venv', environment]);
    await python(interpreter, [
      ...['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input'],
      ...['--require-hashes', '--no-deps', '--requirement', requirements],
    ]);
    writeFileSync(stamp, wanted);
  }
  return interpreter;
};

const python = async (command: string, args: string[]): Promise<void> => {
  const logFile = localPath('python.log');
  const succeeded = await runToEnd({ name: 'Python', command: [command, ...args], logFile });
  if (!succeeded) throw new Problem(`Python could not install the local AWS: ${logFile} tells why.`);
};

const findPython = (): string => {
  const names = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python3.14', 'python'];
  const candidates = process.env.PYTHON ? [process.env.PYTHON] : names;
  const recent = candidates.filter((name) => runs(name, 'import sys; sys.exit(sys.version_info < (3, 10))'));
  const complete = recent.find((name) => runs(name, 'import venv, ensurepip'));
  if (complete) return complete;
  throw new Problem(
    recent.length > 0
      ? `${recent[0]} cannot make virtual environments: install its venv module (on Debian and Ubuntu: apt-get install python3-venv).`
      : 'The local AWS needs Python 3.10 or later: install it, or name its command in the variable PYTHON.',
  );
};

const runs = (command: string, code: string): boolean => spawnSync(command, ['-c', code]).status === 0;
