import { form, section } from '../form.ts';
import { act } from '../question.ts';

const asking = form({
  deputyReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Varför behöver ersättaren svara?', en: 'Why does the deputy need to answer?' },
    help: {
      sv: 'Till exempel att ni inte hinner, att någon är borta eller att frågan har blivit liggande. Skälet syns i ärendet.',
      en: 'For example that you have no time, that somebody is away or that the question has been left lying. The reason is shown in the case.',
    },
    need: 'should',
  },
});

/** A question goes to the deputy of the body that was asked, beside it: whoever answers first answers for both. */
export const askDeputy = act({
  id: 'askDeputy',
  why: 'deputyReason',
  title: { sv: 'Frågan skickad även till ersättaren', en: 'Question also sent to the deputy' },
  asks: { sv: 'Fråga ersättaren', en: 'Ask the deputy' },
  lead: {
    sv: 'Frågan skickas även till den ersättare som står i registret. Den första länken gäller som förut, och det första svaret räknas.',
    en: 'The question is also sent to the deputy in the register. The first link holds as before, and the first answer counts.',
  },
  next: {
    sv: 'Ersättaren får ett mejl med frågan, och den ordinarie brevlådan får veta det. Det första svaret räknas.',
    en: 'The deputy is sent a mail with the question, and the ordinary mailbox is told. The first answer counts.',
  },
  during: ['always'],
  by: ['asked', 'desk'],
  on: [
    'screening',
    'position',
    'pprPosition',
    'decision',
    'councilChange',
    'followUp',
    'inactivationPosition',
  ],
  rules: [],
  form: asking,
  sections: [section('deputy', 'Ersättaren', 'The deputy', asking)],
  tells: [{ id: 'deputyAsked', to: ['itsBody'] }],
});
