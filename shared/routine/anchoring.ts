import { form, section } from './form.ts';
import { question } from './question.ts';

const answer = form({
  anchorAnswer: {
    kind: 'choice',
    label: { sv: 'Är idén förankrad hos dig?', en: 'Is the idea anchored with you?' },
    need: 'must',
    rules: ['R-a3'],
    options: {
      supported: { sv: 'Ja, idén är förankrad', en: 'Yes, the idea is anchored' },
      supportedWithConditions: { sv: 'Ja, med villkor', en: 'Yes, with conditions' },
      notSupported: {
        sv: 'Nej, det stämmer inte eller vi stödjer inte idén',
        en: 'No, it is not correct or we do not support the idea',
      },
    },
  },
  anchorComment: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Kommentar', en: 'Comment' },
    help: {
      sv: 'Skriv vilka villkoren är, eller varför svaret är nej.',
      en: 'Say what the conditions are, or why the answer is no.',
    },
    need: 'must',
    needWhen: { field: 'anchorAnswer', isNot: ['supported'] },
    rules: ['R-a3'],
  },
  resourcesAcknowledged: {
    kind: 'yesNo',
    label: {
      sv: 'Är verksamheten beredd att avsätta tid?',
      en: 'Is the unit prepared to set aside time?',
    },
    help: {
      sv: 'Ett program tas ofta fram av två till fyra personer under tre till tolv månader.',
      en: 'A programme is often made by two to four people over three to twelve months.',
    },
    need: 'should',
    askedWhen: { field: 'anchorAnswer', isNot: ['notSupported'] },
    rules: ['R-a3'],
  },
});

/** a) Whether the idea is anchored with the head of operations (form a1), asked beside the screening. */
export const anchoring = question({
  step: 'anchoring',
  phase: 'nomination',
  letter: 'a',
  title: { sv: 'Förankring hos verksamhetschefen', en: 'Anchoring with the head of operations' },
  asks: { sv: 'Svara om idén är förankrad', en: 'Say whether the idea is anchored' },
  lead: {
    sv: 'Din verksamhet har nominerat ett program till Stöd och behandling, och idén ska vara förankrad hos dig. Står det i nomineringen när den förankrades? Svara då om det stämmer. Annars tar du ställning nu.',
    en: 'Your unit has nominated a programme to Stöd och behandling, and the idea is to be anchored with you. Does the nomination state when it was anchored? Then say whether that is correct. Otherwise you take a position now.',
  },
  next: {
    sv: 'Den regionala SoB-förvaltningen ser svaret när den bedömer nomineringen. Vid ett nej får förvaltningen och den som har nominerat ett mejl.',
    en: 'The regional SoB office sees the answer when it screens the nomination. If the answer is no, the office and the nominator are sent a mail.',
  },
  answeredBy: 'headOfOperations',
  rules: ['R-a3'],
  form: answer,
  sections: [section('answer', 'Stämmer det?', 'Is it correct?', answer)],
  outcomes: ['supported', 'supportedWithConditions', 'notSupported'],
  tells: [],
});
