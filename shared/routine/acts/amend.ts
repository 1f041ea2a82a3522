import { form, section } from '../form.ts';
import { amendedForm, nominationSections } from '../nomination.ts';
import { act } from '../question.ts';

/** What is said of an amendment; the nomination itself follows, to be corrected in place. */
export const amendment = form({
  amendReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Vad ändrar ni, och varför?', en: 'What do you change, and why?' },
    need: 'must',
  },
});

/** The nominator supplements the nomination without having been asked. */
export const amend = act({
  id: 'amend',
  why: 'amendReason',
  title: { sv: 'Ändring av nomineringen', en: 'Amendment of the nomination' },
  asks: { sv: 'Ändra nomineringen', en: 'Amend the nomination' },
  lead: {
    sv: 'Ändra i nomineringen, och skriv vad ni ändrar och varför. Svar som redan är lämnade står kvar, märkta med den version de gäller.',
    en: 'Change the nomination, and say what you change and why. Answers that have been given are kept, marked with the version they hold for.',
  },
  next: {
    sv: 'Nomineringen har fått en ny version, och den förra finns kvar. Den regionala SoB-förvaltningen och alla som ska svara får veta det.',
    en: 'The nomination has a new version, and the one before is kept. The regional SoB office and everyone who is to answer are told.',
  },
  by: ['nominator'],
  rules: [],
  form: form({ ...amendment, ...amendedForm }),
  sections: [section('amendment', 'Er ändring', 'Your amendment', amendment), ...nominationSections],
  reviewedBeforeSending: true,
  tells: [{ id: 'N-5', to: ['sobOffice', 'asked'] }],
});
