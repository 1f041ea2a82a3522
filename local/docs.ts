import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formsPage } from './forms-page.ts';
import { root } from './paths.ts';

writeFileSync(join(root, 'docs', 'forms.md'), formsPage());
console.log('Written: docs/forms.md');
