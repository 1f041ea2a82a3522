import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formsPage } from '../../local/forms-page.ts';

it('docs/forms.md lists the forms as they are: `npm run docs` makes it anew', () => {
  expect(readFileSync('docs/forms.md', 'utf8')).toBe(formsPage());
});
