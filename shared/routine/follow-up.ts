import { programmeFigures } from './figures.ts';
import { form, section } from './form.ts';
import { type Notice, question } from './question.ts';

const conclusion = form({
  conclusion: {
    kind: 'choice',
    label: { sv: 'Är programmet fortfarande aktuellt?', en: 'Is the programme still needed?' },
    need: 'must',
    rules: ['R-12', 'R-j1', 'R-k1'],
    options: {
      keep: { sv: 'Ja, det kan vara kvar som det är', en: 'Yes, it can stay as it is' },
      revise: { sv: 'Ja, men det behöver göras om', en: 'Yes, but it needs to be revised' },
      proposeInactivation: { sv: 'Nej, det bör inaktiveras', en: 'No, it should be inactivated' },
    },
  },
  conclusionReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför?', en: 'Why?' },
    help: {
      sv: 'Skriv vad som har ändrats: behovet, evidensläget eller att ett annat program finns.',
      en: 'Say what has changed: the need, the state of evidence, or that there is another programme.',
    },
    need: 'must',
    needWhen: { field: 'conclusion', isNot: ['keep'] },
    rules: ['R-k1'],
  },
  nextReviewOn: {
    kind: 'date',
    label: { sv: 'Nästa uppföljning', en: 'Next follow-up' },
    help: {
      sv: 'Lämna tomt om ni vill ha frågan i nästa årliga lista. Ni kan välja en annan dag, senast i listan året därpå.',
      en: 'Leave empty to be asked in the next yearly list. You can choose another day, at the latest in the list of the year after.',
    },
    need: 'may',
    askedWhen: { field: 'conclusion', isNot: ['proposeInactivation'] },
  },
  minutesRef: {
    kind: 'text',
    size: 'short',
    label: { sv: 'Protokollsreferens', en: 'Reference to the minutes' },
    need: 'may',
  },
});

/** j) The yearly follow-up: one list per council and year, a few words for each programme (ROUTINE.md section 0 no. 10). */
export const followUp = question({
  step: 'followUp',
  phase: 'review',
  letter: 'j',
  stateName: 'Samordningsråd: årlig uppföljning',
  title: { sv: 'Årlig uppföljning', en: 'Yearly follow-up' },
  asks: {
    sv: 'Svara om programmet fortfarande är aktuellt',
    en: 'Say whether the programme is still needed',
  },
  lead: {
    sv: 'Rådet ansvarar för programmets kvalitet och innehåll så länge det används. Svara om det fortfarande är aktuellt. Siffror är frivilliga: programägaren har fått en egen fråga om dem.',
    en: 'The council answers for the programme’s quality and content for as long as it is used. Say whether it is still needed. Figures are optional: the programme owner has been asked for them separately.',
  },
  next: {
    sv: 'Är programmet kvar får ni frågan igen i nästa årliga lista, eller den dag ni har valt. Behöver det göras om börjar arbetet med en ny version. Bör det inaktiveras får ni frågan om rådets ställningstagande.',
    en: 'If the programme stays, you are asked again in the next yearly list, or on the day you have chosen. If it needs to be revised, work on a new version begins. If it should be inactivated, you are asked for the council’s position.',
  },
  answeredBy: 'coordinationCouncil',
  rules: ['R-12', 'R-b10', 'R-j1', 'R-k1'],
  form: form({ ...conclusion, ...programmeFigures }),
  sections: [
    section('conclusion', 'Fortfarande aktuellt?', 'Still needed?', conclusion),
    section('figures', 'Siffror och resultat', 'Figures and results', programmeFigures),
  ],
  inList: true,
  outcomes: ['keep', 'revise', 'proposeInactivation'],
  tells: [],
});

/** Told of a follow-up, by its conclusion. */
export const followUpTells: Readonly<Record<keyof typeof conclusion.conclusion.options, readonly Notice[]>> =
  {
    keep: [{ id: 'kept', to: ['programmeOwner'] }],
    revise: [{ id: 'N-11', to: ['sobOffice', 'programmeOwner'] }],
    proposeInactivation: [{ id: 'inactivationProposed', to: ['sobOffice', 'programmeOwner'] }],
  };
