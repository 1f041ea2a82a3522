import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { readPage } from '../../local/doc-fences.ts';
import { runPage } from '../../local/doc-runner.ts';
import { silent } from '../../local/progress.ts';

const block = (info: string, text: string): string => ['```'.concat(info), text, '```', ''].join('\n');

const run = (...blocks: readonly string[]) =>
  runPage('page.md', ['sh', 'sh up', 'sh in it'], {
    page: readPage('page.md', blocks.join('\n')),
    progress: silent,
  });

it('runs a page’s blocks in order, and says of each what became of it', async () => {
  const outcomes = await run(
    block('sh', 'true'),
    block('sh', 'false\ntrue'),
    block('sh', 'false | true'),
    block('sh account', 'false'),
    block('text', 'false'),
  );
  expect(outcomes.map(({ where, outcome }) => [where, outcome])).toEqual([
    ['page.md:1', 'succeeded'],
    ['page.md:5', 'failed'],
    ['page.md:10', 'failed'],
    ['page.md:14', 'not run'],
  ]);
});

/** Says that it is ready, and goes on until it is interrupted. */
const NAME = `nominera-doc-runner-${process.pid}`;
const SERVER = `exec -a ${NAME} bash -c 'trap "exit 0" INT; echo "Ctrl-C stops it"; while :; do sleep 0.1; done'`;
const isUp = `pgrep -f "^${NAME}" > /dev/null`;

it('starts what goes on, runs what needs it meanwhile, and ends it', async () => {
  const outcomes = await run(block('sh up', SERVER), block('sh in it', isUp));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['succeeded', 'succeeded']);
  expect(spawnSync('bash', ['-c', isUp]).status).not.toBe(0);
});

it('what ends before it is ready has failed', async () => {
  expect((await run(block('sh up', 'echo no'))).map(({ outcome }) => outcome)).toEqual(['failed']);
});

it('the quick commands of README, CONTRIBUTING and the page on deploying succeed', () => {
  const { status, stdout } = spawnSync('node', ['local/doc-commands.ts', '--kind', 'sh'], {
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([0, expect.stringMatching(/[1-9]\d* succeeded, 0 failed/u)]);
}, 120_000);
