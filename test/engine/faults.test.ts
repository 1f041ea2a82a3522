import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { localPath, root } from '../../local/paths.ts';
import type { BatchAccount } from '../faults/counts.ts';
import { injectedIn, tableOf } from '../faults/table.ts';

/** A short form of `npm run faults`, on a local AWS of its own: where hours pass in a moment, other tests' cases would come due too. */

const FOLDER = 'faults/short';
const NOMINATIONS = 3;

it('while services, messages, executions and clocks fail: no answer is lost, none counts twice, no case is stuck', async () => {
  const file = localPath(FOLDER, 'batch-1.json');
  rmSync(file, { force: true });
  const given = ['--folder', FOLDER, '--seed', '3', '--nominations', String(NOMINATIONS)];
  const often = ['--one-in', '8', '--calls-apart', '25', '--seconds', '60'];
  const batch = join(root, 'test', 'faults', 'batch.ts');
  await promisify(execFile)(process.execPath, [batch, ...given, ...often], { maxBuffer: 2 ** 24 });
  const account: BatchAccount = JSON.parse(readFileSync(file, 'utf8'));
  expect(account.wrong, tableOf(account)).toEqual([]);
  const { kinds, faults } = injectedIn(account);
  expect(kinds).toBeGreaterThanOrEqual(12);
  expect(faults).toBeGreaterThan(30);
  const { cases, given: answers, stored, driven, byItself, firstMend, secondMend } = account.total;
  expect([cases, byItself + firstMend + secondMend]).toEqual([NOMINATIONS, NOMINATIONS]);
  expect([stored, driven]).toEqual([answers, answers]);
}, 300_000);
