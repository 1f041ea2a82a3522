import { form, section } from '../form.ts';
import { act } from '../question.ts';

const report = form({
  month: {
    kind: 'month',
    label: { sv: 'Månad', en: 'Month' },
    need: 'must',
    rules: ['P-28'],
  },
  activities: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Vad har gjorts?', en: 'What has been done?' },
    need: 'must',
    rules: ['P-28'],
  },
  costsToDate: {
    kind: 'number',
    unit: 'sek',
    integer: true,
    min: 0,
    max: 1_000_000_000,
    label: { sv: 'Kostnader hittills, kr exkl. moms', en: 'Costs to date, SEK excluding VAT' },
    need: 'must',
    rules: ['P-28', 'P-29'],
  },
  outlook: {
    kind: 'text',
    size: 'medium',
    label: {
      sv: 'Vad händer nu, och vilka risker finns?',
      en: 'What comes next, and which risks are there?',
    },
    need: 'must',
    rules: ['P-28', 'P-42'],
  },
});

/** The monthly report to the project owner, for those who want one (P-28). */
export const reportMonth = act({
  id: 'reportMonth',
  title: { sv: 'Månadsrapport', en: 'Monthly report' },
  asks: { sv: 'Lämna månadsrapport', en: 'Give the monthly report' },
  lead: {
    sv: 'Tre korta rader om månaden. Behövs bara om projektägaren har bett om det.',
    en: 'Three short lines about the month. Needed only if the project owner has asked for it.',
  },
  next: {
    sv: 'Projektägaren får ett mejl med en länk till rapporten.',
    en: 'The project owner is sent a mail with a link to the report.',
  },
  by: ['projectManager', 'sobOffice'],
  during: ['production'],
  rules: ['P-28'],
  form: report,
  sections: [section('report', 'Månaden', 'The month', report)],
  tells: [{ id: 'monthlyReport', to: ['projectOwner'] }],
});
