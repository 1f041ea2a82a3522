import { form, section } from './form.ts';
import { question } from './question.ts';

const SMALL_GROUPS = {
  sv: 'Grupper under 5 visas inte: lämna tomt om de är 1–4.',
  en: 'Groups under 5 are not shown: leave empty if they are 1–4.',
};

/** How a programme has gone in a period, as numbers of many together and never of one patient (form j). */
export const programmeFigures = form({
  period: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Period', en: 'Period' },
    help: { sv: 'Till exempel september 2026–augusti 2027.', en: 'For example September 2026–August 2027.' },
    need: 'may',
    rules: ['R-j1'],
  },
  patientsStarted: {
    kind: 'number',
    integer: true,
    min: 0,
    max: 1_000_000,
    label: { sv: 'Patienter som har börjat', en: 'Patients who have started' },
    help: SMALL_GROUPS,
    need: 'may',
    rules: ['R-j1'],
  },
  patientsCompleted: {
    kind: 'number',
    integer: true,
    min: 0,
    max: 1_000_000,
    label: { sv: 'Patienter som har fullföljt', en: 'Patients who have completed' },
    help: SMALL_GROUPS,
    need: 'may',
    rules: ['R-j1'],
  },
  experienceResult: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Vad tycker patienterna?', en: 'What do the patients think?' },
    help: { sv: 'Sammanfatta. Skriv inget om enskilda.', en: 'Sum up. Write nothing about individuals.' },
    need: 'may',
    rules: ['R-b10', 'R-j1'],
  },
  medicalResult: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Vad är det medicinska resultatet?', en: 'What is the medical result?' },
    help: { sv: 'Sammanfatta. Skriv inget om enskilda.', en: 'Sum up. Write nothing about individuals.' },
    need: 'may',
    rules: ['R-b10', 'R-j1'],
  },
});

const asked = form({
  ...programmeFigures,
  period: { ...programmeFigures.period, need: 'must' },
  patientsStarted: { ...programmeFigures.patientsStarted, need: 'should' },
  patientsCompleted: { ...programmeFigures.patientsCompleted, need: 'should' },
  experienceResult: { ...programmeFigures.experienceResult, need: 'should' },
  medicalResult: { ...programmeFigures.medicalResult, need: 'should' },
});

/** The year's figures, asked of the programme's owner a month before the council is asked for its follow-up. */
export const figures = question({
  step: 'figures',
  phase: 'review',
  letter: 'j',
  title: { sv: 'Årets siffror', en: 'Figures of the year' },
  asks: { sv: 'Lämna siffror för programmet', en: 'Give figures for the programme' },
  lead: {
    sv: 'Det ansvariga samordningsrådet går snart igenom programmet. Ange hur det har använts och vad det har gett, som summor för alla enheter. Skriv inga uppgifter om enskilda patienter.',
    en: 'The responsible coordination council will soon go through the programme. State how it has been used and what it has given, as sums for all units. Write nothing about individual patients.',
  },
  next: {
    sv: 'Rådet ser siffrorna när det följer upp programmet.',
    en: 'The council sees the figures when it follows up the programme.',
  },
  answeredBy: 'programmeOwner',
  rules: ['R-b10', 'R-j1', 'R-j2'],
  form: asked,
  sections: [section('figures', 'Siffror och resultat', 'Figures and results', asked)],
  outcomes: ['given'],
  tells: [],
});
