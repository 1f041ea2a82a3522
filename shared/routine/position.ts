import { form } from './form.ts';
import { question } from './question.ts';

/** b–c) A coordination council's assessment and position (forms b and c). */
export const position = question({
  step: 'position',
  phase: 'nomination',
  letter: 'b–c',
  stateName: 'Samordningsråd: inventering och ställningstagande',
  title: { sv: 'Inventering och ställningstagande', en: 'Assessment and position' },
  asks: { sv: 'Ta ställning till nomineringen', en: 'Take a position on the nomination' },
  lead: {
    sv: 'Bedöm behov, befintliga alternativ och kunskapsläge. Ta sedan ställning till nomineringen och om den ska vidare till Program- och prioriteringsrådet (PPR).',
    en: 'Assess the need, existing alternatives and the state of knowledge. Then take a position on the nomination and on whether it should go to the Programme and Prioritisation Council (PPR).',
  },
  answeredBy: 'coordinationCouncil',
  rules: ['R-b1', 'R-b3', 'R-c1', 'R-c2', 'R-c3', 'R-c4', 'R-c6'],
  form: form({
    position: {
      kind: 'choice',
      label: { sv: 'Rådets ställningstagande', en: "The council's position" },
      need: 'must',
      rules: ['R-c1', 'R-c2'],
      options: {
        supportCreate: { sv: 'Tillstyrker att programmet skapas', en: 'Supports creating the programme' },
        supportPurchase: { sv: 'Tillstyrker inköp', en: 'Supports a purchase' },
        useExisting: { sv: 'Använd ett befintligt program', en: 'Use an existing programme' },
        collaborate: { sv: 'Samverka med annan region', en: 'Collaborate with another region' },
        notSupported: { sv: 'Tillstyrker inte', en: 'Does not support' },
      },
    },
    positionReason: {
      kind: 'text',
      size: 'long',
      min: 10,
      label: { sv: 'Motivering', en: 'Reason' },
      help: {
        sv: 'Utgå från behov, befintliga program, evidens och nationella riktlinjer.',
        en: 'Start from need, existing programmes, evidence and national guidelines.',
      },
      need: 'must',
      rules: ['R-b2', 'R-c2'],
    },
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
          label: { sv: 'Beskriv konsekvenserna', en: 'Describe the consequences' },
          need: 'must',
          askedWhen: { field: 'value', is: [true] },
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
          label: { sv: 'Beskriv konsekvenserna', en: 'Describe the consequences' },
          need: 'must',
          askedWhen: { field: 'value', is: [true] },
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
    referToPpr: {
      kind: 'tick',
      label: {
        sv: 'Skicka vidare till PPR även om svaren ovan inte kräver det',
        en: 'Refer to PPR even if the answers above do not require it',
      },
      need: 'may',
      rules: ['R-c1'],
    },
  }),
  sections: [],
  outcomes: ['referToPpr', 'noReferral'],
  tells: [{ id: 'N-7', to: ['sobOffice', 'nominator'] }],
  targetMonths: 1,
});
