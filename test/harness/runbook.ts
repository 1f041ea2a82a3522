import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from '../../local/doc-fences.ts';
import { root } from '../../local/paths.ts';

const RUNBOOK = 'docs/runbook.md';

/** The commands of each page of the runbook that can be run without an account, by its title, in their order. */
export const commandsByPage = (): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(join(root, RUNBOOK), 'utf8')
      .split(/^## /mu)
      .slice(1)
      .map((text): [string, string] => {
        const commands = readPage(RUNBOOK, text).fences.filter(({ info }) => info === 'sh');
        return [String(text.split('\n')[0]), commands.map((fence) => fence.text).join('\n')];
      })
      .filter(([, commands]) => commands !== ''),
  );
