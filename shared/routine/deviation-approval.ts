import { form, section } from './form.ts';
import { question } from './question.ts';

const answer = form({
  approved: {
    kind: 'yesNo',
    label: { sv: 'Godkänner ni förslaget?', en: 'Do you approve the proposal?' },
    need: 'must',
    rules: ['P-12', 'P-13'],
  },
  comment: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Kommentar', en: 'Comment' },
    help: {
      sv: 'Säger ni nej: skriv varför, och vad projektet ska göra i stället.',
      en: 'If you say no, say why, and what the project is to do instead.',
    },
    need: 'must',
    needWhen: { field: 'approved', is: [false] },
  },
});

/** f–j) The owner and, where there is one, the steering group take a position on a deviation (P-12, P-13). */
export const deviationApproval = question({
  step: 'deviationApproval',
  phase: 'production',
  letter: 'f',
  title: { sv: 'Ställningstagande till en avvikelse', en: 'Position on a deviation' },
  asks: { sv: 'Ta ställning till avvikelsen', en: 'Take a position on the deviation' },
  lead: {
    sv: 'Projektledaren har rapporterat en avvikelse och lämnat ett förslag. Ändrar förslaget projektets ramar får det inte genomföras förrän projektägaren, och styrgruppen om det finns en, har godkänt det.',
    en: 'The project manager has reported a deviation and made a proposal. If it changes the frame of the project it may not be carried out until the project owner, and the steering group if there is one, have approved it.',
  },
  next: {
    sv: 'Projektledaren och den regionala SoB-förvaltningen får veta hur det blev. En godkänd ändring av ramarna ger en ny version av projektuppdraget.',
    en: 'The project manager and the regional SoB office are told of the outcome. An approved change of the frame makes a new version of the project assignment.',
  },
  answeredBy: 'projectOwner',
  rules: ['P-03', 'P-04', 'P-12', 'P-13', 'P-14'],
  form: answer,
  sections: [section('answer', 'Godkänns förslaget?', 'Is the proposal approved?', answer)],
  outcomes: ['approved', 'refused'],
  tells: [],
});
