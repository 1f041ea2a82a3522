import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { vi } from 'vitest';
import { adminProgram } from '../../local/admin/program.ts';

export interface Came {
  /** 0 where it did what it was asked. */
  readonly code: number;
  /** What it printed, to either stream. */
  readonly text: string;
}

/**
 * Runs the operator's command on the system that this process reaches, as `npm run admin -- …` does. One at a time: what
 * it prints is caught.
 */
const admin = async (...words: readonly string[]): Promise<Came> => {
  const lines: string[] = [];
  const caught = (...all: readonly unknown[]) => void lines.push(all.join(' '));
  const [log, error] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
  for (const stream of [log, error]) stream.mockImplementation(caught);
  const program = adminProgram((it) =>
    it.exitOverride().configureOutput({ writeOut: caught, writeErr: caught }),
  );
  try {
    await program.parseAsync([...words, '--stage', 'local'], { from: 'user' });
    return { code: 0, text: lines.join('\n') };
  } catch (thrown) {
    caught((thrown as Error).message);
    return { code: 1, text: lines.join('\n') };
  } finally {
    for (const stream of [log, error]) stream.mockRestore();
  }
};

/** What was told by a command that did what it was asked. */
export const told = async (...words: readonly string[]): Promise<string> => {
  const { code, text } = await admin(...words);
  if (code !== 0) throw new Error(`${words.join(' ')}: ${text}`);
  return text;
};

/** What was told by a command that was not done. */
export const refused = async (...words: readonly string[]): Promise<string> => {
  const { code, text } = await admin(...words);
  if (code === 0) throw new Error(`${words.join(' ')} was done: ${text}`);
  return text;
};

/** Runs a script of commands as an operator's shell would, in a process of its own; stops at the first that fails. */
export const shell = async (script: string, variables: Readonly<Record<string, string>>): Promise<Came> => {
  const env = { ...process.env, NOMINERA_STAGE: 'local', ...variables };
  try {
    const { stdout, stderr } = await promisify(execFile)('sh', ['-euc', script], { env });
    return { code: 0, text: `${stdout}${stderr}` };
  } catch (error) {
    const {
      code = 1,
      stdout = '',
      stderr = '',
    } = error as { code?: number; stdout?: string; stderr?: string };
    return { code, text: `${stdout}${stderr}` };
  }
};
