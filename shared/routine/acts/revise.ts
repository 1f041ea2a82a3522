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

const ending = form({
  endReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför avbryts arbetet?', en: 'Why is the work broken off?' },
    need: 'must',
    rules: ['R-j1'],
  },
});

/** A new version that nobody finishes is given up, so that the programme is followed up again (form j). */
export const endRevision = act({
  id: 'endRevision',
  why: 'endReason',
  title: { sv: 'Ny version avbruten', en: 'New version broken off' },
  asks: { sv: 'Avbryt arbetet med den nya versionen', en: 'Break off the work on the new version' },
  lead: {
    sv: 'Den version som finns används som förut, och öppna frågor om den nya behöver inte besvaras. Ni kan börja arbetet igen senare.',
    en: 'The version that there is stays in use, and open questions about the new one need not be answered. You can begin the work again later.',
  },
  next: {
    sv: 'Projektledaren, programägaren och det ansvariga samordningsrådet får veta det med ett mejl. Väntar ett förslag om inaktivering får rådet frågan om det nu.',
    en: 'The project manager, the programme owner and the responsible coordination council are told by mail. If a proposal of inactivation waits, the council is asked about it now.',
  },
  during: ['production'],
  by: ['sobOffice'],
  rules: ['R-j1', 'R-k2'],
  form: ending,
  sections: [section('reason', 'Skäl', 'Reason', ending)],
  tells: [{ id: 'revisionEnded', to: ['programmeOwner', 'responsibleCouncil', 'projectManager'] }],
});
