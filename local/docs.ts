import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES } from './doc-pages.ts';
import { root } from './paths.ts';

for (const [path, text] of Object.entries(PAGES)) {
  writeFileSync(join(root, path), text());
  console.log(`Written: ${path}`);
}
