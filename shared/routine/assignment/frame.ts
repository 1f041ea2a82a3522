import { form } from '../form.ts';
import { projectStarted } from './conditions.ts';

const WEIGHT = {
  kind: 'number',
  integer: true,
  min: 0,
  max: 100,
  need: 'must',
  askedWhen: projectStarted,
  rules: ['P-17'],
} as const;

/** Goal and frame of the project (P-01, P-03, P-11, P-29), and which of them weighs most (P-17). */
export const frame = form({
  goal: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Mål', en: 'Goal' },
    help: {
      sv: 'Vad ska finnas när projektet är klart, och för vem?',
      en: 'What is to be there when the project is done, and for whom?',
    },
    need: 'must',
    askedWhen: projectStarted,
    rules: ['P-01', 'P-03'],
  },
  notIncluded: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Ingår inte', en: 'Not included' },
    help: {
      sv: 'Det som någon kan tro ingår men som projektet inte gör.',
      en: 'What somebody may think is included and the project does not do.',
    },
    need: 'must',
    askedWhen: projectStarted,
    rules: ['P-01', 'P-11'],
  },
  timeFrom: {
    kind: 'month',
    label: { sv: 'Börjar, månad', en: 'Begins, month' },
    need: 'should',
    askedWhen: projectStarted,
    rules: ['P-01'],
  },
  timeTo: {
    kind: 'month',
    label: { sv: 'Klart senast, månad', en: 'Done by, month' },
    need: 'must',
    askedWhen: projectStarted,
    rules: ['P-01'],
  },
  budgetSek: {
    kind: 'number',
    unit: 'sek',
    integer: true,
    min: 0,
    max: 1_000_000_000,
    label: { sv: 'Ekonomisk ram, kr exkl. moms', en: 'Budget frame, SEK excluding VAT' },
    need: 'must',
    askedWhen: projectStarted,
    rules: ['P-29'],
  },
  weightQuality: {
    ...WEIGHT,
    label: { sv: 'Vikt för kvalitet, procent', en: 'Weight of quality, per cent' },
    help: {
      sv: 'Vad går före om allt inte ryms? De tre vikterna blir tillsammans 100.',
      en: 'What comes first if not everything fits? The three weights add up to 100.',
    },
  },
  weightSchedule: {
    ...WEIGHT,
    label: { sv: 'Vikt för tidplan, procent', en: 'Weight of the schedule, per cent' },
  },
  weightBudget: {
    ...WEIGHT,
    label: { sv: 'Vikt för ekonomisk ram, procent', en: 'Weight of the budget, per cent' },
  },
});
