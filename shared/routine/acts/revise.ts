import { form, section } from '../form.ts';
import { act } from '../question.ts';

const revision = form({
  revisionReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Vad behöver göras om, och varför?', en: 'What needs to be revised, and why?' },
    need: 'must',
    rules: ['R-j1'],
  },
});

/** The office has a new version of a programme made, without waiting for the yearly follow-up (form j). */
export const revise = act({
  id: 'revise',
  why: 'revisionReason',
  title: { sv: 'Ny version', en: 'New version' },
  asks: { sv: 'Börja arbetet med en ny version', en: 'Begin work on a new version' },
  lead: {
    sv: 'Programmet görs om, granskas, testas och publiceras på nytt. Den version som finns används tills den nya är publicerad.',
    en: 'The programme is revised, reviewed, tested and published anew. The version that there is stays in use until the new one is published.',
  },
  next: {
    sv: 'Projektledaren får frågan om produktionen. Programägaren och det ansvariga samordningsrådet får veta det med ett mejl.',
    en: 'The project manager is asked about the production. The programme owner and the responsible coordination council are told by mail.',
  },
  during: ['programme'],
  by: ['sobOffice'],
  rules: ['R-j1'],
  form: revision,
  sections: [section('revision', 'Den nya versionen', 'The new version', revision)],
  tells: [],
});
