import { form, section } from './form.ts';
import type { Sheet } from './question.ts';

const caller = form({
  name: {
    kind: 'text',
    size: 'short',
    min: 2,
    label: { sv: 'Ditt namn', en: 'Your name' },
    need: 'must',
  },
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
  },
  phone: {
    kind: 'text',
    size: 'short',
    max: 30,
    format: 'phone',
    label: { sv: 'Telefon', en: 'Phone' },
    need: 'must',
  },
  email: {
    kind: 'text',
    size: 'short',
    max: 254,
    format: 'email',
    label: { sv: 'E-post', en: 'E-mail' },
    help: {
      sv: 'Då mejlar vi också en länk till formuläret, där ni ser det som fylls i.',
      en: 'Then we also mail you a link to the form, where you see what is filled in.',
    },
    need: 'may',
  },
  about: {
    kind: 'text',
    size: 'medium',
    max: 1000,
    label: { sv: 'Vad gäller det?', en: 'What is it about?' },
    help: {
      sv: 'Några rader räcker: vilka patienter, vilket behov, och när vi når dig bäst. Skriv inget om enskilda patienter.',
      en: 'A few lines are enough: which patients, what need, and when we best reach you. Write nothing about individual patients.',
    },
    need: 'must',
  },
});

/** "Ring mig": somebody who would rather tell the office about an idea than write it down. */
export const callMe = {
  id: 'callMe',
  title: { sv: 'Ring mig', en: 'Call me' },
  asks: { sv: 'Be oss ringa upp', en: 'Ask us to call you' },
  lead: {
    sv: 'Vill du hellre berätta om idén? Skriv några rader, så ringer den regionala SoB-förvaltningen och fyller i formuläret tillsammans med dig.',
    en: 'Would you rather tell us about the idea? Write a few lines, and the regional SoB office calls you and fills in the form together with you.',
  },
  next: {
    sv: 'Den regionala SoB-förvaltningen har fått veta att du vill bli uppringd. Inget är nominerat än: det gör ni tillsammans.',
    en: 'The regional SoB office has been told that you want to be called. Nothing is nominated yet: you do that together.',
  },
  form: caller,
  sections: [section('caller', 'Du och din idé', 'You and your idea', caller)],
  rules: ['R-a1'],
} as const satisfies Sheet;
