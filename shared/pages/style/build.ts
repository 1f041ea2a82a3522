import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { compile } from 'sass';

const here = import.meta.dirname;
const pages = join(here, '..');
const root = join(pages, '../..');
const generated = join(pages, 'style.generated.ts');

/** What govuk-frontend repeats in every component and one rule says as well, or writes for browsers that are gone. */
const WASTE: readonly [RegExp, string][] = [
  [/(?:font-family:inherit|-webkit-font-smoothing:antialiased|-moz-osx-font-smoothing:grayscale);?/gu, ''],
  [/(var\(--govuk-[\w-]+), [^()]*\)/gu, '$1)'],
  [/--govuk-([\w-]+)-colour/gu, '--$1'],
];
const GONE = /^@media screen\\|^@supports not \((?:text-wrap|caret-color)/u;

/**
 * Compiles the style of the pages to `style.generated.ts`: what `theme.scss` takes from govuk-frontend, less the
 * rules for classes that no page writes. Does nothing when neither style nor pages have changed.
 */
export function buildStyle(): void {
  const markup = read('*.tsx');
  const made = digest(markup + read('style/*') + manifest('govuk-frontend') + manifest('sass'));
  const mark = `// Made by style/build.ts from ${made}\n`;
  if (current()?.startsWith(mark)) return;
  const { css } = compile(join(here, 'theme.scss'), {
    style: 'compressed',
    charset: false,
    loadPaths: [join(root, 'node_modules/govuk-frontend/dist')],
    quietDeps: true,
  });
  const written = new Set(markup.match(/govuk-[\w-]+/gu));
  const rules = rulesOf(WASTE.reduce((less, [pattern, by]) => less.replaceAll(pattern, by), css));
  const used = rules.map((rule) => trimmed(rule, written)).join('');
  const style = transformSync(used, { loader: 'css', minify: true }).code.trim();
  writeFileSync(
    generated,
    `${mark}export const STYLE = ${JSON.stringify(style)};\nexport const STYLE_HASH = '${digest(style)}';\n`,
  );
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64');

const read = (pattern: string): string =>
  globSync(pattern, { cwd: pages })
    .sort()
    .map((file) => readFileSync(join(pages, file), 'utf8'))
    .join('\n');

const manifest = (name: string): string =>
  readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');

const current = (): string | undefined => {
  try {
    return readFileSync(generated, 'utf8');
  } catch {
    return undefined;
  }
};

/** Cuts compressed CSS into its outermost rules. */
const rulesOf = (css: string): readonly string[] => {
  const rules: string[] = [];
  let [start, depth] = [0, 0];
  for (const { 0: sign, index } of css.matchAll(/[{};]/gu)) {
    depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    if (depth === 0) {
      rules.push(css.slice(start, index + 1));
      start = index + 1;
    }
  }
  return rules;
};

/** A rule without selectors for classes that are not `written`; empty when nothing is left of it. */
const trimmed = (rule: string, written: ReadonlySet<string>): string => {
  const brace = rule.indexOf('{');
  if (brace === -1) return rule;
  const [head, body] = [rule.slice(0, brace), rule.slice(brace + 1, -1)];
  if (GONE.test(head)) return '';
  if (/^@(media|supports)/u.test(head)) {
    const inner = rulesOf(body)
      .map((it) => trimmed(it, written))
      .join('');
    return inner && `${head}{${inner}}`;
  }
  const selectors = head.split(/,(?![^(]*\))/u).filter((selector) => {
    const classes = selector.replaceAll(/:not\([^)]*\)/gu, '').match(/(?<=\.)govuk-[\w-]+/gu) ?? [];
    return classes.every((name) => written.has(name));
  });
  return selectors.length === 0 || body === '' ? '' : `${selectors.join(',')}{${body}}`;
};
