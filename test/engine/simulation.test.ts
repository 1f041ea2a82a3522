import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const RUN = join(import.meta.dirname, '../simulation/run.ts');

/** The whole command, on a local AWS of its own. It fails when anything is stuck, lost or broken. */
const live = async (seed: number): Promise<string> => {
  const folder = `simulate-${crypto.randomUUID()}`;
  const given = ['--years', '0.7', '--nominations', '3', '--seed', String(seed), '--folder', folder];
  const { stdout } = await promisify(execFile)(process.execPath, [RUN, ...given], { maxBuffer: 2 ** 24 });
  return stdout;
};

const storyIn = (output: string): string => String(/^The story.*: (\w+)$/mu.exec(output)?.[1]);

it('a simulated life goes well, and by the same seed in the same way', async () => {
  const [one, other] = await Promise.all([live(7), live(7)]);
  expect(storyIn(one)).toMatch(/^\w{16}$/u);
  expect(storyIn(other)).toBe(storyIn(one));
  expect(one).toMatch(/things that people did\s+[1-9]\d+/u);
  expect(one).toMatch(/screening\s+3\b/u);
  const [, mails = ''] = /^Mails by mailbox.*\n((?:.*@.*\n)+)/mu.exec(one) ?? [];
  const most = mails
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(/\s+/u).slice(-2).join(' '));
  expect(new Set(most), mails).toEqual(new Set(['0 0', '1 0', '1 1']));
}, 300_000);
