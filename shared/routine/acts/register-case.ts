import { form, section } from '../form.ts';
import { act } from '../question.ts';

const number = form({
  caseRegistrationNumber: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Ärendets diarienummer', en: 'Registration number of the case' },
    help: { sv: 'Till exempel SSN 2026-00123.', en: 'For example SSN 2026-00123.' },
    need: 'must',
  },
});

/** The case's number in the region's register of documents, which gives its own. */
export const registerCase = act({
  id: 'registerCase',
  title: { sv: 'Ärendets diarienummer', en: 'Registration number of the case' },
  asks: { sv: 'Ange ärendets diarienummer', en: 'State the case’s registration number' },
  lead: {
    sv: 'Ange numret som ärendet har i diariet. Är numret fel kan ni ange ett nytt: det senaste gäller.',
    en: 'State the number that the case has in the register of documents. If the number is wrong, state another: the latest holds.',
  },
  next: {
    sv: 'Numret står nu på ärendet, i utskriften och i kopior som lämnas ut.',
    en: 'The number now stands on the case, in print and in copies that are disclosed.',
  },
  during: ['always'],
  by: ['desk'],
  rules: [],
  form: number,
  sections: [section('number', 'Diarienummer', 'Registration number', number)],
  tells: [],
});
