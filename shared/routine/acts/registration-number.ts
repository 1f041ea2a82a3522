import { document } from '../assignment/document.ts';
import { form, section } from '../form.ts';
import { act } from '../question.ts';

const { askedWhen: _, ...given } = document.registrationNumber;

const number = form({ registrationNumber: { ...given, need: 'must' } });

/** The assignment is often registered only after it was given (P-05). */
export const setRegistrationNumber = act({
  id: 'setRegistrationNumber',
  title: { sv: 'Projektuppdragets diarienummer', en: 'Registration number of the project assignment' },
  asks: { sv: 'Ange projektuppdragets diarienummer', en: 'State the assignment’s registration number' },
  lead: {
    sv: 'Ange numret när uppdraget är diariefört. Det står sedan på uppdraget. Är numret fel kan ni ange ett nytt.',
    en: 'State the number once the assignment is registered. It then stands on the assignment. If the number is wrong, you can state another.',
  },
  next: {
    sv: 'Numret står nu på projektuppdraget. Ingen behöver godkänna uppdraget på nytt.',
    en: 'The number now stands on the project assignment. Nobody needs to approve the assignment anew.',
  },
  by: ['sobOffice'],
  during: ['always'],
  rules: ['P-05'],
  form: number,
  sections: [section('number', 'Diarienummer', 'Registration number', number)],
  tells: [],
});
