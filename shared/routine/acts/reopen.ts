import { form, section } from '../form.ts';
import { act } from '../question.ts';

const fields = form({
  reopenStep: {
    kind: 'choice',
    label: { sv: 'Vilket steg ska göras om?', en: 'Which step should be done again?' },
    need: 'must',
    rules: ['R-05'],
    options: {
      screening: { sv: 'a) SoB-förvaltningens bedömning', en: 'a) The SoB office’s screening' },
      position: { sv: 'b–c) Rådens ställningstagande', en: 'b–c) The councils’ positions' },
      pprPosition: { sv: 'd) PPR:s ställningstagande', en: 'd) PPR’s position' },
      decision: { sv: 'e) Beslutet', en: 'e) The decision' },
      projectAssignment: { sv: 'f) Projektuppdraget', en: 'f) The project assignment' },
      productionChecklist: { sv: 'g) Produktionen', en: 'g) The production' },
      contentReview: { sv: 'h) Granskningen av innehållet', en: 'h) The review of the content' },
      test: { sv: 'i) Testet', en: 'i) The test' },
      inactivationPosition: {
        sv: 'k) Rådets ställningstagande om inaktivering',
        en: 'k) The council’s position on inactivation',
      },
    },
  },
  councils: {
    kind: 'registerChoices',
    register: 'councils',
    label: { sv: 'Vilka råd ska svara igen?', en: 'Which councils should answer again?' },
    need: 'must',
    askedWhen: { field: 'reopenStep', is: ['position'] },
  },
  reopenReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför öppnas steget igen?', en: 'Why is the step reopened?' },
    need: 'must',
    rules: ['R-05'],
  },
});

/** A step that is done is asked anew; nothing is undone by itself (ROUTINE.md section 3.1). */
export const reopen = act({
  id: 'reopen',
  why: 'reopenReason',
  title: { sv: 'Återöppnat steg', en: 'Reopened step' },
  asks: { sv: 'Öppna ett steg igen', en: 'Reopen a step' },
  lead: {
    sv: 'Frågan ställs på nytt. Tidigare svar står kvar, och svar i senare steg gäller tills någon ändrar dem.',
    en: 'The question is asked anew. Earlier answers are kept, and answers in later steps hold until someone changes them.',
  },
  next: {
    sv: 'Frågan skickas med ett mejl till dem som ska svara igen. Den som har nominerat och den regionala SoB-förvaltningen får veta det.',
    en: 'The question is mailed to those who should answer again. The nominator and the regional SoB office are told.',
  },
  during: ['always'],
  by: ['sobOffice'],
  rules: ['R-05'],
  form: fields,
  sections: [section('step', 'Vad görs om?', 'What is done again?', fields)],
  tells: [{ id: 'reopened', to: ['nominator', 'sobOffice'] }],
});
