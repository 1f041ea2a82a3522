import { form } from '../form.ts';
import { newProgramme, notRejected, support, treatment } from './conditions.ts';

/** Research for a new programme (R-b9), and how the programme is followed up (R-b10). */
export const plans = form({
  researchPlan: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Plan för medel och forskning', en: 'Plan for funds and research' },
    help: {
      sv: 'Hur söks medel, och hur planeras forskningen?',
      en: 'How are funds sought, and how is the research planned?',
    },
    need: 'must',
    needWhen: treatment,
    otherwise: 'should',
    askedWhen: newProgramme,
    mayBeInMinutes: true,
    rules: ['R-b9'],
  },
  followUpExperience: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Uppföljning av patientens upplevelse', en: "Follow-up of the patient's experience" },
    help: {
      sv: 'Hur tar ni reda på vad patienten tycker? För behandlingsprogram räcker utvärderingsplanen i nomineringen.',
      en: "How do you find out what the patient thinks? For treatment programmes the nomination's evaluation plan is enough.",
    },
    need: 'must',
    needWhen: support,
    askedWhen: notRejected,
    mayBeInMinutes: true,
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
    need: 'must',
    needWhen: support,
    askedWhen: notRejected,
    mayBeInMinutes: true,
    rules: ['R-b10'],
  },
});
