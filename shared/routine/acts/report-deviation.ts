import { type Condition, form, section } from '../form.ts';
import { act } from '../question.ts';

const changesFrame: Condition = { field: 'affectsFrame', is: [true] };

const TEXT = { kind: 'text', size: 'medium', need: 'must' } as const;

const what = form({
  deviationType: {
    kind: 'choice',
    label: { sv: 'Vad gäller avvikelsen?', en: 'What does the deviation concern?' },
    need: 'must',
    rules: ['P-12'],
    options: {
      deliverable: { sv: 'Leverans', en: 'Deliverable' },
      organisation: { sv: 'Organisation', en: 'Organisation' },
      schedule: { sv: 'Tidplan', en: 'Schedule' },
      cost: { sv: 'Kostnad', en: 'Cost' },
      other: { sv: 'Annat', en: 'Other' },
    },
  },
  what: { ...TEXT, label: { sv: 'Vad har hänt?', en: 'What has happened?' }, rules: ['P-15'] },
  discoveredOn: {
    kind: 'date',
    notAfterToday: true,
    label: { sv: 'När upptäcktes det?', en: 'When was it discovered?' },
    need: 'must',
    rules: ['P-16'],
  },
  cause: { ...TEXT, label: { sv: 'Orsak', en: 'Cause' }, rules: ['P-15'] },
  consequence: {
    ...TEXT,
    label: { sv: 'Följder för kvalitet, tid och kostnad', en: 'Consequences for quality, time and cost' },
    rules: ['P-15'],
  },
});

const proposed = form({
  proposal: { ...TEXT, label: { sv: 'Förslag', en: 'Proposal' }, rules: ['P-15'] },
  givesWayIn: {
    kind: 'choice',
    label: { sv: 'Var ger förslaget vika?', en: 'Where does the proposal give way?' },
    need: 'must',
    rules: ['P-17'],
    options: {
      nothing: { sv: 'Ingenstans', en: 'Nowhere' },
      quality: { sv: 'Kvalitet', en: 'Quality' },
      schedule: { sv: 'Tidplan', en: 'Schedule' },
      budget: { sv: 'Ekonomisk ram', en: 'Budget' },
    },
  },
  givesWayReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför just där?', en: 'Why just there?' },
    help: {
      sv: 'Måste fyllas i om förslaget ger vika i det som väger tyngst i projektuppdraget, oftast kvalitet.',
      en: 'Must be filled in if the proposal gives way in what weighs most in the project assignment, usually quality.',
    },
    need: 'may',
    askedWhen: { field: 'givesWayIn', is: ['quality', 'schedule', 'budget'] },
    rules: ['P-17'],
  },
  affectsFrame: {
    kind: 'yesNo',
    label: {
      sv: 'Ändrar förslaget mål, tid eller ekonomisk ram?',
      en: 'Does the proposal change the goal, the time or the budget?',
    },
    need: 'must',
    rules: ['P-13'],
  },
  newGoal: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Nytt mål', en: 'New goal' },
    help: { sv: 'Fyll bara i det som ändras.', en: 'Fill in only what changes.' },
    need: 'may',
    askedWhen: changesFrame,
    rules: ['P-03'],
  },
  newTimeTo: {
    kind: 'month',
    label: { sv: 'Ny sista månad', en: 'New last month' },
    need: 'may',
    askedWhen: changesFrame,
    rules: ['P-03'],
  },
  newBudgetSek: {
    kind: 'number',
    unit: 'sek',
    integer: true,
    min: 0,
    max: 1_000_000_000,
    label: { sv: 'Ny ekonomisk ram, kr exkl. moms', en: 'New budget frame, SEK excluding VAT' },
    need: 'may',
    askedWhen: changesFrame,
    rules: ['P-03'],
  },
});

/**
 * One form for all deviations, reported when they arise (P-12 to P-17). The steering group is told of it by the question
 * that it is asked.
 */
export const reportDeviation = act({
  id: 'reportDeviation',
  why: 'what',
  title: { sv: 'Avvikelse i projektet', en: 'Deviation in the project' },
  asks: { sv: 'Rapportera en avvikelse', en: 'Report a deviation' },
  lead: {
    sv: 'Rapportera avvikelser när de uppstår. Ändras projektets mål, tid eller ekonomiska ram måste projektägaren godkänna det, och styrgruppen om det finns en.',
    en: 'Report deviations when they arise. If the goal, the time or the budget of the project changes, the project owner must approve it, and the steering group if there is one.',
  },
  next: {
    sv: 'Projektägaren, och styrgruppen om det finns en, får ett mejl för att ta ställning till förslaget. Ni får veta hur det blev.',
    en: 'The project owner, and the steering group if there is one, are sent a mail to take a position on the proposal. You are told of the outcome.',
  },
  by: ['projectManager', 'sobOffice'],
  during: ['production'],
  rules: ['P-12', 'P-13', 'P-14', 'P-15', 'P-16', 'P-17'],
  form: form({ ...what, ...proposed }),
  sections: [
    section('what', 'Vad har hänt?', 'What has happened?', what),
    section('proposed', 'Vad föreslår ni?', 'What do you propose?', proposed),
  ],
  tells: [{ id: 'deviationReported', to: ['sobOffice'] }],
});
