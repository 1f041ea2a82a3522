import { form, section } from '../form.ts';
import { act } from '../question.ts';

const fields = form({
  supplementNeeded: {
    kind: 'text',
    size: 'long',
    label: { sv: 'Vad behöver kompletteras?', en: 'What needs to be supplemented?' },
    help: {
      sv: 'Skriv vad som saknas, så att den som har nominerat kan svara utan att fråga.',
      en: 'Say what is missing, so that the nominator can answer without having to ask.',
    },
    need: 'must',
  },
});

/** N-5: the nominator is asked for more; a council's month goes on, and the days of waiting are shown apart. */
export const requestSupplement = act({
  id: 'requestSupplement',
  why: 'supplementNeeded',
  title: { sv: 'Begäran om komplettering', en: 'Request for a supplement' },
  asks: { sv: 'Begär komplettering', en: 'Request a supplement' },
  lead: {
    sv: 'Fråga den som har nominerat om ni behöver veta mer. Tiden räknas ändå, men dagarna ni väntar visas för sig.',
    en: 'Ask the nominator if you need to know more. Time is counted all the same, but the days you wait are shown apart.',
  },
  next: {
    sv: 'Den som har nominerat får ett mejl med en länk. Ni får veta när kompletteringen har kommit. Er egen fråga är öppen under tiden.',
    en: 'The nominator is sent a mail with a link. You are told when the supplement has come. Your own question stays open meanwhile.',
  },
  by: ['asked', 'sobOffice'],
  on: ['screening', 'position', 'pprPosition'],
  rules: ['R-b3'],
  form: fields,
  sections: [section('needed', 'Det som saknas', 'What is missing', fields)],
  tells: [],
});
