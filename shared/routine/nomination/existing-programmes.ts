import { form } from '../form.ts';
import { namedProgramme } from '../programme.ts';

/** F. Programmes that exist already. */
export const existingProgrammes = form({
  knownSimilar: {
    kind: 'choice',
    label: { sv: 'Känner ni till liknande program?', en: 'Do you know of similar programmes?' },
    help: {
      sv: 'Sök gärna i Innehållskatalogen och i SKR:s utlåtanden. SoB-förvaltningen gör också en sökning.',
      en: 'Please search the content catalogue and the statements of SKR. The SoB office also makes a search.',
    },
    need: 'should',
    rules: ['R-a9', 'R-b4'],
    options: {
      yes: { sv: 'Ja', en: 'Yes' },
      noneFound: { sv: 'Nej, vi har sökt men inte hittat något', en: 'No, we have searched and found none' },
      notSearched: { sv: 'Vi har inte sökt', en: 'We have not searched' },
    },
  },
  similarProgrammes: {
    kind: 'list',
    min: 1,
    max: 20,
    label: { sv: 'Vilka, och varför räcker de inte?', en: 'Which ones, and why are they not enough?' },
    help: { sv: 'En rad per program.', en: 'One line per programme.' },
    need: 'should',
    needWhen: { field: 'knownSimilar', is: ['yes'] },
    rules: ['R-a9', 'R-b4'],
    item: {
      ...namedProgramme,
      name: {
        ...namedProgramme.name,
        label: { sv: 'Det liknande programmets namn', en: 'Name of the similar programme' },
      },
      whyNotEnough: {
        kind: 'text',
        size: 'medium',
        label: { sv: 'Varför räcker det inte?', en: 'Why is it not enough?' },
        need: 'should',
      },
    },
  },
});
