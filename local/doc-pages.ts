import { apiPage } from './api-page.ts';
import { architecturePage } from './architecture-page.ts';
import { licencesPage } from './dependencies.ts';
import { formsPage } from './forms-page.ts';
import { importPage } from './import-page.ts';
import { routinePage } from './routine-page.ts';

/** The generated pages of the documentation, by path. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'docs/api.md': apiPage,
  'docs/architecture.md': architecturePage,
  'docs/forms.md': formsPage,
  'docs/import.md': importPage,
  'docs/licences.md': licencesPage,
  'docs/routine.md': routinePage,
};
