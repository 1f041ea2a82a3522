import { form, section } from '../form.ts';
import { act } from '../question.ts';

const stopping = form({
  stopReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför stoppas programmet?', en: 'Why is the programme stopped?' },
    help: {
      sv: 'Skriv inga uppgifter om enskilda patienter.',
      en: 'Write nothing about individual patients.',
    },
    need: 'must',
    rules: ['R-k4'],
  },
});

/** For the safety of patients the office stops new starts at once; the council's position follows (R-k4). */
export const urgentStop = act({
  id: 'urgentStop',
  why: 'stopReason',
  title: { sv: 'Akut stopp', en: 'Urgent stop' },
  asks: { sv: 'Stoppa programmet för nya patienter', en: 'Stop the programme for new patients' },
  lead: {
    sv: 'Gör det här om patientsäkerheten kräver det. Inga nya patienter får börja, från och med nu. Det ansvariga samordningsrådet får genast frågan om programmet ska inaktiveras. Pågår arbetet med en ny version avbryts det.',
    en: 'Do this if the safety of patients requires it. No new patients may start from now on. The responsible coordination council is asked at once whether the programme is to be inactivated. If work on a new version is under way, it is broken off.',
  },
  next: {
    sv: 'Alla som använder programmet, det ansvariga rådet och programägaren får veta det med ett mejl. Stäng programmet för nya patienter även i SoB.',
    en: 'All who use the programme, the responsible council and the programme owner are told by mail. Close the programme to new patients in SoB too.',
  },
  during: ['programme'],
  by: ['sobOffice'],
  rules: ['R-k4'],
  form: stopping,
  sections: [section('reason', 'Skäl', 'Reason', stopping)],
  tells: [{ id: 'urgentStop', to: ['users', 'responsibleCouncil', 'programmeOwner'] }],
});

const lifting = form({
  liftReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför hävs stoppet?', en: 'Why is the stop lifted?' },
    need: 'must',
    rules: ['R-k4'],
  },
});

/** New patients may start again (R-k4). */
export const liftStop = act({
  id: 'liftStop',
  why: 'liftReason',
  title: { sv: 'Stopp hävt', en: 'Stop lifted' },
  asks: { sv: 'Häv stoppet', en: 'Lift the stop' },
  lead: {
    sv: 'Nya patienter får börja igen. Frågan till det ansvariga samordningsrådet om inaktivering står kvar tills rådet har svarat.',
    en: 'New patients may start again. The question to the responsible coordination council about inactivation stays until the council has answered.',
  },
  next: {
    sv: 'Alla som använder programmet, det ansvariga rådet och programägaren får veta det med ett mejl.',
    en: 'All who use the programme, the responsible council and the programme owner are told by mail.',
  },
  during: ['programme'],
  by: ['sobOffice'],
  rules: ['R-k4'],
  form: lifting,
  sections: [section('reason', 'Skäl', 'Reason', lifting)],
  tells: [{ id: 'stopLifted', to: ['users', 'responsibleCouncil', 'programmeOwner'] }],
});
