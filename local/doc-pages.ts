import { formsPage } from './forms-page.ts';
import { importPage } from './import-page.ts';
import { routinePage } from './routine-page.ts';

/** The generated pages of the documentation, by path. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'docs/forms.md': formsPage,
  'docs/import.md': importPage,
  'docs/routine.md': routinePage,
};
