import { form } from './form.ts';
import type { Words } from './words.ts';

/** Parts of forms that say which programme is meant, and what has been said of it elsewhere. */

export const namedProgramme = form({
  name: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Programmets namn', en: 'Name of the programme' },
    need: 'must',
  },
  publisher: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Utgivare', en: 'Publisher' },
    help: {
      sv: 'Den region eller leverantör som står bakom programmet.',
      en: 'The region or supplier behind the programme.',
    },
    need: 'should',
  },
});

/** What it takes to use a programme that exists (R-b5). */
export const accessRoutes = {
  alreadyAvailable: { sv: 'Inget, det går redan att använda', en: 'Nothing, it can be used already' },
  agreement: { sv: 'Avtal', en: 'An agreement' },
  procurement: { sv: 'Upphandling', en: 'A procurement' },
};

/** Whether the national competence group has stated its view of a programme, and where it can be read (R-b7). */
export const statement = (asks: Words) =>
  form({
    value: {
      kind: 'choice',
      label: asks,
      need: 'must',
      options: {
        yes: { sv: 'Ja', en: 'Yes' },
        no: { sv: 'Nej', en: 'No' },
        notSearched: { sv: 'Vi har inte sökt', en: 'We have not searched' },
      },
    },
    link: {
      kind: 'text',
      size: 'short',
      max: 2000,
      format: 'url',
      label: { sv: 'Länk till utlåtandet', en: 'Link to the statement' },
      need: 'may',
      askedWhen: { field: 'value', is: ['yes'] },
    },
  });
