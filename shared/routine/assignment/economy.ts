import { form } from '../form.ts';
import { costs } from '../nomination/costs.ts';
import { projectStarted } from './conditions.ts';

/** The nomination's costs; by now they are known. */
const { mayBeUnknown: _, ...costLines } = costs.costLines;

/** Cost estimate and financing (R-f5, P-29 to P-31). */
export const economy = form({
  costLines: {
    ...costLines,
    label: { sv: 'Kostnadskalkyl', en: 'Cost estimate' },
    help: {
      sv: 'Kostnaderna i nomineringen är ifyllda. Rätta dem och lägg till det som saknas.',
      en: 'The costs of the nomination are filled in. Correct them and add what is missing.',
    },
    need: 'must',
    askedWhen: projectStarted,
    rules: ['R-f5', 'R-06', 'P-29', 'P-31'],
  },
  financing: {
    kind: 'list',
    min: 1,
    max: 20,
    label: { sv: 'Finansiering', en: 'Financing' },
    help: { sv: 'En rad per finansiär.', en: 'One line per source.' },
    need: 'must',
    askedWhen: projectStarted,
    rules: ['R-f5', 'P-30'],
    item: form({
      source: { kind: 'text', size: 'short', label: { sv: 'Källa', en: 'Source' }, need: 'must' },
      amountSek: {
        kind: 'number',
        unit: 'sek',
        integer: true,
        min: 0,
        max: 1_000_000_000,
        label: { sv: 'Finansierat belopp, kr', en: 'Financed amount, SEK' },
        need: 'should',
      },
      status: {
        kind: 'choice',
        label: { sv: 'Är medlen klara?', en: 'Are the funds secured?' },
        need: 'must',
        options: {
          secured: { sv: 'Klara', en: 'Secured' },
          applied: { sv: 'Sökta', en: 'Applied for' },
          unclear: { sv: 'Oklart', en: 'Unclear' },
        },
      },
    }),
  },
});
