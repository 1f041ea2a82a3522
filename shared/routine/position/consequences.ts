import { form } from '../form.ts';
import { referred, undescribed } from './conditions.ts';
import { managedIntroductionCriteria } from './managed-introduction.ts';

/** What the nomination leads to, which decides whether PPR is asked (R-c3 to R-c5). */
export const consequences = form({
  organisationalConsequences: {
    kind: 'group',
    label: {
      sv: 'Betydande organisatoriska konsekvenser',
      en: 'Significant organisational consequences',
    },
    need: 'must',
    rules: ['R-c3'],
    fields: {
      value: {
        kind: 'yesNo',
        label: {
          sv: 'Har nomineringen betydande organisatoriska konsekvenser?',
          en: 'Does the nomination have significant organisational consequences?',
        },
        need: 'must',
      },
      text: {
        kind: 'text',
        size: 'medium',
        label: {
          sv: 'Beskriv de organisatoriska konsekvenserna',
          en: 'Describe the organisational consequences',
        },
        need: 'must',
        askedWhen: { field: 'value', is: [true] },
        mayBeInMinutes: true,
      },
    },
  },
  economicConsequences: {
    kind: 'group',
    label: { sv: 'Betydande ekonomiska konsekvenser', en: 'Significant economic consequences' },
    need: 'must',
    rules: ['R-c3'],
    fields: {
      value: {
        kind: 'yesNo',
        label: {
          sv: 'Har nomineringen betydande ekonomiska konsekvenser?',
          en: 'Does the nomination have significant economic consequences?',
        },
        need: 'must',
      },
      text: {
        kind: 'text',
        size: 'medium',
        label: { sv: 'Beskriv de ekonomiska konsekvenserna', en: 'Describe the economic consequences' },
        need: 'must',
        askedWhen: { field: 'value', is: [true] },
        mayBeInMinutes: true,
      },
      sekPerYear: {
        kind: 'number',
        unit: 'sek',
        integer: true,
        min: 0,
        max: 1_000_000_000,
        label: { sv: 'Kronor per år', en: 'SEK per year' },
        need: 'should',
        askedWhen: { field: 'value', is: [true] },
      },
    },
  },
  manageableWithinUnits: {
    kind: 'yesNo',
    label: {
      sv: 'Kan kostnader och konsekvenser hanteras inom de verksamheter som ska använda programmet?',
      en: 'Can costs and consequences be handled within the units that will use the programme?',
    },
    help: {
      sv: 'Om svaret är nej går nomineringen vidare till PPR.',
      en: 'If the answer is no, the nomination goes on to PPR.',
    },
    need: 'must',
    rules: ['R-c4'],
  },
  managedIntroduction: {
    kind: 'group',
    label: { sv: 'Ordnat införande', en: 'Managed introduction' },
    help: managedIntroductionCriteria,
    need: 'must',
    rules: ['R-c5'],
    fields: {
      value: {
        kind: 'choice',
        label: {
          sv: 'Kan nomineringen vara aktuell för ordnat införande?',
          en: 'May the nomination be a case for managed introduction?',
        },
        need: 'must',
        options: {
          no: { sv: 'Nej', en: 'No' },
          maybe: { sv: 'Kanske', en: 'Maybe' },
          yes: { sv: 'Ja', en: 'Yes' },
        },
      },
      text: {
        kind: 'text',
        size: 'medium',
        label: {
          sv: 'Varför kan ordnat införande vara aktuellt?',
          en: 'Why may managed introduction be the way?',
        },
        need: 'must',
        askedWhen: { field: 'value', isNot: ['no'] },
        mayBeInMinutes: true,
      },
    },
  },
  referToPpr: {
    kind: 'tick',
    label: {
      sv: 'Skicka vidare till PPR även om svaren ovan inte kräver det',
      en: 'Refer to PPR even if the answers above do not require it',
    },
    need: 'may',
    rules: ['R-c1', 'R-c3', 'R-c4'],
  },
  manageableText: {
    kind: 'text',
    size: 'medium',
    label: {
      sv: 'Vilka konsekvenser gör att PPR behöver ta ställning?',
      en: 'Which consequences make it necessary that PPR takes a position?',
    },
    help: {
      sv: 'Behövs om ni inte redan har beskrivit konsekvenserna.',
      en: 'Needed if you have not described the consequences already.',
    },
    need: 'must',
    needWhen: undescribed,
    askedWhen: referred,
    mayBeInMinutes: true,
    rules: ['R-c3', 'R-c4', 'G3'],
  },
});
