import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PAGES } from '../../local/doc-pages.ts';

it.each(Object.entries(PAGES))('%s is up to date: `npm run docs` makes it anew', (path, text) => {
  expect(readFileSync(path, 'utf8')).toBe(text());
});
