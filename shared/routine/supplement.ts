import { form, section } from './form.ts';
import { amendedForm, nominationSections } from './nomination.ts';
import { question } from './question.ts';

/** What is said of a supplement; the nomination itself follows, to be corrected in place. */
export const reply = form({
  supplementReply: {
    kind: 'text',
    size: 'long',
    label: { sv: 'Vad har ni kompletterat?', en: 'What have you supplemented?' },
    help: {
      sv: 'Svara på det som saknades. Säg vad ni har ändrat i nomineringen, så att den som frågade hittar det.',
      en: 'Answer what was missing. Say what you have changed in the nomination, so that whoever asked finds it.',
    },
    need: 'must',
  },
});

/** What whoever screens or assesses needs to know more of (N-5); the answer is the next version of the nomination. */
export const supplement = question({
  step: 'supplement',
  phase: 'nomination',
  letter: 'a',
  title: { sv: 'Komplettering av nomineringen', en: 'Supplement to the nomination' },
  asks: { sv: 'Komplettera nomineringen', en: 'Supplement the nomination' },
  lead: {
    sv: 'De som bedömer nomineringen behöver veta mer. Skriv vad ni kompletterar med, och ändra i nomineringen där det behövs. Det som redan stämmer kan stå kvar.',
    en: 'Those who assess the nomination need to know more. Say what you add, and change the nomination where needed. What is already right can stay.',
  },
  next: {
    sv: 'Den som frågade får veta att kompletteringen har kommit. Nomineringen får en ny version, och den förra finns kvar.',
    en: 'Whoever asked is told that the supplement has come. The nomination gets a new version, and the one before is kept.',
  },
  answeredBy: 'nominator',
  rules: [],
  form: form({ ...reply, ...amendedForm }),
  sections: [section('reply', 'Er komplettering', 'Your supplement', reply), ...nominationSections],
  reviewedBeforeSending: true,
  outcomes: ['given'],
  tells: [{ id: 'N-5', to: ['asker'] }],
});
