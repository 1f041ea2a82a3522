import { form } from '../form.ts';

/** D. Need and target group. */
export const need = form({
  needDescription: {
    kind: 'text',
    size: 'long',
    max: 6000,
    label: { sv: 'Vilket behov ska programmet möta?', en: 'What need should the programme meet?' },
    help: {
      sv: 'Beskriv problemet i dag, till exempel väntetid, ojämlik tillgång eller avsaknad av behandling.',
      en: 'Describe the problem today, for example waiting time, unequal access or lack of treatment.',
    },
    need: 'must',
    rules: ['R-a6'],
  },
  targetGroup: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Målgrupp', en: 'Target group' },
    help: {
      sv: 'Vilka ska använda programmet? Ange tillstånd, svårighetsgrad och viktiga avgränsningar.',
      en: 'Who is to use the programme? Give the condition, its severity and important limits.',
    },
    need: 'must',
    rules: ['R-a6'],
  },
  targetAgeGroups: {
    kind: 'choices',
    label: { sv: 'Ålder', en: 'Age' },
    help: { sv: 'Välj alla som gäller.', en: 'Choose all that apply.' },
    need: 'must',
    rules: ['R-a6', 'R-a13'],
    options: {
      '0-12': { sv: '0–12 år', en: '0–12 years' },
      '13-15': { sv: '13–15 år', en: '13–15 years' },
      '16-17': { sv: '16–17 år', en: '16–17 years' },
      '18-64': { sv: '18–64 år', en: '18–64 years' },
      '65+': { sv: '65 år och äldre', en: '65 years and older' },
    },
  },
  targetIncludesRelatives: {
    kind: 'yesNo',
    label: {
      sv: 'Vänder sig programmet även till närstående?',
      en: 'Is the programme also for relatives?',
    },
    need: 'may',
  },
  estimatedPatientsPerYear: {
    kind: 'number',
    integer: true,
    min: 0,
    max: 1_000_000,
    label: { sv: 'Antal patienter per år (uppskattning)', en: 'Number of patients per year (estimate)' },
    help: { sv: 'I den egna verksamheten.', en: 'In your own unit.' },
    need: 'should',
    mayBeUnknown: true,
  },
  estimatedPatientsRegion: {
    kind: 'number',
    integer: true,
    min: 0,
    max: 2_000_000,
    label: { sv: 'Antal patienter per år i hela VGR', en: 'Number of patients per year in all of VGR' },
    help: { sv: 'En grov uppskattning räcker.', en: 'A rough estimate is enough.' },
    need: 'should',
    mayBeUnknown: true,
  },
  purpose: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Syfte och mål', en: 'Purpose and goals' },
    help: { sv: 'Vad ska bli bättre för patienten?', en: 'What should become better for the patient?' },
    need: 'should',
  },
  equalityConsiderations: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Jämlikhet och tillgänglighet', en: 'Equality and accessibility' },
    help: {
      sv: 'Språk, funktionsnedsättning, digital vana – vilka riskerar att inte nås?',
      en: 'Language, disability, digital experience – who might not be reached?',
    },
    need: 'should',
  },
});
