import { form, section } from './form.ts';
import { question } from './question.ts';

const answer = form({
  approved: {
    kind: 'yesNo',
    label: { sv: 'Godkänner du projektuppdraget?', en: 'Do you approve the project assignment?' },
    need: 'must',
    rules: ['P-02'],
  },
  comment: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Kommentar', en: 'Comment' },
    help: {
      sv: 'Säger du nej: skriv vad som behöver ändras.',
      en: 'If you say no, say what needs to change.',
    },
    need: 'must',
    needWhen: { field: 'approved', is: [false] },
  },
});

/** f) The owner and the manager of a project each approve its assignment; neither alone makes it valid (P-02). */
export const assignmentApproval = question({
  step: 'assignmentApproval',
  phase: 'production',
  letter: 'f',
  title: { sv: 'Godkännande av projektuppdraget', en: 'Approval of the project assignment' },
  asks: { sv: 'Godkänn projektuppdraget', en: 'Approve the project assignment' },
  lead: {
    sv: 'Projektuppdraget är en överenskommelse mellan projektägare och projektledare. Läs det och svara om du godkänner det.',
    en: 'The project assignment is an agreement between project owner and project manager. Read it and say whether you approve it.',
  },
  next: {
    sv: 'När både projektägaren och projektledaren har godkänt uppdraget gäller det, och produktionen börjar. Vid ett nej får den som skrev uppdraget frågan igen.',
    en: 'Once both the project owner and the project manager have approved the assignment it is in force, and production begins. If the answer is no, whoever wrote the assignment is asked again.',
  },
  answeredBy: 'projectOwner',
  rules: ['P-02', 'P-04'],
  form: answer,
  sections: [section('answer', 'Godkänns uppdraget?', 'Is the assignment approved?', answer)],
  outcomes: ['approved', 'refused'],
  tells: [],
});
