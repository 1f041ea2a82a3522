import { form } from './form.ts';
import { question } from './question.ts';

/** e) The SoB office's decision (form e). */
export const decision = question({
  step: 'decision',
  phase: 'nomination',
  letter: 'e',
  stateName: 'SoB-förvaltningen: beslut',
  title: { sv: 'Beslut', en: 'Decision' },
  asks: { sv: 'Fatta beslut om nomineringen', en: 'Decide on the nomination' },
  lead: {
    sv: 'Väg samman rådens och PPR:s ställningstaganden, verksamhetens behov och befintliga resurser. Fatta sedan beslut.',
    en: 'Weigh the positions of the councils and PPR, the need of the unit and existing resources. Then decide.',
  },
  answeredBy: 'sobOffice',
  rules: ['R-e1', 'R-e2', 'R-e3'],
  form: form({
    decision: {
      kind: 'choice',
      label: { sv: 'Beslut', en: 'Decision' },
      need: 'must',
      rules: ['R-e1'],
      options: {
        create: { sv: 'Skapa programmet', en: 'Create the programme' },
        purchase: { sv: 'Köp in programmet', en: 'Purchase the programme' },
        useExisting: { sv: 'Använd ett befintligt program', en: 'Use an existing programme' },
        collaborate: { sv: 'Samverka med annan region', en: 'Collaborate with another region' },
        decline: { sv: 'Avslå nomineringen', en: 'Decline the nomination' },
      },
    },
    procurementRoute: {
      kind: 'choice',
      label: { sv: 'Väg för inköpet', en: 'Route of the purchase' },
      need: 'must',
      askedWhen: { field: 'decision', is: ['purchase'] },
      rules: ['R-e1'],
      options: {
        frameworkAgreement: { sv: 'Avrop från ramavtal', en: 'Call-off from a framework agreement' },
        directAward: { sv: 'Direktupphandling', en: 'Direct award' },
        procurement: { sv: 'Upphandling', en: 'Procurement' },
        interRegionAgreement: { sv: 'Avtal mellan regioner', en: 'Agreement between regions' },
      },
    },
    reason: {
      kind: 'text',
      size: 'long',
      min: 10,
      label: { sv: 'Motivering', en: 'Reason' },
      help: {
        sv: 'Väg in tre saker: rådens och PPR:s ställningstaganden, verksamhetens behov och befintliga resurser. Förklara om beslutet avviker från ett ställningstagande.',
        en: 'Weigh three things: the positions of the councils and PPR, the need of the unit, and existing resources. Explain if the decision deviates from a position.',
      },
      need: 'must',
      rules: ['R-e2', 'R-e3'],
    },
  }),
  sections: [],
  outcomes: ['create', 'purchase', 'useExisting', 'collaborate', 'decline'],
  tells: [{ id: 'N-10', to: ['nominator', 'headOfOperations', 'sobContact', 'councils', 'ppr'] }],
});
