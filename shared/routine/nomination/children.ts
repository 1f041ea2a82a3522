import { form } from '../form.ts';
import { children } from './conditions.ts';

/** K. Child safety; asked only when the target group holds children. */
export const childSafety = form({
  childGuidelineConsidered: {
    kind: 'choice',
    label: {
      sv: 'Har ni tagit hänsyn till riktlinjen Barnsäkring av digitala invånartjänster?',
      en: 'Have you considered the guideline on child safety in digital services (Barnsäkring av digitala invånartjänster)?',
    },
    help: { sv: 'Riktlinjen bör beaktas.', en: 'The guideline should be observed.' },
    need: 'should',
    askedWhen: children,
    rules: ['R-a13'],
    options: {
      yes: { sv: 'Ja', en: 'Yes' },
      partly: { sv: 'Delvis', en: 'Partly' },
      notYet: { sv: 'Inte än', en: 'Not yet' },
    },
  },
  childGuidelineNotes: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Hur, eller varför inte?', en: 'How, or why not?' },
    help: {
      sv: 'Skriv vad ni har gått igenom i riktlinjen och vad som återstår.',
      en: 'Say what you have gone through in the guideline and what remains.',
    },
    need: 'should',
    askedWhen: children,
    rules: ['R-a13'],
  },
  childWhoLogsIn: {
    kind: 'choices',
    label: { sv: 'Vem loggar in?', en: 'Who logs in?' },
    help: {
      sv: 'Åldersgränser i 1177 avgör om barnet eller vårdnadshavaren kan logga in.',
      en: 'Age limits in 1177 decide whether the child or the guardian can log in.',
    },
    need: 'should',
    askedWhen: children,
    rules: ['R-a13'],
    options: {
      guardian: { sv: 'Vårdnadshavaren', en: 'The guardian' },
      child: { sv: 'Barnet', en: 'The child' },
      both: { sv: 'Båda', en: 'Both' },
    },
  },
  childRisks: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Risker för barnet', en: 'Risks to the child' },
    help: {
      sv: 'Till exempel om en vårdnadshavare kan läsa det barnet skriver.',
      en: 'For example if a guardian can read what the child writes.',
    },
    need: 'should',
    askedWhen: children,
    rules: ['R-a13'],
  },
  childParticipation: {
    kind: 'text',
    size: 'medium',
    label: {
      sv: 'Hur har barn och unga fått komma till tals?',
      en: 'How have children and young people been heard?',
    },
    need: 'should',
    askedWhen: children,
    rules: ['R-a13'],
  },
});
