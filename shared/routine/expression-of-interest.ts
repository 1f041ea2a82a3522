import { form, section } from './form.ts';
import type { Sheet } from './question.ts';

const interest = form({
  unit: {
    kind: 'text',
    size: 'short',
    min: 2,
    label: { sv: 'Verksamhet', en: 'Unit' },
    help: {
      sv: 'Enhet eller mottagning, och förvaltning eller vårdgivare.',
      en: 'Unit or clinic, and administration or care provider.',
    },
    need: 'must',
    rules: ['R-10'],
  },
  need: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Vad behöver ni?', en: 'What do you need?' },
    help: {
      sv: 'Till exempel för vilka patienter, ungefär hur många om året och när ni vill börja. Skriv inget om enskilda patienter.',
      en: 'For example for which patients, about how many a year, and when you want to begin. Write nothing about individual patients.',
    },
    need: 'must',
    rules: ['R-10'],
  },
  email: {
    kind: 'text',
    size: 'short',
    max: 254,
    format: 'email',
    label: { sv: 'E-post', en: 'E-mail' },
    help: {
      sv: 'Dit SoB-förvaltningen eller rådet kan höra av sig. Inget mejl skickas med en gång.',
      en: 'Where the SoB office or the council can reach you. No mail is sent at once.',
    },
    need: 'must',
  },
});

/** "Vi vill också": a unit that wants a programme, or what a nomination is about, as well (ROUTINE.md section 0 no. 6). */
export const expressionOfInterest = {
  id: 'interest',
  title: { sv: 'Vi vill också', en: 'We want it too' },
  asks: { sv: 'Vi vill också', en: 'We want it too' },
  lead: {
    sv: 'Berätta att er verksamhet vill använda samma program, i stället för att nominera något liknande.',
    en: 'Tell us that your unit wants to use the same programme, instead of nominating something similar.',
  },
  next: {
    sv: 'Den regionala SoB-förvaltningen och det ansvariga samordningsrådet ser att ni också vill och kan höra av sig till er. Ni behöver inte nominera programmet själva.',
    en: 'The regional SoB office and the responsible coordination council see that you want it too and may get in touch with you. You need not nominate the programme yourselves.',
  },
  form: interest,
  sections: [section('interest', 'Er verksamhet', 'Your unit', interest)],
  rules: ['R-10'],
} as const satisfies Sheet;
