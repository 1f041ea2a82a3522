import { form, section } from '../form.ts';
import { act } from '../question.ts';
import { relatedCases } from '../related-cases.ts';

const fields = form({
  relatedCases: { ...relatedCases, need: 'must' },
  linkReason: {
    kind: 'text',
    size: 'medium',
    label: { sv: 'Hur hör de ihop?', en: 'How do they belong together?' },
    need: 'may',
  },
});

/** Cases about the same idea that each go on (ROUTINE.md section 0 no. 11). */
export const linkCases = act({
  id: 'linkCases',
  why: 'linkReason',
  title: { sv: 'Ärenden som hör ihop', en: 'Cases that belong together' },
  asks: { sv: 'Koppla ihop ärenden', en: 'Link cases' },
  lead: {
    sv: 'Ange andra ärenden om samma idé. Varje ärende fortsätter för sig.',
    en: 'Name other cases about the same idea. Each case goes on by itself.',
  },
  next: {
    sv: 'Kopplingen syns i alla ärendena.',
    en: 'The link is shown in all the cases.',
  },
  during: ['always'],
  by: ['sobOffice'],
  rules: [],
  form: fields,
  sections: [section('cases', 'Vilka ärenden?', 'Which cases?', fields)],
  tells: [],
});
