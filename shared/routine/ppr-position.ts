import { form } from './form.ts';
import { question } from './question.ts';

/** d) PPR's position, only when a council referred the nomination (form d). */
export const pprPosition = question({
  step: 'pprPosition',
  phase: 'nomination',
  letter: 'd',
  stateName: 'PPR: ställningstagande',
  title: { sv: 'PPR:s ställningstagande', en: "PPR's position" },
  asks: {
    sv: 'Ta ställning utifrån resurser och prioritering',
    en: 'Take a position on resources and priority',
  },
  lead: {
    sv: 'Ett samordningsråd har lyft nomineringen till Program- och prioriteringsrådet. Ta ställning utifrån resurser och eventuellt behov av prioritering.',
    en: 'A coordination council has referred the nomination to the Programme and Prioritisation Council. Take a position from the point of view of resources and any need to prioritise.',
  },
  answeredBy: 'ppr',
  rules: ['R-d1', 'R-d2', 'R-d3'],
  form: form({
    pprPosition: {
      kind: 'choice',
      label: { sv: 'PPR:s ställningstagande', en: "PPR's position" },
      need: 'must',
      rules: ['R-d1'],
      options: {
        supported: { sv: 'Tillstyrker', en: 'Supports' },
        supportedWithConditions: { sv: 'Tillstyrker med villkor', en: 'Supports with conditions' },
        notSupported: { sv: 'Tillstyrker inte', en: 'Does not support' },
      },
    },
    pprReason: {
      kind: 'text',
      size: 'long',
      min: 10,
      label: { sv: 'Motivering', en: 'Reason' },
      help: {
        sv: 'Utgå från resurser och behov av prioritering. Ange villkoren om det finns några.',
        en: 'Start from resources and the need to prioritise. State any conditions.',
      },
      need: 'must',
      rules: ['R-d1'],
    },
  }),
  sections: [],
  outcomes: ['supported', 'supportedWithConditions', 'notSupported'],
  tells: [{ id: 'N-9', to: ['councils', 'sobOffice'] }],
});
