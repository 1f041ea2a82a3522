import type { NoticeRule } from './rule.ts';

/** Who is told or asked what, in a–e (ROUTINE.md section 5, with section 0 no. 3 and 8). */
export const NOTICES: readonly NoticeRule[] = [
  {
    id: 'N-1',
    when: {
      sv: 'Idén uppges vara förankrad, eller det behöver frågas',
      en: 'The idea is stated to be anchored, or it has to be asked',
    },
    to: { sv: 'Verksamhetschef, SoB-kontaktperson', en: 'Head of operations, SoB contact person' },
    rules: ['R-a3'],
  },
  {
    id: 'N-2',
    when: { sv: 'SoB-kontaktperson saknas', en: 'There is no SoB contact person' },
    to: { sv: 'SoB-förvaltningen', en: 'The SoB office' },
    rules: ['R-a4'],
  },
  {
    id: 'N-3',
    when: { sv: 'Nomineringen har skickats in', en: 'The nomination was submitted' },
    to: { sv: 'SoB-förvaltningen, den som nominerar', en: 'The SoB office, the nominator' },
    rules: ['R-a5'],
    addition: { sv: 'Kvittensen till den som nominerar', en: 'The receipt to the nominator' },
  },
  {
    id: 'N-4',
    when: { sv: 'Nomineringen har skickats vidare', en: 'The nomination was forwarded' },
    to: {
      sv: 'Varje valt samordningsråd, den som nominerar, verksamhetschef, SoB-kontaktperson',
      en: 'Each council chosen, the nominator, the head of operations, the SoB contact person',
    },
    rules: ['R-a11', 'R-a12'],
    addition: { sv: 'Alla utom råden', en: 'All but the councils' },
  },
  {
    id: 'N-5',
    when: { sv: 'En komplettering begärs eller lämnas', en: 'A supplement is asked for or given' },
    to: { sv: 'Den som nominerar; den som frågade', en: 'The nominator; whoever asked' },
    rules: [],
  },
  {
    id: 'N-6',
    when: {
      sv: '7 dagar före måldagen, på dagen, sedan varannan vecka',
      en: '7 days before the target day, on the day, then every second week',
    },
    to: { sv: 'Den som ska svara', en: 'Whoever is to answer' },
    rules: ['R-b3', 'R-09'],
    addition: { sv: 'Påminnelserna', en: 'The reminders' },
  },
  {
    id: 'N-7',
    when: { sv: 'Ett råd har tagit ställning', en: 'A council has taken its position' },
    to: { sv: 'SoB-förvaltningen, den som nominerar', en: 'The SoB office, the nominator' },
    rules: ['R-c6'],
    addition: { sv: 'Den som nominerar', en: 'The nominator' },
  },
  {
    id: 'N-8',
    when: {
      sv: 'Ett råd har lyft nomineringen till PPR',
      en: 'A council has referred the nomination to PPR',
    },
    to: { sv: 'PPR', en: 'PPR' },
    rules: ['R-c1'],
  },
  {
    id: 'N-9',
    when: { sv: 'PPR har tagit ställning', en: 'PPR has taken its position' },
    to: { sv: 'Samordningsråden, SoB-förvaltningen', en: 'The councils, the SoB office' },
    rules: ['R-d2'],
  },
  {
    id: 'N-10',
    when: { sv: 'Beslut har fattats', en: 'A decision was made' },
    to: {
      sv: 'Den som nominerar, verksamhetschef, SoB-kontaktperson, samordningsråden, PPR om det har frågats',
      en: 'The nominator, the head of operations, the SoB contact person, the councils, PPR if it was asked',
    },
    rules: [],
  },
];
