import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localPath } from './paths.ts';
import { Problem } from './problem.ts';
import { runToEnd } from './processes.ts';

interface Environment {
  /** Its folder under `.local`. */
  readonly folder: string;
  /** The file in this folder that pins what is in it, with digests. */
  readonly requirements: string;
  /** What it is for, as a sentence's object. */
  readonly purpose: string;
}

/** Gives the Python that runs the local AWS engine, in a virtual environment of the project's own. */
export const installEngine = (): Promise<string> =>
  install({ folder: 'venv', requirements: 'requirements.txt', purpose: 'the local AWS' });

/** Gives the Python that runs cfn-lint, apart from the engine's: whoever only starts the system needs none of it. */
export const installCfnLint = (): Promise<string> =>
  install({ folder: 'cfn-lint', requirements: 'cfn-lint.txt', purpose: 'cfn-lint' });

/** Gives the Python that runs Schemathesis, which tries the API from outside. */
export const installSchemathesis = (): Promise<string> =>
  install({ folder: 'schemathesis', requirements: 'schemathesis.txt', purpose: 'Schemathesis' });

const install = async ({ folder, requirements, purpose }: Environment): Promise<string> => {
  const environment = localPath(folder);
  const pinned = join(import.meta.dirname, requirements);
  const interpreter = join(environment, 'bin', 'python');
  const stamp = join(environment, 'requirements.sha256');
  const wanted = createHash('sha256').update(readFileSync(pinned)).digest('hex');
  const isCurrent = existsSync(interpreter) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (!isCurrent) {
    rmSync(environment, { recursive: true, force: true });
    await python(purpose, findPython(purpose), ['-m', 'venv', environment]);
    await python(purpose, interpreter, [
      ...['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input'],
      ...['--require-hashes', '--no-deps', '--requirement', pinned],
    ]);
    writeFileSync(stamp, wanted);
  }
  return interpreter;
};

const python = async (purpose: string, command: string, args: string[]): Promise<void> => {
  const logFile = localPath('python.log');
  const succeeded = await runToEnd({ name: 'Python', command: [command, ...args], logFile });
  if (!succeeded) throw new Problem(`Python could not install ${purpose}: ${logFile} tells why.`);
};

const findPython = (purpose: string): string => {
  const names = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python3.14', 'python'];
  const candidates = process.env.PYTHON ? [process.env.PYTHON] : names;
  const recent = candidates.filter((name) => runs(name, 'import sys; sys.exit(sys.version_info < (3, 10))'));
  const complete = recent.find((name) => runs(name, 'import venv, ensurepip'));
  if (complete) return complete;
  throw new Problem(
    recent.length > 0
      ? `${recent[0]} cannot make virtual environments: install its venv module (on Debian and Ubuntu: apt-get install python3-venv).`
      : `Python 3.10 or later is needed for ${purpose}: install it, or name its command in the variable PYTHON.`,
  );
};

const runs = (command: string, code: string): boolean => spawnSync(command, ['-c', code]).status === 0;
