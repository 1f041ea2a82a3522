import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { exampleLetters } from '../shared/mail/examples.ts';
import type * as examples from '../shared/pages/examples.ts';
import type { Language } from '../shared/routine/words.ts';
import { startBrowser } from './browser.ts';
import { localPath, root } from './paths.ts';
import { prepare } from './prepare.ts';
import { Problem, run } from './problem.ts';
import { movingProgress, plainProgress } from './progress.ts';

/**
 * Pictures of every page, state and mail, wide and narrow, in `.local/screens`; with `--docs` instead the few that
 * the documentation shows, in `docs/images`.
 */

const progress = process.stdout.isTTY ? movingProgress : plainProgress;

const LANGUAGES: readonly Language[] = ['sv', 'en'];
const WIDTHS = { wide: 1280, narrow: 320 };

interface DocsPicture {
  readonly of: string;
  readonly width?: number;
  readonly height: number;
  /** The selector of what stands on top. */
  readonly from?: string;
}

const DOCS: Readonly<Record<string, DocsPicture>> = {
  draft: { of: 'draft-part-I', height: 900, from: '#sums' },
  question: { of: 'position-filled', height: 900 },
  review: { of: 'position-review', height: 900 },
  meeting: { of: 'agenda', height: 900 },
  desk: { of: 'desk-cases', width: 1200, height: 760 },
  case: { of: 'desk-case-officer', height: 900 },
  mail: { of: 'mail-position', height: 640 },
};
const DOCS_WIDTH = 900;
const DOCS_BYTES = 150 * 1024;

/** What people put on paper: their receipts, the case, the agenda of their meeting and what is read there. */
const PRINTED = /-receipt$|^case-|^agenda/u;

type Shown = Readonly<Record<string, string>>;

const main = async (): Promise<void> => {
  await progress.step('Generate the style sheet', prepare);
  const shown = await progress.step('Write the example pages and mails', everything);
  const browser = await startBrowser();
  try {
    await (process.argv.includes('--docs') ? forDocs(browser, shown.sv) : all(browser, shown));
  } finally {
    await browser.close();
  }
};

/** Pages are .tsx, which Node does not read: they are bundled first. */
async function everything(): Promise<Readonly<Record<Language, Shown>>> {
  const outfile = localPath('screens-examples.mjs');
  await build({
    entryPoints: [join(root, 'shared/pages/examples.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  });
  const { examplePages }: typeof examples = await import(outfile);
  const nomination = JSON.parse(readFileSync(join(root, 'test/samples/1-insomni.json'), 'utf8'));
  const of = (lang: Language): Shown => ({ ...examplePages(nomination, lang), ...mails(lang) });
  return { sv: of('sv'), en: of('en') };
}

const mails = (lang: Language): Shown =>
  Object.fromEntries(Object.entries(exampleLetters(lang)).map(([name, { html }]) => [`mail-${name}`, html]));

async function all(browser: Browser, shown: Readonly<Record<Language, Shown>>): Promise<void> {
  const folder = localPath('screens', '.');
  rmSync(folder, { recursive: true, force: true });
  for (const lang of LANGUAGES) {
    const pages = Object.entries(shown[lang]);
    for (const [size, width] of Object.entries(WIDTHS)) {
      await progress.step(`${pages.length} pages and mails in ${lang}, ${size}`, () =>
        withPage(browser, { viewport: { width, height: 900 } }, async (page) => {
          for (const [name, html] of pages) {
            await page.setContent(html);
            await page.screenshot({ path: join(folder, `${lang}-${size}`, `${name}.png`), fullPage: true });
          }
        }),
      );
    }
  }
  const printed = Object.entries(shown.sv).filter(([name]) => PRINTED.test(name));
  await progress.step(`${printed.length} pages as they are printed`, () =>
    withPage(browser, {}, async (page) => {
      mkdirSync(join(folder, 'sv-printed'));
      for (const [name, html] of printed) {
        await page.setContent(html);
        await page.pdf({ path: join(folder, 'sv-printed', `${name}.pdf`), format: 'A4' });
      }
    }),
  );
  console.log(`The pictures are in ${folder}`);
}

async function forDocs(browser: Browser, shown: Shown): Promise<void> {
  for (const [name, { of, height, width = DOCS_WIDTH, from }] of Object.entries(DOCS)) {
    const path = join(root, 'docs/images', `${name}.png`);
    await progress.step(`docs/images/${name}.png`, () =>
      withPage(browser, { viewport: { width, height } }, async (page) => {
        await page.setContent(shown[of] ?? '');
        if (from !== undefined) await page.locator(from).scrollIntoViewIfNeeded();
        await page.screenshot({ path });
      }),
    );
    if (statSync(path).size > DOCS_BYTES) throw new Problem(`${path} is larger than ${DOCS_BYTES} bytes.`);
  }
}

const withPage = async (
  browser: Browser,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>,
): Promise<void> => {
  const context = await browser.newContext({ ...options, javaScriptEnabled: false });
  await work(await context.newPage());
  await context.close();
};

await run(main);
