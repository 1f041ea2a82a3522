import { form, section } from './form.ts';
import { question } from './question.ts';

const answer = form({
  approved: {
    kind: 'yesNo',
    label: {
      sv: 'Ska ärendet gå till ett annat råd, eller till ett råd till?',
      en: 'Should the case go to another council, or to one more?',
    },
    need: 'must',
    rules: ['R-a11'],
  },
  newCouncil: {
    kind: 'registerChoice',
    register: 'councils',
    label: { sv: 'Vilket råd ska få ärendet?', en: 'Which council should receive the case?' },
    help: {
      sv: 'Det behöver inte vara det råd som föreslogs.',
      en: 'It need not be the council that was proposed.',
    },
    need: 'must',
    askedWhen: { field: 'approved', is: [true] },
    rules: ['R-a11'],
  },
  changeReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Skäl', en: 'Reason' },
    help: {
      sv: 'Blir det inget byte behöver rådet veta varför.',
      en: 'If nothing changes, the council needs to know why.',
    },
    need: 'must',
    needWhen: { field: 'approved', is: [false] },
  },
});

/** b) A council has said that the case belongs to another council, or that one more is concerned. */
export const councilChange = question({
  step: 'councilChange',
  phase: 'nomination',
  letter: 'b',
  title: { sv: 'Byte av samordningsråd', en: 'Change of coordination council' },
  asks: { sv: 'Ta ställning till vilket råd som ska svara', en: 'Decide which council should answer' },
  lead: {
    sv: 'Ett samordningsråd föreslår att ett annat råd ska svara, eller ett råd till. Ta ställning till förslaget.',
    en: 'A coordination council proposes that another council should answer, or one more. Take a position on the proposal.',
  },
  next: {
    sv: 'Rådet som lämnade förslaget får veta hur det blev. Ett nytt råd får ett mejl med frågan om ställningstagande, och dess månad räknas från det mejlet.',
    en: 'The council that made the proposal is told of the outcome. A new council is sent a mail that asks for its position, and its month counts from that mail.',
  },
  answeredBy: 'sobOffice',
  rules: ['R-a11'],
  form: answer,
  sections: [section('answer', 'Vilket råd?', 'Which council?', answer)],
  outcomes: ['approved', 'refused'],
  tells: [{ id: 'councilsChanged', to: ['asker'] }],
});
