import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  filesIn,
  isCommand,
  PAGES_WITH_COMMANDS,
  readPage,
  scriptsIn,
  unknownFences,
} from '../../local/doc-fences.ts';

const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts);
const ALL_PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...globSync('docs/*.md'),
].sort();
const pages = PAGES_WITH_COMMANDS.map((page) => [page, readPage(page)] as const);

/** What no block can run as it stands, and why. */
const NOT_RUN: Readonly<Record<string, string>> = {
  catalogue: 'reads a file that only the region has: docs/catalogue.md',
  cdk: 'needs an AWS account',
  snapshot: 'writes what a release keeps for good, into test/versions',
  'docs:commands': 'is what runs the blocks',
};

describe('the blocks of a page', () => {
  const text = [
    '# A',
    '',
    '```sh',
    'npm run one',
    '```',
    '',
    '- in a list:',
    '',
    '  ```sh account',
    '  aws x',
    '  ```',
    '',
    '```bash',
    'ls',
    '```',
  ];
  const page = readPage('page.md', text.join('\n'));

  it('are found wherever they stand, with their line and what they are', () => {
    expect(page.fences).toEqual([
      { page: 'page.md', line: 3, info: 'sh', text: 'npm run one' },
      { page: 'page.md', line: 9, info: 'sh account', text: 'aws x' },
      { page: 'page.md', line: 13, info: 'bash', text: 'ls' },
    ]);
    expect(unknownFences(page).map(({ line }) => line)).toEqual([13]);
  });
});

it.each(pages)('%s: every block says what it is', (_path, page) => {
  expect(unknownFences(page)).toEqual([]);
});

it.each(pages)('%s: what calls AWS is marked as needing an account, and nothing else is', (_path, page) => {
  const callsAws = (text: string): boolean => /^\s*(?:aws|npm run cdk|git switch) |--stage prod/mu.test(text);
  for (const { info, text } of page.fences.filter(isCommand))
    expect([text, callsAws(text)]).toEqual([text, info === 'sh account']);
});

it.each(ALL_PAGES.map((path) => [path, readPage(path)] as const))(
  '%s: scripts and files that it names are there',
  (path, page) => {
    const named = [...page.codes, ...page.fences.map(({ text }) => text)].flatMap(scriptsIn);
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
    const files = filesIn(page);
    const roots = files.named.filter((file) =>
      /^(?:docs|functions|infra|local|shared|statemachine|test|bench)\//u.test(file),
    );
    expect(roots.filter((file) => !file.includes('.generated.') && !existsSync(file))).toEqual([]);
    const linked = files.linked.map((url) => normalize(join(dirname(path), url)));
    expect(linked.filter((file) => !existsSync(file || '.'))).toEqual([]);
  },
);

it('every script is run by a block, or there is a reason why not', () => {
  const run = pages.flatMap(([, { fences }]) =>
    fences.filter(isCommand).flatMap(({ text }) => scriptsIn(text)),
  );
  expect(scripts.filter((name) => !run.includes(name) && !(name in NOT_RUN)).sort()).toEqual([]);
});
