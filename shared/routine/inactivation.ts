import { form, section } from './form.ts';
import { question } from './question.ts';

const patients = form({
  lastStartOn: {
    kind: 'date',
    label: { sv: 'Sista dag för nya patienter', en: 'Last day for new patients' },
    need: 'must',
    rules: ['R-k1', 'R-k3'],
  },
  ongoingPatients: {
    kind: 'choice',
    label: { sv: 'Patienter som redan har börjat', en: 'Patients who have already started' },
    need: 'must',
    rules: ['R-k3'],
    options: {
      letFinish: { sv: 'Får fullfölja programmet', en: 'May finish the programme' },
      moveToOther: { sv: 'Erbjuds något annat', en: 'Are offered something else' },
      stop: { sv: 'Avbryter programmet', en: 'Stop the programme' },
    },
  },
  ongoingPatientsText: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Hur tas de om hand?', en: 'How are they taken care of?' },
    need: 'must',
    needWhen: { field: 'ongoingPatients', isNot: ['letFinish'] },
    rules: ['R-k3'],
  },
});

const dates = form({
  inactivatedOn: {
    kind: 'date',
    notAfterToday: true,
    label: { sv: 'Inaktiverat den', en: 'Inactivated on' },
    help: {
      sv: 'Den dag då programmet stängdes för nya patienter i SoB.',
      en: 'The day when the programme was closed to new patients in SoB.',
    },
    need: 'must',
    rules: ['R-k1', 'R-k3', 'G8'],
  },
  unpublishOn: {
    kind: 'date',
    label: { sv: 'Avpubliceras den', en: 'To be unpublished on' },
    help: {
      sv: 'Den dag då programmet ska tas bort ur Innehållskatalogen. Ni får en fråga om det då.',
      en: 'The day when the programme is to be removed from the content catalogue. You are asked about it then.',
    },
    need: 'must',
    rules: ['R-k3'],
  },
});

/** k) The office inactivates a programme: no new patients start (form k). */
export const inactivation = question({
  step: 'inactivation',
  phase: 'review',
  letter: 'k',
  stateName: 'SoB-förvaltningen: inaktivering',
  title: { sv: 'Inaktivering', en: 'Inactivation' },
  asks: { sv: 'Inaktivera programmet', en: 'Inactivate the programme' },
  lead: {
    sv: 'Det ansvariga samordningsrådet har kommit fram till att programmet ska inaktiveras. Stäng det för nya patienter i SoB, och ange vad som gäller för dem som redan har börjat.',
    en: 'The responsible coordination council has found that the programme is to be inactivated. Close it to new patients in SoB, and state what holds for those who have already started.',
  },
  next: {
    sv: 'Alla enheter, regioner och vårdgivare som använder programmet får veta det, liksom samordningsråden, programägaren och den som har nominerat. Den dag ni har angett får ni frågan om det är avpublicerat.',
    en: 'All units, regions and providers that use the programme are told, and so are the coordination councils, the programme owner and the nominator. On the day you stated you are asked whether it is unpublished.',
  },
  answeredBy: 'sobOffice',
  rules: ['R-k1', 'R-k2', 'R-k3'],
  form: form({ ...patients, ...dates }),
  sections: [
    section('patients', 'Patienterna', 'The patients', patients),
    section('dates', 'När?', 'When?', dates),
  ],
  outcomes: ['inactivated'],
  tells: [
    {
      id: 'N-12',
      to: ['users', 'councils', 'responsibleCouncil', 'programmeOwner', 'nominator', 'headOfOperations'],
    },
  ],
});
