import { form } from '../form.ts';
import { createNew } from './conditions.ts';

/** L. Medical device law, ownership and the work ahead. */
export const delivery = form({
  medicalPurpose: {
    kind: 'group',
    label: { sv: 'Har programmet ett medicinskt ändamål?', en: 'Does the programme have a medical purpose?' },
    help: {
      sv: 'Beräknar eller tolkar programmet svar, eller styr det behandlingen? Svaret är ett underlag, inte en klassning.',
      en: 'Does the programme calculate or interpret answers, or does it direct the treatment? The answer is input, not a classification.',
    },
    need: 'should',
    needWhen: createNew,
    fields: {
      value: {
        kind: 'choice',
        label: { sv: 'Medicinskt ändamål', en: 'Medical purpose' },
        need: 'should',
        options: {
          yes: { sv: 'Ja', en: 'Yes' },
          no: { sv: 'Nej', en: 'No' },
          unsure: { sv: 'Vet inte', en: 'Not sure' },
        },
      },
      text: {
        kind: 'text',
        size: 'medium',
        label: { sv: 'Beskriv vad programmet gör', en: 'Describe what the programme does' },
        need: 'may',
      },
    },
  },
  proposedOwner: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Föreslagen ägare/utgivare', en: 'Proposed owner/publisher' },
    help: {
      sv: 'Vem ska förvalta programmet när det är klart?',
      en: 'Who is to manage the programme when it is finished?',
    },
    need: 'should',
    mayBeUnknown: true,
  },
  proposedProjectGroup: {
    kind: 'list',
    max: 15,
    label: { sv: 'Föreslagen arbetsgrupp', en: 'Proposed working group' },
    help: {
      sv: 'Funktioner, inte namn. Någon behöver ansvara för innehåll, design och pedagogik.',
      en: 'Functions, not names. Someone needs to answer for content, design and pedagogy.',
    },
    need: 'should',
    item: {
      function: {
        kind: 'text',
        size: 'short',
        label: { sv: 'Funktion', en: 'Function' },
        help: {
          sv: 'Till exempel psykolog eller SoB-designer.',
          en: 'For example psychologist or SoB designer.',
        },
        need: 'must',
      },
      responsibility: {
        kind: 'choice',
        label: { sv: 'Ansvar', en: 'Responsibility' },
        need: 'should',
        options: {
          content: { sv: 'Innehåll', en: 'Content' },
          design: { sv: 'Design', en: 'Design' },
          pedagogy: { sv: 'Pedagogik', en: 'Pedagogy' },
          other: { sv: 'Annat', en: 'Other' },
        },
      },
    },
  },
  desiredStart: {
    kind: 'month',
    notBeforeToday: true,
    label: { sv: 'Önskad start', en: 'Desired start' },
    help: { sv: 'År och månad, till exempel 2027-01.', en: 'Year and month, for example 2027-01.' },
    need: 'may',
  },
});
