import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTool } from '../../local/checks.ts';
import { ensureChromium } from '../../local/chromium.ts';
import { localPath, root } from '../../local/paths.ts';
import { prepare } from '../../local/prepare.ts';
import { Problem, run } from '../../local/problem.ts';
import { type Results, scannerTables } from './table.ts';

const HEAD = `# Mail scanners at our links

Scanners open the links of a mail before its reader does. None may decide anything, or use up a link. This page is written by \`npm run scanners\`, which
plays six kinds of them on the running system and then answers, as a person would, by the links that they have visited. Not counted as a change: a link that is mailed once more to the mailbox on record, at most once
an hour, which is all that a button of ours does by itself.`;

/**
 * `npm run scanners -- --mails 1000 --pages 50`: six kinds of mail scanner at the links of so many mails, and at so many
 * pages of each type, on the real app on the local engine. Writes docs/scanners.md. The tests do the same with few.
 */
await run(async () => {
  const options = {
    mails: { type: 'string', default: '1000' },
    pages: { type: 'string', default: '50' },
  } as const;
  const { mails, pages } = parseArgs({ options }).values;
  prepare();
  const results = localPath('scanners.json');
  rmSync(results, { force: true });
  Object.assign(process.env, {
    ...{ CHROMIUM: ensureChromium(), SCANNED_MAILS: mails, SCANNED_PAGES: pages, SCANNER_RESULTS: results },
  });
  if (!runTool('vitest', 'run', '--project', 'engine', 'test/engine/scanners.test.ts'))
    throw new Problem('A scanner has changed something, or used up a link: the test above says which.');
  const tables = scannerTables(JSON.parse(readFileSync(results, 'utf8')) as Results);
  writeFileSync(join(root, 'docs', 'scanners.md'), `${HEAD}\n\n${tables}\n`);
  console.log(tables);
});
