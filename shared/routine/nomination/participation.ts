import { form } from '../form.ts';
import { support } from './conditions.ts';

/** J. Patient participation and evaluation. */
export const participation = form({
  patientInvolvement: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Hur medverkar patienter och brukare?', en: 'How do patients and users take part?' },
    help: {
      sv: 'Från början, inte bara i test. Skriv ”inte planerat än” om det är så.',
      en: 'From the beginning, not only in tests. Write “not planned yet” if that is so.',
    },
    need: 'should',
    mayBeUnknown: true,
    rules: ['R-07'],
  },
  patientOrganisations: {
    kind: 'texts',
    max: 10,
    label: { sv: 'Patientföreningar', en: 'Patient organisations' },
    help: { sv: 'De som medverkar. En per rad.', en: 'Those that take part. One per line.' },
    need: 'may',
  },
  evaluationPlan: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Hur ska programmet utvärderas?', en: 'How is the programme to be evaluated?' },
    help: { sv: 'Mått, tidpunkt, ansvarig.', en: 'Measures, time, who is responsible.' },
    need: 'should',
    mayBeUnknown: true,
    rules: ['R-08'],
  },
  followUpExperience: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Uppföljning av patientens upplevelse', en: "Follow-up of the patient's experience" },
    help: {
      sv: 'Krävs för stödprogram även när evidens inte krävs.',
      en: 'Required for support programmes even when evidence is not.',
    },
    need: 'should',
    needWhen: support,
    mayBeUnknown: true,
    rules: ['R-b10'],
  },
  followUpMedical: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Uppföljning av det medicinska resultatet', en: 'Follow-up of the medical result' },
    help: {
      sv: 'Vad mäts, och när?',
      en: 'What is measured, and when?',
    },
    need: 'should',
    needWhen: support,
    mayBeUnknown: true,
    rules: ['R-b10'],
  },
});
